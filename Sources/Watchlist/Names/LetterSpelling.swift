/// How a script writes foreign names by their letters: groups of Latin letters, the longest first.
struct LetterSpelling: Sendable {
    var system: String
    var script: String
    private var groups: [String: String]
    /// What stands at the beginning of a word instead.
    private var atStart: [String: String]
    private var longest: Int
    private var finish: @Sendable (String) -> String

    init(
        _ system: String, script: String, groups: String, atStart: String = "",
        finish: @escaping @Sendable (String) -> String = { $0 }
    ) {
        self.system = system
        self.script = script
        self.groups = pairs(groups)
        self.atStart = pairs(atStart)
        longest = (self.groups.keys.map(\.count) + self.atStart.keys.map(\.count)).max() ?? 1
        self.finish = finish
    }

    /// - Parameter words: lower-case Latin letters without accents.
    /// - Returns: nil when a letter is unknown.
    func name(_ words: [String]) -> String? {
        var written: [String] = []
        for word in words {
            guard let word = spelled(Array(word)) else { return nil }
            written.append(finish(word))
        }
        return written.joined(separator: " ")
    }

    private func spelled(_ letters: [Character]) -> String? {
        var result = ""
        var place = 0
        while place < letters.count {
            let found = stride(from: min(longest, letters.count - place), through: 1, by: -1).lazy
                .compactMap { count -> (Int, String)? in
                    let group = String(letters[place..<place + count])
                    return (place == 0 ? atStart[group] : nil).map { (count, $0) }
                        ?? groups[group].map { (count, $0) }
                }.first
            guard let (count, text) = found else { return nil }
            result += text
            // A doubled consonant is one sound.
            let isDoubled = count == 1 && place + 1 < letters.count && letters[place + 1] == letters[place]
            place += isDoubled && !"aeiou".contains(letters[place]) ? 2 : count
        }
        return result
    }
}

extension LetterSpelling {
    /// All, in the order they are proposed. Languages differ on English vowels, so there are two for Cyrillic.
    static let all: [LetterSpelling] = [
        cyrillic, cyrillicBySound, ukrainian, greek, arabic, persian, hebrew, devanagari, katakana, hangul,
    ]

    @Sendable private static func capitalised(_ word: String) -> String {
        word.prefix(1).uppercased() + word.dropFirst()
    }

    private static let cyrillicGroups = """
        a:а b:б c:к d:д e:е f:ф g:г h:х i:и j:дж k:к l:л m:м n:н o:о p:п q:к r:р s:с t:т u:у v:в w:в x:кс y:и z:з
        ch:ч sh:ш zh:ж kh:х ph:ф th:т ck:к sch:ш tch:ч shch:щ oo:у ee:и ou:у ya:я yu:ю yo:ё ye:е ts:ц tz:ц qu:кв
        ce:се ci:си cy:си ai:ай ei:ей oi:ой ay:ей ey:и oy:ой ia:ия ie:и ja:ья
        """

    private static let cyrillic = LetterSpelling(
        "Russian", script: "Cyrillic", groups: cyrillicGroups, atStart: "e:э w:у wh:у wr:р kn:н ye:е",
        finish: capitalised)

    private static let cyrillicBySound = LetterSpelling(
        "Russian, by English sounds", script: "Cyrillic",
        groups: cyrillicGroups
            + " um:ам un:ан up:ап us:ас ut:ат uck:ак ub:аб ud:ад ull:алл ig:иг igh:ай a:э er:ер",
        atStart: "e:э w:у j:дж", finish: capitalised)

    private static let ukrainian = LetterSpelling(
        "Ukrainian", script: "Cyrillic",
        groups: cyrillicGroups + " g:ґ h:г i:і e:е y:і ye:є ia:ія ie:і ci:сі ee:і", atStart: "e:е w:в",
        finish: {
            capitalised($0.replacing("и", with: "і").replacing("ё", with: "йо").replacing("э", with: "е"))
        })

