import Foundation
import Model
import Testing

@testable import Fetch

@Suite struct BrokenServerTests {
    /// What servers do wrong, by the bytes they send before they close.
    static let answers: [(name: String, bytes: String)] = [
        ("nothing", ""),
        ("no HTTP", "SSH-2.0-OpenSSH_9.2\r\n"),
        ("half a status line", "HTTP/1."),
        ("half a header", "HTTP/1.1 200 OK\r\nContent-Ty"),
        ("a truncated body", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this"),
        ("a truncated chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nonly this"),
        ("chunks without an end", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nthis\r\n"),
        ("a bad chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nonly this\r\n0\r\n\r\n"),
        ("a bad length", "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nx"),
        ("a NUL in the header", "HTTP/1.1 200 OK\r\nETag: \"a\u{0}b\"\r\nContent-Length: 1\r\n\r\nx"),
        ("an unknown encoding", "HTTP/1.1 200 OK\r\nContent-Encoding: lzma9\r\nContent-Length: 1\r\n\r\nx"),
    ]

    @Test(arguments: answers.map(\.name))
    func damagedAnswersAreFailures(name: String) async throws {
        let bytes = try #require(Self.answers.first { $0.name == name }?.bytes)
        let server = try LoopbackServer { connection in
            if connection.request() != nil { connection.send(bytes) }
        }
        defer { server.stop() }
        let outcome = try await outcome(of: server.url())
        if name == "an unknown encoding" {
            // Asked for plainly, the server sends the same, and that is then taken as it is.
            #expect(outcome.text == "x")
        } else {
            #expect(outcome.failure?.category == .broken, "\(outcome)")
            #expect(outcome.failure?.reason.hasPrefix("127.0.0.1: ") == true)
        }
    }

    @Test func whatFollowsTheAnnouncedLengthIsNotTheBody() async throws {
        let server = try LoopbackServer { connection in
            if connection.request() != nil {
                connection.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbodyHTTP/1.1 200 OK\r\n\r\nevil")
            }
        }
        defer { server.stop() }
        let request = FetchRequest(url: server.url(), allowPrivateAddresses: true)
        try await withFetcher { fetcher in
            #expect(await fetcher.get(request).text == "body")
            #expect(await fetcher.get(request).text == "body")
        }
        #expect(server.connections == 2)
    }

    @Test func resetIsAFailure() async throws {
        let server = try LoopbackServer { connection in
            guard connection.request() != nil else { return }
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
            connection.reset()
        }
        defer { server.stop() }
        #expect(try await outcome(of: server.url()).failure?.category == .broken)
    }

    @Test func corruptCompressionIsAFailure() async throws {
        var packed = try fixture("boats.txt.gz")
        packed.replaceSubrange(20..<60, with: [UInt8](repeating: 0x55, count: 40))
        let server = try LoopbackServer.replying { [packed] header in
            header.contains("identity")
                ? response("500 Oops") : response("200 OK", ["Content-Encoding: gzip"], body: packed)
        }
        defer { server.stop() }
        #expect(try await outcome(of: server.url()).failure?.status == 500)
    }

    @Test func nobodyListeningIsRefused() async throws {
        let server = try LoopbackServer { _ in }
        server.stop()
        let failure = try await outcome(of: server.url()).failure
        #expect(failure?.category == .refused)
        #expect(failure?.reason.hasPrefix("127.0.0.1: ") == true)
    }

    @Test func nameWithoutAddressIsADNSFailure() async throws {
        // A label of 64 letters is refused by the resolver itself: no question leaves the machine.
        let name = String(repeating: "n", count: 64) + ".invalid"
        let failure = try await outcome(of: "http://\(name)/").failure
        #expect(failure?.category == .dns, "\(String(describing: failure))")
    }

    @Test func plainServerBehindHTTPSIsATLSFailure() async throws {
        let server = try LoopbackServer { connection in connection.send("HTTP/1.1 200 OK\r\n\r\n") }
        defer { server.stop() }
        let failure = try await outcome(of: "https://127.0.0.1:\(server.port)/").failure
        #expect(failure?.category == .tls, "\(String(describing: failure))")
    }

    @Test(arguments: [
        "", "feed.xml", "//127.0.0.1/", "file:///etc/passwd", "ftp://127.0.0.1/", "http://",
        "http://127.0.0.1:99999/", "http://exa mple/", "http://a\u{0}b/", "http://a\r\nb/", "HTTP",
    ])
    func unusableURLsAreRefused(url: String) async throws {
        let failure = try await outcome(of: url).failure
        #expect(failure?.category == .badURL, "\(url): \(String(describing: failure))")
    }

    @Test(arguments: [
        ("X-Key", "a\r\nX-Evil: 1"), ("X-Key", "a\nb"), ("X-Key", "a\u{0}b"), ("X Key", "a"), ("", "a"),
        ("X-Key: b\r\nX-Evil", "a"), ("X-Кey", "a"),
    ])
    func unusableHeadersAreRefused(name: String, value: String) async throws {
        let server = try LoopbackServer.replying { _ in response("200 OK", text: "x") }
        defer { server.stop() }
        let failure = try await outcome(of: server.url()) {
            $0.headers = [Header(name: name, value: value)]
        }.failure
        #expect(failure?.category == .badURL)
        #expect(failure?.reason.contains("Evil") == false)
        #expect(server.connections == 0)
    }
}
