import Foundation
import Model
import Testing

@testable import Fetch

@Suite struct FetcherTests {
    @Test func connectionsAndHandlesAreReused() async throws {
        let server = try LoopbackServer.replying { _ in response("200 OK", text: "x") }
        defer { server.stop() }
        let request = FetchRequest(url: server.url(), allowPrivateAddresses: true)
        try await withFetcher { fetcher in
            for _ in 0..<20 { #expect(await fetcher.get(request).text == "x") }
        }
        #expect(server.connections == 1)
    }

    @Test func nothingOfOneRequestIsLeftForTheNext() async throws {
        let server = try LoopbackServer.replying { header in
            response("200 OK", header.contains("/first") ? ["ETag: \"1\""] : [], text: "")
        }
        defer { server.stop() }
        var first = FetchRequest(url: server.url("/first"), etag: "\"0\"", allowPrivateAddresses: true)
        first.headers = [Header(name: "X-Key", value: "secret")]
        let second = FetchRequest(url: server.url("/second"), allowPrivateAddresses: true)
        try await withFetcher { [first] fetcher in
            #expect(await fetcher.get(first).body?.head.etag == "\"1\"")
            #expect(await fetcher.get(second).body?.head.etag == nil)
        }
        #expect(server.requests.last?.contains("secret") == false)
        #expect(server.requests.last?.contains("If-None-Match") == false)
    }

    @Test func manyRequestsAtOnceAllEnd() async throws {
        let server = try LoopbackServer.replying { header in
            response("200 OK", text: String(header.split(separator: " ")[1]))
        }
        defer { server.stop() }
        try await withFetcher { fetcher in
            let answers = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<300 {
                    let url = server.url("/\(number)", host: "127.0.0.\(number % 40 + 1)")
                    group.addTask {
                        let request = FetchRequest(url: url, allowPrivateAddresses: true)
                        return await fetcher.get(request).text == "/\(number)"
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(answers == 300)
        }
        #expect(server.connections <= 80)
    }

    @Test func hostIsAskedTwiceAtATime() async throws {
        let present = Guarded((now: 0, most: 0))
        let server = try LoopbackServer { connection in
            while connection.request() != nil {
                present.withLock {
                    $0.now += 1
                    $0.most = max($0.most, $0.now)
                }
                // Long enough for a third request to come, if one were sent.
                _ = connection.waitForEnd(milliseconds: 20)
                present.withLock { $0.now -= 1 }
                connection.send(response("200 OK", text: "x"))
            }
        }
        defer { server.stop() }
        try await withFetcher { fetcher in
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        let request = FetchRequest(url: server.url(), allowPrivateAddresses: true)
                        #expect(await fetcher.get(request).text == "x")
                    }
                }
            }
        }
        #expect(present.withLock { $0.most } == 2)
        #expect(server.connections == 2)
    }

    @Test func cancellingTheTaskEndsTheTransfer() async throws {
        let arrived = AsyncStream<Void>.makeStream()
        let left = AsyncStream<Void>.makeStream()
        let server = try LoopbackServer { connection in
            guard connection.request() != nil else { return }
            arrived.continuation.yield()
            _ = connection.waitForEnd()
            left.continuation.yield()
        }
        defer { server.stop() }
        try await withFetcher { fetcher in
            let request = FetchRequest(
                url: server.url(), timeout: .seconds(3600), allowPrivateAddresses: true)
            let task = Task { await fetcher.get(request) }
            for await _ in arrived.stream { break }
            task.cancel()
            #expect(await task.value.failure?.category == .cancelled)
            for await _ in left.stream { break }
        }
    }

    @Test func cancellingOneThatWaitsLetsTheOthersGoOn() async throws {
        let gate = DispatchSemaphore(value: 0)
        let arrived = AsyncStream<Void>.makeStream()
        let server = try LoopbackServer { connection in
            while connection.request() != nil {
                arrived.continuation.yield()
                gate.wait()
                connection.send(response("200 OK", text: "x"))
            }
        }
        defer { server.stop() }
        var options = FetcherOptions()
        options.maxTransfersPerHost = 1
        try await withFetcher(options) { fetcher in
            let request = FetchRequest(
                url: server.url(), timeout: .seconds(3600), allowPrivateAddresses: true)
            let first = Task { await fetcher.get(request) }
            for await _ in arrived.stream { break }
            let waiting = Task { await fetcher.get(request) }
            let last = Task { await fetcher.get(request) }
            waiting.cancel()
            #expect(await waiting.value.failure?.category == .cancelled)
            gate.signal()
            gate.signal()
            #expect(await first.value.text == "x")
            #expect(await last.value.text == "x")
        }
        #expect(server.requests.count == 2)
    }

    @Test func cancelledTaskDoesNotAskAtAll() async throws {
        let server = try LoopbackServer.replying { _ in response("200 OK", text: "x") }
        defer { server.stop() }
        try await withFetcher { fetcher in
            let task = Task {
                while !Task.isCancelled { await Task.yield() }
                return await fetcher.get(FetchRequest(url: server.url(), allowPrivateAddresses: true))
            }
            task.cancel()
            #expect(await task.value.failure?.category == .cancelled)
        }
        #expect(server.connections == 0)
    }

    @Test func stoppingEndsEverything() async throws {
        let arrived = AsyncStream<Void>.makeStream()
        let server = try LoopbackServer { connection in
            guard connection.request() != nil else { return }
            arrived.continuation.yield()
            _ = connection.waitForEnd()
        }
        defer { server.stop() }
        let fetcher = Fetcher(now: { noon })
        let request = FetchRequest(url: server.url(), allowPrivateAddresses: true)
        let tasks = (0..<5).map { _ in Task { await fetcher.get(request) } }
        for await _ in arrived.stream { break }
        await fetcher.stop()
        for task in tasks { #expect(await task.value.failure?.category == .cancelled) }
        let late = await fetcher.get(request).failure
        #expect(late == FetchFailure(category: .cancelled, reason: "fetching has stopped"))
        await fetcher.stop()
    }

    @Test func forgottenFetcherClosesItsConnections() async throws {
        let left = AsyncStream<Void>.makeStream()
        let server = try LoopbackServer { connection in
            while connection.request() != nil { connection.send(response("200 OK", text: "x")) }
            left.continuation.yield()
        }
        defer { server.stop() }
        func ask() async {
            let fetcher = Fetcher(now: { noon })
            let request = FetchRequest(url: server.url(), allowPrivateAddresses: true)
            #expect(await fetcher.get(request).text == "x")
        }
        await ask()
        for await _ in left.stream { break }
    }
}
