import Logging
import Model

/// Alerts as records of the program's log: the constant message `alert`, everything else as metadata.
///
/// The rule's severity becomes the level: low is info, normal notice, high warning, critical critical. The
/// log's own threshold is not applied: an alert that was asked for is not noise.
package struct LogDelivery: AlertDelivery {
    package let name: String
    private let logger: Logger

    package init(name: String = "log", logger: Logger) {
        self.name = name
        var logger = logger
        logger.logLevel = min(logger.logLevel, .info)
        self.logger = logger
    }

    package func deliver(_ alerts: [Alert]) async throws(DeliveryError) {
        for alert in alerts {
            logger.log(level: level(of: alert.severity), "alert", metadata: metadata(of: alert))
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

    private func metadata(of alert: Alert) -> Logger.Metadata {
        let fields: [(String, String?)] = [
            ("rule", alert.rule), ("severity", alert.severity.rawValue), ("language", alert.language),
            ("source", alert.source), ("outlet", alert.outlet), ("title", alert.title), ("url", alert.url),
            ("number", "\(alert.number)"), ("file", alert.file), ("story", "\(alert.story)"),
            ("matches", alert.matches.joined(separator: ", ")), ("outlets", "\(alert.otherOutlets)"),
            ("time", alert.time.iso8601),
        ]
        var metadata: Logger.Metadata = [:]
        for (key, value) in fields {
            if let value { metadata[key] = .string(safeText(value)) }
        }
        return metadata
    }
}
