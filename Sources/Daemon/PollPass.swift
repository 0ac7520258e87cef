import Model
import Schedule
import Store

/// One pass over many sources, each polled once.
package struct PollPass: Sendable {
    /// A source's poll and what is remembered of it now.
    package struct Polled: Sendable {
        package var result: PollResult
        package var health: SourceHealth
    }

    /// Polls under way at once.
    private static let width = 32
    private let plan: Monitor.Plan
    private let store: Store
    private let clock: any WallClock

    package init(plan: Monitor.Plan, store: Store, clock: any WallClock) {
        self.plan = plan
        self.store = store
        self.clock = clock
    }

    /// - Parameter onlyDue: leaves out sources whose next poll lies ahead.
    /// - Parameter progress: sources done, and to do in all.
    package func run(
        _ sources: [Source], onlyDue: Bool, progress: (Int, Int) -> Void
    ) async throws -> [Polled] {
        let healths = try store.healths()
        let now = clock.now
        var waiting = sources.filter { source in
            guard let health = healths[source.name], let next = health.nextPoll, next > now else {
                return true
            }
            return !onlyDue
        }[...]
        let total = waiting.count
        var outage = OutageWatch()
        outage.hostCount = Set(waiting.map(\.host)).count
        var polled: [Polled] = []
        var unsaved: [SourceHealth] = []
        return try await withThrowingTaskGroup(of: (Source, SourceHealth, PollResult).self) { group in
            func startNext() {
                guard let source = waiting.popFirst() else { return }
                let health = (healths[source.name] ?? SourceHealth(source: source.name)).for(source)
                group.addTask { (source, health, await plan.pipeline.poll(source, health: health)) }
            }
            for _ in 0..<Self.width { startNext() }
            while let (source, health, result) = try await group.next() {
                outage.note(host: source.host, answered: result.hostAnswered)
                let updated = result.report.map { report in
                    health.after(
                        report.excused(by: outage, result: result), every: source.every, now: clock.now)
                }
                if let updated { unsaved.append(updated) }
                // Synced to disk for many sources together; what a kill loses is only asked for again.
                if unsaved.count >= 64 || polled.count + 1 == total {
                    try store.save(unsaved)
                    unsaved = []
                }
                polled.append(Polled(result: result, health: updated ?? health))
                progress(polled.count, total)
                startNext()
            }
            return polled
        }
    }
}

extension PollReport {
    /// The same report, not held against the source when it is our own network that is down.
    func excused(by outage: OutageWatch, result: PollResult) -> PollReport {
        guard outage.isOutage, !result.hostAnswered, case .failed(let problem) = outcome else { return self }
        var report = self
        report.outcome = .offline(problem: problem)
        return report
    }
}
