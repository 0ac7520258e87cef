/// How much of a byte string is UTF-8.
struct UTF8Check: Equatable {
    /// Well-formed characters of two bytes or more.
    var sequences = 0
    /// Places where no well-formed character begins.
    var errors = 0
    /// The last bytes begin a character that the end cuts off; not counted in `errors`.
    var isCutOff = false
    var hasEscape = false

    /// Errors that are a character begun well and broken off, as when a text was cut by bytes.
    var torn = 0

    var isValid: Bool { errors == 0 && !isCutOff }
    /// UTF-8 with some damage. Text of other charsets forms such sequences by chance, but not eight in a row for every
    /// one that fails, and hardly ever a torn one.
    var isMostlyValid: Bool {
        if errors == 0 { return isCutOff && sequences > 0 }
        return (sequences >= 2 && sequences > 8 * errors)
            || (errors == torn && (sequences > 0 || errors <= 2))
    }

    /// As ``isMostlyValid``, for a text that declares no other charset: there three characters outweigh an error, as long as
    /// errors are so few that some words pasted into it explain them all.
    var isProbablyValid: Bool {
        isMostlyValid || (sequences >= 2 && sequences > UTF8Check.fewest(for: errors) * errors)
    }

    fileprivate static func fewest(for errors: Int) -> Int { errors <= 200 ? 3 : 8 }
}

/// Reads a byte string as UTF-8: in blocks, and only where that fails character by character.
///
/// Well-formed as Unicode's table 3-7 has it: nothing overlong, no surrogates, at most U+10FFFF. Text of another charset is
/// given up, its counts unfinished, where nothing that may follow could make it ``UTF8Check/isProbablyValid``.
func utf8Check(_ bytes: Span<UInt8>) -> UTF8Check {
    bytes.withUnsafeBufferPointer { buffer in
        if let check = flawlessUTF8Check(buffer) { return check }
        var check = UTF8Check()
        check.hasEscape = buffer.contains(0x1B)
        var position = 0
        while position < buffer.count {
            guard buffer[position] >= 0x80 else {
                position += 1
                continue
            }
            switch sequence(at: position, in: buffer) {
            case .wellFormed(let length):
                check.sequences += 1
                position += length
            case .malformed:
                check.errors += 1
                position += 1
                // With an escape it matters whether any sequence comes at all.
                let possible = check.sequences + (buffer.count - position) / 2
                let wanted = UTF8Check.fewest(for: check.errors) * check.errors
                if possible <= wanted, check.sequences > 0 || !check.hasEscape { return check }
            case .torn(let length):
                check.errors += 1
                check.torn += 1
                position += length
            case .cutOff:
                check.isCutOff = true
                position = buffer.count
            }
        }
        return check
    }
}

enum UTF8Sequence: Equatable {
    case wellFormed(Int)
    case malformed
    /// Well-formed for two bytes or three, and then something else.
    case torn(Int)
    case cutOff
}

/// What begins at a byte ≥ 0x80.
@inline(__always)
func sequence(at position: Int, in buffer: UnsafeBufferPointer<UInt8>) -> UTF8Sequence {
    let lead = buffer[position]
    let left = buffer.count - position
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return .malformed
    }
    if left == 1 { return .cutOff }
    guard second.contains(buffer[position + 1]) else { return .malformed }
    var index = 2
    while index < length {
        if index == left { return .cutOff }
        guard buffer[position + index] & 0xC0 == 0x80 else { return .torn(index) }
        index += 1
    }
    return .wellFormed(length)
}
