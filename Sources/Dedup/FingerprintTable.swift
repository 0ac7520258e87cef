/// Fingerprint → facts and postings: 1,024 small hash tables, so that no growth ever takes long.
///
/// Twelve bytes an entry, at most six sevenths full. Ordered linear probing (Amble and Knuth, 1974): the place a
/// fingerprint would like best grows with the fingerprint and entries stand in ascending order, so a search ends at
/// the first larger one, found or not.
///
/// The entries are memory of its own, because each look-up misses the cache, and an array's header would be a second miss.
// Unchecked: the memory belongs to this value alone, which cannot be copied.
struct FingerprintTable: ~Copyable, @unchecked Sendable {
    struct Entry: BitwiseCopyable {
        /// ``FingerprintTable/free`` marks a free place.
        var fingerprint: UInt32 = FingerprintTable.free
        /// Where its postings are: see ``PostingLists``.
        var postings: UInt32 = PostingLists.none
        var facts = FingerprintFacts(bits: 0)
    }

    /// No fingerprint; above all that are.
    static let free = UInt32.max
    private static let shardCount = 1024

    private let shards: UnsafeMutablePointer<Shard>

    init() {
        shards = .allocate(capacity: Self.shardCount)
        shards.initialize(repeating: Shard(), count: Self.shardCount)
    }

    deinit {
        for index in 0..<Self.shardCount { shards[index].entries?.deallocate() }
        shards.deallocate()
    }

    /// Number of fingerprints known.
    var count: Int { (0..<Self.shardCount).reduce(0) { $0 + Int(shards[$1].count) } }
    /// Bytes of all places, used and free.
    var byteCount: Int {
        (0..<Self.shardCount).reduce(0) { $0 + shards[$1].placeCount * MemoryLayout<Entry>.stride }
    }

    /// Brings the places of `fingerprints` into the cache, all at once: look-ups one after the other each wait for memory.
    ///
    /// - Returns: a number without meaning, which keeps the reads from being optimised away.
    @inline(never)
    @discardableResult
    func warm(_ fingerprints: [UInt32]) -> UInt32 {
        var read: UInt32 = 0
        for fingerprint in fingerprints { read ^= shards[Int(fingerprint >> 22)].bestPlace(for: fingerprint) }
        return read
    }

    /// What is known of `fingerprint`, nil for nothing.
    @inline(__always)
    func entry(of fingerprint: UInt32) -> Entry? {
        shards[Int(fingerprint >> 22)].entry(of: fingerprint)
    }

    /// Calls `body` with the entry of `fingerprint`, which is made when there is none.
    @inline(__always)
    mutating func update(_ fingerprint: UInt32, _ body: (inout Entry, _ isNew: Bool) -> Void) {
        shards[Int(fingerprint >> 22)].update(fingerprint, body)
    }

    /// The table lies in so many parts.
    static var partCount: Int { shardCount }

    func count(inPart part: Int) -> Int { Int(shards[part].count) }

    /// Keeps the entries of a part for which `keeps` says so; it may change them.
    mutating func filter(part: Int, _ keeps: (inout Entry) -> Bool) { shards[part].filter(keeps) }
}

extension FingerprintTable {
    func save(to writer: SnapshotWriter) throws(SnapshotError) {
        for index in 0..<Self.shardCount { try shards[index].save(to: writer) }
    }

    init(_ reader: SnapshotReader) throws(SnapshotError) {
        self.init()
        for index in 0..<Self.shardCount { shards[index] = try Shard(reader) }
    }
}

private struct Shard {
    /// `capacity` places to like, then `slack` that only take what is pushed over the end; the last is always free.
    private(set) var entries: UnsafeMutablePointer<FingerprintTable.Entry>?
    private(set) var count: UInt32 = 0
    private var capacity: UInt32 = 0
    private static let slack = 32

    var placeCount: Int { capacity == 0 ? 0 : Int(capacity) + Self.slack }

    /// The place a fingerprint would like best: its lower 22 bits, scaled to the capacity.
    @inline(__always)
    private func home(of fingerprint: UInt32) -> Int {
        Int(truncatingIfNeeded: (UInt64(fingerprint &<< 10) &* UInt64(capacity)) >> 32)
    }

    /// What stands at the place a fingerprint would like best.
    @inline(__always)
    func bestPlace(for fingerprint: UInt32) -> UInt32 {
        entries?[home(of: fingerprint)].fingerprint ?? 0
    }

