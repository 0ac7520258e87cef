/// Bytes of a text or a table that somebody keeps where they are: slices of it are made for every word looked at, and
/// those of an array would be counted.
typealias ByteSlice = Slice<UnsafeBufferPointer<UInt8>>

/// Bytes of the common beginning, whole characters.
func commonPrefixCount<First: RandomAccessCollection, Second: RandomAccessCollection>(
    _ first: First, _ second: Second
) -> Int where First.Element == UInt8, Second.Element == UInt8, First.Index == Int, Second.Index == Int {
    var count = 0
    let end = min(first.count, second.count)
    while count < end, first[first.startIndex + count] == second[second.startIndex + count] { count += 1 }
    while count > 0,
        count < first.count && first[first.startIndex + count] & 0xC0 == 0x80
            || count < second.count && second[second.startIndex + count] & 0xC0 == 0x80
    { count -= 1 }
    return count
}

/// Code points.
func letterCount(_ bytes: some Sequence<UInt8>) -> Int {
    bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
}

/// Bytes of the last code point; 0 for nothing.
func lastLetterCount(_ bytes: some BidirectionalCollection<UInt8>) -> Int {
    var count = 0
    for byte in bytes.reversed() {
        count += 1
        if byte & 0xC0 != 0x80 { break }
    }
    return count
}

/// The first code point of valid UTF-8.
func firstScalar(of bytes: some Sequence<UInt8>) -> Unicode.Scalar? {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return scalar
}

/// The last code point of valid UTF-8.
func lastScalar(of bytes: some BidirectionalCollection<UInt8>) -> Unicode.Scalar? {
    firstScalar(of: bytes.suffix(lastLetterCount(bytes)))
}
