import Alert
import Glibc
import Model
import Testing

/// A pipe whose ends are closed with it.
private final class Pipe {
    let reader: Int32
    let writer: Int32

    init(nonBlocking: Bool = false) throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        if nonBlocking { _ = fcntl(ends[1], F_SETFL, O_NONBLOCK) }
        reader = ends[0]
        writer = ends[1]
    }

    deinit {
        close(reader)
        close(writer)
    }

    /// What can be read at once, at most `limit` bytes.
    func text(upTo limit: Int = 1 << 20) -> String {
        var bytes = [UInt8](repeating: 0, count: limit)
        var ready = pollfd(fd: reader, events: Int16(POLLIN), revents: 0)
        guard poll(&ready, 1, 0) > 0 else { return "" }
        let count = read(reader, &bytes, limit)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }

    /// Fills the pipe to the brim.
    func fill() {
        let flags = fcntl(writer, F_GETFL)
        _ = fcntl(writer, F_SETFL, flags | O_NONBLOCK)
        let dots = [UInt8](repeating: 0x2E, count: 4096)
        while write(writer, dots, dots.count) > 0 {}
        while write(writer, dots, 1) > 0 {}
        _ = fcntl(writer, F_SETFL, flags)
    }
}

@Test func everyAlertIsALine() async throws {
    let pipe = try Pipe()
    let delivery = StreamDelivery(descriptor: pipe.writer, form: .text(corpus: "corpus"))
    try await delivery.deliver([notice(fullAlert()), notice(fullAlert(rule: "second"))])
    try await delivery.deliver([])
    let lines = pipe.text().split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 3)
    #expect(lines[0] == alertLine(fullAlert(), corpus: "corpus"))
    #expect(lines[1].contains("\"second\""))
    #expect(lines[2].isEmpty)
}

@Test func jsonLinesGoOutWhole() async throws {
    let pipe = try Pipe()
    let delivery = StreamDelivery(descriptor: pipe.writer, form: .jsonLines)
    let long = fullAlert(title: String(repeating: "長い見出し", count: 1_000))
    try await delivery.deliver([notice(long)])
    #expect(pipe.text() == alertJSON(long) + "\n")
}

@Test func aReaderThatWentAwayIsAnErrorAndNoSignal() async throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    close(ends[0])
    let delivery = StreamDelivery(descriptor: ends[1], form: .jsonLines)
    let error = await #expect(throws: DeliveryError.self) {
        try await delivery.deliver([notice(fullAlert())])
    }
    #expect(error == DeliveryError(delivery: "stdout", reason: "the reader is gone", delivered: 0))
    close(ends[1])
}

@Test func aClosedDescriptorIsAnError() async throws {
    // Far above what the test process opens, so that no other test can come to own it.
    let delivery = StreamDelivery(descriptor: 1_000_000, form: .jsonLines)
    let error = await #expect(throws: DeliveryError.self) {
        try await delivery.deliver([notice(fullAlert())])
    }
    #expect(error?.reason == "it is closed")
}

@Test(arguments: [true, false])
func aReaderThatDoesNotReadIsNotWaitedForLong(nonBlocking: Bool) async throws {
    let pipe = try Pipe(nonBlocking: nonBlocking)
    pipe.fill()
    let delivery = StreamDelivery(descriptor: pipe.writer, form: .jsonLines, patience: .milliseconds(1))
    let error = await #expect(throws: DeliveryError.self) {
        try await delivery.deliver([notice(fullAlert())])
    }
    #expect(error?.reason == "the reader takes nothing")
    #expect(error?.delivered == 0)
}

@Test func aHalfWrittenLineIsFinishedFirst() async throws {
    let pipe = try Pipe()
    pipe.fill()
    // Room for two pages: the first line takes one, a part of the second and long line the other.
    _ = pipe.text(upTo: 8192)
    let delivery = StreamDelivery(descriptor: pipe.writer, form: .jsonLines, patience: .milliseconds(1))
    let long = fullAlert(title: String(repeating: "x", count: 10_000))
    let first = await #expect(throws: DeliveryError.self) {
        try await delivery.deliver([notice(fullAlert()), notice(long)])
    }
    #expect(first?.delivered == 1)
    var seen = pipe.text()
    #expect(!seen.hasSuffix("\n"))
    try await delivery.deliver([notice(long)])
    seen += pipe.text()
    let lines = seen.drop { $0 == "." }.split(separator: "\n").map(String.init)
    #expect(lines.allSatisfy { $0 == alertJSON(fullAlert()) || $0 == alertJSON(long) })
    #expect(lines.first == alertJSON(fullAlert()))
    #expect(lines.last == alertJSON(long))
}
