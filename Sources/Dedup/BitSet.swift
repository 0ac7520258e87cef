/// A set of small whole numbers, one bit each.
struct BitSet {
    private var words: [UInt64]

    /// The numbers of `0 ..< bound` that `contains` names.
    @inline(__always)
    init(_ bound: Int, where contains: (Int) -> Bool) {
        words = [UInt64](unsafeUninitializedCapacity: (bound + 63) / 64) { words, count in
            count = (bound + 63) / 64
            for word in 0..<count {
                var bits: UInt64 = 0
                let first = word &* 64
                for index in first..<min(first &+ 64, bound) {
                    bits |= (contains(index) ? 1 : 0) &<< UInt64(truncatingIfNeeded: index &- first)
                }
                words[word] = bits
            }
        }
    }

    /// All numbers of `0 ..< bound`.
    init(all bound: Int) {
        self.init(bound, where: { _ in true })
    }

    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    func contains(_ number: Int) -> Bool {
        words[number >> 6] >> UInt64(number & 63) & 1 == 1
    }

    mutating func insert(_ number: Int) {
        words[number >> 6] |= 1 &<< UInt64(truncatingIfNeeded: number & 63)
    }

    /// Calls `body` with every number, ascending.
    @inline(__always)
    func forEach(_ body: (Int) -> Void) {
        for index in words.indices {
            var bits = words[index]
            while bits != 0 {
                body(index &* 64 &+ bits.trailingZeroBitCount)
                bits &= bits &- 1
            }
        }
    }
}
