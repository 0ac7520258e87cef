import Feed
import Testing

/// Hostile documents: each bound holds, is said, and costs no more than its document.
@Suite struct BoundsTests {
    @Test func keepsAtMostTwoThousandItems() throws {
        let items = (0..<2500).map {
            "<item><title>n\($0)</title><link>https://d.example/\($0)</link></item>"
        }
        let feed = try feed(rss(items.joined()))
        #expect(feed.items.count == 2000)
        #expect(feed.items.last?.title == "n1999")
        #expect(feed.diagnostics.contains("only the first 2000 items were read"))
    }

    @Test func keepsAtMostTwoThousandItemsOfJSON() throws {
        let items = (0..<2100).map { "{\"id\":\"i\($0)\"}" }.joined(separator: ",")
        let feed = try feed("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[\(items)]}")
        #expect(feed.items.count == 2000)
        #expect(feed.diagnostics.contains("only the first 2000 items were read"))
    }

    @Test func keepsAllSitemapsOfAnIndex() throws {
        let maps = (0..<3000).map { "<sitemap><loc>https://d.example/\($0)</loc></sitemap>" }.joined()
        #expect(try feed("<sitemapindex>\(maps)</sitemapindex>").children.count == 3000)
    }

    @Test func dropsLongAddresses() throws {
        let long = "https://d.example/" + String(repeating: "a", count: 2100)
        let feed = try feed(
            rss(
                "<item><title>a</title><link>\(long)</link></item><item><link>https://d.example/ok</link></item>"
            ))
        #expect(feed.items.map(\.link) == [nil, "https://d.example/ok"])
        #expect(feed.diagnostics.contains("1 address longer than 2048 bytes dropped"))
    }

    @Test(arguments: [
        "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "mailto:a@b.example", "http://",
    ])
    func takesOnlyWebAddresses(link: String) throws {
        #expect(try feed(rss("<item><title>a</title><link>\(link)</link></item>")).items.first?.link == nil)
    }

    @Test func boundsKeysOfHugeIDs() throws {
        let id = String(repeating: "新", count: 4000)
        let feed = try feed(
            rss(
                "<item><guid isPermaLink=\"false\">\(id)1</guid></item><item><guid isPermaLink=\"false\">x</guid></item>"
            ))
        #expect(feed.items[0].key.utf8.count < 350)
        #expect((feed.items[0].id?.utf8.count ?? 0) <= 2048 + 3)
    }

    @Test func cutsDeepDocuments() throws {
        let deep = String(repeating: "<a>", count: 100_000)
        let feed = try feed(rss("<item><title>first</title></item>\(deep)"))
        #expect(feed.items.first?.title == "first")
        #expect(feed.diagnostics.contains { $0.contains("nested too deep") })
    }

    @Test func refusesEntities() throws {
        let body = "<!DOCTYPE rss [<!ENTITY x \"" + String(repeating: "A", count: 50_000) + "\">]>"
        let feed = try feed(
            body + rss("<item><title>" + String(repeating: "&x;", count: 10_000) + "</title></item>"))
        #expect((feed.items.first?.title?.utf8.count ?? .max) <= 30_000)
        #expect(feed.diagnostics.contains { $0.contains("declares entities") })
    }

    @Test func boundsInflation() throws {
        // gzip of zeros, made of stored blocks would be long; a small limit shows the same bound.
        var limits = FeedLimits()
        limits.maxInflatedBytes = 100
        let body = try Fixture.bytes("sitemap-compressed.xml.gz")
        #expect(throws: FeedError.badCompression(reason: "more than 100 bytes after decompression")) {
            try feed(body, limits: limits)
        }
    }

    @Test func readsWhatABrokenCompressionHolds() throws {
        let body = try Fixture.bytes("sitemap-compressed.xml.gz")
        let whole = try inflated(body, maxBytes: 10_000)
        let broken = try inflated(Array(body.dropLast(12)), maxBytes: 10_000)
        #expect(whole.starts(with: broken))
        #expect(throws: FeedError.badCompression(reason: "no gzip data")) {
            try inflated([0x1F, 0x8B, 8] + [UInt8](repeating: 0xFF, count: 40), maxBytes: 10_000)
        }
    }

    @Test func joinsSeveralMembers() throws {
        let body = try Fixture.bytes("sitemap-compressed.xml.gz")
        let one = try inflated(body, maxBytes: 10_000)
        #expect(try inflated(body + body, maxBytes: 10_000) == one + one)
    }

    /// A quadratic reader would need minutes for these.
    @Test(arguments: HostileDocument.allCases)
    func staysLinear(document: HostileDocument) throws {
        #expect(try feed(document.text).items.first?.title == "x")
    }

    @Test func manyThreadsReadAtOnce() async throws {
        let bodies = try Fixture.names.map { try Fixture.bytes($0) }
        let alone = bodies.map { try? feed($0) }
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<4 {
                group.addTask { bodies.map { try? feed($0) } == alone }
            }
            for await isSame in group { #expect(isSame) }
        }
    }

    /// Each document cut at many places and with bytes changed gives a feed or an error, never a crash.
    @Test(arguments: Fixture.names) func survivesDamage(name: String) throws {
        let body = try Fixture.bytes(name)
        var random = SeededGenerator(seed: UInt64(body.count))
        for _ in 0..<60 {
            var damaged = Array(body.prefix(Int.random(in: 0...body.count, using: &random)))
            for _ in 0..<3 where !damaged.isEmpty {
                let place = Int.random(in: 0..<damaged.count, using: &random)
                let bytes: [UInt8] = [
                    0, 0x26, 0x3C, 0x3E, 0x22, 0x27, 0x5D, 0xC2, 0xEF, 0xFF, 0x2F, 0x21, 0x3F,
                ]
                damaged[place] = bytes.randomElement(using: &random) ?? 0
            }
            let result = try? feed(damaged)
            #expect(result?.items.allSatisfy { !$0.key.isEmpty } ?? true)
        }
    }
}

/// SplitMix64, so that a failure can be seen again.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
