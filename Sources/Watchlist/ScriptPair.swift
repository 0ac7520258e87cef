/// Two alphabets of one language, letter for letter: a word given in one is looked for in the other too, in
/// articles of the languages that are written in both.
enum ScriptPair: UInt8, Sendable {
    case serbian

    /// The pairs that count in a language.
    static func pairs(of language: String?) -> [ScriptPair] {
        switch primarySubtag(of: language) {
        case "sr", "bs", "hr", "cnr", "sh": [.serbian]
        default: []
        }
    }

    /// The word in the other alphabets; empty when it has letters that are in none.
    static func others(of text: String) -> [(pair: ScriptPair, text: String)] {
        SerbianAlphabets.other(text).map { [(.serbian, $0)] } ?? []
    }
}
