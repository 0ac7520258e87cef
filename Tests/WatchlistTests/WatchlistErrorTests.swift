import Model
import Testing
import Watchlist

@Test func allProblemsAreToldAtOnce() throws {
    let error = try #require(throws: WatchlistError.self) {
        _ = try CompiledWatchlist(
            rules: [
                WatchRule(name: "one", query: "a OR"), WatchRule(name: "fine", query: "@lin-jian"),
                WatchRule(name: "two", query: "x AND @lin-jain"),
                WatchRule(name: "three", query: "@nobody-at-all"),
            ],
            entities: ["lin-jian": ["林剑"], "none": [], "odd": ["...", "a»b"]], folding: folding)
    }
    #expect(
        error.problems.map(\.description) == [
            "entities.none: found no alias; expected at least one name to look for",
            "entities.odd: found \"...\"; expected a word with a letter or a digit",
            "watchlist[0] \"one\": query: column 5: found the end; expected a word, a \"phrase\", an @entity, "
                + "a field such as title: or (",
            "watchlist[2] \"two\": query: column 7: found \"@lin-jain\"; expected a known entity, perhaps "
                + "@lin-jian",
            "watchlist[3] \"three\": query: column 1: found \"@nobody-at-all\"; expected an entity that is "
                + "listed under entities",
        ])
}

@Test(arguments: [
    ("Lin Jian", "Lin Jian", false, false), ("=US", "US", false, true), ("trump*", "trump", true, false),
    ("\"Lin Jian\"", "Lin Jian", false, false), ("=\"Lin Jian\"", "Lin Jian", false, true),
    ("NOT AND OR", "NOT AND OR", false, false), ("a: (b) @c", "a: (b) @c", false, false),
    ("Jean «Django» Reinhardt", "Jean «Django  Reinhardt", false, false), ("ארה\"ב", "ארה\"ב", false, false),
    ("林剑", "林剑", false, false),
])
func aliasesAreNamesAndNotQueries(alias: String, text: String, isPrefix: Bool, isExact: Bool) throws {
    let read = try QueryText(alias: alias)
    #expect(read.text == text)
    #expect(read.isPrefix == isPrefix)
    #expect(read.isExact == isExact)
}

@Test(arguments: ["", " ", "...", "=", "\"a\" OR b", "tr*mp", "ab*", String(repeating: "a", count: 513)])
func whatIsNoNameIsNoAlias(alias: String) {
    #expect(throws: QueryError.self) { _ = try QueryText(alias: alias) }
}

@Test func watchlistsHaveABudget() throws {
    let error = try #require(throws: WatchlistError.self) {
        _ = try CompiledWatchlist(
            rules: [], entities: ["a": (0..<20).map { "name\($0)" }], folding: folding,
            budget: WatchlistBudget(maxTerms: 10))
    }
    #expect(error.problems.map(\.place) == [.watchlist])
}
