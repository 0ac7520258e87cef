import Text

/// How much of a text a token is, in seventy-secondths of a word of a script with spaces.
///
/// A sketch's token is 32 bits: 29 of hash and, in the lowest three, its kind. A shingle is the shortest run from its
/// first token on that reaches five words: five words, eight Chinese characters, nine kana, eighteen Thai letters, or
/// any mixture in proportion. A number weighs less than a word, so that a written date alone never fills a shingle.
enum TokenKind: UInt32 {
    case word, number, han, kana, letter
}

/// Units of a word.
let unitsPerWord = 72
/// Units of a token by its kind. The three kinds that do not exist count as words, should a damaged sketch have them.
let unitsOfKind: [Int] = [72, 45, 45, 40, 20, 72, 72, 72]

/// Units of a token.
@inline(__always)
func units(of token: UInt32) -> Int { unitsOfKind[Int(token & 7)] }

@inline(__always)
func isNumber(_ token: UInt32) -> Bool { token & 7 == TokenKind.number.rawValue }

@inline(__always)
func sketchToken(hash: UInt64, script: ScriptClass) -> UInt32 {
    let kind: TokenKind =
        switch script {
        case .number: .number
        case .han: .han
        case .kana: .kana
        case .thai, .lao, .khmer, .burmese: .letter
        default: .word
        }
    return UInt32(truncatingIfNeeded: hash >> 32) & ~7 | kind.rawValue
}
