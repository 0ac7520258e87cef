/// Foreign names in Devanagari: a vowel is a sign behind a consonant and a letter of its own elsewhere, and a
/// nasal before a stop is a dot.
extension LetterSpelling {
    /// Consonants carry a virama until a vowel takes its place; `ə` and e before r are the vowel that is not written.
    private static let groups = """
        a:आ ə:अ b:ब् d:ड् e:ए f:फ़् g:ग् h:ह् i:इ j:ज् k:क् l:ल् m:म् n:न् o:ओ p:प् r:र् s:स् t:ट् u:उ v:व् w:व् y:य् z:ज़् ch:च् sh:श्
        zh:ज़् kh:ख् ts:त्स् ii:ई ei:ए ai:आइ au:आउ shch:श्च् ey:एई ay:आई iy:ई
        erb:अर्ब् erd:अर्ड् erg:अर्ग् erk:अर्क् erm:अर्म् ern:अर्न् ers:अर्स् ert:अर्ट् erl:अर्ल्
        nk:ंक् ng:ंग् nd:ंड् nt:ंट् nch:ंच् nj:ंज् ns:ंस् nsk:ंस्क् mp:ंप् mb:ंब्
        """

    /// English and German stops.
    static let hindi = LetterSpelling(.hindi, groups: groups, atEnd: ends, finish: devanagari)

    /// Russian, Indian and Spanish stops.
    static let hindiWithDentals = LetterSpelling(
        .hindi, groups: groups + " t:त् d:द् nd:ंद् nt:ंत् erd:अर्द् ert:अर्त्", atEnd: ends, finish: devanagari)

    private static let ends = "i:ई u:ऊ er:अर् y:ई"

    private static let signs: [Unicode.Scalar: String] = [
        "अ": "", "आ": "ा", "इ": "ि", "ई": "ी", "उ": "ु", "ऊ": "ू", "ए": "े", "ओ": "ो",
    ]

    /// Vowel letters behind a virama become signs; a virama at the end goes.
    @Sendable private static func devanagari(_ word: String) -> String {
        let virama: Unicode.Scalar = "\u{94D}"
        var scalars = String.UnicodeScalarView()
        for scalar in word.unicodeScalars {
            if let sign = signs[scalar], scalars.last == virama {
                scalars.removeLast()
                scalars.append(contentsOf: sign.unicodeScalars)
            } else if scalar == "ं", scalars.last == virama || scalars.isEmpty {
                scalars.append("न")
                scalars.append(virama)
            } else {
                scalars.append(scalar)
            }
        }
        if scalars.last == virama { scalars.removeLast() }
        return String(scalars)
    }
}
