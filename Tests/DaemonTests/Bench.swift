import Address
import Alert
import Daemon
import Dates
import Dedup
import Extract
import Fetch
import Foundation
import Logging
import Model
import Schedule
import Store
import Synchronization
import Text
import Watchlist

/// A web of answers that a test writes, in place of the network.
final class Shelf: Fetching {
    private let answers = Mutex<[String: FetchOutcome]>([:])
    private let asked = Mutex<[FetchRequest]>([])

    func put(_ url: String, _ outcome: FetchOutcome) {
        answers.withLock { $0[url] = outcome }
    }

    func put(_ url: String, _ text: String, type: String = "text/html; charset=utf-8", etag: String? = nil) {
        let head = ResponseHead(status: 200, url: url, contentType: type, etag: etag)
        put(url, .body(FetchedBody(head: head, bytes: Array(text.utf8))))
    }

    var requests: [FetchRequest] { asked.withLock { $0 } }

    func get(_ request: FetchRequest) async -> FetchOutcome {
        asked.withLock { $0.append(request) }
        return answers.withLock { $0[request.url] }
            ?? .failed(FetchFailure(category: .status, reason: "answered 404", status: 404))
    }
}

/// A clock that a test turns.
final class TestClock: WallClock {
    private let time = Mutex(Timestamp(seconds: 1_771_000_000))

    var now: Timestamp { time.withLock { $0 } }
    func advance(_ duration: Duration) { time.withLock { $0 = $0 + duration } }
}

/// Alerts as they went out, and a way to make them fail.
final class Mailbox: AlertDelivery {
    let name = "stdout"
    private let state = Mutex<(alerts: [Alert], isBroken: Bool)>(([], false))

    var alerts: [Alert] { state.withLock { $0.alerts } }
    func setBroken(_ isBroken: Bool) { state.withLock { $0.isBroken = isBroken } }

    func deliver(_ notices: [Notice]) async throws(DeliveryError) {
        let isBroken = state.withLock { state in
            if !state.isBroken { state.alerts += notices.flatMap(\.alerts) }
            return state.isBroken
        }
        if isBroken { throw DeliveryError(delivery: name, reason: "the pipe is closed", delivered: 0) }
    }
}

/// A whole installation in a folder of its own, with a shelf for a network.
final class Bench {
    static let folding = Folding()
    let folder: String
    let shelf = Shelf()
    let clock = TestClock()
    let mailbox = Mailbox()
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    var rules: [WatchRule] = []
    private let deliveries: [any AlertDelivery]
    private let preference: Preference
    private(set) var workspace: Workspace

    /// - Parameter others: ways out beside the mailbox.
    init(others: [any AlertDelivery] = [], preference: Preference = Preference()) throws {
        self.preference = preference
        folder = FileManager.default.temporaryDirectory.path + "/bench-\(UUID().uuidString)"
        deliveries = [mailbox] + others
        workspace = try Bench.open(
            folder, deliveries: deliveries, clock: clock, preference: preference, logger: logger)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    var corpusPath: String { folder + "/corpus" }
    var statePath: String { folder + "/state" }

    /// Opens the installation again, as a restart does; `meanwhile` happens while nothing runs.
    func restart(meanwhile: () throws -> Void = {}) throws {
        let elsewhere = FileManager.default.temporaryDirectory.path + "/bench-\(UUID().uuidString)"
        // The old workspace must go before the lock is free.
        workspace = try Bench.open(
            elsewhere, deliveries: deliveries, clock: clock, preference: preference, logger: logger)
        try meanwhile()
        workspace = try Bench.open(
            folder, deliveries: deliveries, clock: clock, preference: preference, logger: logger)
        try? FileManager.default.removeItem(atPath: elsewhere)
    }

    private static func open(
        _ folder: String, deliveries: [any AlertDelivery], clock: TestClock,
        preference: Preference, logger: Logger
    ) throws -> Workspace {
        try Workspace(
            corpusPath: folder + "/corpus", statePath: folder + "/state", windowDays: 90,
            preference: preference,
            deliveries: deliveries, folding: folding, clock: clock, logger: logger)
    }

    func pipeline() throws -> Pipeline {
        let dates = DateReader()
        let stages = Stages(
            dates: dates, extractor: Extractor(dates: dates, languages: LanguageIdentifier()),
            outlets: OutletNames(),
            watchlist: try CompiledWatchlist(rules: rules, entities: [:], folding: Bench.folding),
            sketcher: workspace.sketcher)
        return Pipeline(
            stages: stages, fetcher: shelf, store: workspace.store, desk: workspace.desk, clock: clock)
    }

    /// Polls a source as the daemon does, health and all.
    @discardableResult
    func poll(_ source: Source) async throws -> PollResult {
        let health = try workspace.store.healths()[source.name] ?? SourceHealth(source: source.name)
        let result = try await pipeline().poll(source, health: health)
        if let report = result.report {
            try workspace.store.save([health.after(report, every: source.every, now: clock.now)])
        }
        return result
    }

    /// The articles in the corpus folder, by name.
    func files() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: corpusPath).filter { $0.hasSuffix(".txt") }
            .sorted()
    }

    func ledgerLines() throws -> [String] {
        try String(contentsOfFile: corpusPath + "/ledger.jsonl", encoding: .utf8).split(separator: "\n")
            .map(String.init)
    }

    /// Waits for what was sent off on its own.
    func deliverAlerts() async { await workspace.outbox.deliverOwed() }

    /// Puts a feed of one story on the shelf and polls it.
    func pollStory(_ name: String, title: String, text: String) async throws {
        let host = "\(name).example"
        shelf.put(
            "https://\(host)/feed",
            rss([(guid: "1", title: title, link: "https://\(host)/1", text: "Short.")]),
            type: "application/rss+xml")
        shelf.put("https://\(host)/1", page(title: title, paragraphs: [text]))
        try await poll(Source(name: name, kind: .feed, url: "https://\(host)/feed"))
    }
}

/// A feed of ours with one entry a story.
func rss(_ items: [(guid: String, title: String, link: String, text: String)]) -> String {
    let entries = items.map { item in
        """
        <item><guid isPermaLink="false">\(item.guid)</guid><title>\(item.title)</title>\
        <link>\(item.link)</link><pubDate>Thu, 12 Feb 2026 10:05:00 GMT</pubDate>\
        <description>\(item.text)</description></item>
        """
    }
    return """
        <?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Harbour Wire</title>\
        <link>https://harbour.example/</link>\(entries.joined())</channel></rss>
        """
}

/// A plain article page of ours.
func page(title: String, paragraphs: [String]) -> String {
    """
    <!doctype html><html lang="en"><head><meta charset="utf-8"><title>\(title) | Harbour Post</title></head>
    <body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>\(title)</h1>
    \(paragraphs.map { "<p>\($0)</p>" }.joined(separator: "\n"))</article>
    <footer><a href="/about">About us</a></footer></body></html>
    """
}
