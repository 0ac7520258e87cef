/// A hash table from the names of an enumeration to its cases: one multiplication and about one comparison a look-up.
struct HTMLNameTable<Value: RawRepresentable & CaseIterable & Sendable>: Sendable
where Value.RawValue == String {
    private var entries = [(key: NameKey, value: Value?)](repeating: (NameKey(), nil), count: 512)

    init() {
        for value in Value.allCases where !value.rawValue.isEmpty {
            var name = value.rawValue
            let key = name.withUTF8 { NameKey($0[...]) }
            var slot = key.slot
            while entries[slot].value != nil { slot = (slot + 1) & 511 }
            entries[slot] = (key, value)
        }
    }

    /// - Parameter name: ASCII of any case.
    func value(named name: Slice<UnsafeBufferPointer<UInt8>>) -> Value? {
        guard name.count <= NameKey.longest else { return nil }
        let key = NameKey(name)
        var slot = key.slot
        while let value = entries[slot].value {
            if entries[slot].key == key { return value }
            slot = (slot + 1) & 511
        }
        return nil
    }

    /// - Parameter name: NUL-terminated, as libxml2 gives it.
    func value(cString name: UnsafePointer<UInt8>) -> Value? {
        var length = 0
        while length <= NameKey.longest, name[length] != 0 { length += 1 }
        return value(named: UnsafeBufferPointer(start: name, count: length)[...])
    }
}

/// A name of at most sixteen bytes in lowercase, none of them NUL.
private struct NameKey: Equatable {
    static let longest = 16
    private var first: UInt64 = 0
    private var second: UInt64 = 0

    init() {}

    @inline(__always)
    init(_ name: Slice<UnsafeBufferPointer<UInt8>>) {
        var index = name.startIndex
        while index < name.endIndex {
            let byte = UInt64(lowercasedASCII(name[index]))
            if index - name.startIndex < 8 { first = first << 8 | byte } else { second = second << 8 | byte }
            index += 1
        }
    }

    var slot: Int {
        Int(truncatingIfNeeded: ((first ^ second &* 31) &* 0x9E37_79B9_7F4A_7C15) >> 55)
    }
}
