import ArgumentParser
import Foundation
import Newsroom

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lets the real wirewatch follow the newsroom for a while, and compares what it made of it.",
        discussion:
            "Exits with 1 when an article is missing or filed twice, or an alert is missing or unfounded.")

    @Option(help: "The wirewatch program.") var wirewatch: String
    @Option(help: "Folder for settings, corpus and state; created.") var out: String
    @Option(help: "Length in seconds; publishing ends some polls earlier.") var seconds = 60.0
    @Option(help: "What is published follows from it.") var seed: UInt64 = 1
    @Option(help: "Stories a second.") var rate = 1.0
    @Option(help: "Time between two polls of a source.") var every = "2s"
    @Option(help: "How often wirewatch is killed on the way, at once and without warning, and started again.")
    var crashes = 0
    @Option(help: "Where wirewatch shows its own pages, host:port.") var web: String?

    /// The end of the time, in which nothing is published and all that was must arrive.
    private static let quietSeconds = 15.0

    func validate() throws {
        guard seconds > Self.quietSeconds else {
            throw ValidationError("at least \(Self.quietSeconds) seconds")
        }
    }

    func run() async throws {
        let desk = try Newsdesk(seed: seed, now: currentTime)
        let report = try await whileServing(desk, port: 0) { try await follow(desk) }
        say("\n" + report.text + "corpus: \(out)/corpus\n")
        if !report.isClean { throw ExitCode.failure }
    }

    /// Publishes while wirewatch runs, and reads its ledger at the end.
    private func follow(_ desk: Newsdesk) async throws -> DemoReport {
        let folder = URL(fileURLWithPath: out)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let settings = folder.appendingPathComponent("feeds.json")
        try await settingsText(for: desk, every: every, web: web)
            .write(to: settings, atomically: true, encoding: .utf8)
        // There before the first poll: two stories in every language, one of them with watched names.
        for language in desk.languages {
            for isWatched in [true, false] {
                _ = await desk.publish(language: language, isWatched: isWatched)
            }
        }

        let end = ContinuousClock.now + .seconds(seconds)
        var daemon = try startDaemon(settings)
        // Kept to the end: Foundation may still be busy with the pipe of a process that has gone.
        var killed: [DaemonProcess] = []
        async let publishing: Void = publish(
            from: desk, perSecond: rate, seconds: seconds - Self.quietSeconds)
        for _ in 0..<crashes {
            let pause = (seconds - Self.quietSeconds) / Double(crashes)
            try await Task.sleep(for: .seconds(pause * .random(in: 0.6...1)))
            await daemon.kill()
            killed.append(daemon)
            daemon = try startDaemon(settings)
        }
        await publishing
        try await Task.sleep(until: end)
        guard daemon.isRunning else {
            let status = await daemon.stop(patience: .zero)
            say("wirewatch ended before its time, with \(status); see its messages above\n")
            throw ExitCode.failure
        }
        let status = await daemon.stop(patience: .seconds(20))
        if status != 0 { say("wirewatch ended with \(status)\n") }
        if crashes > 0 { say("\nkilled and started again: \(crashes) times\n") }
        let ledger = folder.appendingPathComponent("corpus/ledger.jsonl")
        return try DemoReport(
            truth: await desk.truth(), ledger: String(contentsOf: ledger, encoding: .utf8),
            alertLines: killed.flatMap(\.lines) + daemon.lines)
    }

    private func startDaemon(_ settings: URL) throws -> DaemonProcess {
        try DaemonProcess(program: wirewatch, arguments: ["run", "--config", settings.path])
    }
}

/// Writes at once: the daemon's lines go the same way.
func say(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
}
