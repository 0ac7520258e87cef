import ArgumentParser
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
        try await whileServing(desk, port: port) {
            say("http://NAME.localhost:\(await desk.port)/\n")
            await publish(from: desk, perSecond: rate, seconds: duration)
            // Published or not, the papers stay on sale until someone interrupts.
            while !Task.isCancelled { try await Task.sleep(for: .seconds(3600)) }
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
