import Model
import Text

/// The tables of a compiled watchlist. A class, so that they are never copied: all is constant.
final class WatchMachine: Sendable {
    private let rules: [CompiledRule]
    private let terms: TermTable
    private let index: PrefixIndex
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
        terms = TermTable(compiler.terms)
        index = PrefixIndex(
            compiler.terms.map { term, _ in
                term.segments[term.anchor].searchedBytes(
                    isExact: term.isExact || term.isUninflected, inflections: matcher.inflections)
            })
        soundIndex = SoundIndex(compiler.terms.map(\.term), inflections: matcher.inflections)
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
        let text = WatchedText(input, folding: folding, lookalikes: lookalikes)
        var evaluation = RuleEvaluation(input: input, text: text, folding: folding)
        text.withView { view in
            terms.withView { terms in findTerms(terms, in: &view) { evaluation.note($0, of: $1) } }
        }
        var candidates = untriggered
        for leaf in evaluation.matches.keys { candidates += triggered[leaf] }
        guard !candidates.isEmpty else { return [] }
        candidates.sort()
        var matches: [RuleMatch] = []
        var last = -1
        for number in candidates where number != last {
            last = number
            guard let found = evaluation.matches(of: rules[number].node) else { continue }
            matches.append(ruleMatch(rules[number].rule, found, in: evaluation.text))
        }
        return matches
    }

    /// Calls `found` with every match and its leaf.
    private func findTerms(
        _ terms: TermTable.View, in text: inout WatchedText.View, _ found: (TermMatch, Int) -> Void
    ) {
        let inflections = matcher.inflections.inflections(for: text.language)
        guard let drops = inflections.drops, let starts = inflections.starts else { return }
        let pairs = ScriptPair.pairs(of: text.language)
        var context = TermMatcher.Context(terms: terms, inflections: inflections, bySound: false)
        drops.withView { drops in
            func take(_ numbers: UnsafeBufferPointer<Int32>, _ place: Int) {
                for number in numbers {
                    let term = terms[Int(number)]
                    guard terms.mayBe(term, in: text.bytes, at: place, drops) else { continue }
                    if let pair = term.pair, !pairs.contains(pair) { continue }
                    if let match = matcher.match(of: term, at: place, in: &text, context) {
                        found(match, Int(term.leaf))
                    }
                }
            }
            let (bytes, count, isPlain) = (text.bytes, text.count, text.isPlain)
            starts.withView(skipsInsides: isPlain) { index.scan(bytes, count: count, $0) { take($0, $1) } }
            if isPlain {
                let inner = text.innerStarts()
                index.find(at: inner, in: bytes) { take($0, inner[$1]) }
            }
        }
        var places: [(term: Int, place: Int)] = []
        soundIndex.scan(&text, inflections) { places.append(($0, $1)) }
        context.bySound = true
        for (number, place) in places {
            let term = terms[number]
            if let match = matcher.match(of: term, at: place, in: &text, context) {
                found(match, Int(term.leaf))
            }
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
