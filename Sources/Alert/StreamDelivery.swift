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
    private let lines: @Sendable (Notice) -> [String]
    private let stream: LineStream
    /// Writing may block: it has a thread of its own, away from the cooperative pool.
    private let queue: DispatchQueue

    /// - Parameter descriptor: stays the caller's to close.
    /// - Parameter patience: how long one delivery may wait for a reader in all.
    package convenience init(
        name: String = "stdout", descriptor: Int32 = 1, form: Form, patience: Duration = .seconds(5)
    ) {
        self.init(name: name, descriptor: descriptor, patience: patience) { notice in
            switch form {
            case .text(let corpus): noticeLines(notice, corpus: corpus)
            case .jsonLines: noticeJSONLines(notice)
            }
        }
    }

    /// - Parameter lines: what a notice looks like, without line feeds; at least one line.
    package init(
        name: String, descriptor: Int32, patience: Duration = .seconds(5),
        lines: @escaping @Sendable (Notice) -> [String]
    ) {
        self.name = name
        self.lines = lines
        stream = LineStream(descriptor: descriptor, patience: patience)
        queue = DispatchQueue(label: "wirewatch.alert.\(name)")
    }

    package func deliver(_ notices: [Notice]) async throws(DeliveryError) {
        // A notice goes out in one piece, so that its lines stay together.
        let texts = notices.map { lines($0).joined(separator: "\n") }
        let stream = stream
        let outcome = await queue.result { stream.write(texts) }
        if let reason = outcome.problem {
            throw DeliveryError(delivery: name, reason: reason, delivered: outcome.written)
        }
    }
}
