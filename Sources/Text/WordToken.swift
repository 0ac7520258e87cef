/// A word, a number, or one code point of a script written without spaces.
package struct WordToken: Sendable, Equatable {
    /// Where it begins in the folded bytes.
    package let start: UInt32
    /// Its length in bytes.
    package let count: UInt32
    /// The same for the same folded bytes, on every machine and in every version: it may be stored.
    package let hash: UInt64
    package let script: ScriptClass

    package var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
}

/// The kind of writing a token is in, as far as splitting and matching differ by it.
package enum ScriptClass: UInt8, Sendable, CaseIterable {
    /// Nothing of a word: space, punctuation, symbols. No token has it.
    case none
    case number
    case latin, greek, cyrillic, armenian, georgian, hebrew, arabic, ethiopic, hangul
    case devanagari, bengali
    /// The other scripts of India and Sri Lanka.
    case indic
    case tibetan
    /// Letters of any other script with spaces.
    case other
    /// The scripts without spaces come last: splitting asks only whether a script is below these.
    case han, kana, thai, lao, khmer, burmese

    /// Whether its words are separated by spaces or marks; otherwise every code point is a token.
    package var hasSpaces: Bool {
        rawValue < ScriptClass.han.rawValue
    }
}
