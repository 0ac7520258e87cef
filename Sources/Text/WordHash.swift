/// A 64-bit hash of a word's folded bytes that never changes, so that sketches made of it can be stored.
///
/// Multiply-and-fold over eight bytes at a time, in the manner of wyhash (Wang Yi). Not keyed: whoever stores what
/// hostile text could collide on mixes a secret in.
package func wordHash(of bytes: [UInt8]) -> UInt64 {
    bytes.withUnsafeBytes { wordHash(of: $0[...]) }
}

@inline(__always)
func wordHash(of slice: Slice<UnsafeRawBufferPointer>) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(rebasing: slice)
    var hash: UInt64 = 0xA076_1D64_78BD_642F ^ UInt64(bytes.count)
    var position = 0
    while position + 8 <= bytes.count {
        let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
        hash = foldedProduct(hash ^ word, 0xE703_7ED1_A0B4_28DB)
        position += 8
    }
    var rest: UInt64 = 0
    while position < bytes.count {
        rest = rest << 8 | UInt64(bytes[position])
        position += 1
    }
    return foldedProduct(hash ^ rest, 0x8EBC_6AF0_9C88_C6E3) ^ hash
}

@inline(__always)
private func foldedProduct(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let product = first.multipliedFullWidth(by: second)
    return product.high ^ product.low
}
