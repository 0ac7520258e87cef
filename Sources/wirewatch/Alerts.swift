import Alert
import ArgumentParser
import Glibc
import Model
import Settings
import Store

/// `wirewatch alerts`: what was told, what is owed, what was suppressed.
struct Alerts: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows the alerts that were raised, what is still owed, and what was suppressed and why.",
        discussion: """
            Newest last, where a terminal ends.

              wirewatch alerts
              wirewatch alerts --owed              what some delivery has not taken, since when and why
              wirewatch alerts --suppressed        matches that were counted, held back or collected
            """)

    @OptionGroup var config: ConfigOption
    @Flag(help: "Matches that were not told by themselves, and why.") var suppressed = false
    @Flag(help: "Only alerts that some delivery has not taken.") var owed = false
    @Option(help: "Only of this rule.") var rule: String?
    @Option(help: "How many.") var limit = 50
    @Flag(help: "One JSON object a line.") var json = false

    func validate() throws {
        guard !(suppressed && owed) else { throw ValidationError("Give --owed or --suppressed.") }
        guard (1...1_000_000).contains(limit) else { throw ValidationError("--limit is from 1 to 1000000.") }
    }

    func run() throws {
        let settings = try config.settings()
        do {
            let store = try existingStore(of: settings)
            if suppressed {
                try showSuppressed(store.suppressedAlerts(rule: rule, limit: limit).reversed(), in: store)
            } else {
                let records = try store.alertRecords(rule: rule, onlyOwed: owed, limit: limit)
                show(records.reversed(), settings: settings)
            }
        } catch {
            throw Exit.saying(error)
        }
    }

    private func show(_ records: [AlertRecord], settings: WirewatchSettings) {
        let isTerminal = Terminal(descriptor: STDOUT_FILENO).showsColour
        for record in records {
            if json {
                print(jsonLine(ListedAlert(record)))
                continue
            }
            var alert = record.alert
            let snippet = alert.snippet
            alert.snippet = nil
            print(alertLine(alert, corpus: settings.corpus))
            if let snippet { print("    " + highlighted(snippet, isTerminal: isTerminal)) }
            if record.laterCarriers > 0 { print("    \(record.laterCarriers) later carriers") }
            for debt in record.owed { print("    " + described(debt, settings: settings)) }
        }
    }

    private func described(_ debt: AlertRecord.Debt, settings: WirewatchSettings) -> String {
        var text = "owed to \(debt.delivery)"
        let known = ["stdout", "log"] + settings.deliveries.map(\.name)
        if !known.contains(debt.delivery) { text += ", which the settings do not have any more" }
        if let reason = debt.heldFor { text += ", held: \(reason)" }
        if let problem = debt.problem { text += ", failed \(debt.attempts)×: \(problem)" }
        if let time = debt.notBefore { text += ", next at \(time.iso8601)" }
        return safeText(text)
    }

    private func showSuppressed(_ all: [SuppressedAlert], in store: Store) throws {
        var rows = [["time", "rule", "story", "article", "outlet", "why", "title"]]
        for each in all {
            if json {
                print(jsonLine(ListedSuppressed(each)))
                continue
            }
            let entry = try store.entry(number: each.number)
            let until = each.until.map { ", told at \($0.iso8601)" } ?? ""
            rows.append([
                each.time.iso8601, each.rule, "\(each.story)", "\(each.number)", entry?.outlet ?? "",
                each.reason + until, entry?.title ?? "",
            ])
        }
        if !json { print(table(rows, rightAligned: [2, 3])) }
    }
}

private struct ListedAlert: Encodable {
    var time: String
    var rule: String
    var severity: String
    var number: Int
    var story: Int
    var source: String
    var outlet: String
    var language: String?
    var title: String
    var url: String?
    var matches: [String]
    var snippet: String?
    var laterCarriers: Int
    var escalated: StorySpread?
    var owed: [AlertRecord.Debt]

    init(_ record: AlertRecord) {
        let alert = record.alert
        (time, rule, severity) = (alert.time.iso8601, alert.rule, alert.severity.rawValue)
        (number, story, source, outlet) = (alert.number, alert.story, alert.source, alert.outlet)
        (language, title, url) = (alert.language, alert.title, alert.url)
        (matches, snippet) = (alert.matches, alert.snippet?.text)
        (laterCarriers, escalated, owed) = (record.laterCarriers, alert.escalated, record.owed)
    }
}

private struct ListedSuppressed: Encodable {
    var time: String
    var rule: String
    var story: Int
    var number: Int
    var reason: String
    var until: String?

    init(_ suppressed: SuppressedAlert) {
        time = suppressed.time.iso8601
        (rule, story, number) = (suppressed.rule, suppressed.story, suppressed.number)
        (reason, until) = (suppressed.reason, suppressed.until?.iso8601)
    }
}
