/// Which shingles of a text its sketch keeps.
///
/// - FracMinHash: every shingle whose rank is below 2³² ÷ `rate`. The same shingle is kept in every text, so shares
///   of common fingerprints are unbiased estimates of containment (Irber and others, 2022).
/// - The lead is sampled more densely: briefs and summaries are cut from it.
/// - Every stretch of `window` shingles keeps its lowest, so that two texts with a common run of twenty words
///   have a fingerprint in common (winnowing: Schleimer, Wilkerson, Aiken, SIGMOD 2003).
/// - Short texts keep their lowest `fewest`.
package struct Sampling: Sendable, Equatable {
    /// One shingle in `rate` is kept.
    package var rate = 8
    /// One in `leadRate` within the first `leadWords`.
    package var leadRate = 3
    package var leadWords = 96
    /// Shingle starts without a sample, in units.
    package var window = 15 * unitsPerWord
    package var fewest = 32
    /// Fingerprints of the longest text; the rate is doubled until they fit.
    package var most = 4096

    package init() {}

    /// The chosen shingles, distinct, in reading order: (fingerprints, positions).
    func samples(of shingles: Shingles, tokens: [UInt32]) -> (fingerprints: [UInt32], positions: [UInt16]) {
        var limit = UInt32.max / UInt32(rate)
        while true {
            let chosen = chosenStarts(in: shingles, tokens: tokens, limit: limit)
            let distinct = distinctSamples(at: chosen, in: shingles)
            if distinct.fingerprints.count <= most { return distinct }
            limit /= 2
        }
    }

    private func chosenStarts(in shingles: Shingles, tokens: [UInt32], limit: UInt32) -> [UInt16] {
        let ranks = shingles.ranks
        if ranks.count <= fewest { return (0..<UInt16(ranks.count)).map { $0 } }
        var starts: [UInt16] = []
        starts.reserveCapacity(ranks.count / 4 + fewest)
        let leadLimit = UInt32.max / UInt32(leadRate)
        var leadUnits = leadWords * unitsPerWord
        var gap = Gap(window: window)
        for start in 0..<ranks.count {
            let rank = ranks[start]
            let units = unitsOfKind[Int(tokens[start] & 7)]
            if rank < limit {
                starts.append(UInt16(start))
                gap.close(at: start)
            } else {
                let lowest = gap.lowestOfFullWindow(upTo: start, units: units, ranks: ranks, tokens: tokens)
                if leadUnits > 0, rank < leadLimit {
                    starts.append(UInt16(start))
                } else if let lowest {
                    starts.append(UInt16(lowest))
                }
            }
            leadUnits -= units
        }
        return starts.count >= fewest ? starts : lowest(of: ranks)
    }

    /// The `fewest` starts of lowest rank, ascending.
    private func lowest(of ranks: [UInt32]) -> [UInt16] {
        let order = (0..<ranks.count).sorted { (ranks[$0], $0) < (ranks[$1], $1) }
        return order.prefix(fewest).sorted().map { UInt16($0) }
    }

    private func distinctSamples(
        at starts: [UInt16], in shingles: Shingles
    ) -> (fingerprints: [UInt32], positions: [UInt16]) {
        var fingerprints: [UInt32] = []
        var positions: [UInt16] = []
        fingerprints.reserveCapacity(starts.count)
        positions.reserveCapacity(starts.count)
        // A bit for each of 2,048 classes of hashes seen: only a class seen before needs a search.
        var seen = InlineArray<32, UInt64>(repeating: 0)
        for start in starts {
            let fingerprint = shingles.fingerprints[Int(start)]
            let word = Int(fingerprint >> 6 & 31)
            let bit = UInt64(1) << UInt64(fingerprint & 63)
            if seen[word] & bit != 0, fingerprints.contains(fingerprint) { continue }
            seen[word] |= bit
            fingerprints.append(fingerprint)
            positions.append(start)
        }
        return (fingerprints, positions)
    }
}

/// A stretch of shingles none of which is sampled by rank alone, with the window that slides over it.
private struct Gap {
    let window: Int
    private var start = 0
    private var units = 0
    private var lowest = -1

    init(window: Int) {
        self.window = window
    }

    /// A sample at `index` ends the stretch.
    mutating func close(at index: Int) {
        start = index + 1
        units = 0
        lowest = -1
    }

    /// Lengthens the stretch by the shingle at `end`.
    ///
    /// - Returns: the lowest shingle of the window that ends there, when the window is full and that shingle was
    ///   not the lowest of the window before.
    mutating func lowestOfFullWindow(
        upTo end: Int, units endUnits: Int, ranks: [UInt32], tokens: [UInt32]
    ) -> Int? {
        units += endUnits
        guard units >= window else { return nil }
        while true {
            let first = unitsOfKind[Int(tokens[start] & 7)]
            guard units - first >= window else { break }
            units -= first
            start += 1
        }
        if lowest >= start {
            guard ranks[end] <= ranks[lowest] else { return nil }
            lowest = end
            return end
        }
        lowest = start
        for index in start...end where ranks[index] <= ranks[lowest] { lowest = index }
        return lowest
    }
}
