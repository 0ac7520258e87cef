/// Fingerprint → facts and postings: 1,024 small hash tables, so that no growth ever takes long.
///
/// Twelve bytes an entry, linear probing, at most four fifths full.
struct FingerprintTable {
    struct Entry {
        /// 0 marks a free place.
        var fingerprint: UInt32 = 0
        /// Where its postings are: see ``PostingLists``.
        var postings: UInt32 = PostingLists.none
        var facts = FingerprintFacts(bits: 0)
    }

    private var shards: [Shard] = .init(repeating: Shard(), count: 1024)

    /// Number of fingerprints known.
    var count: Int { shards.reduce(0) { $0 + $1.count } }
    /// Bytes of all places, used and free.
    var byteCount: Int { shards.reduce(0) { $0 + $1.entries.count * MemoryLayout<Entry>.stride } }

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

    /// Keeps the entries for which `keeps` says so; it may change them.
    mutating func filter(_ keeps: (inout Entry) -> Bool) {
        for index in shards.indices { shards[index].filter(keeps) }
    }
}

extension FingerprintTable {
    private struct Shard {
        var entries: [Entry] = []
        var count = 0

        /// The place a fingerprint would like best: its lower 22 bits, scaled to the capacity.
        @inline(__always)
        static func home(of fingerprint: UInt32, capacity: Int) -> Int {
            Int((UInt64(fingerprint << 10) &* UInt64(capacity)) >> 32)
        }

        @inline(__always)
        func entry(of fingerprint: UInt32) -> Entry? {
            entries.withUnsafeBufferPointer { entries in
                guard entries.count > 0 else { return nil }
                var index = Self.home(of: fingerprint, capacity: entries.count)
                while entries[index].fingerprint != 0 {
                    if entries[index].fingerprint == fingerprint { return entries[index] }
                    index += 1
                    if index == entries.count { index = 0 }
                }
                return nil
            }
        }

        @inline(__always)
        mutating func update(_ fingerprint: UInt32, _ body: (inout Entry, _ isNew: Bool) -> Void) {
            if count * 5 >= entries.count * 4 { grow() }
            entries.withUnsafeMutableBufferPointer { entries in
                var index = Self.home(of: fingerprint, capacity: entries.count)
                while entries[index].fingerprint != 0 {
                    if entries[index].fingerprint == fingerprint { return body(&entries[index], false) }
                    index += 1
                    if index == entries.count { index = 0 }
                }
                entries[index].fingerprint = fingerprint
                count += 1
                body(&entries[index], true)
            }
        }

        mutating func grow() {
            refill(capacity: max(16, entries.count + entries.count / 4)) { _ in true }
        }

        mutating func filter(_ keeps: (inout Entry) -> Bool) {
            refill(capacity: entries.count, keeping: keeps)
        }

        private mutating func refill(capacity: Int, keeping keeps: (inout Entry) -> Bool) {
            let old = entries
            entries = .init(repeating: Entry(), count: capacity)
            count = 0
            for var entry in old where entry.fingerprint != 0 {
                guard keeps(&entry) else { continue }
                var index = Self.home(of: entry.fingerprint, capacity: capacity)
                while entries[index].fingerprint != 0 {
                    index += 1
                    if index == capacity { index = 0 }
                }
                entries[index] = entry
                count += 1
            }
        }
    }
}
