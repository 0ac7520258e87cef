import Dispatch
import Fetch
import Logging
import Model
import Schedule
import Store

/// Polls every source when it is due, until it is told to stop.
///
/// One Dispatch timer waits for the next due source; polls run side by side on all cores.
package actor Monitor {
    /// What a reload replaces, all of it or none of it.
    package struct Plan: Sendable {
        package var sources: [Source]
        package var pipeline: Pipeline

        package init(sources: [Source], pipeline: Pipeline) {
            self.sources = sources
            self.pipeline = pipeline
        }
    }

    private nonisolated let executor = QueueExecutor(label: "wirewatch.monitor")
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Polls under way at once; the transfers of each are bounded by host besides.
    private let maxPolls: Int
    private let store: Store
    private let outbox: AlertOutbox
    private let desk: FilingDesk
    private let service: ServiceManager
    private let clock: any WallClock
    private let logger: Logger

    private var pipeline: Pipeline
    private var sources: [String: Source] = [:]
    private var healths: [String: SourceHealth] = [:]
    /// Sources whose health the store does not know yet.
    private var unsaved: Set<String> = []
    private var agenda = Agenda()
    private var polls: [String: Task<Void, Never>] = [:]
    private var pauses = HostPauses()
    private var outage = OutageWatch()
    private var wasOutage = false
    private var lastChores: Timestamp?
    private var totals = Totals()
    private var dueTimer: (any DispatchSourceTimer)?
    private var saveTimer: (any DispatchSourceTimer)?
    private var choresTimer: (any DispatchSourceTimer)?
    private var watchdogTimer: (any DispatchSourceTimer)?
    private var isStopping = false
    private var whenStopped: CheckedContinuation<Void, Never>?

    private struct Totals {
        var polls = 0
        var decided: [LedgerEntry.State: Int] = [:]
        var alerts = 0
    }

    package init(
        plan: Plan, store: Store, outbox: AlertOutbox, desk: FilingDesk, service: ServiceManager,
        clock: any WallClock, maxPolls: Int, logger: Logger
    ) throws {
        pipeline = plan.pipeline
        self.store = store
        self.outbox = outbox
        self.desk = desk
        self.service = service
        self.clock = clock
        self.maxPolls = maxPolls
        self.logger = logger
        healths = try store.healths()
        for source in plan.sources { sources[source.name] = source }
        outage.hostCount = Set(plan.sources.map(\.host)).count
    }

    /// Runs until ``stop()``; returns when every poll has ended and its articles are filed.
    package func run() async {
        if !isStopping {
            for source in sources.values { scheduleFirst(source) }
            startTimers()
            service.ready(status: statusLine)
            logger.notice("watching", metadata: ["sources": "\(sources.count)"])
            startDuePolls()
        }
        await withCheckedContinuation { continuation in
            whenStopped = continuation
            finishIfStopped()
        }
        logger.notice("stopped", metadata: ["polls": "\(totals.polls)", "status": "\(statusLine)"])
    }

    /// Takes no more work, ends transfers and lets what is being filed finish.
    package func stop() {
        guard !isStopping else { return }
        isStopping = true
        service.stopping(status: "finishing \(polls.count) polls")
        for timer in [dueTimer, choresTimer] { timer?.cancel() }
        for poll in polls.values { poll.cancel() }
        finishIfStopped()
    }

    /// Takes over new settings: new sources are scheduled, removed ones dropped, polls under way finish.
    package func replace(with plan: Plan) {
        service.reloading()
        let old = sources
        pipeline = plan.pipeline
        sources = Dictionary(plan.sources.map { ($0.name, $0) }) { first, _ in first }
        outage.hostCount = Set(plan.sources.map(\.host)).count
        for name in old.keys where sources[name] == nil { agenda.remove(name) }
        for source in plan.sources where old[source.name] != source && polls[source.name] == nil {
            scheduleFirst(source)
        }
        startDuePolls()
        service.ready(status: statusLine)
        logger.notice("settings were read again", metadata: ["sources": "\(sources.count)"])
    }

    /// Announces that a reload came to nothing and the old settings stay.
    package func keepPlan(because reason: String) {
        service.reloading()
        service.ready(status: "reload refused: \(reason)")
    }

    private func scheduleFirst(_ source: Source) {
        let health = (healths[source.name] ?? SourceHealth(source: source.name)).for(source)
        let plan = startPlan(
            health: health, every: source.every, sourceCount: sources.count, now: clock.now)
        agenda.schedule(source.name, at: plan.time)
    }

    private func startDuePolls() {
        guard !isStopping else { return }
        let now = clock.now
        while polls.count < maxPolls, let name = agenda.popDue(now: now) {
            guard let source = sources[name] else { continue }
            if let end = pauses.end(of: source.host, now: now) {
                // Not all of the host's sources at the same instant.
                agenda.schedule(name, at: end + .seconds(60) * jitter(of: name))
                continue
            }
            let health = (healths[name] ?? SourceHealth(source: name)).for(source)
            polls[name] = Task { [pipeline] in
                self.finish(await pipeline.poll(source, health: health), of: source, health: health)
            }
        }
        armTimer()
    }

    private func finish(_ result: PollResult, of source: Source, health: SourceHealth) {
        polls[source.name] = nil
        if let report = result.report {
            let now = clock.now
            outage.note(host: source.host, answered: result.hostAnswered)
            let report = report.excused(by: outage, result: result)
            tellOfOutage()
            if case .throttled(let until) = report.outcome {
                pauses.pause(source.host, until: until, now: now)
            }
            let updated = health.after(report, every: source.every, now: now)
            remember(updated, result: result, before: health)
            if let current = sources[source.name] {
                agenda.schedule(source.name, at: current == source ? updated.nextPoll ?? now : now)
            }
        }
        if isStopping { finishIfStopped() } else { startDuePolls() }
    }

    /// One line when the network goes, one when it is back.
    private func tellOfOutage() {
        guard outage.isOutage != wasOutage else { return }
        wasOutage = outage.isOutage
        if wasOutage {
            logger.warning("no host answers: our own network seems to be down, all sources keep their rhythm")
        } else {
            logger.notice("the network is back")
        }
    }

    private func remember(_ health: SourceHealth, result: PollResult, before: SourceHealth) {
        healths[health.source] = health
        if unsaved.isEmpty { saveTimer?.schedule(deadline: .now() + .seconds(1)) }
        unsaved.insert(health.source)
        totals.polls += 1
        totals.alerts += result.alerts
        totals.decided.merge(result.decided, uniquingKeysWith: +)
        log(result, health: health, before: before)
    }

    /// Syncs what a second's polls have taught, together; what a kill loses is only asked for again.
    private func saveHealths() {
        do {
            try store.save(unsaved.compactMap { healths[$0] })
            unsaved = []
        } catch {
            logger.error("the health of sources could not be kept", metadata: ["reason": "\(error)"])
            saveTimer?.schedule(deadline: .now() + .seconds(60))
        }
    }

    private func finishIfStopped() {
        guard isStopping, polls.isEmpty, let continuation = whenStopped else { return }
        whenStopped = nil
        saveHealths()
        for timer in [saveTimer, watchdogTimer] { timer?.cancel() }
        continuation.resume()
    }
}

