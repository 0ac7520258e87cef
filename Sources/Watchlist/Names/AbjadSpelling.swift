/// Scripts that write some of the vowels: Arabic, Persian and Hebrew.
extension LetterSpelling {
    /// e is written where its syllable is not the last; behind a vowel i and y are one letter.
    static let arabic = LetterSpelling(
        .arabic,
        groups: """
            a:ا ə:ا b:ب d:د e:ي f:ف g:غ h:ه i:ي j:ج k:ك l:ل m:م n:ن o:و p:ب r:ر s:س t:ت u:و v:ف w:و y:ي z:ز ch:تش sh:ش
            zh:ج kh:خ ts:تس ei:ي ey:ي ai:اي iy:ي yi:ي ie:ي ye:ي ee:ي au:او ou:و shch:شت
            """,
        atStart: "e:إي i:إي o:أو u:أو a:أ ə:أ ei:إي ai:أي",
        atEnd: """
            en:ن el:ل er:ر em:م es:س et:ت ek:ك ed:د ə:ا ien:ين iel:يل ier:ير
            """)

    /// Short e is not written; no word begins with s and another consonant.
    static let persian = LetterSpelling(
        .persian,
        groups: """
            a:ا ə:ا b:ب d:د e: f:ف g:گ h:ه i:ی j:ج k:ک l:ل m:م n:ن o:و p:پ r:ر s:س t:ت u:و v:و w:و y:ی z:ز ch:چ sh:ش zh:ژ
            kh:خ ts:تس ei:ی ey:ی ai:ای iy:ی yi:ی ie:ی ye:یه au:او ou:و shch:شچ
            """,
        atStart: "e:ا i:ای o:او u:او a:آ ə:آ st:است sp:اسپ sk:اسک ye:یه ei:آی",
        atEnd: "e:ه")

    private static let hebrewGroups = """
        ə:א b:ב d:ד e: f:פ g:ג h:ה i:י j:ג' k:ק l:ל m:מ n:נ o:ו p:פ r:ר s:ס t:ט u:ו v:ב w:וו y:י z:ז ch:צ' sh:ש zh:ז'
        kh:ח ts:צ ei:יי ey:יי ai:יי iy:י yi:י ie:י ye:י au:או ou:ו shch:שצ'
        """
    private static let hebrewStart = "a:א ə:א e:א i:אי o:או u:או v:ו w:וו ei:איי ai:איי"
    private static let hebrewEnd = "a:ה e:ה ia:יה ya:יה n:ן m:ם ts:ץ f:ף"

    static let hebrew = LetterSpelling(
        .hebrew, groups: hebrewGroups + " a:א", atStart: hebrewStart, atEnd: hebrewEnd)

    /// a is left to the reader.
    static let hebrewWithFewVowels = LetterSpelling(
        .hebrew, groups: hebrewGroups + " a:", atStart: hebrewStart, atEnd: hebrewEnd)
}

/// Letters of one abjad in another: for names given without their vowels, which cannot be read aloud by rule.
enum AbjadTransfer {
    static func hebrew(ofArabic name: String) -> String? { transferred(name, arabicToHebrew, isHebrew: true) }
    static func arabic(ofHebrew name: String) -> String? {
        transferred(name, hebrewToArabic, isHebrew: false)
    }

    /// The same letters as a Persian keyboard has them.
    static func persian(ofArabic name: String) -> String {
        String(name.map { ["ي": "ی", "ك": "ک", "ى": "ی", "ة": "ه", "أ": "ا", "إ": "ا"][$0] ?? $0 })
    }

    private static func transferred(_ name: String, _ letters: [String: String], isHebrew: Bool) -> String? {
        var words: [String] = []
        for word in name.split(separator: " ") {
            var written = ""
            for scalar in word.unicodeScalars where !scalar.properties.isDiacritic {
                guard let letter = letters[String(scalar)] else { return nil }
                written += letter
            }
            if isHebrew, word.hasPrefix("ال"), written.count > 3 { written = "א-" + written.dropFirst(2) }
            let ends: [Character: Character] = ["כ": "ך", "מ": "ם", "נ": "ן", "פ": "ף", "צ": "ץ"]
            if let last = written.last, let end = ends[last] { written = written.dropLast() + String(end) }
            if !written.isEmpty { words.append(written) }
        }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    private static let arabicToHebrew = pairs(
        """
        ا:א أ:א إ:א آ:א ب:ב ت:ת ث:ת' ج:ג' ح:ח خ:ח' د:ד ذ:ד' ر:ר ز:ז س:ס ش:ש ص:צ ض:צ' ط:ט ظ:ט' ع:ע غ:ע' ف:פ ق:ק
        ك:כ ک:כ ل:ל م:מ ن:נ ه:ה ة:ה و:ו ؤ:ו ي:י ی:י ى:א ئ:י ء: پ:פ چ:צ' ژ:ז' گ:ג
        """)
    private static let hebrewToArabic = pairs(
        """
        א:ا ב:ب ג:غ ד:د ה:ه ו:و ז:ز ח:ح ט:ط י:ي כ:ك ך:ك ל:ل מ:م ם:م נ:ن ן:ن ס:س ע:ع פ:ف ף:ف צ:تس ץ:تس ק:ق ר:ر
        ש:ش ת:ت ':
        """)
}
