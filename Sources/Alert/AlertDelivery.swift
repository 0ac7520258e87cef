import Dispatch
import Model

/// A place where alerts go.
///
/// Delivery is at least once: whoever calls keeps a notice until it was delivered and brings it again after
/// an error.
package protocol AlertDelivery: Sendable {
    /// The name that a rule's `deliver` uses: `stdout`, `log`.
    var name: String { get }

    /// Delivers the notices in order; returns when all of them have left this process.
    ///
    /// - Throws: ``DeliveryError``; the first ``DeliveryError/delivered`` of the notices need not be repeated.
    func deliver(_ notices: [Notice]) async throws(DeliveryError)
}

/// Why notices could not be delivered.
package struct DeliveryError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What the failure says of the notices behind the one that failed.
    package enum Extent: Sendable, Equatable {
        /// The way out is blocked: there is no use in trying the others now.
        case everything
        /// The receiver does not want this one; others may get through.
        case oneNotice
    }

    /// The delivery's name.
    package var delivery: String
    /// What happened, for people.
    package var reason: String
    /// How many of the notices, from the first, went out whole.
    package var delivered: Int
    package var extent: Extent
    /// When the receiver asked to be tried again.
    package var retryTime: Timestamp?

    package init(
        delivery: String, reason: String, delivered: Int, extent: Extent = .everything,
        retryTime: Timestamp? = nil
    ) {
        self.delivery = delivery
        self.reason = reason
        self.delivered = delivered
        self.extent = extent
        self.retryTime = retryTime
    }

    package var description: String { "\(delivery): \(reason)" }
}

extension DispatchQueue {
    /// What blocking work comes to that is done on this queue.
    func result<Value: Sendable>(of work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            self.async { @Sendable in continuation.resume(returning: work()) }
        }
    }
}
