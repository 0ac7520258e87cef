import Model
import Text

/// All rules of a watchlist as one machine: an article is searched once, whatever the number of rules.
///
/// Every term of every rule and entity goes into one ``PrefixIndex`` over folded text; where a term's stem is found, the word
/// around it is checked (inflection, clitics, exact case, the rest of a phrase), and only rules of which something was found
/// are evaluated.
package struct CompiledWatchlist: Sendable {
    package let rules: [WatchRule]
    private let compiled: [CompiledRule]
    private let terms: [Term]
    /// The leaf that each term belongs to.
    private let leaves: [Int]
    private let index: PrefixIndex
    private let soundIndex: SoundIndex
    /// By leaf: the rules that can only hold when it is found.
    private let triggered: [[Int]]
    /// Rules that may hold without any word.
    private let untriggered: [Int]
    private let matcher: TermMatcher
    private let folding: Folding
    private let lookalikes = Lookalikes()

    /// - Parameter entities: names with their aliases. An alias is written as in a query: `Lin Jian`, `=US`, `trump*`;
    ///   of several words it is a phrase, with or without quotes.
    /// - Throws: ``WatchlistError`` with every problem of every rule and entity.
    /// - Complexity: O(n log n) for n bytes of queries and aliases.
    package init(
        rules: [WatchRule], entities: [String: [String]], folding: Folding,
        budget: WatchlistBudget = WatchlistBudget()
    ) throws(WatchlistError) {
        var compiler = WatchlistCompiler(folding: folding, budget: budget)
        for (name, aliases) in entities.sorted(by: { $0.key < $1.key }) {
            compiler.add(entity: name, aliases)
        }
        for (number, rule) in rules.enumerated() { compiler.add(rule, number: number) }
        guard compiler.problems.isEmpty else { throw WatchlistError(problems: compiler.problems) }
        self.rules = rules
        self.folding = folding
        let matcher = TermMatcher(folding: folding)
        self.matcher = matcher
        compiled = compiler.rules
        terms = compiler.terms.map(\.term)
        leaves = compiler.terms.map(\.leaf)
        index = PrefixIndex(
            terms.map {
                $0.segments[$0.anchor].searchedBytes(isExact: $0.isExact, inflections: matcher.inflections)
            })
        soundIndex = SoundIndex(terms)
        var triggered = Array(repeating: [Int](), count: compiler.leafCount)
        var untriggered: [Int] = []
        for (number, rule) in compiled.enumerated() {
            guard let leaves = rule.node.triggers else {
                untriggered.append(number)
                continue
            }
            for leaf in leaves { triggered[leaf].append(number) }
        }
        self.triggered = triggered
        self.untriggered = untriggered
    }

    /// The rules that an article matches, in the watchlist's order.
    ///
    /// - Complexity: linear in the article's bytes, plus the checks of what was found.
    package func matches(in input: MatchInput) -> [RuleMatch] {
        let text = WatchedText(input, folding: folding, lookalikes: lookalikes)
        var evaluation = RuleEvaluation(input: input, text: text, folding: folding)
        index.scan(text.bytes) { found, place in
            for number in found {
                let number = Int(number)
                let match = matcher.match(
                    of: terms[number], at: place, in: &evaluation.text, language: input.language)
                if let match { evaluation.note(match, of: leaves[number]) }
            }
        }
        let latinToo = matcher.respellsNames(in: .latin, language: input.language)
        soundIndex.scan(text.bytes, latinToo: latinToo) { number, place in
            let match = matcher.match(
                of: terms[number], at: place, in: &evaluation.text, language: input.language, bySound: true)
            if let match { evaluation.note(match, of: leaves[number]) }
        }
        var candidates = Set(untriggered)
        for leaf in evaluation.matches.keys { candidates.formUnion(triggered[leaf]) }
        return candidates.sorted().compactMap { number in
            guard let found = evaluation.matches(of: compiled[number].node) else { return nil }
            return ruleMatch(compiled[number].rule, found, in: evaluation.text)
        }
    }

    private func ruleMatch(_ rule: WatchRule, _ found: [TermMatch], in text: WatchedText) -> RuleMatch {
        var places: [MatchPlace] = []
        var words: [String] = []
        var seen: Set<Range<Int>> = []
        let ranges = found.flatMap { $0.parts.isEmpty ? [$0.bytes] : $0.parts }
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            guard places.count < 100 else { break }
            guard seen.insert(range).inserted else { continue }
            places.append(text.place(of: range))
            let word = String(decoding: text.original[text.originalRange(of: range)], as: UTF8.self)
            if words.count < 20, !words.contains(word) { words.append(word) }
        }
        return RuleMatch(rule: rule, words: words, places: places)
    }
}

/// How large a watchlist may be.
package struct WatchlistBudget: Sendable, Equatable {
    package var query: QueryBudget
    /// Words, phrases and aliases of all rules and entities together.
    package var maxTerms: Int

    package init(query: QueryBudget = QueryBudget(), maxTerms: Int = 500_000) {
        self.query = query
        self.maxTerms = maxTerms
    }
}
