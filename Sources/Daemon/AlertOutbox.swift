import Alert
import Logging
import Model
import Store

/// Delivers the alerts that the store owes, at least once each, and settles what was delivered.
package actor AlertOutbox {
    private let store: Store
    private let deliveries: [String: any AlertDelivery]
    private let logger: Logger
    private var isDelivering = false
    private var wasAskedAgain = false

    /// - Parameter deliveries: the ways out; a rule names them in `deliver`.
    package init(store: Store, deliveries: [any AlertDelivery], logger: Logger) {
        self.store = store
        self.deliveries = Dictionary(deliveries.map { ($0.name, $0) }) { first, _ in first }
        self.logger = logger
    }

    /// Delivers everything owed now; what fails stays owed for the next call.
    package func deliverOwed() async {
        guard !isDelivering else {
            wasAskedAgain = true
            return
        }
        isDelivering = true
        defer { isDelivering = false }
        repeat {
            wasAskedAgain = false
            do {
                while try await deliverBatch() {}
            } catch {
                logger.error("alerts stay owed", metadata: ["reason": "\(error)"])
            }
        } while wasAskedAgain
    }

    /// - Returns: whether there may be more to deliver.
    private func deliverBatch() async throws -> Bool {
        let limit = 200
        let owed = try store.owedAlerts(limit: limit)
        var settled = 0
        for (name, group) in Dictionary(grouping: owed, by: \.delivery).sorted(by: { $0.key < $1.key }) {
            guard let delivery = deliveries[name] else {
                logger.error("an alert names an unknown delivery", metadata: ["delivery": "\(name)"])
                try store.settle(group)
                settled += group.count
                continue
            }
            do {
                try await delivery.deliver(group.map(\.alert))
                try store.settle(group)
                settled += group.count
            } catch let error as DeliveryError {
                try store.settle(Array(group.prefix(error.delivered)))
                settled += error.delivered
                logger.error(
                    "alerts could not be delivered and stay owed",
                    metadata: [
                        "delivery": "\(name)", "alerts": "\(group.count - error.delivered)",
                        "reason": "\(error.reason)",
                    ])
            }
        }
        return owed.count == limit && settled > 0
    }
}
