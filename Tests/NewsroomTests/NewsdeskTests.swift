import Foundation
import FoundationXML
import Model
import Testing

@testable import Newsroom

private let noon = Timestamp(seconds: 1_770_969_600)

@Suite struct NewsdeskTests {
    /// A desk that has published three stories in every language.
    private func busyDesk(seed: UInt64 = 5) async throws -> Newsdesk {
        let desk = try Newsdesk(seed: seed, now: { noon })
        await desk.open(at: 8643)
        for language in try Phrasebook.all().keys.sorted() {
            for _ in 0..<3 { #expect(await desk.publish(language: language) != nil) }
        }
        return desk
    }

    private func request(_ outlet: Outlet, _ path: String? = nil) -> WebRequest {
        WebRequest(method: "GET", host: "\(outlet.name).localhost:8643", path: path ?? outlet.listingPath)
    }

    private func outlet(_ name: String) throws -> Outlet {
        try #require(Outlet.all.first { $0.name == name })
    }

    @Test func sameSeedPublishesTheSame() async throws {
        let (one, other) = (try await busyDesk(), try await busyDesk())
        #expect(await one.truth() == other.truth())
        for outlet in Outlet.all {
            #expect(await one.reply(to: request(outlet)).body == other.reply(to: request(outlet)).body)
        }
        #expect(await one.truth().stories != (try await busyDesk(seed: 6)).truth().stories)
    }

    @Test func feedsAreWellFormedButForTheBrokenOne() async throws {
        let desk = try await busyDesk()
        for outlet in Outlet.all where outlet.format != .page {
            let body = await desk.reply(to: request(outlet)).body
            if outlet.format == .jsonFeed {
                let feed = try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any]
                #expect((feed?["items"] as? [Any])?.isEmpty == false)
                #expect(feed?["home_page_url"] != nil)
            } else {
                let isBroken = if case .broken = outlet.trouble { true } else { false }
                #expect(XMLParser(data: Data(body)).parse() == !isBroken, "\(outlet.name)")
            }
        }
    }

    @Test func everyCarrierIsListedAndHasItsPage() async throws {
        let desk = try await busyDesk()
        for story in await desk.truth().stories {
            #expect(story.carriers.count >= 2)
            for carrier in story.carriers {
                let outlet = try outlet(carrier.outlet)
                let listing = await desk.reply(to: request(outlet)).body
                let path = String(carrier.link.drop { $0 != "2" })
                #expect(String(decoding: listing, as: UTF8.self).contains(path))
                let page = await desk.reply(to: request(outlet, "/" + path))
                #expect(page.status == 200)
                #expect(page.body.count > 500)
            }
        }
    }

    @Test func unchangedListingsAreNotSentAgain() async throws {
        let desk = try await busyDesk()
        let outlet = try outlet("nordblick")
        let first = await desk.reply(to: request(outlet))
        let field = { (name: String) in first.fields.first { $0.name == name }?.value }
        var byTag = request(outlet)
        byTag.ifNoneMatch = field("ETag")
        var byDate = request(outlet)
        byDate.ifModifiedSince = field("Last-Modified")
        #expect(field("Last-Modified") == "Fri, 13 Feb 2026 08:00:00 GMT")
        #expect(await desk.reply(to: byTag).status == 304)
        #expect(await desk.reply(to: byDate).status == 304)
        _ = await desk.publish(language: "de")
        #expect(await desk.reply(to: byTag).status == 200)
        let traffic = await desk.truth().traffic[outlet.name]
        #expect(traffic?.polls == 4)
        #expect(traffic?.notModified == 2)
    }

    @Test func troublesomeServersAreTroublesome() async throws {
        let desk = try await busyDesk()
        var statuses: [String: [Int]] = [:]
        for name in ["busy-bee", "the-rambler"] {
            for _ in 0..<5 {
                statuses[name, default: []].append(await desk.reply(to: request(try outlet(name))).status)
            }
        }
        #expect(
            statuses == ["busy-bee": [200, 200, 200, 429, 200], "the-rambler": [200, 200, 200, 200, 500]])
        let moved = await desk.reply(to: request(try outlet("old-gazette"), "/feed"))
        #expect(moved.status == 301)
        #expect(moved.fields.contains { $0 == ("Location", "/rss.xml") })
        #expect(await desk.reply(to: request(try outlet("morning-tide"))).delay > .zero)
        #expect(await desk.reply(to: request(try outlet("nordblick"), "/nowhere")).status == 404)
        let stranger = WebRequest(method: "GET", host: "example.org", path: "/")
        #expect(await desk.reply(to: stranger).status == 404)
    }

    @Test func compressedBodiesAreSmallerAndMarked() async throws {
        let desk = try await busyDesk()
        var asked = request(try outlet("costa-abierta"))
        let plain = await desk.reply(to: asked)
        asked.acceptsGzip = true
        let packed = await desk.reply(to: asked)
        #expect(packed.body.starts(with: [0x1F, 0x8B]))
        #expect(packed.body.count < plain.body.count)
        #expect(packed.fields.contains { $0 == ("Content-Encoding", "gzip") })
        asked = request(try outlet("hafenanzeiger"))
        asked.acceptsGzip = true
        #expect(await !desk.reply(to: asked).body.starts(with: [0x1F, 0x8B]))
    }

    @Test(arguments: [
        ("Привет", "WINDOWS-1251", [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2]),
        ("港口", "GB18030", [0xB8, 0xDB, 0xBF, 0xDA]), ("港", "SHIFT_JIS", [0x8D, 0x60]),
        ("항", "EUC-KR", [0xC7, 0xD7]), ("é", "ISO-8859-1", [0xE9]), ("ş", "ISO-8859-9", [0xFE]),
        ("é港", "ISO-8859-1", [0xE9] + Array("&#28207;".utf8)), ("ab", "UTF-8", [0x61, 0x62]),
        ("", "EUC-KR", []),
    ])
    func legacyCharsetsAreReal(text: String, charset: String, bytes: [UInt8]) {
        #expect(encoded(text, in: charset) == bytes)
    }

    @Test func longTextsAreEncodedWhole() {
        let text = String(repeating: "Северный маяк ", count: 2000)
        #expect(encoded(text, in: "WINDOWS-1251").count == text.unicodeScalars.count)
    }

    @Test func settingsNameEveryOutlet() async throws {
        let desk = try Newsdesk(seed: 1, now: { noon })
        await desk.open(at: 8643)
        let text = try await settingsText(for: desk, every: "2s", web: nil)
        let settings = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        #expect((settings?["sources"] as? [Any])?.count == Outlet.all.count)
        #expect(text.contains("http://old-gazette.localhost:8643/feed"))
    }
}
