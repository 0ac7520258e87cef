import Model

/// A place where alerts go.
///
/// Delivery is at least once: whoever calls keeps an alert until it was delivered and brings it again after
/// an error.
package protocol AlertDelivery: Sendable {
    /// The name that a rule's `deliver` uses: `stdout`, `log`.
    var name: String { get }

    /// Delivers the alerts in order; returns when all of them have left this process.
    ///
    /// - Throws: ``DeliveryError``; the first ``DeliveryError/delivered`` of the alerts need not be repeated.
    func deliver(_ alerts: [Alert]) async throws(DeliveryError)
}

/// Why alerts could not be delivered.
package struct DeliveryError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The delivery's name.
    package var delivery: String
    /// What happened, for people.
    package var reason: String
    /// How many of the alerts, from the first, went out whole.
    package var delivered: Int

    package init(delivery: String, reason: String, delivered: Int) {
        self.delivery = delivery
        self.reason = reason
        self.delivered = delivered
    }

    package var description: String { "\(delivery): \(reason)" }
}
