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
        var polled: [Polled] = []
        return try await withThrowingTaskGroup(of: Polled.self) { group in
            func startNext() {
                guard let source = waiting.popFirst() else { return }
                let health = healths[source.name] ?? SourceHealth(source: source.name)
                group.addTask { try await poll(source, health: health) }
            }
            for _ in 0..<Self.width { startNext() }
            while let done = try await group.next() {
                polled.append(done)
                progress(polled.count, total)
                startNext()
            }
            return polled
        }
    }

    private func poll(_ source: Source, health: SourceHealth) async throws -> Polled {
        let result = await plan.pipeline.poll(source, health: health)
        guard let report = result.report else { return Polled(result: result, health: health) }
        let updated = health.after(report, every: source.every, now: clock.now)
        try store.save(updated)
        return Polled(result: result, health: updated)
    }
}
