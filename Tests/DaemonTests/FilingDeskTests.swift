import Corpus
import Daemon
import Foundation
import Model
import Store
import Testing

/// Batches of several sources that meet at the desk.
@Suite struct FilingDeskTests {
    private let bench: Bench

    init() throws { bench = try Bench() }

    private func submission(_ number: Int) -> Submission {
        let words = (0..<40).map { "w\(number)y\(($0 * 7919 + number * 31) % 9973)" }
        let article = Article(title: "Story \(number)", paragraphs: [words.joined(separator: " ")])
        return Submission(
            source: "source \(number % 7)", outlet: "outlet\(number % 7).example",
            items: [ItemRecord(source: "source \(number % 7)", key: "\(number)", address: nil, updated: nil)],
            article: article, url: "https://outlet\(number % 7).example/\(number)", sketch: nil, matches: [],
            time: bench.clock.now)
    }

    /// Each caller hears of its own articles, in its order, whatever they were synced together with.
    @Test func batchesThatMeetAreFiledTogetherAndAnsweredApart() async throws {
        let desk = bench.workspace.desk
        let titles = try await withThrowingTaskGroup(of: (Int, [String?]).self) { group in
            for caller in 0..<60 {
                let batch = (0..<(caller % 4)).map { submission(caller * 10 + $0) }
                group.addTask {
                    let filings = try await desk.file(batch)
                    return (
                        caller,
                        filings.map { if case .decided(let entry, _) = $0 { entry.title } else { nil } }
                    )
                }
            }
            var titles: [Int: [String?]] = [:]
            for try await (caller, found) in group { titles[caller] = found }
            return titles
        }
        for caller in 0..<60 {
            #expect(titles[caller] == (0..<(caller % 4)).map { "Story \(caller * 10 + $0)" })
        }
        let numbers = try bench.files().compactMap { CorpusName($0)?.number }
        #expect(numbers == Array(0..<90))
        #expect(try bench.ledgerLines().count == 90)
    }

    /// A file that cannot be placed is its own trouble, also within a batch.
    @Test func anArticleThatCannotBeFiledDoesNotHoldUpTheOthers() async throws {
        let desk = bench.workspace.desk
        // Whatever number the refused story is given, other bytes stand under its name already.
        let refused = submission(5)
        let bytes = SeedDocument(article: refused.article).bytes
        for number in 0..<20 {
            let name = CorpusName(number: number, bytes: bytes).description
            try Data("other bytes".utf8).write(to: URL(fileURLWithPath: bench.corpusPath + "/" + name))
        }
        let refusals = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<10 {
                let batch = [submission(number * 10 + 100), number == 5 ? refused : submission(number)]
                group.addTask {
                    try await desk.file(batch).count { if case .refused = $0 { true } else { false } }
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(refusals == 1)
        #expect(try bench.ledgerLines().count == 19)
        #expect(try bench.workspace.store.lastNumber() == 18)
    }

    /// Nothing stays of a batch whose decisions cannot be written, and its numbers are given out again without trouble.
    @Test func aBatchTheDatabaseRefusesLeavesNoFilesAndNoPhantoms() async throws {
        let desk = bench.workspace.desk
        _ = try await desk.file([submission(1)])
        var other = try #require(try bench.workspace.store.entry(number: 0))
        other.number = 1
        try bench.workspace.store.commit([
            DecisionRecord(entry: other, items: [], sketch: nil, day: 0, alerts: [], repeatedRules: [])
        ])
        let filings = try await desk.file([submission(2)])
        guard case .refused = filings[0] else { return #expect(Bool(false), "\(filings)") }
        #expect(try bench.files().count == 1)
        #expect(!FileManager.default.fileExists(atPath: bench.statePath + "/rescued"))
    }

    /// A clock that leaps ahead makes nothing forgotten; days that go by do.
    @Test func aLeapOfTheClockForgetsNothing() async throws {
        let desk = bench.workspace.desk
        let today = bench.clock.now.day().daysSinceEpoch
        let words = (0..<60).map { "word\($0 * 7919 % 997)" }.joined(separator: " ")
        let feed = Source(name: "Harbour", kind: .feed, url: "https://harbour.example/feed.xml")
        bench.shelf.put(feed.url, rss([("1", "A title", "https://harbour.example/1", "")]))
        bench.shelf.put(
            "https://harbour.example/1", page(title: "A title", paragraphs: [words, words + " end"]))
        try await bench.poll(feed)
        for _ in 0..<10 { try await desk.expire(today: today + 400) }
        try await desk.expire(today: today)
        #expect(try bench.workspace.store.sketch(number: 0) != nil)
        for day in 1...182 { try await desk.expire(today: today + day) }
        #expect(try bench.workspace.store.sketch(number: 0) == nil)
    }
}
