import ArgumentParser
import Daemon
import Foundation
import Model
import Settings
import Store

/// `wirewatch status`: how every source is doing.
struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows how every source is doing, and what was filed.",
        discussion: """
            Reads the state beside a running daemon, without disturbing it.

              wirewatch status
              wirewatch status --failing
              wirewatch status --json | jq 'select(.problem)'
            """)

    @OptionGroup var config: ConfigOption
    @Flag(help: "Only sources whose last poll failed, or whose pages give less text than they used to.")
    var failing = false
    @Flag(help: "One JSON object a source.") var json = false

    func run() throws {
        let settings = try config.settings()
        let store = try existingStore(of: settings)
        do {
            let healths = try store.healths()
            let counts = try store.countsBySource()
            var lines = settings.sources.map { source in
                StatusLine(
                    source: source, health: healths[source.name], counts: counts[source.name] ?? [:])
            }
            if failing { lines = lines.filter { $0.problem != nil || $0.textProblem != nil } }
            if json {
                for line in lines { print(jsonLine(line)) }
            } else {
                printTable(lines, totals: try totals(of: store))
                if !StateLock.isHeld(folder: settings.state) { print("no daemon runs on these settings") }
            }
        } catch {
            throw Exit.saying(error)
        }
    }

    private func totals(of store: Store) throws -> String {
        let counts = try store.counts()
        let alerts = try store.alertCounts()
        let parts = [
            "\((counts[.filed] ?? 0) + (counts[.revised] ?? 0)) filed",
            "\((counts[.copy] ?? 0) + (counts[.excerpt] ?? 0)) copies and excerpts",
            "\(counts[.skipped] ?? 0) skipped", "\(try store.pendingCount()) waiting for their page",
            "\(alerts.raised) alerts, \(alerts.owed) deliveries owed",
        ]
        return parts.joined(separator: " · ")
    }

    private func printTable(_ lines: [StatusLine], totals: String) {
        let now = SystemClock().now
        var rows = [["", "source", "last poll", "next poll", "filed", "copies", "state"]]
        for line in lines {
            rows.append([
                line.problem != nil ? "✗" : line.textProblem != nil ? "!" : line.lastPoll == nil ? "·" : "✓",
                line.source,
                line.lastPoll.map { distance($0, from: now) } ?? "never",
                line.nextPoll.map { distance($0, from: now) } ?? "",
                String(line.filed), String(line.copies), line.state,
            ])
        }
        print(table(rows, rightAligned: [4, 5]))
        print("\n" + totals)
    }

    /// `3 min ago`, `in 2 h`.
    private func distance(_ iso: String, from now: Timestamp) -> String {
        guard let date = try? Date(iso, strategy: .iso8601) else { return iso }
        let seconds = Int(date.timeIntervalSince1970) - Int(now.seconds)
        let magnitude = abs(seconds)
        let text =
            switch magnitude {
            case ..<120: "\(magnitude) s"
            case ..<7200: "\(magnitude / 60) min"
            case ..<172_800: "\(magnitude / 3600) h"
            default: "\(magnitude / 86_400) d"
            }
        return seconds > 0 ? "in \(text)" : "\(text) ago"
    }
}

/// One source as `status` shows it.
private struct StatusLine: Encodable {
    var source: String
    var kind: String
    var url: String
    var lastPoll: String?
    var lastSuccess: String?
    var lastNewItem: String?
    var nextPoll: String?
    var nextReason: String?
    var failures: Int
    var problem: String?
    /// What is wrong with the texts of its pages: they shrank, or a selector finds nothing.
    var textProblem: String?
    var filed: Int
    var copies: Int
    var skipped: Int

    init(source: Source, health: SourceHealth?, counts: [LedgerEntry.State: Int]) {
        self.source = source.name
        kind = source.kind.rawValue
        url = source.url
        lastPoll = health?.lastPoll?.iso8601
        lastSuccess = health?.lastSuccess?.iso8601
        lastNewItem = health?.lastNewItem?.iso8601
        nextPoll = health?.nextPoll?.iso8601
        nextReason = health?.nextReason
        failures = health?.failures ?? 0
        problem = health?.problem
        textProblem = health?.extraction?.problem
        filed = (counts[.filed] ?? 0) + (counts[.revised] ?? 0)
        copies = (counts[.copy] ?? 0) + (counts[.excerpt] ?? 0)
        skipped = counts[.skipped] ?? 0
    }

    /// What a person wants to know first.
    var state: String {
        if let problem { return failures > 1 ? "\(problem) (\(failures)×)" : problem }
        return textProblem ?? nextReason ?? "not polled yet"
    }
}
