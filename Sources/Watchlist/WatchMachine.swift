import Model
import Text

/// The tables of a compiled watchlist. A class, so that they are never copied: all is constant.
final class WatchMachine: Sendable {
    private let rules: [CompiledRule]
    private let terms: [Term]
    /// The leaf that each term belongs to.
    private let leaves: [Int]
    private let index: PrefixIndex
    private let anchors: TermAnchors
    private let soundIndex: SoundIndex
    /// By leaf: the rules that can only hold when it, or another of theirs, is found.
    private let triggered: [[Int]]
    /// Rules that may hold without any word.
    private let untriggered: [Int]
    private let matcher: TermMatcher
    private let folding: Folding
    private let lookalikes = Lookalikes()

    init(_ compiler: WatchlistCompiler, folding: Folding) {
        self.folding = folding
        let matcher = TermMatcher(folding: folding)
        self.matcher = matcher
        rules = compiler.rules
        terms = compiler.terms.map(\.term)
        leaves = compiler.terms.map(\.leaf)
        index = PrefixIndex(
            terms.map {
                $0.segments[$0.anchor].searchedBytes(
                    isExact: $0.isExact || $0.isUninflected, inflections: matcher.inflections)
            })
        anchors = TermAnchors(terms)
        soundIndex = SoundIndex(terms, inflections: matcher.inflections)
        var triggered = Array(repeating: [Int](), count: compiler.leafCount)
        var untriggered: [Int] = []
        for (number, rule) in rules.enumerated() {
            guard let leaves = rule.node.triggers else {
                untriggered.append(number)
                continue
            }
            for leaf in leaves { triggered[leaf].append(number) }
        }
        self.triggered = triggered
        self.untriggered = untriggered
    }

    func matches(in input: MatchInput) -> [RuleMatch] {
        var evaluation = RuleEvaluation(
            input: input, text: WatchedText(input, folding: folding, lookalikes: lookalikes), folding: folding
        )
        findTerms(in: &evaluation)
        var candidates = Set(untriggered)
        for leaf in evaluation.matches.keys { candidates.formUnion(triggered[leaf]) }
        return candidates.sorted().compactMap { number in
            guard let found = evaluation.matches(of: rules[number].node) else { return nil }
            return ruleMatch(rules[number].rule, found, in: evaluation.text)
        }
    }

    private func findTerms(in evaluation: inout RuleEvaluation) {
        let inflections = matcher.inflections.inflections(for: evaluation.input.language)
        let bytes = evaluation.text.bytes
        let isSerbian = SerbianPair.languages.contains(primarySubtag(of: evaluation.input.language))
        func take(_ found: UnsafeBufferPointer<Int32>, _ place: Int) {
            for number in found {
                let number = Int(number)
                guard anchors.mayBe(number, in: bytes, at: place, inflections.drops) else { continue }
                guard isSerbian || !terms[number].isOnlySerbian else { continue }
                let match = matcher.match(
                    of: terms[number], at: place, in: &evaluation.text, inflections: inflections)
                if let match { evaluation.note(match, of: leaves[number]) }
            }
        }
        let isPlain = evaluation.text.hasPlainInsides
        index.scan(bytes, atWordStarts: isPlain) { take($0, $1) }
        if isPlain {
            let inner = evaluation.text.innerStarts()
            index.find(at: inner, in: bytes) { take($0, inner[$1]) }
        }
        var places: [(term: Int, place: Int)] = []
        soundIndex.scan(&evaluation.text, inflections) { places.append(($0, $1)) }
        for (number, place) in places {
            let match = matcher.match(
                of: terms[number], at: place, in: &evaluation.text, inflections: inflections, bySound: true)
            if let match { evaluation.note(match, of: leaves[number]) }
        }
    }

    private func ruleMatch(_ rule: WatchRule, _ found: [TermMatch], in text: WatchedText) -> RuleMatch {
        var places: [MatchPlace] = []
        var words: [String] = []
        var seen: Set<Range<Int>> = []
        let ranges = found.flatMap { $0.parts.isEmpty ? [$0.bytes] : $0.parts }
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            guard places.count < RuleMatch.maxPlaces else { break }
            guard seen.insert(range).inserted else { continue }
            places.append(text.place(of: range))
            guard words.count < RuleMatch.maxWords else { continue }
            let word = String(decoding: text.original[text.originalRange(of: range)], as: UTF8.self)
            if !words.contains(word) { words.append(word) }
        }
        return RuleMatch(rule: rule, words: words, places: places)
    }
}
