/// A set of the first bytes of many byte strings that may say yes too often but never no too often: one load and one test.
struct KeyFilter: Sendable {
    private let keyBytes: Int
    private var bits: [UInt64] = [0]
    private var shift: UInt64 = 63

    /// - Parameter keyBytes: bytes of each string that count, 1…8; shorter strings allow any rest.
    init(keyBytes: Int) {
        self.keyBytes = keyBytes
    }

    /// Takes the beginnings of all the strings.
    ///
    /// At 32 bits a string one place in 32 is let through by mistake; past half a megabyte the cache costs more than
    /// mistakes do.
    mutating func fill(_ patterns: some Sequence<[UInt8]>) {
        let patterns = Array(patterns)
        let width = min(22, max(10, Int.bitWidth - (patterns.count * 32).leadingZeroBitCount))
        shift = UInt64(64 - width)
        bits = Array(repeating: 0, count: 1 << (width - 6))
        for pattern in patterns {
            var key: UInt64 = 0
            for (index, byte) in pattern.prefix(keyBytes).enumerated() {
                key |= UInt64(byte) << UInt64(index * 8)
            }
            let missing = keyBytes - min(pattern.count, keyBytes)
            // Only strings of one byte have a byte missing: every next byte is possible.
            for rest in 0..<(missing > 0 ? UInt64(256) : 1) {
                let place = Self.place(of: key | rest << UInt64(8 * pattern.count), shift: shift)
                bits[Int(place >> 6)] |= 1 << (place & 63)
            }
        }
    }

    /// Calls `body` with a filter that is not copied or counted while it works.
    @inline(__always)
    func withBits<Result>(_ body: (Bits) -> Result) -> Result {
        let mask: UInt64 = keyBytes == 8 ? .max : (1 << UInt64(keyBytes * 8)) - 1
        return bits.withUnsafeBufferPointer { body(Bits(words: $0, mask: mask, shift: shift)) }
    }

    struct Bits {
        let words: UnsafeBufferPointer<UInt64>
        let mask: UInt64
        let shift: UInt64

        /// - Parameter word: eight bytes of a text, the first the lowest.
        @inline(__always)
        func mayHave(_ word: UInt64) -> Bool {
            let place = KeyFilter.place(of: word & mask, shift: shift)
            return words[Int(truncatingIfNeeded: place >> 6)] >> (place & 63) & 1 != 0
        }
    }

    @inline(__always)
    private static func place(of key: UInt64, shift: UInt64) -> UInt64 {
        (key &* 0x9E37_79B9_7F4A_7C15) &>> shift
    }
}
