import Text

/// Tells of nearly every place of a text that no pattern begins there, with one load or two.
///
/// Patterns are sorted by their first letters into words of 64 bits: the first four bytes of ASCII, the first six of
/// other letters. A pattern's bit in its word is chosen by a hash of its first 8, 6 or 4 bytes. What is shorter goes by its
/// first two bytes. A blocked Bloom filter (Putze, Sanders, Singler, "Cache-, hash- and space-efficient Bloom filters", 2007).
struct PlaceGate: Sendable {
    private var words: [UInt64]
    private let shift: UInt64
    /// By the first two bytes, the first the lower: whether a pattern of fewer bytes than sort it begins so.
    private var short = [UInt64](repeating: 0, count: 1 << 10)
    /// By code point: the raw values of ``ScriptClass``, and ``begins`` where a pattern begins with it.
    private var characters: [UInt8]

    /// Set where a pattern begins with a character.
    static let begins: UInt8 = 0x80
    /// Past a quarter of a megabyte the cache costs more than mistakes do.
    private static let maxWidth = 15

    init(_ patterns: [[UInt8]]) {
        let width = min(Self.maxWidth, max(6, Int.bitWidth - (patterns.count / 2).leadingZeroBitCount))
        shift = UInt64(64 - width)
        words = Array(repeating: 0, count: 1 << width)
        characters = ScriptTable.classes
        for pattern in patterns { insert(pattern) }
    }

    private mutating func insert(_ pattern: [UInt8]) {
        var key: UInt64 = 0
        for (index, byte) in pattern.prefix(8).enumerated() { key |= UInt64(byte) << UInt64(index * 8) }
        if let first = firstScalar(of: pattern), first.value < 0x10000 {
            characters[Int(first.value)] |= Self.begins
        }
        let isASCII = pattern[0] < 0x80
        switch pattern.count {
        case 8...: set(key, bits: View.bit(of: key), isASCII: isASCII)
        case 6...: set(key, bits: View.bit(of: key & View.sixBytes), isASCII: isASCII)
        case 4... where isASCII: set(key, bits: View.bit(of: key & View.fourBytes), isASCII: true)
        case 1:
            for rest in 0..<256 { short[rest << 2 | Int(key >> 6)] |= 1 << (key & 63) }
        default:
            short[Int(key & 0xFFFF) >> 6] |= 1 << (key & 63)
        }
    }

    private mutating func set(_ key: UInt64, bits: UInt64, isASCII: Bool) {
        words[View.word(of: key, isASCII: isASCII, shift: shift)] |= bits
    }

    /// Calls `body` with the gate as it lies in memory.
    @inline(__always)
    func withView(_ body: (View) -> Void) {
        words.withUnsafeBufferPointer { words in
            short.withUnsafeBufferPointer { short in
                characters.withUnsafeBufferPointer { characters in
                    body(View(words: words, short: short, characters: characters, shift: shift))
                }
            }
        }
    }

    /// Widths of the lanes that may have something: bits 3 to 1 for 8, 6 and 4 bytes, bit 0 for all that is shorter.
    typealias Lanes = UInt8

    /// The gate while ``withView(_:)`` works. Unsafe buffers because every byte of every article passes here.
    struct View {
        fileprivate let words: UnsafeBufferPointer<UInt64>
        fileprivate let short: UnsafeBufferPointer<UInt64>
        let characters: UnsafeBufferPointer<UInt8>
        fileprivate let shift: UInt64

        fileprivate static let sixBytes: UInt64 = 0xFFFF_FFFF_FFFF
        fileprivate static let fourBytes: UInt64 = 0xFFFF_FFFF

        @inline(__always)
        fileprivate static func word(of key: UInt64, isASCII: Bool, shift: UInt64) -> Int {
            let first = key & (isASCII ? fourBytes : sixBytes)
            return Int(truncatingIfNeeded: (first &* 0x9E37_79B9_7F4A_7C15) &>> shift)
        }

        @inline(__always)
        fileprivate static func bit(of key: UInt64) -> UInt64 {
            1 &<< ((key &* 0xD6E8_FEB8_6659_FD93) &>> 58)
        }

        /// - Parameter key: eight bytes of the text, the first the lowest.
        @inline(__always)
        func lanes(for key: UInt64, isASCII: Bool) -> Lanes {
            let word = words[Self.word(of: key, isASCII: isASCII, shift: shift)]
            let isShort = short[Int(truncatingIfNeeded: key & 0xFFFF) &>> 6] &>> (key & 63) & 1
            if word == 0 { return Lanes(truncatingIfNeeded: isShort) }
            var lanes = Lanes(truncatingIfNeeded: isShort)
            if word & Self.bit(of: key) != 0 { lanes |= 8 }
            if word & Self.bit(of: key & Self.sixBytes) != 0 { lanes |= 4 }
            if isASCII, word & Self.bit(of: key & Self.fourBytes) != 0 { lanes |= 2 }
            return lanes
        }
    }
}
