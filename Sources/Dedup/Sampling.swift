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
    package var rate = 12
    /// One in `leadRate` within the first `leadWords`.
    package var leadRate = 2
    package var leadWords = 64
    /// Words' worth of shingle starts, one of which is kept.
    package var window = 15
    package var fewest = 32
    /// Fingerprints of the longest text; rate and window are doubled until they fit.
    package var most = 4096

    package init() {}

    /// The chosen shingles, distinct, in reading order: (fingerprints, positions).
    func samples(of shingles: Shingles, tokens: [UInt16]) -> (fingerprints: [UInt32], positions: [UInt16]) {
        guard shingles.ranks.count > fewest else {
            return distinct(shingles, at: BitSet(all: shingles.ranks.count))
        }
        var sparser = self
        while true {
            var chosen = sparser.chosen(of: shingles.ranks, tokens: tokens)
            let count = chosen.count
            if count < fewest { addLowest(fewest - count, of: shingles.ranks, to: &chosen) }
            let samples = distinct(shingles, at: chosen)
            if samples.fingerprints.count <= most { return samples }
            sparser.rate *= 2
            sparser.window *= 2
        }
    }

    private func chosen(of ranks: [UInt32], tokens: [UInt16]) -> BitSet {
        ranks.withUnsafeBufferPointer { ranks in
            let limit = UInt32.max / UInt32(rate)
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

    /// Chooses the `count` lowest that are not chosen yet.
    private func addLowest(_ count: Int, of ranks: [UInt32], to chosen: inout BitSet) {
        let others = ranks.indices.filter { !chosen.contains($0) }
        for index in others.sorted(by: { (ranks[$0], $0) < (ranks[$1], $1) }).prefix(count) {
            chosen.insert(index)
        }
    }

    private func distinct(
        _ shingles: Shingles, at chosen: BitSet
    ) -> (fingerprints: [UInt32], positions: [UInt16]) {
        var fingerprints: [UInt32] = []
        var positions: [UInt16] = []
        let count = chosen.count
        fingerprints.reserveCapacity(count)
        positions.reserveCapacity(count)
        // Some sixteen bits a sample, one of which each hash sets: only one that finds its bit set needs a search.
        var seen = [UInt64](repeating: 0, count: count / 4 + 8)
        let words = UInt64(seen.count)
        chosen.forEach { index in
            let fingerprint = shingles.fingerprints[index]
            let word = Int(truncatingIfNeeded: (UInt64(fingerprint) &* words) >> 32)
            let bit = UInt64(1) &<< UInt64(fingerprint & 63)
            if seen[word] & bit != 0, fingerprints.contains(fingerprint) { return }
            seen[word] |= bit
            fingerprints.append(fingerprint)
            positions.append(UInt16(index))
        }
        return (fingerprints, positions)
    }
}