// MARK: - Timers

extension Monitor {
    private func startTimers() {
        dueTimer = timer { $0.startDuePolls() }
        saveTimer = timer { $0.saveHealths() }
        choresTimer = timer(every: .seconds(15)) { $0.doChores() }
        if let interval = service.watchdogInterval {
            watchdogTimer = timer(every: interval) { $0.service.alive() }
        }
    }

    private func timer(
        every interval: Duration? = nil, _ action: @escaping @Sendable (isolated Monitor) -> Void
    ) -> any DispatchSourceTimer {
        let timer = DispatchSource.makeTimerSource(queue: executor.queue)
        timer.setEventHandler { @Sendable [weak self] in
            self?.assumeIsolated { action($0) }
        }
        if let interval {
            let repeating = DispatchTimeInterval.milliseconds(Int(interval / .milliseconds(1)))
            timer.schedule(deadline: .now(), repeating: repeating)
        } else {
            timer.schedule(deadline: .distantFuture)
        }
        timer.activate()
        return timer
    }

    /// Waits for the next due source, at most a minute: the wall clock may be set meanwhile.
    private func armTimer() {
        guard polls.count < maxPolls, let next = agenda.nextTime() else { return }
        let wait = min(max(next - clock.now, .milliseconds(1)), .seconds(60))
        dueTimer?.schedule(deadline: .now() + .milliseconds(Int(wait / .milliseconds(1)) + 1))
    }

