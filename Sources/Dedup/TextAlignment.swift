/// Two texts side by side: what they share and what each has alone, in the order of the second.
package struct TextAlignment: Sendable, Equatable {
    package enum Kind: String, Sendable {
        case shared
        /// Only in the first, only in the second text.
        case first, second
    }

    package struct Passage: Sendable, Equatable {
        package var kind: Kind
        /// As the second text has it, or the first where only that is at hand; nil where neither is.
        package var text: String?
        package var words: Int
        /// Shared, and in another place than its surroundings.
        package var isMoved = false
        /// Printed in many articles, so that it counts for nothing.
        package var isBoilerplate = false
    }

    package var passages: [Passage] = []
}

/// One of two texts: its words, as far as they are at hand, and its tokens.
package struct AlignedText: Sendable {
    /// UTF-8; nil when only the sketch was kept.
    package var text: [UInt8]?
    /// With every shingle when the text is at hand.
    var sketch: Sketch
    /// Where the tokens stand in the text.
    var ranges: [Range<Int>]
    /// Tokens that are boilerplate.
    package var boilerplate: [Range<Int>] = []
}

extension Sketcher {
    package func alignedText(_ text: [UInt8]) -> AlignedText {
        let sketch = denseSketch(of: SketchInput(number: 0, outlet: "", day: 0, text: text))
        return AlignedText(text: text, sketch: sketch, ranges: tokenRanges(of: text))
    }

    /// A text of which only the sketch was kept.
    package func alignedText(_ sketch: Sketch) -> AlignedText {
        AlignedText(text: nil, sketch: sketch, ranges: [])
    }
}

extension TextAlignment {
    package init(of first: AlignedText, with second: AlignedText) {
        let runs = alignedRuns(of: second.sketch, with: first.sketch)
        let inOrder = orderedRuns(runs)
        // What only the first has stands before the run that follows it there.
        var lonely: [Int: Range<Int>] = [:]
        var end = 0
        for run in runs.sorted(by: { $0.otherStart < $1.otherStart }) {
            if run.otherStart > end { lonely[run.otherStart] = end..<run.otherStart }
            end = run.otherEnd
        }
        var next = 0
        for (index, run) in runs.enumerated() {
            if let gap = lonely[run.otherStart] { add(.first, gap, of: first) }
            if run.start > next { add(.second, next..<run.start, of: second) }
            add(run, first: first, second: second, isMoved: !inOrder[index])
            next = run.end
        }
        if end < first.sketch.tokens.count { add(.first, end..<first.sketch.tokens.count, of: first) }
        if next < second.sketch.tokens.count { add(.second, next..<second.sketch.tokens.count, of: second) }
    }

    private mutating func add(_ kind: Kind, _ tokens: Range<Int>, of text: AlignedText) {
        passages.append(
            Passage(
                kind: kind, text: text.words(tokens), words: words(in: tokens, of: text.sketch.tokens),
                isBoilerplate: text.isBoilerplate(tokens)))
    }

    private mutating func add(
        _ run: CommonRun, first: AlignedText, second: AlignedText, isMoved: Bool
    ) {
        let tokens = run.start..<run.end
        passages.append(
            Passage(
                kind: .shared, text: second.words(tokens) ?? first.words(run.otherStart..<run.otherEnd),
                words: words(in: tokens, of: second.sketch.tokens), isMoved: isMoved,
                isBoilerplate: second.isBoilerplate(tokens)
                    || first.isBoilerplate(run.otherStart..<run.otherEnd)))
    }
}

extension AlignedText {
    /// The text of tokens with the marks that belong to them.
    fileprivate func words(_ tokens: Range<Int>) -> String? {
        guard let text, tokens.upperBound <= ranges.count else { return nil }
        let start = border(before: tokens.lowerBound, in: text)
        return String(
            decoding: text[start..<max(start, border(before: tokens.upperBound, in: text))], as: UTF8.self)
    }

    /// Where one passage ends and the next begins: behind the last space between two tokens, or before an opening mark.
    private func border(before token: Int, in text: [UInt8]) -> Int {
        if token == 0 { return 0 }
        if token >= ranges.count { return text.count }
        let next = ranges[token].lowerBound
        let end = min(ranges[token - 1].upperBound, next)
        let between = String(decoding: text[end..<next], as: UTF8.self)
        if let space = between.lastIndex(where: \.isWhitespace) {
            return next - between[between.index(after: space)...].utf8.count
        }
        let opening = between.firstIndex { "“„«‹‘「『（(【《〈[".contains($0) }
        return opening.map { next - between[$0...].utf8.count } ?? next
    }

    /// Whether more than half of the tokens are.
    fileprivate func isBoilerplate(_ tokens: Range<Int>) -> Bool {
        let count = boilerplate.reduce(0) { $0 + $1.clamped(to: tokens).count }
        return count * 2 > tokens.count
    }
}

