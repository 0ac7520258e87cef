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
        measure(alignment.runs, of: sketch, and: other, into: &result)

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
        _ runs: [CommonRun], of sketch: Sketch, and other: Sketch, into result: inout Comparison
    ) {
        let lead = tokenCount(of: sketch.tokens, words: 30)
        let otherLead = tokenCount(of: other.tokens, words: 30)
        // What an outlet prints in all its articles begins sooner in a brief than in others: of one outlet's texts only the
        // first words count as the beginning.
        let start = tokenCount(of: sketch.tokens, words: result.isSameOutlet ? 8 : 20)
        let otherStart = tokenCount(of: other.tokens, words: result.isSameOutlet ? 8 : 20)
        for run in runs where !run.isBoilerplate {
            result.runs += 1
            let length = sketch.units(in: run.start..<run.end)
            if length >= 8 * unitsPerWord { result.longRuns += 1 }
            if length > result.longestRunUnits {
                result.longestRunUnits = length
                result.longestRun = run.start..<run.end
            }
            if run.start < start, run.otherStart < otherStart {
                result.leadRunUnits = max(result.leadRunUnits, length)
            }
            guard length >= 8 * unitsPerWord else { continue }
            if run.start < lead { result.hasLead = true }
            if run.otherStart < otherLead { result.otherHasLead = true }
        }
        result.longestRunWords = sketch.words(in: result.longestRun)
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
    /// Words of a range of tokens; characters of scripts without spaces count for what they are worth.
    func words(in range: Range<Int>) -> Int {
        var sum = 0
        for index in range { sum += isNumber(tokens[index]) ? unitsPerWord : Dedup.units(of: tokens[index]) }
        return sum / unitsPerWord
    }

    /// Units of a range of tokens.
    func units(in range: Range<Int>) -> Int {
        var sum = 0
        for index in range { sum += Dedup.units(of: tokens[index]) }
        return sum
    }

    /// Units of the text by alignment. Each token belongs to the nearest fingerprint's shingle.
    func ownUnits(
        aligned: [UInt8], ownership: (_ fingerprint: Int) -> Ownership
    ) -> (aligned: Int, unaligned: Int) {
        var inside = 0
        var outside = 0
        var start = 0
        for index in positions.indices {
            var end = tokens.count
            if index + 1 < positions.count {
                // A shingle is about four tokens longer than its position says.
                end = min(end, (Int(positions[index]) + Int(positions[index + 1])) / 2 + 2)
            }
            let owner = ownership(index)
            if owner != .nobody {
                for token in start..<max(start, end) {
                    if aligned[token] != 0 {
                        inside += Dedup.units(of: tokens[token])
                    } else if owner == .own {
                        outside += Dedup.units(of: tokens[token])
                    }
                }
            }
            start = max(start, end)
        }
        return (inside, outside)
    }
}