    @inline(__always)
    func entry(of fingerprint: UInt32) -> FingerprintTable.Entry? {
        guard let entries else { return nil }
        let index = place(of: fingerprint, in: entries)
        return entries[index].fingerprint == fingerprint ? entries[index] : nil
    }

    /// The first place that holds no lower fingerprint.
    @inline(__always)
    private func place(of fingerprint: UInt32, in entries: UnsafeMutablePointer<FingerprintTable.Entry>)
        -> Int
    {
        var index = home(of: fingerprint)
        while entries[index].fingerprint < fingerprint { index &+= 1 }
        return index
    }

    @inline(__always)
    mutating func update(
        _ fingerprint: UInt32, _ body: (inout FingerprintTable.Entry, _ isNew: Bool) -> Void
    ) {
        while true {
            if let entries {
                let index = place(of: fingerprint, in: entries)
                if entries[index].fingerprint == fingerprint { return body(&entries[index], false) }
                if count &* 7 < capacity &* 6, insert(.init(fingerprint: fingerprint), at: index, in: entries)
                {
                    return body(&entries[index], true)
                }
            }
            grow()
        }
    }

    /// Moves the larger neighbours up by one and puts `entry` in its place; false when they would fall off the end.
    private mutating func insert(
        _ entry: FingerprintTable.Entry, at index: Int,
        in entries: UnsafeMutablePointer<FingerprintTable.Entry>
    ) -> Bool {
        var end = index
        while entries[end].fingerprint != FingerprintTable.free { end &+= 1 }
        guard end < placeCount - 1 else { return false }
        while end > index {
            entries[end] = entries[end &- 1]
            end &-= 1
        }
        entries[index] = entry
        count &+= 1
        return true
    }

    /// Small tables double; larger ones grow by a quarter, so that little of them is ever free.
    private mutating func grow() {
        let more = capacity < 1024 ? max(16, capacity) : capacity / 4
        refill(capacity: capacity + more) { _ in true }
    }

    mutating func filter(_ keeps: (inout FingerprintTable.Entry) -> Bool) {
        if capacity > 0 { refill(capacity: capacity, keeping: keeps) }
    }

    /// Copies the entries in their order, each as near to its place as the ones before allow; takes more places when the
    /// last ones are pushed off the end.
    private mutating func refill(
        capacity wanted: UInt32, keeping keeps: (inout FingerprintTable.Entry) -> Bool
    ) {
        var kept: [FingerprintTable.Entry] = []
        kept.reserveCapacity(Int(count))
        for index in 0..<placeCount {
            guard var entry = entries?[index], entry.fingerprint != FingerprintTable.free else { continue }
            if keeps(&entry) { kept.append(entry) }
        }
        entries?.deallocate()
        capacity = wanted
        count = UInt32(kept.count)
        while !place(kept) { capacity += capacity / 4 }
    }

    private mutating func place(_ kept: [FingerprintTable.Entry]) -> Bool {
        let places = UnsafeMutablePointer<FingerprintTable.Entry>.allocate(capacity: placeCount)
        places.initialize(repeating: .init(), count: placeCount)
        entries = places
        var next = 0
        for entry in kept {
            next = max(next, home(of: entry.fingerprint))
            guard next < placeCount - 1 else {
                places.deallocate()
                entries = nil
                return false
            }
            places[next] = entry
            next += 1
        }
        return true
    }
}

extension Shard {
    func save(to writer: SnapshotWriter) throws(SnapshotError) {
        try writer.write(Int(capacity))
        try writer.write(Int(count))
        try writer.write(UnsafeRawBufferPointer(UnsafeBufferPointer(start: entries, count: placeCount)))
    }

    init(_ reader: SnapshotReader) throws(SnapshotError) {
        capacity = UInt32(
            truncatingIfNeeded: try reader.count(of: MemoryLayout<FingerprintTable.Entry>.stride))
        count = UInt32(truncatingIfNeeded: try reader.number())
        guard placeCount > 0 else { return }
        let places = UnsafeMutablePointer<FingerprintTable.Entry>.allocate(capacity: placeCount)
        do {
            try reader.read(
                into: UnsafeMutableRawBufferPointer(
                    start: places, count: placeCount * MemoryLayout<FingerprintTable.Entry>.stride))
        } catch {
            places.deallocate()
            throw error
        }
        entries = places
    }
}
