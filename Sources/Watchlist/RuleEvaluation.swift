import Text

/// What was found of each leaf in one article, and which rules hold by it.
struct RuleEvaluation {
    /// More matches of one leaf than this are not looked at.
    static let maxMatchesPerLeaf = 1_000

    let input: MatchInput
    let folding: Folding
    var text: WatchedText
    private(set) var matches: [Int: [TermMatch]] = [:]

    init(input: MatchInput, text: WatchedText, folding: Folding) {
        self.input = input
        self.text = text
        self.folding = folding
    }

    mutating func note(_ match: TermMatch, of leaf: Int) {
        guard matches[leaf, default: []].count < Self.maxMatchesPerLeaf, let match = text.settled(match)
        else {
            return
        }
        matches[leaf, default: []].append(match)
    }

    /// Where a node holds: nil when it does not, empty when it holds by what has no place.
    mutating func matches(of node: RuleNode, inTitle: Bool = false) -> [TermMatch]? {
        switch node {
        case .leaf(let leaf):
            var found = matches[leaf] ?? []
            if inTitle { found.removeAll { !text.isInTitle($0.bytes.lowerBound) } }
            return found.isEmpty ? nil : found
        case .near(let left, let right, let distance, let isOrdered):
            guard let left = matches(of: left, inTitle: inTitle),
                let right = matches(of: right, inTitle: inTitle)
            else { return nil }
            let pairs = neighbours(left, right, distance: distance, isOrdered: isOrdered)
            return pairs.isEmpty ? nil : pairs
        case .title(let node): return matches(of: node, inTitle: true)
        case .field(let condition): return condition.holds(in: input, folding: folding) ? [] : nil
        case .and(let nodes):
            var all: [TermMatch] = []
            for node in nodes {
                guard let some = matches(of: node, inTitle: inTitle) else { return nil }
                all += some
            }
            return all
        case .or(let nodes):
            var all: [TermMatch]?
            for node in nodes {
                if let some = matches(of: node, inTitle: inTitle) { all = all.map { $0 + some } ?? some }
            }
            return all
        case .not(let node): return matches(of: node, inTitle: inTitle) == nil ? [] : nil
        }
    }

    /// Every match of one side with the nearest match of the other within reach, in one stretch.
    ///
    /// - Complexity: O(m log m) for m matches.
    private mutating func neighbours(
        _ left: [TermMatch], _ right: [TermMatch], distance: Int, isOrdered: Bool
    ) -> [TermMatch] {
        let rights = right.sorted { $0.words.lowerBound < $1.words.lowerBound }
        var found: [TermMatch] = []
        for first in left {
            if let second = nearestBehind(first, rights, distance) { found.append(span(first, second)) }
        }
        guard !isOrdered else { return found }
        let lefts = left.sorted { $0.words.lowerBound < $1.words.lowerBound }
        for first in right {
            if let second = nearestBehind(first, lefts, distance) { found.append(span(first, second)) }
        }
        return found
    }

    private func span(_ first: TermMatch, _ second: TermMatch) -> TermMatch {
        var span = TermMatch(
            words: first.words.lowerBound..<second.words.upperBound,
            bytes: first.bytes.lowerBound..<second.bytes.upperBound)
        span.parts = [first, second].flatMap { $0.parts.isEmpty ? [$0.bytes] : $0.parts }
        return span
    }

    /// The first of the sorted matches that begins behind `match`, when it is near enough and in the same
    /// text.
    private mutating func nearestBehind(
        _ match: TermMatch, _ sorted: [TermMatch], _ distance: Int
    ) -> TermMatch? {
        let index = sorted.partitioningIndex { $0.words.lowerBound >= match.words.upperBound }
        guard index < sorted.count else { return nil }
        let next = sorted[index]
        guard text.distance(from: match.words, to: next.words) <= distance * 4,
            !text.isDivided(match.bytes.lowerBound, next.bytes.lowerBound)
        else { return nil }
        return next
    }
}
