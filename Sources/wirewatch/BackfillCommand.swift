import Alert
import ArgumentParser
import Backfill
import Daemon
import Model

/// `wirewatch backfill INPUT…`: old material into the corpus.
struct BackfillCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backfill",
        abstract: "Files old material: folders of articles, JSON Lines, saved feeds and pages.",
        discussion: """
            Everything is compared with what is filed and with each other, as if it had been polled. What was
            considered once is passed over, so a run that was stopped is simply started again. Files in the seed
            format keep their names where the numbers are free.

              wirewatch backfill archive/
              wirewatch backfill --outlet example.org --language fr pages/*.html
              wirewatch backfill old.jsonl      {"text", "title", "t" or "date", "url", "outlet", "lang"} a line
            """)

    @OptionGroup var config: ConfigOption
    @Argument(help: "Files and folders.") var inputs: [String]
    @Option(help: "Who published all of it, when the material does not say.") var outlet: String?
    @Option(help: "The language it is probably in (BCP 47).") var language: LanguageTag?
    @Flag(help: "Raise alerts for what matches the watchlist.") var alerts = false
    @Flag(help: "Print each decision as JSON, the summary last.") var json = false

    func run() async throws {
        let settings = try config.settings()
        do {
            let files = try oldFiles(at: inputs)
            let installation = try Installation(
                settings: settings, alertForm: json ? .jsonLines : .text(corpus: settings.corpus),
                logger: makeLogger(verbose: false))
            let run = BackfillRun(
                stages: try installation.stages(for: settings), languages: installation.languages,
                store: installation.workspace.store, desk: installation.workspace.desk, outlet: outlet,
                language: language?.tag, raisesAlerts: alerts, clock: installation.clock)
            var bar = ProgressBar()
            let done = try await run.run(
                files,
                problem: { problem in
                    bar.finish()
                    say("wirewatch: \(safeText(problem))")
                },
                filed: { entry in if json { print(jsonLine(entry)) } },
                progress: { bar.show(share: $0.share, note: summary(of: $0)) })
            bar.finish()
            let lost = alerts ? await installation.workspace.outbox.deliverOwed() : []
            await installation.workspace.desk.saveIndex(afterAtLeast: 5000)
            if json { print(jsonLine(BackfillSummary(done))) } else { print(summary(of: done)) }
            try Exit.ifLost(lost)
            if done.problems > 0 { throw Exit.data }
        } catch let error as BackfillError {
            say("wirewatch: \(error)")
            throw Exit.noInput
        } catch {
            throw Exit.saying(error)
        }
    }

    private func summary(of progress: BackfillRun.Progress) -> String {
        let line = BackfillSummary(progress)
        return "\(line.files) files: \(line.filed) filed, \(line.copies) copies and excerpts, "
            + "\(line.skipped) skipped, \(line.known) known before, \(line.problems) problems"
    }
}

private struct BackfillSummary: Encodable {
    var files: Int
    var filed: Int
    var copies: Int
    var skipped: Int
    var known: Int
    var problems: Int
    var alerts: Int

    init(_ progress: BackfillRun.Progress) {
        files = progress.files
        filed = (progress.decided[.filed] ?? 0) + (progress.decided[.revised] ?? 0)
        copies = (progress.decided[.copy] ?? 0) + (progress.decided[.excerpt] ?? 0)
        skipped = progress.decided[.skipped] ?? 0
        known = progress.known
        problems = progress.problems
        alerts = progress.alerts
    }
}
