import Daemon
import Dates
import Feed
import Fetch
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

    @Test(arguments: [
        (401, "<title>401</title>Unauthorized", Optional("Basic"), false, FeedError.PageKind.login, "401"),
        (403, "<title>Just a moment...</title>", nil, true, .challenge, "Just a moment..."),
        (503, "<title>Секунду</title>Проверка браузера перед переходом", nil, false, .challenge, "Секунду"),
        (403, "<title>ログイン</title><form><input type=password></form>", nil, false, .login, "ログイン"),
    ])
    func errorPagesThatWantAPersonAreNamed(
        status: Int, page: String, scheme: String?, isChallenge: Bool, kind: FeedError.PageKind, title: String
    ) async throws {
        let url = "https://wall.example/feed"
        let failure = FetchFailure(
            category: .status, reason: "wall.example answered HTTP status \(status)", status: status,
            answer: ErrorAnswer(
                url: url, contentType: "text/html; charset=utf-8", bytes: Array("<html>\(page)".utf8),
                authentication: scheme, isChallenge: isChallenge))
        shelf.put(url, .failed(failure))
        await #expect(throws: Discovery.Failure.barred(kind, title: title)) { try await findings(url) }
        let source = Source(name: "Wall", kind: .feed, url: url)
        let probed = await Probe(dates: DateReader(), fetcher: shelf, clock: TestClock()).finding(for: source)
        #expect(probed.notes.count == 1)
        #expect(probed.notes[0].hasPrefix("\(failure.reason): \(kind.rawValue)"))
        #expect(probed.notes[0].hasSuffix("“\(title)”"))
        let bench = try Bench()
        bench.shelf.put(url, .failed(failure))
        #expect(try await bench.poll(source).report?.outcome == .failed(problem: probed.notes[0]))
    }

    @Test(arguments: [
        ("로그인", "<form><input type=text name=id><button>다음</button></form>", FeedError.PageKind.login),
        ("Zustimmung", "<p>Stimmen Sie den Cookies zu.</p><button>Ja</button>", .consent),
        ("الموافقة", "<p>نستخدم ملفات تعريف الارتباط</p><button>موافق</button>", .consent),
        ("同意", "<p>当サイトはクッキーを使います</p><input type=submit>", .consent),
        ("", "<script>document.cookie='a=1';location.reload()</script>", .challenge),
    ])
    func pagesThatLetOnlyPersonsInAreNamed(title: String, body: String, kind: FeedError.PageKind) async throws
    {
        shelf.put("https://wall.example/", "<html><title>\(title)</title><body>\(body)")
        await #expect(throws: Discovery.Failure.barred(kind, title: title.isEmpty ? nil : title)) {
            try await findings("https://wall.example/")
        }
    }

    @Test(arguments: [
        "<a href='/news.xml'>RSS</a>", "<a href='/news.xml'>Лента RSS</a>", "<a href='/news.xml'>RSSフィード</a>",
        "<a href='/news.xml' title='RSS 2.0'><img src=x></a>",
        "<a type='application/rss+xml' href='/news.xml'>新闻</a>",
        "<link rel=alternate type='application/json' title='Feed' href='/news.xml'>",
    ])
    func feedsThatAnOrdinaryLinkNamesAreTried(link: String) async throws {
        shelf.put(
            "https://hafen.example/",
            "<html><title>Hafen</title><body><a href=/dead>XML</a><a href=/about>About this feed of ours, in many words</a>"
                + link)
        shelf.put("https://hafen.example/news.xml", feed("Hafenpost", items: 3))
        #expect(
            try await findings("https://hafen.example/").map(\.source.url) == [
                "https://hafen.example/news.xml"
            ])
    }

    @Test func whereThereIsNothingItIsSaid() async throws {
        shelf.put("https://bare.example/", "<html><title>Bare</title><body>Nothing to read")
        shelf.put("https://json.example/", "{\"a\": 1}")
        for url in ["https://bare.example/", "https://json.example/", "https://missing.example/"] {
            await #expect(throws: Discovery.Failure.self) { try await findings(url) }
        }
    }
}
