import Text

/// What was found of each leaf in one article, and which rules hold by it.
struct RuleEvaluation {
    /// More matches of one leaf than this, or pairs of one NEAR, are not looked at.
    static let maxMatchesPerLeaf = SearchEffort.maxFinds
    /// When an AND or OR has more matches than this, each of its further branches adds only a few.
    private static let manyMatches = 5_000
    private static let fewMatches = 10

    let input: MatchInput
    let folding: Folding
    let text: WatchedText
    private(set) var matches: [Int: [TermMatch]] = [:]
    /// The bytes of matches in which a broken word was read as one.
    private(set) var rejoined: Set<Range<Int>> = []

    init(input: MatchInput, text: WatchedText, folding: Folding) {
        self.input = input
        self.text = text
        self.folding = folding
    }

    mutating func note(_ match: TermMatch, of leaf: Int) {
        guard matches[leaf, default: []].count < Self.maxMatchesPerLeaf, let settled = text.settled(match)
        else {
            return
        }
        if settled.bytes != match.bytes { rejoined.insert(settled.bytes) }
        matches[leaf, default: []].append(settled)
    }

    /// Where a node holds: nil when it does not, empty when it holds by what has no place.
    ///
    /// - Complexity: O(n log n) for n matches of all its leaves, of which each has a bounded number.
    func matches(of node: RuleNode, inTitle: Bool = false) -> [TermMatch]? {
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
                Self.add(some, to: &all)
            }
            return all
        case .or(let nodes):
            var all: [TermMatch] = []
            var holds = false
            for node in nodes {
                guard let some = matches(of: node, inTitle: inTitle) else { continue }
                holds = true
                Self.add(some, to: &all)
            }
            return holds ? all : nil
        case .not(let node): return matches(of: node, inTitle: inTitle) == nil ? [] : nil
        }
    }

    private static func add(_ some: [TermMatch], to all: inout [TermMatch]) {
        all += some.prefix(all.count < manyMatches ? some.count : fewMatches)
    }

    /// Every match of one side with the nearest match of the other within reach, in one stretch.
    ///
    /// Pairs of the same stretch are one, and of more than ``maxMatchesPerLeaf`` the first count.
    ///
    /// - Complexity: O(m log m) for m matches.
    private func neighbours(
        _ left: [TermMatch], _ right: [TermMatch], distance: Int, isOrdered: Bool
    ) -> [TermMatch] {
        var pairs = Pairs()
        func pair(_ some: [TermMatch], _ others: [TermMatch]) {
            let others = others.sorted { $0.words.lowerBound < $1.words.lowerBound }
            for first in some where pairs.all.count < Self.maxMatchesPerLeaf {
                guard let second = nearestBehind(first, others, distance) else { continue }
                pairs.add(first, second)
            }
        }
        pair(left, right)
        if !isOrdered { pair(right, left) }
        return pairs.all
    }

    /// Matches of two each, every stretch once.
    private struct Pairs {
        private struct Stretch: Hashable {
            var words: Range<Int>
            var bytes: Range<Int>
        }

        private(set) var all: [TermMatch] = []
        private var seen: Set<Stretch> = []

        mutating func add(_ first: TermMatch, _ second: TermMatch) {
            var pair = TermMatch(
                words: first.words.lowerBound..<second.words.upperBound,
                bytes: first.bytes.lowerBound..<second.bytes.upperBound)
            guard seen.insert(Stretch(words: pair.words, bytes: pair.bytes)).inserted else { return }
            pair.parts = Array(
                [first, second].flatMap { $0.parts.isEmpty ? [$0.bytes] : $0.parts }.prefix(
                    RuleMatch.maxPlaces))
            all.append(pair)
        }
    }

    /// The first of the sorted matches that begins behind `match`, when it is near enough and in the same
    /// text.
    private func nearestBehind(
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
