import Logging
import Model

/// Alerts as records of the program's log: the constant message `alert`, everything else as metadata.
///
/// The rule's severity becomes the level: low is info, normal notice, high warning, critical critical. The
/// log's own threshold is not applied: an alert that was asked for is not noise. A logger cannot say that its
/// record was lost, so the records are written here, looking as the log's own.
package struct LogDelivery: AlertDelivery {
    private let stream: StreamDelivery

    package var name: String { stream.name }

    /// - Parameter descriptor: where the log goes.
    /// - Parameter line: a record as the log writes it, without a line feed.
    package init(
        name: String = "log", descriptor: Int32 = 2, patience: Duration = .seconds(5),
        line: @escaping @Sendable (Logger.Level, Logger.Message, Logger.Metadata) -> String
    ) {
        stream = StreamDelivery(name: name, descriptor: descriptor, patience: patience) { notice in
            notice.alerts.map { alert in
                line(level(of: alert.severity), "alert", metadata(of: alert, heldFor: notice.heldFor))
            }
        }
    }

    package func deliver(_ notices: [Notice]) async throws(DeliveryError) {
        try await stream.deliver(notices)
    }
}

private func level(of severity: Severity) -> Logger.Level {
    switch severity {
    case .low: .info
    case .normal: .notice
    case .high: .warning
    case .critical: .critical
    }
}

private func metadata(of alert: Alert, heldFor: String?) -> Logger.Metadata {
    let fields: [(String, String?)] = [
        ("rule", alert.rule), ("severity", alert.severity.rawValue), ("language", alert.language),
        ("source", alert.source), ("outlet", alert.outlet), ("title", alert.title), ("url", alert.url),
        ("number", "\(alert.number)"), ("file", alert.file), ("story", "\(alert.story)"),
        ("matches", alert.matches.joined(separator: ", ")), ("outlets", "\(alert.otherOutlets)"),
        ("time", alert.time.iso8601), ("held", heldFor),
        ("escalated", alert.escalated?.description),
    ]
    var metadata: Logger.Metadata = [:]
    for (key, value) in fields {
        if let value { metadata[key] = .string(safeText(value)) }
    }
    return metadata
}
