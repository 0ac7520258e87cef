/// Bytes that the clean-up of a document must look at: three characters, and what begins one that XML forbids.
struct XMLSpecials: Sendable {
    private let first, second, third: UInt8

    init(_ first: Unicode.Scalar, _ second: Unicode.Scalar, _ third: Unicode.Scalar) {
        self.first = UInt8(ascii: first)
        self.second = UInt8(ascii: second)
        self.third = UInt8(ascii: third)
    }

    /// The place of the first such byte from `start` on; `end` or more when there is none.
    ///
    /// Sixteen bytes at a time, most of a document being text.
    func next(in bytes: RawSpan, from start: Int, to end: Int) -> Int {
        var index = start
        while index + 17 <= end {
            let found = specials(
                bytes.unsafeLoadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self),
                before: bytes.unsafeLoadUnaligned(fromByteOffset: index + 1, as: SIMD16<UInt8>.self))
            let words = unsafeBitCast(found, to: SIMD2<UInt64>.self)
            if words[0] != 0 { return index + UInt64(littleEndian: words[0]).trailingZeroBitCount / 8 }
            if words[1] != 0 { return index + 8 + UInt64(littleEndian: words[1]).trailingZeroBitCount / 8 }
            index += 16
        }
        while index < end {
            let byte = bytes.unsafeLoad(fromByteOffset: index, as: UInt8.self)
            if isSpecial(byte) { return index }
            index += 1
        }
        return index
    }

    /// 0xFF for each special byte of sixteen. Of C2 and EF only those count that begin U+0080…U+009F and U+FFC0…U+FFFF.
    @inline(__always)
    private func specials(_ bytes: SIMD16<UInt8>, before next: SIMD16<UInt8>) -> SIMD16<UInt8> {
        let isCharacter =
            lanes(bytes .== SIMD16(repeating: first)) | lanes(bytes .== SIMD16(repeating: second))
            | lanes(bytes .== SIMD16(repeating: third))
        // Tabs and line feeds are the controls that may stand.
        let isControl =
            lanes(bytes .< SIMD16(repeating: 0x20))
            & lanes(bytes &- SIMD16(repeating: 0x09) .>= SIMD16(repeating: 2))
        let isMark = lanes(bytes .== SIMD16(repeating: 0xC2)) & lanes(next .< SIMD16(repeating: 0xA0))
        let isWide = lanes(bytes .== SIMD16(repeating: 0xEF)) & lanes(next .== SIMD16(repeating: 0xBF))
        return isCharacter | isControl | isMark | isWide
    }

    private func isSpecial(_ byte: UInt8) -> Bool {
        byte == first || byte == second || byte == third || byte == 0xC2 || byte == 0xEF
            || byte < 0x20 && byte != 0x09 && byte != 0x0A
    }
}

/// A comparison's outcome as bytes, 0xFF where it is true. The library's own questions about masks are answered lane by lane.
@inline(__always)
private func lanes(_ mask: SIMDMask<SIMD16<Int8>>) -> SIMD16<UInt8> {
    unsafeBitCast(mask, to: SIMD16<UInt8>.self)
}
