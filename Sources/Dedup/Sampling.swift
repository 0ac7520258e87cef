/// Which shingles of a text its sketch keeps.
///
/// - FracMinHash: every shingle whose rank is below 2³² ÷ `rate`. The same shingle is kept in every text, so shares
///   of common fingerprints are unbiased estimates of containment (Irber and others, 2022).
/// - The lead is sampled more densely: briefs and summaries are cut from it.
/// - Every `window` of shingles keeps its lowest, so that two texts with a common run of twenty words have a
///   fingerprint in common (winnowing: Schleimer, Wilkerson, Aiken, SIGMOD 2003).
/// - Short texts keep their lowest `fewest`.
package struct Sampling: Sendable, Equatable {
    /// One shingle in `rate` is kept.
    package var rate = 8
    /// One in `leadRate` within the first `leadWords`.
    package var leadRate = 3
    package var leadWords = 64
    /// Words' worth of shingle starts, one of which is kept.
    package var window = 15
    package var fewest = 32
    /// Fingerprints of the longest text; the rate is doubled until they fit.
    package var most = 4096

    package init() {}

    /// The chosen shingles, distinct, in reading order: (fingerprints, positions).
    func samples(of shingles: Shingles, tokens: [UInt16]) -> (fingerprints: [UInt32], positions: [UInt16]) {
        guard shingles.ranks.count > fewest else {
            return distinct(shingles, at: BitSet(all: shingles.ranks.count))
        }
        var limit = UInt32.max / UInt32(rate)
        while true {
            let samples = distinct(shingles, at: chosen(of: shingles.ranks, tokens: tokens, limit: limit))
            if samples.fingerprints.count > most {
                limit /= 2
            } else if samples.fingerprints.count >= fewest {
                return samples
            } else {
                return distinct(shingles, at: lowest(of: shingles.ranks))
            }
        }
    }

    private func chosen(of ranks: [UInt32], tokens: [UInt16], limit: UInt32) -> BitSet {
        ranks.withUnsafeBufferPointer { ranks in
            var chosen = BitSet(ranks.count, where: { ranks[$0] < limit })
            // Stretches without a sample, at the beginning, between samples and at the end.
            var gaps: [Range<Int>] = []
            var gapStart = 0
            chosen.forEach { index in
                if index &- gapStart >= window { gaps.append(gapStart..<index) }
                gapStart = index &+ 1
            }
            if ranks.count - gapStart >= window { gaps.append(gapStart..<ranks.count) }
            for gap in gaps { winnow(gap, ranks: ranks, tokens: tokens, chosen: &chosen) }
            let leadLimit = UInt32.max / UInt32(leadRate)
            let leadEnd = min(ranks.count, tokenCount(of: tokens, words: leadWords))
            for index in 0..<leadEnd where ranks[index] < leadLimit { chosen.insert(index) }
            return chosen
        }
    }

    /// Chooses the lowest of every full window within a stretch without samples; of equals the last.
    private func winnow(
        _ gap: Range<Int>, ranks: UnsafeBufferPointer<UInt32>, tokens: [UInt16], chosen: inout BitSet
    ) {
        var start = gap.lowerBound
        var inWindow = 0
        var lowest = -1
        for end in gap {
            inWindow += units(of: tokens[end])
            guard inWindow >= window * unitsPerWord else { continue }
            while inWindow - units(of: tokens[start]) >= window * unitsPerWord {
                inWindow -= units(of: tokens[start])
                start += 1
            }
            if lowest >= start {
                if ranks[end] <= ranks[lowest] { lowest = end }
            } else {
                lowest = start
                for index in start...end where ranks[index] <= ranks[lowest] { lowest = index }
            }
            chosen.insert(lowest)
        }
    }

    /// The choice of the `fewest` lowest ranks.
    private func lowest(of ranks: [UInt32]) -> BitSet {
        var chosen = BitSet(ranks.count, where: { _ in false })
        let order = ranks.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
        for index in order.prefix(fewest) { chosen.insert(index) }
        return chosen
    }

    private func distinct(
        _ shingles: Shingles, at chosen: BitSet
    ) -> (fingerprints: [UInt32], positions: [UInt16]) {
        var fingerprints: [UInt32] = []
        var positions: [UInt16] = []
        fingerprints.reserveCapacity(chosen.count)
        positions.reserveCapacity(chosen.count)
        // A bit for each of 2,048 classes of hashes seen: only a class seen before needs a search.
        var seen = InlineArray<32, UInt64>(repeating: 0)
        chosen.forEach { index in
            let fingerprint = shingles.fingerprints[index]
            let word = Int(fingerprint >> 6 & 31)
            let bit = UInt64(1) &<< UInt64(fingerprint & 63)
            if seen[word] & bit != 0, fingerprints.contains(fingerprint) { return }
            seen[word] |= bit
            fingerprints.append(fingerprint)
            positions.append(UInt16(index))
        }
        return (fingerprints, positions)
    }
}
