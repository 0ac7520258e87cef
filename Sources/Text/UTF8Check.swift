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
}

/// Reads a byte string as UTF-8: a word at a time, and only where that fails character by character.
///
/// Well-formed as Unicode's table 3-7 has it: nothing overlong, no surrogates, at most U+10FFFF.
func utf8Check(_ bytes: Span<UInt8>) -> UTF8Check {
    bytes.withUnsafeBufferPointer { buffer in
        if let check = flawlessUTF8Check(buffer) { return check }
        var check = UTF8Check()
        guard let base = buffer.baseAddress else { return check }
        let raw = UnsafeRawPointer(base)
        let count = buffer.count
        var position = 0
        while position < count {
            let lead = buffer[position]
            if lead < 0x80 {
                if lead == 0x1B { check.hasEscape = true }
                position += 1
                while position + 8 <= count {
                    let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
                    let ones: UInt64 = 0x0101_0101_0101_0101
                    // Stop at the first byte ≥ 0x80 or equal to escape (a zero byte after the exclusive or).
                    let escape = word ^ (0x1B * ones)
                    if (word | ((escape &- ones) & ~escape)) & (0x80 * ones) != 0 { break }
                    position += 8
                }
                continue
            }
            if position + 8 <= count {
                // Letters of two or three bytes come in runs: four of the one or two of the other at a time.
                let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
                if word & 0xC0E0_C0E0_C0E0_C0E0 == 0x80C0_80C0_80C0_80C0,
                    word & 0x1E != 0, word & 0x1E_0000 != 0, word & 0x1E_0000_0000 != 0,
                    word & 0x1E_0000_0000_0000 != 0
                {
                    check.sequences += 4
                    position += 8
                    continue
                }
                if word & 0xC0C0_F0C0_C0F0 == 0x8080_E080_80E0 {
                    // E0 and ED forbid some second bytes; leave them to the slow way.
                    let first = UInt8(truncatingIfNeeded: word),
                        second = UInt8(truncatingIfNeeded: word >> 24)
                    if first != 0xE0, first != 0xED, second != 0xE0, second != 0xED {
                        check.sequences += 2
                        position += 6
                        continue
                    }
                }
            }
            switch sequence(at: position, in: buffer) {
            case .wellFormed(let length):
                check.sequences += 1
                position += length
            case .malformed:
                check.errors += 1
                position += 1
            case .torn(let length):
                check.errors += 1
                check.torn += 1
                position += length
            case .cutOff:
                check.isCutOff = true
                position = count
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
