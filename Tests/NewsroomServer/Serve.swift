import ArgumentParser
import Foundation
import Model
import Newsroom

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serves the outlets until interrupted.")

    @Option(help: "Port on 127.0.0.1.") var port = 8643
    @Option(help: "What is published follows from it.") var seed: UInt64 = 1
    @Option(help: "Stories a second.") var rate = 0.5
    @Option(help: "Seconds of publishing; for ever when not given.") var duration: Double?

    func run() async throws {
        let desk = try Newsdesk(seed: seed, now: currentTime)
        let (rate, duration) = (rate, duration)
        try await withThrowingTaskGroup(of: Void.self) { group in
            let ready = AsyncStream<Void>.makeStream()
            group.addTask { try await serve(desk, port: port) { ready.continuation.yield() } }
            for await _ in ready.stream { break }
            FileHandle.standardOutput.write(Data("http://NAME.localhost:\(await desk.port)/\n".utf8))
            group.addTask { await publish(from: desk, perSecond: rate, seconds: duration) }
            try await group.waitForAll()
        }
    }
}

/// Publishes at a steady rate for so long, or until the task is cancelled.
func publish(from desk: Newsdesk, perSecond rate: Double, seconds: Double?) async {
    guard rate > 0 else { return }
    let start = ContinuousClock.now
    var count = 0.0
    while !Task.isCancelled {
        if let seconds, count / rate >= seconds { return }
        _ = await desk.publish()
        count += 1
        try? await Task.sleep(until: start + .seconds(count / rate))
    }
}
