import Model
import Testing
import Text

@testable import Settings

struct SettingsWatchlistTests {
    /// Takes a moment to build.
    private static let folding = Folding()

    @Test func whatOnlyCompilingShowsHasItsLine() throws {
        // A letter that folding drops: nothing is left to search for.
        let text = """
            {
              entities: {
                good: ["Lin Jian", "林剑", "=US", "trump*"],
                bad: ["x",
                  "\u{640}\u{640}"],
              },
              watchlist: [
                { name: "a", query: "@good OR @bad" },
              ],
            }
            """
        let settings = try settings(from: Array(text.utf8), path: "feeds.json")
        let error = #expect(throws: SettingsError.self) {
            try settings.compiledWatchlist(folding: Self.folding)
        }
        #expect(error?.problems.map(\.line) == [4])
        #expect(error?.problems.map(\.path) == ["entities.bad"])
    }

    @Test func aNameThatIsNoNameHasItsLine() throws {
        let long = String(repeating: "林", count: 20_000)
        let text = "{entities: {bad: ['x',\n'\(long)',\n'...']}}"
        let error = #expect(throws: SettingsError.self) {
            try settings(from: Array(text.utf8), path: "f")
        }
        #expect(error?.problems.map(\.line) == [2, 3])
        #expect(error?.problems.map(\.path) == ["entities.bad[1]", "entities.bad[2]"])
    }

    @Test func aSoundWatchlistIsCompiled() throws {
        let text = "{entities: {port: ['порт', '港口']}, watchlist: [{name: 'p', query: '@port'}]}"
        let compiled = try settings(from: Array(text.utf8), path: "f").compiledWatchlist(
            folding: Self.folding)
        #expect(compiled.rules.map(\.name) == ["p"])
    }

    @Test func theSummaryCounts() throws {
        let text = """
            {sources: [
              {name: 'a', feed: 'https://a.example/', language: 'ru'},
              {name: 'b', page: 'https://b.example/'},
              {name: 'c', sitemap: 'https://c.example/', language: 'ru'},
              {name: 'd', feed: 'https://d.example/', language: 'ar'}],
             entities: {port: ['порт', '港口']}, watchlist: [{name: 'p', query: '@port', severity: 'low'}]}
            """
        let summary = SettingsSummary(try settings(from: Array(text.utf8), path: "feeds.json"))
        #expect(summary.sources == ["feed": 2, "page": 1, "sitemap": 1])
        #expect(summary.languages.map(\.language) == ["ru", "", "ar"])
        #expect(summary.languages[0].sources == ["feed": 1, "page": 0, "sitemap": 1])
        #expect(summary.languages[0].total == 2)
        #expect(summary.entities == ["port": 2])
        #expect(
            summary.rules == [.init(name: "p", severity: .low, deliver: ["stdout"], query: "@port")])
    }
}
