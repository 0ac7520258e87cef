/// Sixteen bytes at a time, where every byte of every article passes.
///
/// Operators take two vectors: with a vector and a number they are generic, and many times slower.

/// The 16 bytes from `place` on.
@inline(__always)
func byteBlock(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> SIMD16<UInt8> {
    bytes.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self)
}

/// The same byte 16 times.
@inline(__always)
func splat(_ byte: UInt8) -> SIMD16<UInt8> {
    SIMD16(repeating: byte)
}

/// Whether any of 16 is true. By two words of 64 bits, for asking one by one would cost more than all else.
@inline(__always)
func hasAny(_ mask: SIMDMask<SIMD16<Int8>>) -> Bool {
    let words = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
    return words[0] | words[1] != 0
}
