import Model
import Text

/// The tables of a compiled watchlist. A class, so that they are never copied: all is constant.
final class WatchMachine: Sendable {
    private let rules: [CompiledRule]
    private let terms: TermTable
    private let index: PrefixIndex
    /// Of terms that were turned from another alphabet: for few texts.
    private let pairIndex: PrefixIndex
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
        let terms = compiler.terms
        let searched = terms.map { term, _ in
            term.segments[term.anchor].searchedBytes(
                isExact: term.isExact || term.isUninflected, inflections: matcher.inflections)
        }
        index = PrefixIndex(searched) { terms[$0].term.pairs.isEmpty }
        pairIndex = PrefixIndex(searched) { !terms[$0].term.pairs.isEmpty }
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
        for (match, leaf) in finds(in: text) { evaluation.note(match, of: leaf) }
        var candidates = untriggered
        for leaf in evaluation.matches.keys { candidates += triggered[leaf] }
        guard !candidates.isEmpty else { return [] }
        candidates.sort()
        var matches: [RuleMatch] = []
        var last = -1
        for number in candidates where number != last {
            last = number
            guard let found = evaluation.matches(of: rules[number].node) else { continue }
            matches.append(ruleMatch(rules[number].rule, found, in: evaluation))
        }
        return matches
    }

    /// Every match of every term, with the term's leaf.
    private func finds(in text: WatchedText) -> [(match: TermMatch, leaf: Int)] {
        let inflections = matcher.inflections.inflections(for: text.language)
        guard let drops = inflections.drops, let starts = inflections.starts else { return [] }
        let pairs = ScriptPairs.pairs(of: text.language)
        return text.withView { text in
            terms.withView { terms in
                drops.withView { drops in
                    let inner = text.isPlain ? text.innerStarts() : []
                    var search = TermSearch(
                        text, matcher, drops: drops, pairs: pairs,
                        TermMatcher.Context(terms: terms, inflections: inflections))
                    starts.withView(skipsInsides: text.isPlain) { starts in
                        search.look(with: index, starts, inner)
                        if !pairs.isEmpty, !pairIndex.isEmpty { search.look(with: pairIndex, starts, inner) }
                    }
                    search.look(with: soundIndex)
                    return search.finds
                }
            }
        }
    }

    private func ruleMatch(_ rule: WatchRule, _ found: [TermMatch], in evaluation: RuleEvaluation)
        -> RuleMatch
    {
        let text = evaluation.text
        var places: [MatchPlace] = []
        var words: [String] = []
        var seen: Set<Range<Int>> = []
        let ranges = found.flatMap { $0.parts.isEmpty ? [$0.bytes] : $0.parts }
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            guard places.count < RuleMatch.maxPlaces else { break }
            guard seen.insert(range).inserted else { continue }
            places.append(text.place(of: range))
            guard words.count < RuleMatch.maxWords else { continue }
            let word = text.reading(
                of: text.originalRange(of: range), isRejoined: evaluation.rejoined.contains(range))
            if !words.contains(word) { words.append(word) }
        }
        return RuleMatch(rule: rule, words: words, places: places)
    }
}
