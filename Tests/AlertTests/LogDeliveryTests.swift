import Alert
import Logging
import Model
import Synchronization
import Testing

/// Keeps what is logged.
private final class Recorder: Sendable {
    struct Record: Sendable {
        var level: Logger.Level
        var message: String
        var metadata: Logger.Metadata
    }

    let records = Mutex<[Record]>([])
}

private struct RecordingHandler: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .critical
    let recorder: Recorder

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let record = Recorder.Record(
            level: event.level, message: "\(event.message)", metadata: event.metadata ?? [:])
        recorder.records.withLock { $0.append(record) }
    }
}

@Test func alertsAreLoggedWithTheirFieldsEscaped() async throws {
    let recorder = Recorder()
    let logger = Logger(label: "test", factory: { _ in RecordingHandler(recorder: recorder) })
    try await LogDelivery(logger: logger).deliver([fullAlert(title: "a\u{1B}[31m\nb")])
    let record = try #require(recorder.records.withLock { $0.first })
    #expect(record.message == "alert")
    #expect(record.level == .warning)
    #expect(record.metadata["title"] == "a\\u{1B}[31m\\nb")
    #expect(record.metadata["matches"] == "林剑, 中情局")
    #expect(record.metadata["number"] == "42")
}

@Test(arguments: Severity.allCases)
func noSeverityFallsBelowTheLogsThreshold(severity: Severity) async throws {
    let recorder = Recorder()
    let logger = Logger(label: "test", factory: { _ in RecordingHandler(recorder: recorder) })
    var alert = fullAlert()
    alert.severity = severity
    try await LogDelivery(logger: logger).deliver([alert])
    #expect(recorder.records.withLock { $0.count } == 1)
}
