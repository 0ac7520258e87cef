import Foundation
import Model
import Testing

@testable import Fetch

@Suite struct OutcomeTests {
    @Test func bodyComesWithWhatTheServerSaysOfIt() async throws {
        let server = try LoopbackServer.replying { _ in
            response(
                "200 OK",
                [
                    "content-type:  application/rss+xml ; charset=utf-8 ", "ETAG: W/\"a b\"",
                    "Last-Modified: Fri, 13 Feb 2026 07:00:00 GMT", "Cache-Control: public, max-age=600",
                    "Age: 100", "Content-Language: th",
                ], text: "ข่าว")
        }
        defer { server.stop() }
        let body = try #require(try await outcome(of: server.url("/feed#part")).body)
        #expect(
            body.head
                == ResponseHead(
                    status: 200, url: server.url("/feed"), contentType: "application/rss+xml ; charset=utf-8",
                    contentLanguage: "th", etag: "W/\"a b\"", lastModified: "Fri, 13 Feb 2026 07:00:00 GMT",
                    freshFor: .seconds(500)))
        #expect(String(decoding: body.bytes, as: UTF8.self) == "ข่าว")
    }

    @Test func validatorsGoBackAsTheyCame() async throws {
        let server = try LoopbackServer.replying { _ in
            response("304 Not Modified", ["ETag: \"2\"", "Cache-Control: max-age=60"])
        }
        defer { server.stop() }
        let outcome = try await outcome(of: server.url()) {
            $0.etag = "W/\"é1\""
            $0.lastModified = "yesterday-ish"
        }
        #expect(
            outcome
                == .notModified(
                    ResponseHead(status: 304, url: server.url(), etag: "\"2\"", freshFor: .seconds(60))))
        let request = try #require(server.requests.first)
        #expect(request.contains("\r\nIf-None-Match: W/\"é1\"\r\n"))
        #expect(request.contains("\r\nIf-Modified-Since: yesterday-ish\r\n"))
    }

    @Test func validatorsThatCannotBeSentAreLeftOut() async throws {
        let server = try LoopbackServer.replying { _ in response("200 OK", text: "x") }
        defer { server.stop() }
        #expect(try await outcome(of: server.url()) { $0.etag = "\"a\r\nX-Evil: 1\"" }.text == "x")
        #expect(server.requests.allSatisfy { !$0.contains("X-Evil") && !$0.contains("If-None-Match") })
    }

    @Test func unaskedNotModifiedIsAFailure() async throws {
        let server = try LoopbackServer.replying { _ in response("304 Not Modified") }
        defer { server.stop() }
        let failure = try await outcome(of: server.url()).failure
        #expect(failure?.category == .status)
        #expect(failure?.status == 304)
    }

    @Test(arguments: [
        ("429 Too Many Requests", "Retry-After: 120", noon + .seconds(120)),
        ("429 Too Many Requests", "Retry-After: Fri, 13 Feb 2026 09:00:00 GMT", noon + .seconds(3600)),
        ("429 Too Many Requests", "Retry-After: Fri, 13 Feb 2015 09:00:00 GMT", noon),
        ("429 Too Many Requests", "Retry-After: soon", nil),
        ("429 Too Many Requests", "X-Nothing: 1", nil),
        ("503 Service Unavailable", "Retry-After: 99999999999999999999", noon + .seconds(366 * 86_400)),
    ])
    func throttlingSaysUntilWhen(status: String, field: String, until: Timestamp?) async throws {
        let server = try LoopbackServer.replying { _ in response(status, [field], text: "later") }
        defer { server.stop() }
        #expect(try await outcome(of: server.url()) == .throttled(until: until))
    }

    @Test(arguments: [400, 401, 403, 404, 406, 500, 502, 503, 300, 204])
    func statusWithoutDocumentIsAFailure(status: Int) async throws {
        let server = try LoopbackServer.replying { _ in response("\(status) Whatever") }
        defer { server.stop() }
        let failure = try await outcome(of: server.url()).failure
        let reason = "127.0.0.1 answered HTTP status \(status)"
        #expect(failure == FetchFailure(category: .status, reason: reason, status: status))
    }

    @Test func anErrorPageIsKeptWithWhatItsHeaderSays() async throws {
        let page = "<title>Подождите</title>" + String(repeating: "x", count: 200_000)
        let server = try LoopbackServer.replying { _ in
            response(
                "403 Forbidden",
                [
                    "Content-Type: text/html; charset=utf-8", "cf-mitigated: challenge",
                    "WWW-Authenticate: Basic realm=x",
                ],
                text: page)
        }
        defer { server.stop() }
        let answer = try #require(try await outcome(of: server.url("/a")).failure?.answer)
        #expect(answer.bytes == Array(page.utf8.prefix(64 << 10)))
        #expect(answer.isChallenge && answer.authentication == "Basic")
        #expect(answer.url == server.url("/a") && answer.contentType == "text/html; charset=utf-8")
    }

    @Test func whatIsNoPageIsNotKept() async throws {
        let server = try LoopbackServer.replying { _ in
            response("500 Internal Server Error", ["Content-Type: application/json"], text: "{}")
        }
        defer { server.stop() }
        let failure = try #require(try await outcome(of: server.url()).failure)
        #expect(failure.status == 500 && failure.answer == nil)
    }

    @Test func longErrorPageIsAsGoodAsItsStatus() async throws {
        let server = try LoopbackServer.replying { _ in
            response("404 Not Found", body: [UInt8](repeating: 0x20, count: 4 << 20))
        }
        defer { server.stop() }
        #expect(try await outcome(of: server.url()).failure?.status == 404)
    }

    @Test func goneIsNoFailure() async throws {
        let server = try LoopbackServer.replying { _ in response("410 Gone", text: "bye") }
        defer { server.stop() }
        #expect(try await outcome(of: server.url()) == .gone)
    }

    @Test(arguments: ["gz", "br", "zst"])
    func compressedBodiesArrivePlain(ending: String) async throws {
        let encodings = ["gz": "gzip", "br": "br", "zst": "zstd"]
        let packed = try fixture("boats.txt.\(ending)")
        let server = try LoopbackServer.replying { header in
            header.contains("gzip") && header.contains("br") && header.contains("zstd")
                ? response("200 OK", ["Content-Encoding: \(encodings[ending] ?? "")"], body: packed)
                : response("406 Not Acceptable")
        }
        defer { server.stop() }
        #expect(try await outcome(of: server.url()).body?.bytes == fixture("boats.txt"))
    }

    @Test func plainBodyThatClaimsToBeCompressedIsAskedForAgain() async throws {
        let server = try LoopbackServer.replying { header in
            response("200 OK", ["Content-Encoding: gzip"], text: "<rss>plain</rss>")
        }
        defer { server.stop() }
        #expect(try await outcome(of: server.url()).text == "<rss>plain</rss>")
        #expect(server.requests.count == 2)
        #expect(server.requests.last?.contains("Accept-Encoding: identity") == true)
    }

    @Test func informationalHeadersAndTrailersSayNothing() async throws {
        let server = try LoopbackServer.replying { _ in
            Array(
                """
                HTTP/1.1 103 Early Hints\r\nETag: "early"\r\n\r\n\
                HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nETag: "real"\r\n\r\n\
                3\r\nabc\r\n0\r\nETag: "trailer"\r\n\r\n
                """.utf8)
        }
        defer { server.stop() }
        let body = try await outcome(of: server.url()).body
        #expect(body?.bytes == Array("abc".utf8))
        #expect(body?.head.etag == "\"real\"")
    }

    @Test func userAgentIsOurs() async throws {
        let server = try LoopbackServer.replying { _ in response("200 OK", text: "x") }
        defer { server.stop() }
        _ = try await outcome(
            of: server.url(), options: FetcherOptions(userAgent: "wirewatch/1 (+https://e.example)"))
        #expect(server.requests.first?.contains("User-Agent: wirewatch/1 (+https://e.example)\r\n") == true)
    }
}
