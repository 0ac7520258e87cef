import Corpus
import Daemon
import Model
import Testing
import Watchlist

/// A rule against what is filed.
@Suite struct ReplayTests {
    private let bench: Bench

    init() throws {
        bench = try Bench()
    }

    /// Files so many different stories, one a feed item, all of which name the harbour.
    private func file(_ count: Int) async throws {
        var source = Source(name: "Harbour", kind: .feed, url: "https://harbour.example/feed.xml")
        source.fullText = false
        let items = (0..<count).map { number in
            (
                guid: "\(number)", title: "Ship \(number)", link: "https://harbour.example/\(number)",
                text: words(of: number)
            )
        }
        bench.shelf.put(source.url, rss(items), type: "application/rss+xml")
        #expect(try await bench.poll(source).decided == [.filed: count])
    }

    /// Some words that no other number has.
    private func words(of number: Int) -> String {
        let syllables = ["ba", "du", "fi", "go", "ke", "la", "mu", "ni", "po", "ra", "se"]
        let own = (0..<30).map { word -> String in
            let first = syllables[(number + word) % 11]
            let second = syllables[(number * 3 + word * 5) % 11]
            return "\(first)\(second)\(number)"
        }
        return "The harbour of \(own.joined(separator: " "))."
    }

    private func replay(_ query: String, samples: Int = 8, since: Int? = nil) throws -> Replay.Outcome {
        let replay = Replay(
            store: bench.workspace.store, corpus: try CorpusFolder(path: bench.corpusPath, isCreated: false),
            sources: [])
        let watchlist = try CompiledWatchlist(
            rules: [WatchRule(name: "r", query: query)], entities: [:], folding: Bench.folding)
        return try replay.run(watchlist, since: since, sampleCount: samples) { _, _ in }
    }

    @Test func everyFiledArticleIsReadAndSamplesAreSpreadOverAllOfThem() async throws {
        try await file(60)
        let outcome = try replay("harbour", samples: 5)
        #expect(outcome.searched == 60 && outcome.matched == 60 && outcome.stories == 60)
        #expect(outcome.matchedByOutlet == ["harbour.example": 60])
        let numbers = outcome.samples.map(\.entry.number)
        #expect(numbers.count == 5 && numbers == numbers.sorted())
        #expect((numbers.first ?? 99) < 12 && (numbers.last ?? 0) >= 40)
        #expect(try replay("harbour", samples: 0).samples.isEmpty)
    }

    @Test func onlyDaysThatAreAskedForCount() async throws {
        try await file(3)
        let day = try #require(try replay("harbour").days?.lowerBound)
        #expect(try replay("harbour", since: day).searched == 3)
        let none = try replay("harbour", since: day + 1)
        #expect(none.searched == 0 && none.matched == 0 && none.days == nil)
    }

    @Test func wordsAreCountedAsTheyWereWritten() async throws {
        try await file(2)
        #expect(try replay("HARBOUR OR ship").matchedByWord == ["harbour": 2, "Ship": 2])
        #expect(try replay("submarine").matched == 0)
    }
}
