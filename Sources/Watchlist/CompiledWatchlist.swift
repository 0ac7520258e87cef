import Model
import Text

/// All rules of a watchlist as one machine: an article is searched once, whatever the number of rules.
///
/// Every term of every rule and entity goes into one ``PrefixIndex`` over folded text; where a term's stem is
/// found, the word around it is checked (inflection, clitics, exact case, the rest of a phrase), and only
/// rules of which something was found are evaluated.
package struct CompiledWatchlist: Sendable {
    package let rules: [WatchRule]
    private let machine: WatchMachine

    /// - Parameter entities: names with their aliases. An alias is written as in a query: `Lin Jian`,
    ///   `=US`, `trump*`;
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
        machine = WatchMachine(compiler, folding: folding)
    }

    /// The rules that an article matches, in the watchlist's order.
    ///
    /// - Complexity: linear in the article's bytes, plus the checks of what was found.
    package func matches(in input: MatchInput) -> [RuleMatch] {
        machine.matches(in: input)
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
