import Daemon
import Dates
import Feed
import Model
import Testing

/// What `add` finds at an address.
@Suite struct DiscoveryTests {
    private let shelf = Shelf()

    private func findings(_ url: String) async throws -> [Discovery.Finding] {
        try await Discovery(dates: DateReader(), fetcher: shelf, clock: TestClock()).findings(at: url)
    }

    private func feed(_ title: String, items: Int, language: String = "en") -> String {
        let entries = (0..<items).map { "<item><title>Story \($0)</title><link>/\($0)</link></item>" }
            .joined()
        return "<rss version='2.0'><channel><title>\(title)</title><language>\(language)</language>\(entries)"
    }

    @Test func aFeedIsTakenAsItIs() async throws {
        shelf.put("https://hafen.example/rss", feed("Hafenpost", items: 3, language: "de-DE"))
        let found = try await findings("https://hafen.example/rss")
        #expect(found.map(\.source.name) == ["Hafenpost"])
        #expect(found.map(\.source.kind) == [.feed])
        #expect(found.map(\.source.url) == ["https://hafen.example/rss"])
        #expect(found.map(\.source.language) == ["de-DE"])
        #expect(found.map(\.items) == [3])
    }

    @Test func aSitemapIsNamedSo() async throws {
        shelf.put(
            "https://hafen.example/map",
            "<sitemapindex><sitemap><loc>https://hafen.example/1.xml</loc></sitemap>")
        let found = try await findings("https://hafen.example/map")
        #expect(found.map(\.source.kind) == [.sitemap])
        #expect(found.map(\.source.name) == ["hafen.example"])
    }

    @Test func aPagesFeedsAreTriedAndCommentsComeLast() async throws {
        shelf.put(
            "https://minato.example/",
            """
            <html><head><title>港新聞</title>
            <link rel=alternate type=application/rss+xml href=/comments title="コメント">
            <link rel=alternate type=application/rss+xml href=/dead>
            <link rel=alternate type=application/atom+xml href=/empty>
            <link rel=alternate type=application/rss+xml href=/news></head><body>港
            """)
        shelf.put("https://minato.example/comments", feed("Comments", items: 2))
        shelf.put("https://minato.example/empty", feed("Empty", items: 0))
        shelf.put("https://minato.example/news", feed("港新聞", items: 4, language: "ja"))
        let found = try await findings("https://minato.example/")
        #expect(found.map(\.source.name) == ["港新聞", "Comments", "Empty"])
    }

    @Test func theUsualPlacesAreTried() async throws {
        shelf.put("https://mina.example/", "<html><title>الميناء</title><body>مرحبا")
        shelf.put("https://mina.example/rss.xml", feed("الميناء", items: 1, language: "ar"))
        #expect(
            try await findings("https://mina.example/").map(\.source.url) == ["https://mina.example/rss.xml"])
    }

    @Test func withoutAnyFeedThePageIsListed() async throws {
        let links = (1...8).map {
            "<li><a href=/2026/02/13/story-number-\($0)>Горсовет отложил голосование в \($0)-й раз за год</a>"
        }
        shelf.put(
            "https://port.example/novosti", "<html lang=ru><title>Порт</title><ul>\(links.joined())</ul>")
        let found = try await findings("https://port.example/novosti")
        #expect(found.map(\.source.kind) == [.page])
        #expect(found.map(\.source.name) == ["Порт"])
        #expect(found.map(\.source.language) == ["ru"])
        #expect(found.map(\.items) == [8])
    }

    @Test func pagesThatWantAPersonAreNamed() async throws {
        shelf.put(
            "https://login.example/", "<html><title>Sign in</title><form><input type=password></form>")
        shelf.put(
            "https://wall.example/", "<html><title>Just a moment</title><p>Verify you are human by waiting")
        await #expect(throws: Discovery.Failure.barred(.login, title: "Sign in")) {
            try await findings("https://login.example/")
        }
        await #expect(throws: Discovery.Failure.barred(.challenge, title: "Just a moment")) {
            try await findings("https://wall.example/")
        }
    }

    @Test func whereThereIsNothingItIsSaid() async throws {
        shelf.put("https://bare.example/", "<html><title>Bare</title><body>Nothing to read")
        shelf.put("https://json.example/", "{\"a\": 1}")
        for url in ["https://bare.example/", "https://json.example/", "https://missing.example/"] {
            await #expect(throws: Discovery.Failure.self) { try await findings(url) }
        }
    }
}
