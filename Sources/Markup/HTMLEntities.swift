/// HTML's named characters by name.
package enum HTMLEntities {
    /// What one name stands for.
    package struct Entity: Sendable, Equatable {
        package var first: UInt32
        /// The second code point of the few names that have two; else 0.
        package var second: UInt32
        /// Whether HTML reads it without its semicolon.
        package var isReadUnclosed: Bool
    }

    /// Bytes of the longest name.
    package static let longestName = 32

    /// The characters of a name without `&` and `;`; nil for an unknown one. Case counts.
    package static func named(_ name: Span<UInt8>) -> Entity? {
        var hash = NameHash()
        for index in name.indices { hash.add(name[index]) }
        return table[hash.value]
    }

    /// Keyed by a hash of the name instead of the name, so that a lookup builds no string.
    private static let table: [UInt64: Entity] = {
        var table: [UInt64: Entity] = [:]
        for entry in htmlEntityList.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
            var hash = NameHash()
            let name = entry.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "!") }
            for byte in name { hash.add(byte) }
            let codes = entry[name.endIndex...].dropFirst().split(separator: UInt8(ascii: ","))
                .compactMap { UInt32(Substring($0), radix: 16) }
            guard let first = codes.first else { continue }
            table[hash.value] = Entity(
                first: first, second: codes.count > 1 ? codes[1] : 0,
                isReadUnclosed: entry[name.endIndex] == UInt8(ascii: "!"))
        }
        return table
    }()
}

/// FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/
struct NameHash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
    }
}
