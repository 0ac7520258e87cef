/// A 64-bit hash of a word's folded bytes that never changes, so that sketches made of it can be stored.
///
/// Multiply-and-fold over eight bytes at a time, in the manner of wyhash (Wang Yi). Not keyed: whoever stores what
/// hostile text could collide on mixes a secret in.
package func wordHash(of bytes: [UInt8]) -> UInt64 {
    bytes.withUnsafeBufferPointer { wordHash(of: $0, from: 0, to: bytes.count) }
}

/// The hash of `bytes[start..<end]`. The last, partial eight bytes are loaded whole where the text goes on.
@inline(__always)
func wordHash(of bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    var hash = wordHashStart(count: end &- start)
    var position = start
    while position &+ 8 <= end {
        let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
        hash = wordHash(hash, adding: word)
        position &+= 8
    }
    var rest: UInt64 = 0
    if position &+ 8 <= bytes.count {
        let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
        rest = word & ((1 &<< UInt64(8 &* (end &- position))) &- 1)
    } else {
        for index in position..<end { rest |= UInt64(bytes[index]) << UInt64(8 * (index - position)) }
    }
    return wordHash(hash, endingWith: rest)
}

/// The hash of a word of `count` bytes before any of them.
@inline(__always)
func wordHashStart(count: Int) -> UInt64 {
    0xA076_1D64_78BD_642F ^ UInt64(truncatingIfNeeded: count)
}

/// The hash with eight more bytes, the first one lowest.
@inline(__always)
func wordHash(_ hash: UInt64, adding bytes: UInt64) -> UInt64 {
    foldedProduct(hash ^ bytes, 0xE703_7ED1_A0B4_28DB)
}

/// The whole hash, given the last bytes, fewer than eight, the first one lowest and zeros above.
@inline(__always)
func wordHash(_ hash: UInt64, endingWith bytes: UInt64) -> UInt64 {
    foldedProduct(hash ^ bytes, 0x8EBC_6AF0_9C88_C6E3) ^ hash
}

@inline(__always)
private func foldedProduct(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let product = first.multipliedFullWidth(by: second)
    return product.high ^ product.low
}
