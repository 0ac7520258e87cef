/// One syllable of pinyin, taken apart the way the transcription systems are.
struct PinyinSyllable: Sendable, Equatable {
    /// `zh`, `b`; empty when the syllable begins with its vowel.
    var initial: String
    /// As after an initial, with ü where it is one: `yuan` is `üan`, `wei` is `ui`, `ju` ends in `ü`.
    var final: String

    /// A word of pinyin without tones as syllables: `jinping` is `jin` and `ping`.
    ///
    /// - Returns: nil when it is none. Of several readings the one with the longest first syllables.
    static func syllables(of word: String) -> [PinyinSyllable]? {
        let letters = Array(word.lowercased().replacing("v", with: "ü").filter { $0 != "'" && $0 != "’" })
        guard (1...24).contains(letters.count) else { return nil }
        return syllables(letters[...])
    }

    private static func syllables(_ letters: ArraySlice<Character>) -> [PinyinSyllable]? {
        if letters.isEmpty { return [] }
        for count in stride(from: min(6, letters.count), through: 1, by: -1) {
            guard let first = PinyinSyllable(String(letters.prefix(count))),
                let rest = syllables(letters.dropFirst(count))
            else { continue }
            return [first] + rest
        }
        return nil
    }

    /// - Returns: nil for what is no syllable of Mandarin.
    init?(_ text: String) {
        if let final = Self.withoutInitial[text] {
            self.init(initial: "", final: final)
            return
        }
        let initial = Self.initials.first { text.hasPrefix($0) }
        guard let initial, let finals = Self.finals[initial] else { return nil }
        var final = String(text.dropFirst(initial.count))
        if "jqx".contains(initial), final.hasPrefix("u") { final = "ü" + final.dropFirst() }
        guard finals.contains(final) else { return nil }
        self.init(initial: initial, final: final)
    }

    private init(initial: String, final: String) {
        self.initial = initial
        self.final = final
    }

    private static let initials = [
        "zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r", "z", "c",
        "s",
    ]

    private static let withoutInitial = pairs(
        """
        a:a o:o e:e ai:ai ei:ei ao:ao ou:ou an:an en:en ang:ang eng:eng er:er yi:i ya:ia ye:ie yao:iao you:iu
        yan:ian yin:in yang:iang ying:ing yong:iong wu:u wa:ua wo:uo wai:uai wei:ui wan:uan wen:un wang:uang
        weng:ueng yu:ü yue:üe yuan:üan yun:ün
        """)

    /// The finals that each initial takes.
    private static let finals: [String: Set<String>] = {
        let labial = "a o ai ei ao ou an en ang eng i ie iao iu ian in ing u"
        let dental = "a e ai ei ao ou an en ang eng ong i ia ie iao iu ian in iang ing u uo ui uan un ü üe"
        let back = "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang"
        let front = "i ia ie iao iu ian in iang ing iong ü üe üan ün"
        let sibilant = back + " i"
        var finals: [String: Set<String>] = [:]
        for (initials, list) in [
            ("b p m f", labial), ("d t n l", dental), ("g k h", back), ("j q x", front),
            ("zh ch sh r z c s", sibilant),
        ] {
            for initial in initials.split(separator: " ") {
                finals[String(initial)] = Set(list.split(separator: " ").map(String.init))
            }
        }
        return finals
    }()
}

extension PinyinSyllable {
    /// As written in pinyin, without tones.
    var text: String {
        guard initial.isEmpty else {
            return initial + ("jqx".contains(initial) ? final.replacing("ü", with: "u") : final)
        }
        let special = [
            "i": "yi", "in": "yin", "ing": "ying", "u": "wu", "ü": "yu", "üe": "yue", "üan": "yuan",
            "ün": "yun",
            "iu": "you", "ui": "wei", "un": "wen", "ueng": "weng",
        ]
        if let whole = special[final] { return whole }
        if final.hasPrefix("i") { return "y" + final.dropFirst() }
        if final.hasPrefix("u") { return "w" + final.dropFirst() }
        return final
    }
}

/// `a:b c:d` as a dictionary; parts are separated by white space.
func pairs(_ written: String) -> [String: String] {
    var pairs: [String: String] = [:]
    // By code points: a vowel sign behind a colon is one `Character` with it.
    for part in written.unicodeScalars.split(whereSeparator: { $0.properties.isWhitespace }) {
        guard let colon = part.firstIndex(of: ":") else { continue }
        let value = part[part.index(after: colon)...]
        pairs[String(String.UnicodeScalarView(part[..<colon]))] = String(String.UnicodeScalarView(value))
    }
    return pairs
}
