extension SketchIndex {
    /// Measures what two articles have in common.
    ///
    /// - Parameter known: one for each fingerprint of `sketch`.
    /// - Complexity: O(tokens of both).
    func comparison(
        of sketch: Sketch, places: FingerprintPlaces, known: [Knowledge], with other: Sketch,
        article: UInt32, story: UInt32, votes: Int
    ) -> Comparison {
        let row = book[article]
        var result = Comparison(number: Int(row.number), story: Int(story), votes: votes)
        let matches = places.matches(of: other)
        let alignment = Alignment(of: sketch, with: other, matches: matches, known: known)
        result.commonNumbers = alignment.commonNumbers
        result.changedNumbers = alignment.changedNumbers
        result.isSameOutlet = sketch.outlet == other.outlet
        result.isIdentical = sketch.tokens == other.tokens
        result.days = abs(Int(Int32(clamping: sketch.day)) - Int(Int32(clamping: other.day)))
        result.otherIsContainer = row.isContainer
        measure(alignment.runs, of: sketch, and: other, known: known, into: &result)

        var live = 0
        (result.aligned, result.unaligned) = sketch.ownUnits(aligned: alignment.aligned) { index in
            if known[index].isStopped { return .nobody }
            live += 1
            return known[index].isForeign(to: story) ? .foreign : .own
        }
        var otherLive = 0
        let unmatched = matches.indices.filter { matches[$0] < 0 }
        table.warm(unmatched.map { other.fingerprints[$0] })
        (result.otherAligned, result.otherUnaligned) = other.ownUnits(aligned: alignment.otherAligned) {
            index in
            // What both have is known already.
            if matches[index] >= 0 {
                if known[Int(matches[index])].isStopped {
                    result.commonStopped += 1
                    return .nobody
                }
                otherLive += 1
                return .own
            }
            guard let facts = table.entry(of: other.fingerprints[index])?.facts else { return .own }
            if facts.isStopped { return .nobody }
            otherLive += 1
            return facts.isOf(outlet: other.outlet) && facts.stories >= 2 ? .foreign : .own
        }
        result.fewestLive = min(live, otherLive)
        return result
    }

    private func measure(
        _ runs: [CommonRun], of sketch: Sketch, and other: Sketch, known: [Knowledge],
        into result: inout Comparison
    ) {
        let lead = tokenCount(of: sketch.tokens, words: 30)
        let otherLead = tokenCount(of: other.tokens, words: 30)
        // What an outlet prints in all its articles begins sooner in a brief than in others: of one outlet's texts only the
        // first words count as the beginning.
        let start = tokenCount(of: sketch.tokens, words: result.isSameOutlet ? 8 : 20)
        let otherStart = tokenCount(of: other.tokens, words: result.isSameOutlet ? 8 : 20)
        for run in runs where !run.isBoilerplate {
            result.runs += 1
            let length = units(in: run.start..<run.end, of: sketch.tokens)
            if length >= 8 * unitsPerWord { result.longRuns += 1 }
            if length > result.longestRunUnits {
                result.longestRunUnits = length
                result.longestRun = run.start..<run.end
            }
            if run.start < start, run.otherStart < otherStart {
                // Datelines and stock phrases that other stories have too say nothing.
                let own =
                    length
                    - sketch.foreignUnits(
                        of: run, known: known, story: UInt32(truncatingIfNeeded: result.story))
                result.leadRunUnits = max(result.leadRunUnits, own)
            }
            guard length >= 8 * unitsPerWord else { continue }
            if run.start < lead { result.hasLead = true }
            if run.otherStart < otherLead { result.otherHasLead = true }
        }
        result.longestRunWords = words(in: result.longestRun, of: sketch.tokens)
    }
}

/// To whom the words around a fingerprint belong.
enum Ownership {
    /// The article: common or not, they count.
    case own
    /// They count only when they are common.
    case foreign
    /// Boilerplate: they never count.
    case nobody
}

extension Sketch {
    /// Units of a run around fingerprints that stories other than `story` have too.
    fileprivate func foreignUnits(of run: CommonRun, known: [Knowledge], story: UInt32) -> Int {
        var sum = 0
        for index in positions.indices where known[index].isForeign(to: story) {
            let start = Int(positions[index])
            guard start >= run.start, start < run.end else { continue }
            let next = index + 1 < positions.count ? Int(positions[index + 1]) : run.end
            sum += units(in: start..<max(start, min(next, run.end)), of: tokens)
        }
        return sum
    }

    /// Units of the text by alignment. Each token belongs to the nearest fingerprint's shingle.
    @inline(__always)
    func ownUnits(
        aligned: [UInt8], ownership: (_ fingerprint: Int) -> Ownership
    ) -> (aligned: Int, unaligned: Int) {
        var inside = 0
        var outside = 0
        var start = 0
        tokens.withUnsafeBufferPointer { tokens in
            aligned.withUnsafeBufferPointer { aligned in
                for index in positions.indices {
                    var end = tokens.count
                    if index + 1 < positions.count {
                        // A shingle is about four tokens longer than its position says.
                        end = min(end, (Int(positions[index]) + Int(positions[index + 1])) / 2 + 2)
                    }
                    let owner = ownership(index)
                    if owner != .nobody {
                        var all = 0
                        var common = 0
                        for place in start..<max(start, end) {
                            let units = Dedup.units(of: tokens[place])
                            all &+= units
                            common &+= units & (0 &- Int(aligned[place]))
                        }
                        inside += common
                        if owner == .own { outside += all - common }
                    }
                    start = max(start, end)
                }
            }
        }
        return (inside, outside)
    }
}
