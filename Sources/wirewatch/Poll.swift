import Alert
import ArgumentParser
import Daemon
import Model
import Schedule

/// `wirewatch poll`: one pass over the sources, for cron.
struct Poll: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Polls every source once and ends.",
        discussion: """
            For cron, or for a first look. Exits with 69 when no source could be polled. The summary is talk and
            goes to standard error; standard output has the alerts.

              wirewatch poll
              wirewatch poll --due      only what the schedule would poll now: asks nobody too often
              wirewatch poll "BBC Русская служба"
            """)

    @OptionGroup var config: ConfigOption
    @Argument(help: "Names of sources; none means all.") var names: [String] = []
    @Flag(help: "Only sources that are due.") var due = false
    @Flag(help: "Print the summary, and alerts, as JSON Lines.") var json = false
    @Flag(help: "Log what each source brought.") var verbose = false

    func run() async throws {
        let settings = try config.settings()
        let unknown = names.filter { name in !settings.sources.contains { $0.name == name } }
        guard unknown.isEmpty else {
            throw ValidationError("\(config.path) has no source named \(unknown.joined(separator: ", "))")
        }
        do {
            let installation = try Installation(
                settings: settings, alertForm: json ? .jsonLines : .text(corpus: settings.corpus),
                logger: makeLogger(verbose: verbose))
            let pass = PollPass(
                plan: try installation.plan(for: settings), store: installation.workspace.store,
                clock: installation.clock)
            var bar = ProgressBar()
            let sources = settings.sources.filter { names.isEmpty || names.contains($0.name) }
            let results = try await pass.run(sources, onlyDue: due) { done, total in
                bar.show(share: Double(done) / Double(max(total, 1)), note: "\(done)/\(total) sources")
            }
            bar.finish()
            let lost = await installation.workspace.outbox.deliverOwed()
            // Cron polls every few minutes, but few of these polls bring much.
            await installation.workspace.desk.saveIndex(afterAtLeast: 5000)
            await installation.fetcher.stop()
            report(results)
            try Exit.ifLost(lost)
            // Our own disk's trouble is the same for all of them; the first is enough.
            if let trouble = results.lazy.compactMap(\.result.ownTrouble).first { throw trouble }
            if results.contains(where: { $0.result.refusal != nil }) { throw Exit.data }
            if !results.isEmpty, results.allSatisfy({ $0.result.hasFailed }) { throw Exit.unavailable }
        } catch {
            throw Exit.saying(error)
        }
    }

    private func report(_ results: [PollPass.Polled]) {
        if json {
            for each in results { print(jsonLine(PollLine(each))) }
            return
        }
        var rows = [["source", "listed", "new", "filed", "copies", "skipped", "alerts", ""]]
        for each in results.sorted(by: { $0.result.source < $1.result.source }) {
            let line = PollLine(each)
            rows.append(
                [line.source]
                    + [line.listed, line.new, line.filed, line.copies, line.skipped, line.alerts].map(
                        String.init) + [line.problem ?? (line.unchanged ? "unchanged" : "")])
        }
        // Alerts are data on standard output; the summary is talk.
        say(table(rows, rightAligned: [1, 2, 3, 4, 5, 6]))
        guard verbose else { return }
        for result in results.map(\.result).sorted(by: { $0.source < $1.source }) {
            for note in result.notes.prefix(20) { say(safeText("\(result.source): \(note)")) }
        }
    }
}

/// One source's poll as it is reported.
private struct PollLine: Encodable {
    var source: String
    var listed: Int
    var new: Int
    var filed: Int
    var copies: Int
    var skipped: Int
    var waiting: Int
    var alerts: Int
    var unchanged: Bool
    var problem: String?

    init(_ polled: PollPass.Polled) {
        let result = polled.result
        source = result.source
        listed = result.listed
        new = result.fresh
        filed = (result.decided[.filed] ?? 0) + (result.decided[.revised] ?? 0)
        copies = (result.decided[.copy] ?? 0) + (result.decided[.excerpt] ?? 0)
        skipped = result.decided[.skipped] ?? 0
        waiting = result.waiting
        alerts = result.alerts
        unchanged = result.report?.outcome == .notModified
        problem = polled.health.problem
    }
}
