import ArgumentParser
import Corpus
import Foundation
import Model
import Settings
import Store

/// `wirewatch show N`: one decision with everything that led to it.
struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows one article: its text, why it was filed or not, and who else had the story.",
        discussion: """
            N is the article's number: the digits its file begins with, or `number` in the ledger. A gap between
            the files is a copy; show tells of what.

              wirewatch show 42
              wirewatch show 43 --json
            """)

    @OptionGroup var config: ConfigOption
    @Argument(help: "The number of an article.") var number: Int
    @Flag(help: "One JSON object.") var json = false

    func run() throws {
        let settings = try config.settings()
        let store = try existingStore(of: settings)
        do {
            guard let entry = try store.entry(number: number) else {
                let last = try store.lastNumber().map { "; the last one is \($0)" } ?? ""
                say("wirewatch: there is no article \(number)\(last)")
                throw Exit.noInput
            }
            let story = try store.entries(ofStory: entry.story)
            let alerts = try store.alerts(ofStory: entry.story).filter { $0.alert.number == number }
            let text = try text(of: entry, settings: settings)
            if json {
                let shown = ShownArticle(
                    entry: entry, text: text, story: story, alerts: alerts.map(\.alert))
                print(jsonLine(shown))
            } else {
                printArticle(entry, text: text, story: story, alerts: alerts, corpus: settings.corpus)
            }
        } catch {
            throw Exit.saying(error)
        }
    }

    private func text(of entry: LedgerEntry, settings: WirewatchSettings) throws -> String? {
        guard let name = entry.file.flatMap({ CorpusName($0) }) else { return nil }
        return String(
            decoding: try CorpusFolder(path: settings.corpus, isCreated: false)
                .bytes(of: name), as: UTF8.self)
    }

    private func printArticle(
        _ entry: LedgerEntry, text: String?, story: [LedgerEntry],
        alerts: [(alert: Alert, laterCarriers: Int)], corpus: String
    ) {
        var facts = [
            ["title", entry.title ?? "none"], ["state", stateLine(entry)], ["why", entry.reason],
            ["source", entry.source],
        ]
        if !entry.outlet.isEmpty { facts.append(["outlet", entry.outlet]) }
        if let url = entry.url { facts.append(["url", url]) }
        if let published = entry.published {
            let note = published.isSuspect ? " (not believed)" : ""
            facts.append(["published", publishedLine(published) + note])
        }
        if let language = entry.language { facts.append(["language", language]) }
        if let byline = entry.byline { facts.append(["byline", byline]) }
        if let wire = entry.wire { facts.append(["wire", "\(wire.agency), from “\(wire.evidence)”"]) }
        if let file = entry.file { facts.append(["file", "\(corpus)/\(file)"]) }
        facts.append(["considered", entry.time.iso8601])
        for quote in entry.quotes {
            facts.append(["shares a quote", "with \(quote.number), \(quote.words) words: “\(quote.text)”"])
        }
        for (alert, later) in alerts {
            let carriers = later > 0 ? ", \(later) later carriers" : ""
            facts.append([
                "alert",
                "\(alert.severity.rawValue) “\(alert.rule)” (\(alert.matches.joined(separator: ", ")))\(carriers)",
            ])
        }
        print(table(facts))
        if story.count > 1 {
            var rows = [["", "number", "considered", "outlet", "state", "share", "title"]]
            for each in story {
                rows.append([
                    each.number == entry.number ? "→" : "", String(each.number), each.time.iso8601,
                    each.outlet, each.state.rawValue,
                    each.share.map { "\(Int(($0 * 100).rounded())) %" } ?? "", each.title ?? "",
                ])
            }
            print("\nStory \(entry.story), \(story.count) carriers")
            print(table(rows, rightAligned: [1, 5]))
        }
        if let text {
            print("")
            for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
                print(safeText(String(line)))
            }
        }
    }

    private func publishedLine(_ date: ZonedDate) -> String {
        switch date.precision {
        case .second, .minute: "\(date.instant.iso8601), \(date.day.iso) at the publisher's"
        default: date.day.iso
        }
    }

    private func stateLine(_ entry: LedgerEntry) -> String {
        guard let of = entry.of else { return entry.state.rawValue }
        let share = entry.share.map { ", \(Int(($0 * 100).rounded())) % shared" } ?? ""
        switch entry.state {
        case .filed: return "filed; contains \(of)\(share)"
        case .copy: return "a copy of \(of)\(share)"
        case .excerpt: return "an excerpt of \(of)\(share)"
        case .revised: return "a revision of \(of)\(share)"
        case .skipped: return "skipped"
        }
    }
}

/// What `show --json` prints.
private struct ShownArticle: Encodable {
    var entry: LedgerEntry
    var text: String?
    var story: [LedgerEntry]
    var alerts: [Alert]
}
