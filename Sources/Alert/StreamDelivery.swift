import Dispatch
import Model

/// Alerts as lines on a descriptor, normally standard output.
///
/// A line counts as delivered when the system took all of its bytes. A reader that does not read is waited
/// for only so long; what was left of a line then goes out before the next delivery's first line, so that
/// lines never mix.
package final class StreamDelivery: AlertDelivery {
    /// How a line looks.
    package enum Form: Sendable, Equatable {
        /// ``alertLine(_:corpus:)``
        case text(corpus: String)
        /// ``alertJSON(_:)``
        case jsonLines
    }

    package let name: String
    private let form: Form
    private let stream: LineStream
    /// Writing may block: it has a thread of its own, away from the cooperative pool.
    private let queue: DispatchQueue

    /// - Parameter descriptor: stays the caller's to close.
    /// - Parameter patience: how long one delivery may wait for a reader in all.
    package init(
        name: String = "stdout", descriptor: Int32 = 1, form: Form, patience: Duration = .seconds(5)
    ) {
        self.name = name
        self.form = form
        stream = LineStream(descriptor: descriptor, patience: patience)
        queue = DispatchQueue(label: "wirewatch.alert.\(name)")
    }

    package func deliver(_ alerts: [Alert]) async throws(DeliveryError) {
        let lines = alerts.map { alert in
            switch form {
            case .text(let corpus): alertLine(alert, corpus: corpus)
            case .jsonLines: alertJSON(alert)
            }
        }
        let (stream, queue) = (stream, queue)
        let outcome = await withCheckedContinuation { continuation in
            queue.async { @Sendable in continuation.resume(returning: stream.write(lines)) }
        }
        if let reason = outcome.problem {
            throw DeliveryError(delivery: name, reason: reason, delivered: outcome.written)
        }
    }
}
