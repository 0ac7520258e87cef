import Foundation
import Synchronization

/// A `wirewatch run` under observation: what it prints is passed on and kept.
final class DaemonProcess: Sendable {
    private let process: Mutex<Process>
    private let printed = Mutex<[UInt8]>([])
    private let ended = AsyncStream<Void>.makeStream()

    /// Starts the program; its standard error is ours.
    init(program: String, arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        self.process = Mutex(process)
        // Threads of Swift's pool block most signals, and a child would begin with them blocked.
        var (none, mask) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &mask)
        defer { pthread_sigmask(SIG_SETMASK, &mask, nil) }
        try process.run()
        // A thread that waits in read: a readability handler that ends itself is a race with its own removal.
        Thread { [self] in pass(on: output.fileHandleForReading) }.start()
    }

    private func pass(on output: FileHandle) {
        while case let data = output.availableData, !data.isEmpty {
            FileHandle.standardOutput.write(data)
            printed.withLock { $0 += data }
        }
        ended.continuation.finish()
    }

    var isRunning: Bool { process.withLock { $0.isRunning } }

    /// Lines it has printed so far.
    var lines: [String] {
        printed.withLock { String(decoding: $0, as: UTF8.self) }.split(separator: "\n").map(String.init)
    }

    /// Ends it at once, as a power cut would; returns when it is gone.
    func kill() async {
        process.withLock { _ = Foundation.kill($0.processIdentifier, SIGKILL) }
        for await _ in ended.stream {}
        process.withLock { $0.waitUntilExit() }
    }

    /// Asks it to end, and insists after a while.
    /// - Returns: its exit status; negative for a signal.
    func stop(patience: Duration) async -> Int32 {
        process.withLock { if $0.isRunning { $0.terminate() } }
        let insisting = Task { [self] in
            try await Task.sleep(for: patience)
            process.withLock { _ = Foundation.kill($0.processIdentifier, SIGKILL) }
        }
        for await _ in ended.stream {}
        insisting.cancel()
        return process.withLock {
            $0.waitUntilExit()
            return $0.terminationReason == .exit ? $0.terminationStatus : -$0.terminationStatus
        }
    }
}
