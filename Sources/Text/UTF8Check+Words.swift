/// The check of a text that is well-formed from beginning to end; nil for any other.
///
/// Eight bytes at a time, in the bits of one word: each must be a continuation exactly where one of the three bytes
/// before it asks for one, and be in the narrower range that E0 and ED ask of the second. Characters of four bytes,
/// which are rare, are looked at one by one.
func flawlessUTF8Check(_ buffer: UnsafeBufferPointer<UInt8>) -> UTF8Check? {
    guard let base = buffer.baseAddress, buffer.count >= 32 else { return nil }
    let raw = UnsafeRawPointer(base)
    func word(_ position: Int) -> UInt64 {
        raw.loadUnaligned(fromByteOffset: position, as: UInt64.self).littleEndian
    }
    var check = UTF8Check()
    // The first word looks back at three bytes, which must be whole characters.
    guard var position = checked(buffer, from: 0, atLeastTo: 3, into: &check) else { return nil }
    var wrong: UInt64 = 0
    var wasASCII = false
    while position + 8 <= buffer.count {
        let bytes = word(position)
        if hasEscape(bytes) { check.hasEscape = true }
        let isASCII = bytes & highBits == 0
        if !(isASCII && wasASCII) {
            let one = word(position - 1)
            let two = word(position - 2)
            let three = word(position - 3)
            let mustContinue =
                one & one << 1 | two & two << 1 & two << 2 | three & three << 1 & three << 2 & three << 3
            wrong |= (bytes & ~(bytes << 1) ^ mustContinue) & highBits
            let first = bytes & bytes << 1 & highBits
            check.sequences += first.nonzeroBitCount
            // C0 and C1 have nothing but zeros in these bits, and begin what is too long.
            wrong |= first & ~(bytes << 2) & ~isNotZero(bytes & 0x1E1E_1E1E_1E1E_1E1E)
            let threeBytes = one & one << 1 & one << 2 & ~(one << 3) & highBits
            if threeBytes != 0 {
                let low = one & 0x0F0F_0F0F_0F0F_0F0F
                wrong |= threeBytes & ~isNotZero(low) & ~(bytes << 2)
                wrong |= threeBytes & ~isNotZero(low ^ 0x0D0D_0D0D_0D0D_0D0D) & bytes << 2
            }
            if wrong != 0 { return nil }
            if first & bytes << 2 & bytes << 3 != 0, !areWellFormed(buffer, in: position..<position + 8) {
                return nil
            }
        }
        wasASCII = isASCII
        position += 8
    }
    // A character that begins in the last word and ends behind it is read again.
    for back in 1...3 where (~buffer[position - back]).leadingZeroBitCount > back {
        position -= back
        check.sequences -= 1
        break
    }
    return checked(buffer, from: position, atLeastTo: buffer.count, into: &check) == nil ? nil : check
}

/// Reads whole characters until `end` is reached; nil when one is not well-formed.
private func checked(
    _ buffer: UnsafeBufferPointer<UInt8>, from start: Int, atLeastTo end: Int, into check: inout UTF8Check
) -> Int? {
    var position = start
    while position < end {
        if buffer[position] < 0x80 {
            if buffer[position] == 0x1B { check.hasEscape = true }
            position += 1
        } else if case .wellFormed(let length) = sequence(at: position, in: buffer) {
            check.sequences += 1
            position += length
        } else {
            return nil
        }
    }
    return position
}

/// Whether the characters of four bytes that begin in a range are well-formed.
private func areWellFormed(_ buffer: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> Bool {
    range.allSatisfy { buffer[$0] < 0xF0 || sequence(at: $0, in: buffer) == .wellFormed(4) }
}

private let ones: UInt64 = 0x0101_0101_0101_0101
private let highBits: UInt64 = 0x8080_8080_8080_8080

/// Whether one of eight bytes is an escape: a zero byte after the exclusive or.
@inline(__always)
private func hasEscape(_ word: UInt64) -> Bool {
    let rest = word ^ 0x1B1B_1B1B_1B1B_1B1B
    return (rest &- ones) & ~rest & highBits != 0
}

/// The high bit of every byte that is not zero; bytes must be less than 0x80.
@inline(__always)
private func isNotZero(_ word: UInt64) -> UInt64 { (word &+ 0x7F7F_7F7F_7F7F_7F7F) & highBits }
