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
import Settings
import Store
import Text

/// The whole program put together from its settings: what `run`, `poll` and `backfill` work with.
struct Installation {
    let settings: WirewatchSettings
    let workspace: Workspace
    let folding: Folding
    let languages: LanguageIdentifier
    let dates: DateReader
    let fetcher: Fetcher
    let ways: AlertWays
    let clock = SystemClock()
    let logger: Logger

    /// Opens the corpus and the state; they stay locked as long as the value lives.
    ///
    /// - Parameter alertForm: how alerts look on standard output.
    init(settings: WirewatchSettings, alertForm: StreamDelivery.Form, logger: Logger) throws {
        self.settings = settings
        self.logger = logger
        folding = Folding()
        languages = LanguageIdentifier()
        dates = DateReader()
        let clock = clock
        fetcher = Fetcher(options: fetcherOptions(for: settings.fetch), now: { clock.now })
        ways = AlertWays(form: alertForm, fetcher: fetcher, clock: clock)
        workspace = try Workspace(
            corpusPath: settings.corpus, statePath: settings.state,
            windowDays: Int(settings.dedupWindow / .seconds(86_400)),
            preference: Preference(settings.preferredOutlets), deliveries: ways.deliveries(for: settings),
            folding: folding, clock: clock, logger: logger)
    }

    /// The stages with the tables and the rules of these settings.
    func stages(for settings: WirewatchSettings) throws -> Stages {
        Stages(
            dates: dates, extractor: Extractor(dates: dates, languages: languages),
            outlets: OutletNames(),
            watchlist: try settings.compiledWatchlist(folding: folding),
            sketcher: workspace.sketcher)
    }

    /// What to poll, and how.
    func plan(for settings: WirewatchSettings) throws -> Monitor.Plan {
        let pipeline = Pipeline(
            stages: try stages(for: settings), fetcher: fetcher, store: workspace.store,
            desk: workspace.desk, clock: clock)
        return Monitor.Plan(sources: settings.sources, pipeline: pipeline)
    }
}

/// Lends a fetcher to a command that asks the network a few things, and ends it.
func withFetcher<Value>(
    for settings: FetchSettings, _ body: (Fetcher, SystemClock) async throws -> Value
) async rethrows -> Value {
    let clock = SystemClock()
    let fetcher = Fetcher(options: fetcherOptions(for: settings), now: { clock.now })
    do {
        let value = try await body(fetcher, clock)
        await fetcher.stop()
        return value
    } catch {
        await fetcher.stop()
        throw error
    }
}

/// How the settings want the network to be asked.
func fetcherOptions(for settings: FetchSettings) -> FetcherOptions {
    var options = FetcherOptions(userAgent: settings.userAgent ?? "wirewatch/\(version)")
    options.maxTransfers = settings.concurrency
    return options
}

/// The program's logger: one line a message on standard error.
func makeLogger(verbose: Bool) -> Logger {
    let isJournal = StandardErrorLog.isJournal(environment: ProcessInfo.processInfo.environment)
    return Logger(label: "wirewatch") { _ in
        StandardErrorLog(level: verbose ? .debug : .info, isJournal: isJournal)
    }
}
