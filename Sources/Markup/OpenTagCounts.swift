/// How many elements of each name are open, by a hash of the name: enough to drop most stray end tags, each of
/// which would make libxml2 search its whole stack.
struct OpenTagCounts {
    private var counts = [Int32](repeating: 0, count: 256)

    mutating func open(_ name: Slice<UnsafeBufferPointer<UInt8>>) {
        counts[slot(name)] &+= 1
    }

    /// Whether the element may be open.
    mutating func close(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let slot = slot(name)
        guard counts[slot] > 0 else { return false }
        counts[slot] -= 1
        return true
    }

    private func slot(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        var hash: UInt32 = 2_166_136_261
        for byte in name { hash = (hash ^ UInt32(byte | 0x20)) &* 16_777_619 }
        return Int(hash >> 24)
    }
}
