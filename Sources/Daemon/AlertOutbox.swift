import Alert
import Logging
import Model
import Store

/// Delivers the alerts that the store owes, at least once each, and settles what was delivered.
package actor AlertOutbox {
    private let store: Store
    private let deliveries: [String: any AlertDelivery]
    private let logger: Logger
    /// The delivery under way; a later one waits for it.
    private var underWay: Task<Void, Never>?

    /// - Parameter deliveries: the ways out; a rule names them in `deliver`.
    package init(store: Store, deliveries: [any AlertDelivery], logger: Logger) {
        self.store = store
        self.deliveries = Dictionary(deliveries.map { ($0.name, $0) }) { first, _ in first }
        self.logger = logger
    }

    /// Delivers everything owed now and returns when it is done; what fails stays owed for the next call.
    package func deliverOwed() async {
        let before = underWay
        let delivery = Task {
            await before?.value
            for name in deliveries.keys.sorted() { await deliverOwed(by: name) }
        }
        underWay = delivery
        await delivery.value
    }

    /// Each way out by itself: one that is stuck does not hold up the others.
    private func deliverOwed(by name: String) async {
        guard let delivery = deliveries[name] else { return }
        let limit = 200
        do {
            while true {
                let owed = try store.owedAlerts(delivery: name, limit: limit)
                guard !owed.isEmpty else { return }
                do {
                    try await delivery.deliver(owed.map(\.alert))
                    try store.settle(owed)
                } catch let error as DeliveryError {
                    try store.settle(Array(owed.prefix(error.delivered)))
                    logger.error(
                        "alerts could not be delivered and stay owed",
                        metadata: [
                            "delivery": "\(name)", "alerts": "\(owed.count - error.delivered)",
                            "reason": "\(error.reason)",
                        ])
                    return
                }
                if owed.count < limit { return }
            }
        } catch {
            logger.error("alerts stay owed", metadata: ["delivery": "\(name)", "reason": "\(error)"])
        }
    }
}
