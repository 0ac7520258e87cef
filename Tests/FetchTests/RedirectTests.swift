import Foundation
import Model
import Testing

@testable import Fetch

@Suite struct RedirectTests {
    /// Answers `/301/x` with a redirect of that status to `/x`, anything else with its path.
    private func hopping() throws -> LoopbackServer {
        try LoopbackServer.replying { header in
            let path = header.split(separator: " ")[1]
            let parts = path.split(separator: "/", maxSplits: 1)
            guard let status = parts.first.flatMap({ Int($0) }), parts.count == 2 else {
                return response("200 OK", ["ETag: \"1\""], text: String(path))
            }
            return response("\(status) Moved", ["Location: /\(parts[1])"], text: "moved")
        }
    }

    @Test(arguments: [
        ("/feed", "/feed", false), ("/301/feed", "/feed", true), ("/308/301/feed", "/feed", true),
        ("/302/feed", "/feed", false), ("/301/302/feed", "/feed", false), ("/307/308/feed", "/feed", false),
        ("/303/a%20b?q=1", "/a%20b?q=1", false),
    ])
    func permanentMovesAreReported(path: String, end: String, isPermanent: Bool) async throws {
        let server = try hopping()
        defer { server.stop() }
        let body = try #require(try await outcome(of: server.url(path)).body)
        #expect(String(decoding: body.bytes, as: UTF8.self) == end)
        #expect(body.head.url == server.url(end))
        #expect(body.head.movedTo == (isPermanent ? server.url(end) : nil))
        #expect(server.connections == 1)
    }

    @Test func loopsEnd() async throws {
        let server = try LoopbackServer.replying { _ in response("302 Found", ["Location: /again"]) }
        defer { server.stop() }
        let failure = try await outcome(of: server.url()) { $0.maxRedirects = 4 }.failure
        let reason = "127.0.0.1 redirects more than 4 times"
        #expect(failure == FetchFailure(category: .tooManyRedirects, reason: reason))
        #expect(server.requests.count == 5)
    }

    @Test(arguments: [
        "file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1/", "javascript:alert(1)", "http://",
        "http://a b/", "http://h/" + String(repeating: "x", count: 2050),
    ])
    func targetsThatCannotBeAskedAreRefused(target: String) async throws {
        let server = try LoopbackServer.replying { _ in response("302 Found", ["Location: \(target)"]) }
        defer { server.stop() }
        let failure = try await outcome(of: server.url()).failure
        #expect(failure?.category == .badURL || failure?.status == 302, "\(String(describing: failure))")
        #expect(server.requests.count == 1)
    }

    @Test func redirectWithoutTargetIsAFailure() async throws {
        let server = try LoopbackServer.replying { _ in response("301 Moved") }
        defer { server.stop() }
        #expect(try await outcome(of: server.url()).failure?.status == 301)
    }

    @Test func longRedirectBodyIsReadOver() async throws {
        let server = try LoopbackServer.replying { header in
            header.contains("/start")
                ? response("302 Found", ["Location: /end"], body: [UInt8](repeating: 0x20, count: 200_000))
                : response("200 OK", text: "end")
        }
        defer { server.stop() }
        #expect(try await outcome(of: server.url("/start")).text == "end")
    }

    @Test func cookiesLiveForOneRequest() async throws {
        let server = try LoopbackServer.replying { header in
            header.contains("Cookie: seen=1")
                ? response("200 OK", text: "in")
                : response("302 Found", ["Location: /", "Set-Cookie: seen=1"])
        }
        defer { server.stop() }
        let request = FetchRequest(url: server.url(), allowPrivateAddresses: true)
        try await withFetcher { fetcher in
            #expect(await fetcher.get(request).text == "in")
            #expect(await fetcher.get(request).text == "in")
        }
        #expect(server.requests.map { $0.contains("Cookie:") } == [false, true, false, true])
    }

    @Test func configuredHeadersStayWithTheirHost() async throws {
        let other = try LoopbackServer.replying { _ in response("200 OK", text: "other") }
        defer { other.stop() }
        let otherURL = other.url(host: "localhost")
        let server = try LoopbackServer.replying { header in
            header.contains("/away")
                ? response("302 Found", ["Location: \(otherURL)"])
                : response("302 Found", ["Location: /away"])
        }
        defer { server.stop() }
        let outcome = try await outcome(of: server.url()) {
            $0.headers = [
                Header(name: "X-Api-Key", value: "secret"), Header(name: "Authorization", value: "secret"),
                Header(name: "Cookie", value: "secret"), Header(name: "X-Empty", value: ""),
            ]
            $0.etag = "\"1\""
        }
        #expect(outcome.text == "other")
        #expect(server.requests.count == 2)
        for request in server.requests {
            #expect(request.contains("X-Api-Key: secret\r\n"))
            #expect(request.contains("Authorization: secret\r\n"))
            #expect(request.contains("X-Empty:\r\n"))
        }
        let leaked = try #require(other.requests.first)
        #expect(!leaked.contains("secret") && !leaked.contains("X-Empty"))
        #expect(leaked.contains("If-None-Match: \"1\""))
    }

    @Test func anotherPortIsAnotherHost() async throws {
        let other = try LoopbackServer.replying { _ in response("200 OK", text: "other") }
        defer { other.stop() }
        let otherURL = other.url()
        let server = try LoopbackServer.replying { _ in response("302 Found", ["Location: \(otherURL)"]) }
        defer { server.stop() }
        _ = try await outcome(of: server.url()) { $0.headers = [Header(name: "X-Key", value: "secret")] }
        #expect(other.requests.count == 1)
        #expect(other.requests.allSatisfy { !$0.contains("secret") })
    }

    @Test func userInfoOfTheURLStaysWithItsHostAndOutOfReports() async throws {
        let other = try LoopbackServer.replying { _ in response("200 OK", text: "other") }
        defer { other.stop() }
        let otherURL = other.url(host: "localhost")
        let server = try LoopbackServer.replying { _ in response("301 Moved", ["Location: \(otherURL)"]) }
        defer { server.stop() }
        let body = try await outcome(of: server.url(host: "user:pass@127.0.0.1")).body
        #expect(server.requests.first?.contains("Authorization: Basic dXNlcjpwYXNz") == true)
        #expect(other.requests.allSatisfy { !$0.contains("Authorization") })
        #expect(body?.head.movedTo == otherURL)
    }
}