    private static let greek = LetterSpelling(
        "Greek", script: "Greek",
        groups: """
            a:α b:μπ c:κ d:ντ e:ε f:φ g:γκ h:χ i:ι j:τζ k:κ l:λ m:μ n:ν o:ο p:π q:κ r:ρ s:σ t:τ u:ου v:β w:ου x:ξ y:ι
            z:ζ ch:τσ sh:σ zh:ζ kh:χ ph:φ th:θ ck:κ sch:σ oo:ου ee:ι ou:ου ts:τσ tz:τζ qu:κου ce:σε ci:σι um:αμ
            """, finish: { word in capitalised(word.hasSuffix("σ") ? word.dropLast() + "ς" : word) })

    private static let arabicGroups = """
        a:ا b:ب c:ك d:د e: f:ف g:غ h:ه i:ي j:ج k:ك l:ل m:م n:ن o:و p:ب q:ق r:ر s:س t:ت u:و v:ف w:و x:كس y:ي z:ز
        ch:تش sh:ش zh:ج kh:خ gh:غ ph:ف th:ث dh:ذ ck:ك sch:ش oo:و ee:ي ou:و ts:تس tz:تز qu:كو ce:س ci:سي um:ام ei:اي
        ai:اي
        """

    private static let arabic = LetterSpelling(
        "Arabic", script: "Arabic", groups: arabicGroups, atStart: "e:إ i:إي o:أو u:أو a:أ")

    private static let persian = LetterSpelling(
        "Persian", script: "Arabic",
        groups: arabicGroups + " p:پ ch:چ zh:ژ g:گ v:و k:ک c:ک ck:ک i:ی y:ی ee:ی ci:سی ei:ی ai:ای",
        atStart: "e:ا i:ای o:او u:او a:آ")

    private static let hebrew = LetterSpelling(
        "Hebrew", script: "Hebrew",
        groups: """
            a:א b:ב c:ק d:ד e: f:פ g:ג h:ה i:י j:ג' k:ק l:ל m:מ n:נ o:ו p:פ q:ק r:ר s:ס t:ט u:ו v:ב w:וו x:קס y:י z:ז
            ch:צ' sh:ש zh:ז' kh:ח ph:פ th:ת ck:ק sch:ש oo:ו ee:י ou:ו ts:צ tz:צ qu:קוו ce:ס ci:סי um:אמ
            """, atStart: "e:א i:אי o:או u:או",
        finish: { word in
            let ends: [Character: Character] = ["כ": "ך", "מ": "ם", "נ": "ן", "צ": "ץ"]
            guard let last = word.last, let end = ends[last] else { return word }
            return word.dropLast() + String(end)
        })

    /// Consonants carry a virama until a vowel takes its place.
    private static let devanagari = LetterSpelling(
        "Hindi", script: "Devanagari",
        groups: """
            a:ा b:ब् c:क् d:ड् e:े f:फ़् g:ग् h:ह् i:ि j:ज् k:क् l:ल् m:म् n:न् o:ो p:प् q:क् r:र् s:स् t:ट् u:ु v:व् w:व् x:क्स् y:ी z:ज़्
            ch:च् sh:श् zh:झ् kh:ख् gh:घ् ph:फ़् th:थ् dh:ध् bh:भ् ck:क् sch:श् oo:ू ee:ी ou:ाउ ts:त्स् qu:क्व् ce:से ci:सि
            """, atStart: "a:आ e:ए i:इ o:ओ u:उ",
        finish: { word in
            var scalars = Array(word.unicodeScalars)
            let virama: Unicode.Scalar = "\u{94D}"
            let signs: Set<Unicode.Scalar> = ["ा", "ि", "ी", "ु", "ू", "े", "ो"]
            for index in scalars.indices.reversed().dropFirst()
            where scalars[index] == virama && signs.contains(scalars[index + 1]) {
                scalars.remove(at: index)
            }
            if scalars.last == virama { scalars.removeLast() }
            return String(String.UnicodeScalarView(scalars))
        })

    private static let katakana = LetterSpelling(
        "Katakana", script: "Kana", groups: LatinKana.groups,
        finish: { $0.replacing("ンン", with: "ン") })

    private static let hangul = LetterSpelling(
        "Hangul", script: "Hangul", groups: LatinHangul.groups, finish: LatinHangul.composed)
}
