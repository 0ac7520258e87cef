import Text

/// How much of a text a token is, in seventy-secondths of a word of a script with spaces.
///
/// A sketch's token is 16 bits: thirteen of keyed hash and, in the lowest three, its kind. That is little, but a token is
/// only ever compared beside a shingle that is known to be the same.
///
/// A shingle is the shortest run from its first token on that reaches five words: five words, eight Chinese
/// characters, nine kana, eighteen Thai letters, or any mixture in proportion. A number weighs less than a word, so
/// that a written date alone never fills a shingle.
enum TokenKind: UInt16 {
    case word, number, han, kana, letter

    init(_ script: ScriptClass) {
        self =
            switch script {
            case .number: .number
            case .han: .han
            case .kana: .kana
            case .thai, .lao, .khmer, .burmese: .letter
            default: .word
            }
    }
}

/// Units of a word.
let unitsPerWord = 72

/// Units of a token, by its kind. The three kinds that do not exist count as words, should a damaged sketch have them.
@inline(__always)
func units(of token: UInt16) -> Int {
    // One byte a kind: 72, 45, 45, 40, 20, 72, 72, 72.
    Int(truncatingIfNeeded: 0x4848_4814_282D_2D48 as UInt64 &>> UInt64((token & 7) &<< 3)) & 0xFF
}

@inline(__always)
func isNumber(_ token: UInt16) -> Bool { token & 7 == TokenKind.number.rawValue }

/// Tokens at the beginning that make up `words` words, or all.
func tokenCount(of tokens: [UInt16], words: Int) -> Int {
    var left = words * unitsPerWord
    for index in tokens.indices {
        left -= units(of: tokens[index])
        if left < 0 { return index }
    }
    return tokens.count
}

/// Units of a range of tokens. Unsafe buffers here and below because comparisons pass over both texts several times.
func units(in range: Range<Int>, of tokens: [UInt16]) -> Int {
    tokens.withUnsafeBufferPointer { tokens in
        var sum = 0
        for token in tokens[range] { sum &+= units(of: token) }
        return sum
    }
}

/// Numbers in a range of tokens.
func numberCount(in range: Range<Int>, of tokens: [UInt16]) -> Int {
    tokens.withUnsafeBufferPointer { tokens in
        var count = 0
        for token in tokens[range] { count &+= isNumber(token) ? 1 : 0 }
        return count
    }
}

/// Words in a range of tokens; characters of scripts without spaces count for what they are worth.
func words(in range: Range<Int>, of tokens: [UInt16]) -> Int {
    let light = unitsPerWord - units(of: TokenKind.number.rawValue)
    return (units(in: range, of: tokens) + numberCount(in: range, of: tokens) * light) / unitsPerWord
}
