/// A hash table from the names of an enumeration to its cases: one multiplication and about one comparison a look-up.
struct HTMLNameTable<Value: RawRepresentable & CaseIterable & Sendable>: Sendable
where Value.RawValue == String {
    private var keys = [UInt64](repeating: 0, count: 512)
    private var values = [Value?](repeating: nil, count: 512)

    init() {
        for value in Value.allCases where !value.rawValue.isEmpty {
            let key = packedKey(value.rawValue.utf8)
            var slot = firstSlot(key)
            while keys[slot] != 0 { slot = (slot + 1) & 511 }
            keys[slot] = key
            values[slot] = value
        }
    }

    /// - Parameter name: ASCII of any case.
    func value(named name: Slice<UnsafeBufferPointer<UInt8>>) -> Value? {
        guard name.count <= 16 else { return nil }
        let key = packedKey(name)
        var slot = firstSlot(key)
        while keys[slot] != 0 {
            // The key holds seven letters: longer names are compared whole.
            if keys[slot] == key, let value = values[slot],
                name.count <= 7 || value.rawValue.utf8.elementsEqual(name.lazy.map(lowercasedASCII))
            {
                return value
            }
            slot = (slot + 1) & 511
        }
        return nil
    }

    /// - Parameter name: NUL-terminated, as libxml2 gives it.
    func value(cString name: UnsafePointer<UInt8>) -> Value? {
        var length = 0
        while length <= 16, name[length] != 0 { length += 1 }
        return value(named: UnsafeBufferPointer(start: name, count: length)[...])
    }

    private func firstSlot(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 55)
    }
}

/// The first seven letters in lowercase, and the length.
private func packedKey(_ name: some Collection<UInt8>) -> UInt64 {
    var value: UInt64 = 0
    var length: UInt64 = 0
    for byte in name {
        length += 1
        if length <= 7 { value = value << 8 | UInt64(lowercasedASCII(byte)) }
    }
    return value << 8 | length
}
