import Alert
import Glibc
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

/// A log on a descriptor, and what it was given.
private func delivery(_ recorder: Recorder, descriptor: Int32) -> LogDelivery {
    LogDelivery(descriptor: descriptor, patience: .milliseconds(1)) { level, message, metadata in
        recorder.records.withLock {
            $0.append(Recorder.Record(level: level, message: "\(message)", metadata: metadata))
        }
        return "\(message)"
    }
}

@Test func alertsAreLoggedWithTheirFieldsEscaped() async throws {
    let recorder = Recorder()
    let null = open("/dev/null", O_WRONLY)
    defer { close(null) }
    try await delivery(recorder, descriptor: null).deliver([notice(fullAlert(title: "a\u{1B}[31m\nb"))])
    let record = try #require(recorder.records.withLock { $0.first })
    #expect(record.message == "alert")
    #expect(record.level == .warning)
    #expect(record.metadata["title"] == "a\\u{1B}[31m\\nb")
    #expect(record.metadata["matches"] == "林剑, 中情局")
    #expect(record.metadata["number"] == "42")
}

@Test(arguments: zip(Severity.allCases, [Logger.Level.info, .notice, .warning, .critical]))
func aRulesSeverityIsTheRecordsLevel(severity: Severity, level: Logger.Level) async throws {
    let recorder = Recorder()
    let null = open("/dev/null", O_WRONLY)
    defer { close(null) }
    var alert = fullAlert()
    alert.severity = severity
    try await delivery(recorder, descriptor: null).deliver([notice(alert)])
    #expect(recorder.records.withLock { $0.map(\.level) } == [level])
}

@Test func aLogThatIsLostFailsTheDelivery() async throws {
    let full = open("/dev/full", O_WRONLY)
    defer { close(full) }
    let log = delivery(Recorder(), descriptor: full)
    let error = await #expect(throws: DeliveryError.self) { try await log.deliver([notice(fullAlert())]) }
    #expect(error?.reason == "the disk is full")
    #expect(error?.delivered == 0)
}

@Test func aDescriptorThatIsNotOpenForWritingTakesNothing() async throws {
    // What a closed standard output is replaced by.
    let closed = open("/dev/null", O_RDONLY)
    defer { close(closed) }
    let stream = StreamDelivery(descriptor: closed, form: .jsonLines)
    let error = await #expect(throws: DeliveryError.self) {
        try await stream.deliver([notice(fullAlert())])
    }
    #expect(error?.reason == "it is closed")
}
