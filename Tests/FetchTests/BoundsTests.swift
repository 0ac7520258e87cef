import Foundation
import Model
import Testing

@testable import Fetch

@Suite struct BoundsTests {
    @Test(arguments: [("zeros.gz", "gzip"), ("zeros.br", "br"), ("zeros.zst", "zstd")])
    func inflatedBombIsStoppedAtTheBound(name: String, encoding: String) async throws {
        let bomb = try fixture(name)
        let server = try LoopbackServer.replying { _ in
            response("200 OK", ["Content-Encoding: \(encoding)"], body: bomb)
        }
        defer { server.stop() }
        let failure = try await outcome(of: server.url()) { $0.maxBodyBytes = 1 << 20 }.failure
        let reason = "127.0.0.1: the body has more than 1048576 bytes"
        #expect(failure == FetchFailure(category: .tooLarge, reason: reason))
    }

    @Test func bombInARedirectOrAnErrorPageIsStoppedToo() async throws {
        let bomb = try fixture("zeros.gz")
        let server = try LoopbackServer.replying { header in
            let status = header.contains("/404") ? "404 Not Found" : "302 Found"
            return response(status, ["Location: /404", "Content-Encoding: gzip"], body: bomb)
        }
        defer { server.stop() }
        #expect(try await outcome(of: server.url("/404")).failure?.status == 404)
        let failure = try await outcome(of: server.url("/302")) { $0.maxBodyBytes = 1 << 20 }.failure
        #expect(failure?.category == .broken)
        #expect(server.requests.count == 2)
    }

    @Test func bodyOfExactlyTheBoundArrives() async throws {
        let server = try LoopbackServer.replying { _ in response("200 OK", text: "12345678") }
        defer { server.stop() }
        #expect(try await outcome(of: server.url()) { $0.maxBodyBytes = 8 }.text == "12345678")
        #expect(try await outcome(of: server.url()) { $0.maxBodyBytes = 7 }.failure?.category == .tooLarge)
    }

    @Test func endlessBodyIsStopped() async throws {
        let server = try LoopbackServer { connection in
            guard connection.request() != nil else { return }
            connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            let chunk = Array("1000\r\n".utf8) + [UInt8](repeating: 0x61, count: 0x1000) + Array("\r\n".utf8)
            while connection.send(chunk) {}
        }
        defer { server.stop() }
        let failure = try await outcome(of: server.url()) { $0.maxBodyBytes = 100_000 }.failure
        #expect(failure?.category == .tooLarge)
    }

    @Test(arguments: [1, 2000])
    func longHeaderIsStopped(lines: Int) async throws {
        let value = String(repeating: "h", count: 90_000 / lines)
        let server = try LoopbackServer.replying { _ in
            response("200 OK", (0..<lines).map { "X-\($0): \(value)" }, text: "x")
        }
        defer { server.stop() }
        let failure = try await outcome(of: server.url()).failure
        let reason = "127.0.0.1: the header of the answer is too long"
        #expect(failure == FetchFailure(category: .tooLarge, reason: reason))
    }

    @Test func endlessInformationalHeadersAreStopped() async throws {
        let server = try LoopbackServer { connection in
            guard connection.request() != nil else { return }
            while connection.send("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n") {}
        }
        defer { server.stop() }
        #expect(try await outcome(of: server.url()).failure?.category == .tooLarge)
    }

    @Test func longValidatorsAreNotKept() async throws {
        let tag = "\"" + String(repeating: "t", count: 2000) + "\""
        let server = try LoopbackServer.replying { _ in response("200 OK", ["ETag: \(tag)"], text: "x") }
        defer { server.stop() }
        let body = try await outcome(of: server.url()).body
        #expect(body != nil && body?.head.etag == nil)
    }

    @Test func silentServerRunsIntoTheTimeout() async throws {
        let server = try LoopbackServer { connection in
            guard connection.request() != nil else { return }
            _ = connection.waitForEnd()
        }
        defer { server.stop() }
        let failure = try await outcome(of: server.url()) { $0.timeout = .milliseconds(150) }.failure
        #expect(failure?.category == .timeout)
        #expect(failure?.reason.hasPrefix("127.0.0.1: ") == true)
    }

    @Test func slowDripRunsIntoTheTimeout() async throws {
        let server = try LoopbackServer { connection in
            guard connection.request() != nil else { return }
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
            while !connection.waitForEnd(milliseconds: 5) { connection.send("x") }
        }
        defer { server.stop() }
        let failure = try await outcome(of: server.url()) { $0.timeout = .milliseconds(200) }.failure
        #expect(failure?.category == .timeout)
    }

    @Test func stalledTransferIsGivenUpBeforeTheTimeout() async throws {
        let server = try LoopbackServer { connection in
            guard connection.request() != nil else { return }
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
            _ = connection.waitForEnd()
        }
        defer { server.stop() }
        var options = FetcherOptions()
        options.stallTimeout = .seconds(1)
        let failure = try await outcome(of: server.url(), options: options) { $0.timeout = .seconds(600) }
            .failure
        #expect(failure?.category == .timeout)
    }

    @Test func timeoutCoversAllRedirects() async throws {
        let server = try LoopbackServer { connection in
            while connection.request() != nil, !connection.waitForEnd(milliseconds: 40) {
                connection.send(response("302 Found", ["Location: /on"]))
            }
        }
        defer { server.stop() }
        let failure = try await outcome(of: server.url()) {
            $0.timeout = .milliseconds(150)
            $0.maxRedirects = 1000
        }.failure
        #expect(failure?.category == .timeout)
        #expect(server.requests.count < 10)
    }
}
