import Foundation

/// Two alphabets of one language, letter for letter: a word given in one is looked for in the other too, in
/// articles of the languages that are written in both.
struct ScriptPairs: OptionSet, Sendable {
    let rawValue: UInt8

    static let serbian = ScriptPairs(rawValue: 1)
    static let kazakh = ScriptPairs(rawValue: 2)

    /// The pairs that count in a language.
    static func pairs(of language: String?) -> ScriptPairs {
        switch primarySubtag(of: language) {
        case "sr", "bs", "hr", "cnr", "sh": .serbian
        case "kk": .kazakh
        default: []
        }
    }

    /// The word in the other alphabets; empty when it has letters that are in none.
    static func others(of text: String) -> [(pair: ScriptPairs, text: String)] {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return serbian(ofPlain: text) }
        // Most other words are of another script.
        guard PairedLetter.mayTurn(text.unicodeScalars) else { return [] }
        let hasMarks = text.unicodeScalars.contains { (0x300...0x36F).contains($0.value) }
        let composed = hasMarks ? text.precomposedStringWithCanonicalMapping : text
        let letters = composed.unicodeScalars.map(PairedLetter.init)
        let serbian = SerbianAlphabets.others(of: letters).map { (pair: ScriptPairs.serbian, text: $0) }
        return serbian + KazakhAlphabets.others(of: letters).map { (.kazakh, $0) }
    }

    /// An ASCII word in Serbian letters: none for one with letters that Serbian has not, or twice the same, as foreign
    /// words have.
    private static func serbian(ofPlain text: String) -> [(pair: ScriptPairs, text: String)] {
        var last: UInt8 = 0
        for byte in text.utf8 {
            let letter = byte | 0x20
            if letter == last && letter >= 0x61 || letter == UInt8(ascii: "q") || letter &- 0x77 < 3 {
                return []
            }
            last = letter
        }
        return SerbianAlphabets.others(of: text.unicodeScalars.map(PairedLetter.init)).map { (.serbian, $0) }
    }
}

/// A letter in lower case, and what it was. `String`'s own functions are slow where ten thousand words are turned.
struct PairedLetter {
    let lower: Unicode.Scalar
    let isUpper: Bool
    let isLetter: Bool

    init(_ scalar: Unicode.Scalar) {
        let code = scalar.value
        let lowered: UInt32 =
            switch code {
            case 0x41...0x5A, 0xC0...0xDE, 0x0410...0x042F: code + 0x20
            case 0x0400...0x040F: code + 0x50
            case 0x0130: 0x69
            case 0x0100...0x0137, 0x014A...0x0177, 0x048A...0x04BF, 0x04D0...0x052F: code | 1
            case 0x0139...0x0148, 0x0179...0x017E: code + (code & 1)
            default: code
            }
        lower = Unicode.Scalar(lowered) ?? scalar
        isUpper = lowered != code
        isLetter = code < 0x80 ? lower.value &- 0x61 < 26 : scalar.properties.isAlphabetic
    }

    /// Whether a word may be turned at all: it has Cyrillic letters, or Latin ones with a mark, and none of other scripts.
    static func mayTurn(_ word: String.UnicodeScalarView) -> Bool {
        var mayTurn = false
        for scalar in word where scalar.value >= 0x80 {
            switch scalar.value {
            case 0xC0...0x24F, 0x300...0x36F, 0x400...0x52F: mayTurn = true
            case 0x250...0x1FFF, 0x2C00...: return false
            default: break
            }
        }
        return mayTurn
    }
}

extension String {
    /// Appends a letter's counterpart with a capital where the letter had one.
    mutating func append(_ counterpart: String, like letter: PairedLetter) {
        self += letter.isUpper ? counterpart.prefix(1).uppercased() + counterpart.dropFirst() : counterpart
    }
}
