/// The check of a text that is well-formed from beginning to end; nil for any other.
///
/// 64 bytes at a time, in vectors of sixteen: each byte must be a continuation exactly where one of the three before it
/// asks for one, and be in the narrower range that E0, ED, F0 and F4 ask of the second.
func flawlessUTF8Check(_ buffer: UnsafeBufferPointer<UInt8>) -> UTF8Check? {
    guard let base = buffer.baseAddress, buffer.count >= 80 else { return nil }
    let raw = UnsafeRawPointer(base)
    var check = UTF8Check()
    // The first block looks back at three bytes, which must be whole characters.
    guard var position = checked(buffer, from: 0, atLeastTo: 3, into: &check) else { return nil }
    var escapes = Bytes16()
    var wasASCII = false
    while position + 64 <= buffer.count {
        var all = Bytes16()
        var leads = Bytes16()
        for offset in stride(from: position, to: position + 64, by: 16) {
            let bytes = raw.loadUnaligned(fromByteOffset: offset, as: Bytes16.self)
            all |= bytes
            escapes |= lanes(bytes .== Bytes16(repeating: 0x1B))
            leads &-= lanes(bytes .>= Bytes16(repeating: 0xC0))
        }
        let isASCII = isZero(all & Bytes16(repeating: 0x80))
        // A block of ASCII may still lack what the one before it has begun.
        if !(isASCII && wasASCII) {
            var wrong = Bytes16()
            for offset in stride(from: position, to: position + 64, by: 16) {
                wrong |= wrongBytes(raw, at: offset)
            }
            guard isZero(wrong) else { return nil }
            check.sequences += sumOfSmall(leads)
        }
        wasASCII = isASCII
        position += 64
    }
    if !isZero(escapes) { check.hasEscape = true }
    // A character that begins in the last block and ends behind it is read again.
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

private typealias Bytes16 = SIMD16<UInt8>

/// Not zero for each of sixteen bytes that cannot stand behind the three before it.
@inline(__always)
private func wrongBytes(_ raw: UnsafeRawPointer, at offset: Int) -> Bytes16 {
    let bytes = raw.loadUnaligned(fromByteOffset: offset, as: Bytes16.self)
    let one = raw.loadUnaligned(fromByteOffset: offset - 1, as: Bytes16.self)
    let two = raw.loadUnaligned(fromByteOffset: offset - 2, as: Bytes16.self)
    let three = raw.loadUnaligned(fromByteOffset: offset - 3, as: Bytes16.self)
    let mustContinue =
        lanes(one .>= Bytes16(repeating: 0xC0)) | lanes(two .>= Bytes16(repeating: 0xE0))
        | lanes(three .>= Bytes16(repeating: 0xF0))
    var wrong = mustContinue ^ lanes(bytes & Bytes16(repeating: 0xC0) .== Bytes16(repeating: 0x80))
    // C0 and C1 begin what is too long, F5 and above what is no character.
    wrong |= lanes(bytes & Bytes16(repeating: 0xFE) .== Bytes16(repeating: 0xC0))
    wrong |= lanes(bytes .>= Bytes16(repeating: 0xF5))
    let isFromA0 = lanes(bytes .>= Bytes16(repeating: 0xA0))
    wrong |= lanes(one .== Bytes16(repeating: 0xE0)) & ~isFromA0
    wrong |= lanes(one .== Bytes16(repeating: 0xED)) & isFromA0
    let isFrom90 = lanes(bytes .>= Bytes16(repeating: 0x90))
    wrong |= lanes(one .== Bytes16(repeating: 0xF0)) & ~isFrom90
    wrong |= lanes(one .== Bytes16(repeating: 0xF4)) & isFrom90
    return wrong
}

/// A comparison's outcome as bytes, 0xFF where it is true. The library's own questions about masks are answered lane by lane.
@inline(__always)
private func lanes(_ mask: SIMDMask<SIMD16<Int8>>) -> Bytes16 {
    unsafeBitCast(mask, to: Bytes16.self)
}

@inline(__always)
private func isZero(_ bytes: Bytes16) -> Bool {
    let words = unsafeBitCast(bytes, to: SIMD2<UInt64>.self)
    return words[0] | words[1] == 0
}

/// The sum of sixteen numbers of at most 15 each.
@inline(__always)
private func sumOfSmall(_ bytes: Bytes16) -> Int {
    let words = unsafeBitCast(bytes, to: SIMD2<UInt64>.self)
    return Int(((words[0] &+ words[1]) &* 0x0101_0101_0101_0101) >> 56)
}
