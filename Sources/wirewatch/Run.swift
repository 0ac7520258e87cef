import Alert
import ArgumentParser
import Daemon
import Foundation
import Glibc
import Logging
import Settings

/// `wirewatch run`: the daemon in the foreground.
struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Watches every source until it is told to stop.",
        discussion: """
            Alerts go to standard output, everything else to standard error. SIGTERM and SIGINT end it cleanly,
            SIGHUP makes it read the settings again: all of them or, when something is wrong, none.

              wirewatch run
              wirewatch run --config /etc/wirewatch/feeds.json --json >> alerts.jsonl
            """)

    @OptionGroup var config: ConfigOption
    @Flag(help: "Write alerts as JSON Lines.") var json = false
    @Flag(help: "Log every poll, also those that brought nothing.") var verbose = false

    func run() async throws {
        // From the first moment on, signals wait for their handlers instead of ending the process.
        let signals = EarlySignals()
        let settings = try config.settings()
        let logger = makeLogger(verbose: verbose)
        do {
            let installation = try Installation(
                settings: settings, alertForm: json ? .jsonLines : .text(corpus: settings.corpus),
                logger: logger)
            let monitor = try Monitor(
                plan: installation.plan(for: settings), store: installation.workspace.store,
                outbox: installation.workspace.outbox, desk: installation.workspace.desk,
                service: ServiceManager(environment: ProcessInfo.processInfo.environment),
                clock: installation.clock, maxPolls: 32, logger: logger)
            let reloading = Reloading(
                installation: installation, monitor: monitor, config: config, logger: logger)
            signals.handle { number in
                if number == SIGHUP {
                    Task { await reloading.reload() }
                } else {
                    Task { await monitor.stop() }
                }
            }
            await monitor.run()
            let lost = await installation.workspace.outbox.deliverOwed(within: .seconds(10))
            await installation.workspace.desk.saveIndex(afterAtLeast: 100)
            await installation.fetcher.stop()
            withExtendedLifetime(signals) {}
            // A receiver that is away is no failure of a daemon that was told to stop; the log has it.
            try Exit.ifLost(lost.filter(Exit.isOwn))
        } catch {
            throw Exit.saying(error)
        }
    }
}

/// Reads the settings again: all of them or none.
private actor Reloading {
    private let installation: Installation
    private let monitor: Monitor
    private let config: ConfigOption
    private let logger: Logger

    init(installation: Installation, monitor: Monitor, config: ConfigOption, logger: Logger) {
        self.installation = installation
        self.monitor = monitor
        self.config = config
        self.logger = logger
    }

    func reload() async {
        do {
            let settings = try config.readSettings()
            let old = installation.settings
            guard settings.corpus == old.corpus, settings.state == old.state,
                settings.dedupWindow == old.dedupWindow, settings.fetch == old.fetch,
                settings.preferredOutlets == old.preferredOutlets
            else { throw NeedsRestart() }
            let plan = try installation.plan(for: settings)
            await installation.workspace.outbox.replace(installation.ways.deliveries(for: settings))
            await monitor.replace(with: plan)
        } catch {
            logger.error("the settings stay as they were", metadata: ["reason": "\(error)"])
            await monitor.keepPlan(because: "\(error)")
        }
    }

    private struct NeedsRestart: Error, CustomStringConvertible {
        let description = "corpus, state, dedup or fetch has changed, which takes a restart"
    }
}