/// Common runs in the order of `sketch`, each token of either text in one of them at most: the longest first, then what is
/// the same between two that follow each other in both texts.
private func alignedRuns(of sketch: Sketch, with other: Sketch) -> [CommonRun] {
    let known = [Knowledge](repeating: Knowledge(), count: sketch.fingerprints.count)
    let matches = FingerprintPlaces(of: sketch).matches(of: other)
    let found = commonRuns(of: sketch, with: other, matches: matches, known: known)
    var isTaken = [Bool](repeating: false, count: sketch.tokens.count)
    var isOtherTaken = [Bool](repeating: false, count: other.tokens.count)
    var runs: [CommonRun] = []
    for run in found.sorted(by: { ($1.count, $0.start) < ($0.count, $1.start) }) {
        var length = 0
        for offset in 0...run.count {
            let isFree =
                offset < run.count && !isTaken[run.start + offset] && !isOtherTaken[run.otherStart + offset]
            if isFree {
                length += 1
                continue
            }
            let start = offset - length
            if words(in: run.start + start..<run.start + offset, of: sketch.tokens) >= 2 {
                runs.append(
                    CommonRun(start: run.start + start, otherStart: run.otherStart + start, count: length))
            }
            length = 0
        }
        for offset in 0..<run.count {
            isTaken[run.start + offset] = true
            isOtherTaken[run.otherStart + offset] = true
        }
    }
    runs.sort { $0.start < $1.start }
    return withSmallRuns(runs, sketch.tokens, other.tokens)
}

/// Adds what is the same in the stretches between runs that follow each other in both texts.
private func withSmallRuns(_ runs: [CommonRun], _ tokens: [UInt16], _ otherTokens: [UInt16]) -> [CommonRun] {
    var all: [CommonRun] = []
    var before = CommonRun(start: 0, otherStart: 0, count: 0)
    for run in runs + [CommonRun(start: tokens.count, otherStart: otherTokens.count, count: 0)] {
        if run.otherStart >= before.otherEnd {
            all += smallRuns(
                before.end..<run.start, of: tokens, before.otherEnd..<run.otherStart, of: otherTokens)
        }
        if run.count > 0 { all.append(run) }
        before = run
    }
    // A small run may lie where a moved one is in the other text.
    var isOtherTaken = [Bool](repeating: false, count: otherTokens.count)
    for run in runs { for index in run.otherStart..<run.otherEnd { isOtherTaken[index] = true } }
    let large = Set(runs.map(\.start))
    return all.filter { run in
        if large.contains(run.start) { return true }
        let isFree = !(run.otherStart..<run.otherEnd).contains { isOtherTaken[$0] }
        if isFree { for index in run.otherStart..<run.otherEnd { isOtherTaken[index] = true } }
        return isFree
    }
}

/// The longest common subsequence of two short stretches, in runs of two words and more.
///
/// - Complexity: O(n m), at most 160,000 steps.
private func smallRuns(
    _ range: Range<Int>, of tokens: [UInt16], _ otherRange: Range<Int>, of otherTokens: [UInt16]
) -> [CommonRun] {
    guard !range.isEmpty, !otherRange.isEmpty, range.count <= 400, otherRange.count <= 400 else { return [] }
    let width = otherRange.count + 1
    var lengths = [UInt16](repeating: 0, count: (range.count + 1) * width)
    for row in (0..<range.count).reversed() {
        for column in (0..<otherRange.count).reversed() {
            lengths[row * width + column] =
                tokens[range.lowerBound + row] == otherTokens[otherRange.lowerBound + column]
                ? lengths[(row + 1) * width + column + 1] + 1
                : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
        }
    }
    var runs: [CommonRun] = []
    var row = 0
    var column = 0
    while row < range.count, column < otherRange.count {
        if tokens[range.lowerBound + row] == otherTokens[otherRange.lowerBound + column] {
            let start = range.lowerBound + row
            let otherStart = otherRange.lowerBound + column
            if let last = runs.last, last.end == start, last.otherEnd == otherStart {
                runs[runs.count - 1].count += 1
            } else {
                runs.append(CommonRun(start: start, otherStart: otherStart, count: 1))
            }
            row += 1
            column += 1
        } else if lengths[(row + 1) * width + column] >= lengths[row * width + column + 1] {
            row += 1
        } else {
            column += 1
        }
    }
    // One word in common by chance makes a difference harder to read, not easier.
    return runs.filter { words(in: $0.start..<$0.end, of: tokens) >= 2 }
}

/// Which runs keep their order in both texts: the heaviest such choice, by tokens.
///
/// - Complexity: O(n²); past two thousand runs everything counts as in order.
private func orderedRuns(_ runs: [CommonRun]) -> [Bool] {
    guard runs.count <= 2000 else { return .init(repeating: true, count: runs.count) }
    var weight = runs.map(\.count)
    var previous = [Int](repeating: -1, count: runs.count)
    for index in runs.indices {
        for before in 0..<index where runs[before].otherEnd <= runs[index].otherStart {
            let sum = weight[before] + runs[index].count
            if sum > weight[index] {
                weight[index] = sum
                previous[index] = before
            }
        }
    }
    var isOrdered = [Bool](repeating: false, count: runs.count)
    var index = weight.indices.max { weight[$0] < weight[$1] } ?? -1
    while index >= 0 {
        isOrdered[index] = true
        index = previous[index]
    }
    return isOrdered
}
