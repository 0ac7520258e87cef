import Text

/// Other ways that outlets write the same foreign name in the same script, as pairs of spellings that a
/// script's users take for one.
///
/// Japanese ヴァ and バ; Hebrew ב and וו for a v; the Persian letters that Arabic replaces; an Indic nasal
/// written as a dot or as a letter; Bengali æ with or without its sign.
struct NameVariants: Sendable {
    /// More spellings of one word are not made.
    static let maxVariants = 6

    private let pairs: [ScriptClass: [(from: [UInt8], to: [UInt8])]]

    init(folding: Folding) {
        func folded(_ text: String) -> [UInt8] { folding.foldedBytes(Array(text.utf8)) }
        var pairs: [ScriptClass: [(from: [UInt8], to: [UInt8])]] = [:]
        for (script, lists) in Self.spellings {
            for list in lists {
                let forms = list.split(separator: " ").map { folded(String($0)) }
                for to in forms.dropFirst() { pairs[script, default: []].append((forms[0], to)) }
                // Only what is a pair works both ways; one Persian letter stands for several Arabic ones.
                if forms.count == 2 { pairs[script, default: []].append((forms[1], forms[0])) }
            }
        }
        for (script, base) in Self.indicBlocks {
            pairs[script, default: []] += Self.nasals(base)
        }
        self.pairs = pairs
    }

    /// The other spellings of a folded word. A Hebrew v may only change within the word.
    func variants(of word: [UInt8], script: ScriptClass) -> [[UInt8]] {
        guard let pairs = pairs[script] else { return [] }
        var found: [[UInt8]] = []
        for (from, to) in pairs {
            guard let variant = replacing(from, by: to, in: word, keepsFirst: script == .hebrew) else {
                continue
            }
            if !found.contains(variant) { found.append(variant) }
            if found.count == Self.maxVariants { break }
        }
        return found
    }

    /// The word with all of one spelling replaced; nil when it has none.
    private func replacing(
        _ from: [UInt8], by to: [UInt8], in word: [UInt8], keepsFirst: Bool
    ) -> [UInt8]? {
        // Most words have none of the spellings, which is seen without making another.
        guard word.indices.contains(where: { word[$0] == from[0] && word[$0...].starts(with: from) }) else {
            return nil
        }
        var result: [UInt8] = []
        var place = 0
        while place < word.count {
            let isFound =
                word[place] == from[0] && word[place...].starts(with: from) && !(keepsFirst && place == 0)
            result += isFound ? to : [word[place]]
            place += isFound ? from.count : 1
        }
        return result == word ? nil : result
    }

    private static let spellings: [ScriptClass: [String]] = [
        .kana: ["ヴァ バ", "ヴィ ビ", "ヴェ ベ", "ヴォ ボ", "ヴ ブ", "ティ チ", "ディ ジ"],
        .hebrew: ["ב וו", "ו וו"],
        .arabic: ["پ ب", "ڤ ف", "گ ك غ ج", "چ تش ج"],
        .bengali: ["\u{09CD}\u{09AF}\u{09BE} \u{09BE}"],
    ]

    private static let indicBlocks: [(ScriptClass, UInt32)] = [
        (.devanagari, 0x0900), (.bengali, 0x0980), (.indic, 0x0A80), (.indic, 0x0C00),
    ]

    /// The dot above and the nasal of each row of consonants with a virama, before a consonant of that row.
    private static func nasals(_ base: UInt32) -> [(from: [UInt8], to: [UInt8])] {
        let rows: [(nasal: UInt32, consonants: ClosedRange<UInt32>)] = [
            (0x19, 0x15...0x18), (0x1E, 0x1A...0x1D), (0x23, 0x1F...0x22), (0x28, 0x24...0x27),
            (0x2E, 0x2A...0x2D),
        ]
        func bytes(_ codes: [UInt32]) -> [UInt8] {
            codes.compactMap { Unicode.Scalar(base + $0) }.flatMap { Array(String($0).utf8) }
        }
        return rows.flatMap { row in
            row.consonants.flatMap { consonant in
                let dotted = bytes([0x02, consonant])
                let lettered = bytes([row.nasal, 0x4D, consonant])
                return [(dotted, lettered), (lettered, dotted)]
            }
        }
    }
}
