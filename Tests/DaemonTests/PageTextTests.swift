import Daemon
import Fetch
import Foundation
import Model
import Store
import Testing

private let words = [
    "pier", "tunnel", "bakery", "school", "market", "theatre", "tram", "museum", "garden", "library",
    "stadium",
    "hospital",
]

/// Two paragraphs about one place, like no other's.
private func story(_ word: String) -> [String] {
    [
        "The \(word) will be closed from Monday, because its roof of \(word) glass lets in the rain, the owner of the \(word) said in a letter.",
        "Whoever has a ticket for the \(word) gets the money back, and the \(word) keepers are sent to the neighbouring town until the \(word) is dry.",
        "Nobody knows what the \(word) will cost, but the last \(word) that the council repaired took nine years and four mayors.",
    ]
}

@Suite struct PageTextTests {
    private let bench: Bench
    private let source: Source
    private let feedURL = "https://harbour.example/feed.xml"

    init() throws {
        bench = try Bench()
        source = Source(name: "Harbour", kind: .feed, url: feedURL)
    }

    private func put(_ words: [String], paragraphs: (String) -> [String]) {
        bench.shelf.put(
            feedURL, rss(words.map { ($0, "About the \($0)", "https://harbour.example/\($0)", "") }),
            type: "application/rss+xml")
        for word in words {
            bench.shelf.put(
                "https://harbour.example/\(word)",
                page(title: "About the \(word)", paragraphs: paragraphs(word)))
        }
    }

    private func texts() throws -> [String] {
        try bench.files().map { try String(contentsOfFile: bench.corpusPath + "/" + $0, encoding: .utf8) }
    }

    @Test func whatAnOutletRepeatsIsCutFromTheFirstBatchOnAndRemembered() async throws {
        let promotion = "Our readers meet every Tuesday in the back room of the Anchor, and so could you"
        put(Array(words.prefix(4))) { story($0) + [promotion] }
        try await bench.poll(source)
        #expect(try texts().count == 4)
        #expect(try texts().allSatisfy { !$0.contains("Anchor") })
        // A new process knows it from the store.
        try bench.restart()
        put([words[5]]) { story($0) + [promotion] }
        try await bench.poll(source)
        #expect(try texts().count == 5)
        #expect(try texts().allSatisfy { !$0.contains("Anchor") })
    }

    @Test func pagesThatAskForConsentAreTriedAgainAndNeverFiled() async throws {
        put([words[0]]) { _ in
            [
                "We use cookies on this website. Please give your consent, or change the settings of your browser."
            ]
        }
        let first = try await bench.poll(source)
        #expect(first.waiting == 1 && first.decided.isEmpty)
        let second = try await bench.poll(source)
        #expect(second.decided == [.skipped: 1])
        #expect(try bench.files().isEmpty)
        #expect(try bench.ledgerLines().contains { $0.contains("consent") })
    }

    @Test func picturesServedAsPagesAreRecordedAndNotFiled() async throws {
        put([words[0]], paragraphs: story)
        let head = ResponseHead(
            status: 200, url: "https://harbour.example/pier", contentType: "text/html", etag: nil)
        bench.shelf.put(
            "https://harbour.example/pier",
            .body(
                FetchedBody(head: head, bytes: [0x89, 0x50, 0x4E, 0x47] + [UInt8](repeating: 3, count: 500))))
        let result = try await bench.poll(source)
        #expect(result.decided == [.skipped: 1])
        #expect(try bench.ledgerLines().contains { $0.contains("not a page of text") })
    }

    @Test func textsThatShrinkAreReportedInTheSourcesHealth() async throws {
        put(Array(words.prefix(8)), paragraphs: story)
        try await bench.poll(source)
        #expect(try bench.workspace.store.healths()["Harbour"]?.extraction?.problem == nil)
        put(Array(words.suffix(4))) { ["The \($0) is shut for now, as anybody may see."] }
        try await bench.poll(source)
        let problem = try bench.workspace.store.healths()["Harbour"]?.extraction?.problem
        #expect(problem?.hasPrefix("the last 4 texts have") == true)
    }

    @Test func aSelectorThatFitsNoMoreIsReported() async throws {
        var source = source
        source.article.text = "div.gone"
        put(Array(words.prefix(3)), paragraphs: story)
        try await bench.poll(source)
        let problem = try bench.workspace.store.healths()["Harbour"]?.extraction?.problem
        #expect(problem?.hasPrefix("article.text found nothing on the last 3 pages") == true)
        // Recognition stood in: nothing is lost meanwhile.
        #expect(try bench.files().count == 3)
    }
}