    /// Plans made before the clock was set back lie too far ahead; they are made again.
    private func noticeClock() {
        let now = clock.now
        defer { lastChores = now }
        guard let lastChores, now + .seconds(60) < lastChores else { return }
        logger.notice("the clock was set back: every source is planned anew")
        for source in sources.values where polls[source.name] == nil { scheduleFirst(source) }
        startDuePolls()
    }

    private func doChores() {
        noticeClock()
        service.status(statusLine)
        let today = clock.now.day().daysSinceEpoch
        Task { [outbox] in await outbox.deliverOwed() }
        Task { [desk, logger] in
            do { try await desk.expire(today: today) } catch {
                logger.error("old sketches could not be forgotten", metadata: ["reason": "\(error)"])
            }
        }
    }
}

// MARK: - Talk

extension Monitor {
    private var statusLine: String {
        let broken = sources.keys.count { healths[$0]?.problem != nil }
        let filed = (totals.decided[.filed] ?? 0) + (totals.decided[.revised] ?? 0)
        let copies = (totals.decided[.copy] ?? 0) + (totals.decided[.excerpt] ?? 0)
        return "\(sources.count) sources, \(broken) failing; \(filed) filed, \(copies) copies, "
            + "\(totals.alerts) alerts"
    }

    private func log(_ result: PollResult, health: SourceHealth, before: SourceHealth) {
        var fields: Logger.Metadata = ["source": "\(result.source)"]
        if let reason = health.nextReason { fields["next"] = "\(reason)" }
        if let problem = health.problem {
            fields["problem"] = "\(problem)"
            fields["failures"] = "\(health.failures)"
            // A source that stays broken is told of less and less often, an outage once a source.
            let isWorthALine =
                health.failures > before.failures
                ? health.failures & (health.failures - 1) == 0 : before.problem == nil
            let isSuccess = health.lastSuccess == health.lastPoll
            logger.log(
                level: isWorthALine ? .warning : .debug,
                isSuccess ? "a source needs a look" : "a poll failed", metadata: fields)
            if !isSuccess { return }
        } else if before.problem != nil {
            logger.notice(
                "a source is back",
                metadata: ["source": "\(result.source)", "failures": "\(before.failures)"])
        }
        if let problem = health.extraction?.problem, before.extraction?.problem == nil {
            logger.warning(
                "a source's pages give less than they used to",
                metadata: ["source": "\(result.source)", "problem": "\(problem)"])
        } else if before.extraction?.problem != nil, health.extraction?.problem == nil {
            logger.notice("a source's pages are as usual again", metadata: ["source": "\(result.source)"])
        }
        for (state, count) in result.decided { fields[state.rawValue] = "\(count)" }
        fields["listed"] = "\(result.listed)"
        if result.alerts > 0 { fields["alerts"] = "\(result.alerts)" }
        if result.waiting > 0 { fields["waiting"] = "\(result.waiting)" }
        logger.log(level: result.decided.isEmpty ? .debug : .info, "polled", metadata: fields)
        for note in result.notes.prefix(5) {
            logger.debug(
                "the source's document was odd",
                metadata: ["source": "\(result.source)", "what": "\(note)"])
        }
    }
}
