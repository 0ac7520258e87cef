import ArgumentParser
import Corpus
import Daemon
import Dedup
import Foundation
import Model
import Settings
import Store
import Text

/// `wirewatch show N`: one decision with everything that led to it.
struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Shows one article: its text, why it was filed or not, and who else had the story and when.",
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
            let story = Story(try store.entries(ofStory: entry.story))
            let alerts = try store.alerts(ofStory: entry.story).filter { $0.alert.number == number }
            let corpus = try CorpusFolder(path: settings.corpus, isCreated: false)
            let text = try text(of: entry, in: corpus)
            let versions = story?.versions(of: entry) ?? [entry]
            let changes = try changes(versions, in: corpus)
            if json {
                let shown = ShownArticle(
                    entry: entry, text: text, story: story?.carriers ?? [], head: story?.head.number,
                    alerts: alerts.map(\.alert), versions: versions.map(\.number),
                    changes: changes?.passages.map(ShownPassage.init))
                print(jsonLine(shown))
                return
            }
            printFacts(entry, alerts: alerts, corpus: settings.corpus)
            if let story, story.carriers.count > 1 {
                print("")
                for line in StoryView(story: story, number: number).lines { print(line) }
            }
            if let changes {
                let view = AlignmentView(context: 60)
                let numbers = versions.map { "\($0.number)" }.joined(separator: ", ")
                print("\nVersions \(numbers). What the last one changed: \(view.legend)")
                for line in view.lines(of: changes) { print(line) }
            }
            if let text {
                print("")
                for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
                    print(safeText(String(line)))
                }
            }
        } catch {
            throw Exit.saying(error)
        }
    }

    private func text(of entry: LedgerEntry, in corpus: CorpusFolder) throws -> String? {
        guard let name = entry.file.flatMap({ CorpusName($0) }) else { return nil }
        return String(decoding: try corpus.bytes(of: name), as: UTF8.self)
    }

    /// What a revision changed in the version before; nil when there is none, or its text is gone.
    private func changes(_ versions: [LedgerEntry], in corpus: CorpusFolder) throws -> TextAlignment? {
        guard versions.count > 1,
            let before = try text(of: versions[versions.count - 2], in: corpus),
            let after = try text(of: versions[versions.count - 1], in: corpus)
        else { return nil }
        let sketcher = Sketcher(folding: Folding(), key: SketchKey(secret: []))
        return TextAlignment(
            of: sketcher.alignedText(try comparedText(before)),
            with: sketcher.alignedText(try comparedText(after)))
    }

    private func comparedText(_ file: String) throws -> [UInt8] {
        try SeedDocument(bytes: Array(file.utf8)).article.comparedText
    }

    private func printFacts(
        _ entry: LedgerEntry, alerts: [(alert: Alert, laterCarriers: Int)], corpus: String
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
    }

    private func publishedLine(_ date: ZonedDate) -> String {
        switch date.precision {
        case .second, .minute: "\(date.instant.iso8601), \(date.day.iso) at the publisher's"
        default: date.day.iso
        }
    }

    private func stateLine(_ entry: LedgerEntry) -> String {
        guard let of = entry.of else { return entry.state.rawValue }
        let share = entry.share.map { ", \(percent($0)) shared" } ?? ""
        switch entry.state {
        case .filed where entry.head != nil: return "filed; takes over from \(of)\(share)"
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
    /// In the order of time.
    var story: [LedgerEntry]
    /// The version that leads the story.
    var head: Int?
    var alerts: [Alert]
    /// The same outlet's versions up to this one.
    var versions: [Int]
    /// What this version changed in the one before.
    var changes: [ShownPassage]?
}
