import Fetch
import Foundation
import Model
import Testing

@testable import Newsroom

private let noon = Timestamp(seconds: 1_770_969_600)

@Suite struct ServerTests {
    /// Runs `body` against a newsroom on the network, with the real fetcher.
    private func withServer(_ body: (Newsdesk, Fetcher) async throws -> Void) async throws {
        let desk = try Newsdesk(seed: 2, now: { noon })
        let fetcher = Fetcher(now: { noon })
        try await whileServing(desk, port: 0) {
            do {
                try await body(desk, fetcher)
            } catch {
                await fetcher.stop()
                throw error
            }
            await fetcher.stop()
        }
    }

    private func request(_ url: String, etag: String? = nil) -> FetchRequest {
        FetchRequest(url: url, etag: etag, allowPrivateAddresses: true)
    }

    @Test func outletsAreReachedByTheirNames() async throws {
        try await withServer { desk, fetcher in
            _ = await desk.publish(language: "es")
            let url = "http://costa-abierta.localhost:\(await desk.port)/atom.xml"
            guard case .body(let body) = await fetcher.get(request(url)) else {
                Issue.record("no feed at \(url)")
                return
            }
            #expect(String(decoding: body.bytes, as: UTF8.self).contains("Costa Abierta"))
            let again = await fetcher.get(request(url, etag: body.head.etag))
            guard case .notModified = again else {
                Issue.record("not 304: \(again)")
                return
            }
            #expect(await desk.truth().traffic["costa-abierta"]?.notModified == 1)
        }
    }

    @Test func portInUseIsSaid() async throws {
        try await withServer { desk, _ in
            let other = try Newsdesk(seed: 1, now: { noon })
            let port = await desk.port
            await #expect(throws: (any Error).self) { try await whileServing(other, port: port) {} }
        }
    }

    @Test func movedFeedIsFollowedAndReported() async throws {
        try await withServer { desk, fetcher in
            let base = "http://old-gazette.localhost:\(await desk.port)"
            guard case .body(let body) = await fetcher.get(request(base + "/feed")) else {
                Issue.record("no feed at \(base)/feed")
                return
            }
            #expect(body.head.movedTo == base + "/rss.xml")
        }
    }

    @Test func throttledFeedSaysUntilWhen() async throws {
        try await withServer { desk, fetcher in
            let url = "http://busy-bee.localhost:\(await desk.port)/rss.xml"
            for _ in 0..<3 { _ = await fetcher.get(request(url)) }
            #expect(await fetcher.get(request(url)) == .throttled(until: noon + .seconds(2)))
        }
    }

    @Test func truthIsToldOverTheNetwork() async throws {
        try await withServer { desk, fetcher in
            _ = await desk.publish(language: "th", edit: .verbatim, isWatched: true)
            let url = "http://127.0.0.1:\(await desk.port)/control/truth"
            guard case .body(let body) = await fetcher.get(request(url)) else {
                Issue.record("no truth at \(url)")
                return
            }
            let truth = try JSONDecoder().decode(Truth.self, from: Data(body.bytes))
            #expect(truth.stories.count == 1)
            #expect(truth.stories.first?.carriers.allSatisfy { $0.edit == .verbatim } == true)
            #expect(truth.stories.first?.rules.count == 2)
        }
    }
}
