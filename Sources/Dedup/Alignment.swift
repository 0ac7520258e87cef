/// Which tokens of two texts stand in a common run, or in a reworded stretch between two of them.
struct Alignment {
    var runs: [CommonRun]
    /// One a token of the newer text: 1 when it is aligned.
    var aligned: [UInt8]
    /// The same of the older text.
    var otherAligned: [UInt8]
    /// Places where both texts have a number and not the same one, in otherwise common surroundings.
    var changedNumbers = 0
    /// Numbers that stand in common runs.
    var commonNumbers = 0

    /// Longest stretch between two runs that is looked into, in tokens.
    private static let longestGap = 160

    init(of sketch: Sketch, with other: Sketch, matches: [Int32], known: [Knowledge]) {
        runs = commonRuns(of: sketch, with: other, matches: matches, known: known)
        aligned = .init(repeating: 0, count: sketch.tokens.count)
        otherAligned = .init(repeating: 0, count: other.tokens.count)
        for run in runs {
            mark(run.start..<run.end, in: &aligned)
            mark(run.otherStart..<run.otherEnd, in: &otherAligned)
            commonNumbers += numberCount(in: run.start..<run.end, of: sketch.tokens)
        }
        for (run, next) in zip(runs, runs.dropFirst()) {
            guard next.start >= run.end, next.otherStart >= run.otherEnd else { continue }
            let gap = run.end..<next.start
            let otherGap = run.otherEnd..<next.otherStart
            guard !gap.isEmpty, !otherGap.isEmpty, gap.count <= Self.longestGap,
                otherGap.count <= Self.longestGap
            else { continue }
            if gap.count <= 12, otherGap.count <= 12 {
                let left = sketch.tokens[gap].filter { isNumber($0) }
                let right = other.tokens[otherGap].filter { isNumber($0) }
                let equal = left.count { right.contains($0) }
                changedNumbers += max(0, min(left.count, right.count) - equal)
                commonNumbers += equal
            }
            align(gap, of: sketch.tokens, with: otherGap, of: other.tokens)
        }
    }

    private func mark(_ range: Range<Int>, in aligned: inout [UInt8]) {
        aligned.withUnsafeMutableBufferPointer { $0[range].update(repeating: 1) }
    }

    /// Pairs equal tokens of a reworded stretch in order, stepping over a few changed, added or dropped ones at a time;
    /// keeps the pairs when they are at least two fifths of the shorter side.
    private mutating func align(
        _ gap: Range<Int>, of tokens: [UInt16], with otherGap: Range<Int>, of otherTokens: [UInt16]
    ) {
        var pairs: [(Int, Int)] = []
        var index = gap.lowerBound
        var otherIndex = otherGap.lowerBound
        search: while index < gap.upperBound, otherIndex < otherGap.upperBound {
            // The nearest equal pair: both sides together skip as few tokens as possible.
            for skipped in 0...6 {
                for ahead in 0...skipped {
                    let at = index + ahead
                    let otherAt = otherIndex + skipped - ahead
                    guard at < gap.upperBound, otherAt < otherGap.upperBound else { continue }
                    if tokens[at] == otherTokens[otherAt] {
                        pairs.append((at, otherAt))
                        index = at + 1
                        otherIndex = otherAt + 1
                        continue search
                    }
                }
            }
            index += 1
            otherIndex += 1
        }
        guard pairs.count * 5 >= min(gap.count, otherGap.count) * 2 else { return }
        for (at, otherAt) in pairs {
            aligned[at] = 1
            otherAligned[otherAt] = 1
        }
    }
}
