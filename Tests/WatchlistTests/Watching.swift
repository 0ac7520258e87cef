import Model
import Testing
import Text
import Watchlist

/// The fold table is built once for all tests.
let folding = Folding()

/// A watchlist with one rule, `rule`.
func watchlist(_ query: String, entities: [String: [String]] = [:]) throws -> CompiledWatchlist {
    try CompiledWatchlist(
        rules: [WatchRule(name: "rule", query: query)], entities: entities, folding: folding)
}

/// The words that a query finds in a text, as written; nil when it does not match.
func found(
    _ query: String, in text: String, language: String?, entities: [String: [String]] = [:]
) throws -> [String]? {
    let input = MatchInput(
        paragraphs: text.split(separator: "\n").map(String.init), language: language)
    return try watchlist(query, entities: entities).matches(in: input).first?.words
}

/// Many queries compiled once, for tables of cases: compiling is what costs in a debug build.
struct Queries: Sendable {
    private let list: CompiledWatchlist

    init(_ queries: some Sequence<String>, entities: [String: [String]] = [:]) throws {
        let rules = Set(queries).map { WatchRule(name: $0, query: $0) }
        list = try CompiledWatchlist(rules: rules, entities: entities, folding: folding)
    }

    /// The words that a query finds; nil when it does not match.
    func found(_ query: String, in input: MatchInput) -> [String]? {
        list.matches(in: input).first { $0.rule.name == query }?.words
    }
}

/// The words by which an entity with these aliases is found in a text; nil when it is not.
func foundName(_ aliases: String..., in text: String, language: String?) throws -> [String]? {
    try found("@name", in: text, language: language, entities: ["name": aliases])
}
