import Alert
import Logging
import Model
import Store

/// Delivers the alerts that the store owes, at least once each, and settles what was delivered.
///
/// Every way out has a lane of its own: one that hangs or fails holds up neither the others nor whoever files
/// articles. A lane that fails is left alone for a while, longer each time; what it owes stays in the store.
package actor AlertOutbox {
    /// One way out and how it has been doing.
    private struct Lane {
        var delivery: any AlertDelivery
        var underWay: Task<Void, Never>?
        /// More was raised while the lane was at work.
        var hasMore = false
        /// Failures in a row.
        var failures = 0
        /// Not tried before then.
        var retryTime: Timestamp?
        var problem: DeliveryError?
    }

    private let store: Store
    private let clock: any WallClock
    private let logger: Logger
    private var lanes: [String: Lane] = [:]
    /// The day, since 1970-01-01, on which old suppressed matches were last forgotten.
    private var forgottenDay: Int?

    /// Notices that go out between two looks into the store.
    private static let batchSize = 100
    /// Held alerts that one digest may have.
    private static let maxDigestSize = 500
    private static let suppressedDays = 90

    /// - Parameter deliveries: the ways out; a rule names them in `deliver`.
    package init(store: Store, deliveries: [any AlertDelivery], clock: any WallClock, logger: Logger) {
        self.store = store
        self.clock = clock
        self.logger = logger
        for delivery in deliveries { lanes[delivery.name] = Lane(delivery: delivery) }
    }

    /// Takes over new ways out; deliveries under way finish.
    package func replace(_ deliveries: [any AlertDelivery]) {
        var replaced: [String: Lane] = [:]
        for delivery in deliveries {
            var lane = lanes[delivery.name] ?? Lane(delivery: delivery)
            lane.delivery = delivery
            lane.failures = 0
            lane.retryTime = nil
            replaced[delivery.name] = lane
        }
        lanes = replaced
    }

    /// Delivers everything due now and returns when it is done; what fails stays owed for a later call.
    ///
    /// - Returns: the troubles of the ways out that do not get through, by name.
    @discardableResult
    package func deliverOwed() async -> [DeliveryError] {
        judgeRaised()
        let tasks = lanes.keys.sorted().map { task(for: $0) }
        for task in tasks { await task?.value }
        return problems
    }

    /// By the names of the ways out.
    private var problems: [DeliveryError] { lanes.sorted { $0.key < $1.key }.compactMap(\.value.problem) }

    /// The same at the end of a program, which a way out that hangs must not put off: what is not delivered within
    /// the limit stays owed.
    package func deliverOwed(within limit: Duration) async -> [DeliveryError] {
        let (ends, end) = AsyncStream<Void>.makeStream()
        let delivery = Task {
            await deliverOwed()
            end.yield()
        }
        let alarm = Task {
            try? await Task.sleep(for: limit)
            end.yield()
        }
        for await _ in ends { break }
        alarm.cancel()
        delivery.cancel()
        for name in lanes.keys where lanes[name]?.underWay != nil && lanes[name]?.problem == nil {
            lanes[name]?.problem = DeliveryError(
                delivery: name, reason: "the delivery under way did not end in time", delivered: 0)
        }
        return problems
    }

    /// Decides for each new alert whether it is told now, or when.
    private func judgeRaised() {
        let now = clock.now
        do {
            while case let raised = try store.raisedAlerts(limit: 500), !raised.isEmpty {
                let releases = raised.map { each in
                    switch holdDecision(for: each.alert, earlier: each.earlier, now: now) {
                    case .tell: AlertRelease(each)
                    case .hold(let until, let reason): AlertRelease(each, heldUntil: until, reason: reason)
                    }
                }
                try store.release(releases, now: now)
            }
            let today = now.day().daysSinceEpoch
            if forgottenDay != today {
                try store.forgetSuppressed(before: now + .seconds(-Self.suppressedDays * 86_400))
                forgottenDay = today
            }
        } catch {
            logger.error("alerts stay owed", metadata: ["reason": "\(error)"])
        }
    }

    /// The lane's work under way, which then also looks for what is owed by now; or new work.
    private func task(for name: String) -> Task<Void, Never>? {
        if let underWay = lanes[name]?.underWay {
            lanes[name]?.hasMore = true
            return underWay
        }
        let task = Task { await work(on: name) }
        lanes[name]?.underWay = task
        return task
    }

    private func work(on name: String) async {
        repeat {
            lanes[name]?.hasMore = false
            await deliverOwed(by: name)
        } while lanes[name]?.hasMore == true
        lanes[name]?.underWay = nil
    }

    private func deliverOwed(by name: String) async {
        while let lane = lanes[name], isDue(lane) {
            do {
                let owed = try store.owedAlerts(
                    delivery: name, now: clock.now, limit: Self.maxDigestSize)
                let parcels = Array(parcels(of: owed).prefix(Self.batchSize))
                guard !parcels.isEmpty else {
                    if lane.failures == 0 { lanes[name]?.problem = nil }
                    return
                }
                do {
                    try await lane.delivery.deliver(parcels.map(\.notice))
                    try store.settle(parcels.flatMap(\.owed))
                    noteSuccess(of: name)
                } catch let error as DeliveryError {
                    try store.settle(parcels.prefix(error.delivered).flatMap(\.owed))
                    try note(error, of: name, failed: parcels.dropFirst(error.delivered).first)
                }
            } catch {
                lanes[name]?.problem = DeliveryError(delivery: name, reason: "\(error)", delivered: 0)
                logger.error("alerts stay owed", metadata: ["delivery": "\(name)", "reason": "\(error)"])
                return
            }
        }
    }

    /// A pause that lies further ahead than any is long was planned before the clock was set back.
    private func isDue(_ lane: Lane) -> Bool {
        guard let time = lane.retryTime else { return true }
        let now = clock.now
        return now >= time || (lane.problem?.retryTime == nil && time > now + .seconds(3600))
    }

    private func noteSuccess(of name: String) {
        if let failures = lanes[name]?.failures, failures > 0 {
            logger.notice("alerts are delivered again", metadata: ["delivery": "\(name)"])
        }
        lanes[name]?.failures = 0
        lanes[name]?.retryTime = nil
        lanes[name]?.problem = nil
    }

    /// A refused notice waits by itself; a way that is blocked makes the whole lane wait.
    private func note(_ error: DeliveryError, of name: String, failed: Parcel?) throws {
        let now = clock.now
        let attempts = failed?.owed.first?.attempts ?? 0
        lanes[name]?.problem = error
        var until = now + pause(after: attempts)
        if error.extent == .everything {
            let failures = lanes[name]?.failures ?? 0
            lanes[name]?.failures = failures + 1
            lanes[name]?.retryTime = max(now + pause(after: failures), error.retryTime ?? now)
            until = now
        }
        if let failed { try store.postpone(failed.owed, until: until, problem: error.reason) }
        let failures = error.extent == .everything ? lanes[name]?.failures ?? 1 : attempts + 1
        // Told of less and less often.
        let isWorthALine = failures & (failures - 1) == 0
        logger.log(
            level: isWorthALine ? .error : .debug, "alerts could not be delivered and stay owed",
            metadata: [
                "delivery": "\(name)", "reason": "\(error.reason)", "failures": "\(failures)",
                "next": "\((error.extent == .everything ? lanes[name]?.retryTime ?? until : until).iso8601)",
            ])
    }

    /// 15 s, doubled with each failure, at most an hour.
    private func pause(after failures: Int) -> Duration {
        .seconds(min(15 << min(failures, 8), 3600))
    }
}

/// A notice with the debts it settles.
private struct Parcel {
    var notice: Notice
    var owed: [OwedAlert]
}

/// What is owed as notices: alerts that were held back come together, by rule and reason.
private func parcels(of owed: [OwedAlert]) -> [Parcel] {
    var parcels: [Parcel] = []
    var digests: [[String]: Int] = [:]
    for each in owed {
        let id = "\(each.alert.time.milliseconds)-\(each.id)"
        guard let reason = each.heldFor else {
            parcels.append(Parcel(notice: Notice(id: "alert-\(id)", alerts: [each.alert]), owed: [each]))
            continue
        }
        if let place = digests[[each.alert.rule, reason]] {
            parcels[place].notice.alerts.append(each.alert)
            parcels[place].owed.append(each)
        } else {
            digests[[each.alert.rule, reason]] = parcels.count
            let notice = Notice(id: "digest-\(id)", alerts: [each.alert], heldFor: reason)
            parcels.append(Parcel(notice: notice, owed: [each]))
        }
    }
    return parcels
}
