import Text

/// A set of word endings in folded bytes. The empty ending belongs to every set.
struct Endings: Sendable {
    /// No ending but the empty one.
    static let none = Endings(hashes: [], maxBytes: 0)

    /// By hash: endings are ours, so nobody chooses them to collide.
    private let hashes: Set<UInt64>
    /// Length of the longest.
    let maxBytes: Int

    private init(hashes: Set<UInt64>, maxBytes: Int) {
        self.hashes = hashes
        self.maxBytes = maxBytes
    }

    /// Endings as in a grammar, with accents, separated by spaces.
    ///
    /// - Parameter stems: what may stand before each ending, as the `ов` of possessives; `-` is nothing.
    init(_ written: String, after stems: String = "-", folding: Folding) {
        var hashes: Set<UInt64> = []
        var maxBytes = 0
        for stem in stems.split(separator: " ") {
            for ending in written.split(separator: " ") {
                let text = (stem == "-" ? "" : stem) + (ending == "-" ? "" : ending)
                let bytes = folding.foldedBytes(Array(text.utf8))
                guard !bytes.isEmpty else { continue }
                hashes.insert(Endings.hash(of: bytes[...]))
                maxBytes = max(maxBytes, bytes.count)
            }
        }
        self.init(hashes: hashes, maxBytes: maxBytes)
    }

    func union(_ other: Endings) -> Endings {
        Endings(hashes: hashes.union(other.hashes), maxBytes: max(maxBytes, other.maxBytes))
    }

    func contains(_ ending: ArraySlice<UInt8>) -> Bool {
        if ending.isEmpty { return true }
        return ending.count <= maxBytes && hashes.contains(Endings.hash(of: ending))
    }

    /// FNV-1a, 64 bits (Fowler, Noll, Vo).
    private static func hash(of bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { hash, byte in (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
}
