import Feed
import Testing

/// What a document ends in the middle of is no other address, id or date.
@Suite struct CutOffTests {
    private static let kept = "the last item is cut off"
    private static let leftOut = "the last item is cut off before its link and left out"

    private static func jsonFeed(_ last: String) throws -> ParsedFeed {
        try feed(
            "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":["
                + "{\"id\":\"https://desk.example/first\",\"title\":\"first\"},\(last)")
    }

    @Test(arguments: [
        "{\"title\":\"Новость\",\"url\":\"https://desk.example/2026/11/a-lon",
        "{\"url\":\"https://desk.example/2026/11/a-lon", "{\"id\":\"https://desk.example/2026/11/a-lon",
        "{\"title\":\"新聞\",\"id\":\"0b4", "{\"id\":\"0b4d\",\"url\":\"https://desk.exam", "{\"id\":12",
        "{\"title\":\"خب",
        "{\"title\":\"ข่าว\"", "{\"content_text\":\"समाचार यह",
        "{\"id\":\"0b4d\",\"attachments\":[{\"url\":\"https://desk.example/a.mp3\"",
    ])
    func aJSONItemCutBeforeItsLinkIsLeftOut(last: String) throws {
        let feed = try Self.jsonFeed(last)
        #expect(feed.items.map(\.title) == ["first"])
        #expect(feed.diagnostics.contains(Self.leftOut))
    }

    @Test(arguments: [
        ("\"content_text\":\"this text is cut o", "", "this text is cut o"),
        ("\"summary\":\"краткий текст\",\"content_text\":\"длинный те", "краткий текст", ""),
        ("\"content_html\":\"本文です。\",\"summary\":\"短い", "", "本文です。"),
        ("\"summary\":\"یک خلاصه\",\"date_published\":\"2026-02-09T1", "یک خلاصه", ""),
        ("\"summary\":\"ข่าว\",\"authors\":[{\"name\":\"Som", "ข่าว", ""),
    ])
    func aJSONItemCutAfterItsLinkKeepsWhatIsWhole(rest: String, summary: String, content: String) throws {
        let feed = try Self.jsonFeed("{\"id\":\"b\",\"url\":\"/b\",\(rest)")
        let item = try #require(feed.items.last)
        #expect(feed.items.count == 2)
        #expect(item.link == "https://desk.example/b")
        #expect(item.summary ?? "" == summary)
        #expect(item.content ?? "" == content)
        #expect(item.published == nil)
        #expect(item.author == nil)
        #expect(feed.diagnostics.contains(Self.kept))
    }

    @Test func whatIsCutBehindTheItemsCostsNone() throws {
        for rest in [
            "{\"title\":\"x\"}", "{\"title\":\"x\"}]", "{\"title\":\"x\"}],\"hubs\":[{\"url\":\"https://h",
        ] {
            let feed = try Self.jsonFeed(rest)
            #expect(feed.items.map(\.title) == ["first", "x"])
            #expect(!feed.diagnostics.contains(Self.leftOut))
        }
    }

    @Test(arguments: [
        "<link>https://desk.example/2026/11/a-lon", "<title>Новость</title><link>https://desk.exa",
        "<title>خبر</title><link><![CDATA[https://desk.example/a", "<guid>https://desk.example/2026/11/a-lon",
        "<guid isPermaLink=\"false\">0b4d</guid><link>https://d", "<title>समाचार",
        "<title>ข่าว</title><description>a</des",
        "<description>这是一", "<title>x</title><link",
    ])
    func anItemCutBeforeItsLinkIsLeftOut(last: String) throws {
        for begin in ["<item>", "<item><!-- x -->\n"] {
            let feed = try feed(
                "<rss version=\"2.0\"><channel><item><link>/first</link></item>" + begin + last)
            #expect(feed.items.map(\.link) == ["https://desk.example/first"])
            #expect(feed.diagnostics.contains(Self.leftOut))
        }
    }

    @Test(arguments: [
        ("<description>this text is cut o", "this text is cut o", ""),
        ("<description><![CDATA[<p>Этот текст обры", "<p>Этот текст обры", ""),
        ("<description>概要</description><content:encoded>本文で", "概要", ""),
        ("<description>خلاصة</description><pubDate>Mon, 09 Feb 20", "خلاصة", ""),
        ("<description>ข่าว</description><guid>https://desk.exa", "ข่าว", ""),
        ("<description>समाचार</description><author>Ra", "समाचार", ""),
        ("<description>x</description><category>Polit", "x", ""),
    ])
    func anItemCutAfterItsLinkKeepsWhatIsWhole(rest: String, summary: String, content: String) throws {
        let feed = try feed("<rss version=\"2.0\"><channel><item><link>/b</link>" + rest)
        let item = try #require(feed.items.first)
        #expect(item.link == "https://desk.example/b")
        #expect(item.id == nil)
        #expect(item.summary ?? "" == summary)
        #expect(item.content ?? "" == content)
        #expect(item.published == nil)
        #expect(item.author == nil)
        #expect(item.tags.isEmpty)
        #expect(feed.diagnostics.contains(Self.kept))
    }

    @Test func anEntryAndASitemapCutInTheirAddressLoseIt() throws {
        let start =
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>urn:x:1</id><link href=\"/a\"/></entry><entry>"
        for rest in [
            "<id>urn:x:2", "<id>urn:x:2</id><link href=\"https://desk.exa", "<title>x</title><link rel",
        ] {
            #expect(try feed(start + rest).items.map(\.id) == ["urn:x:1"])
        }
        let pages =
            "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>https://desk.example/a</loc></url>"
        #expect(
            try feed(pages + "<url><loc>https://desk.example/a-lon").items.map(\.link) == [
                "https://desk.example/a"
            ])
    }

    @Test func anItemOfWhichNothingCameIsNoOther() throws {
        for rest in ["<item>", "<item><title>", "<item><title><![CD", "<item><title><![CD\r\n"] {
            let feed = try feed("<rss version=\"2.0\"><channel><item><link>/first</link></item>" + rest)
            #expect(feed.items.compactMap(\.link) == ["https://desk.example/first"])
            #expect(feed.diagnostics.contains(Self.kept))
        }
    }

    @Test func onlyTheLastTagsMissingCostNothing() throws {
        let whole = "<rss version=\"2.0\"><channel><item><title>x</title></item>"
        let feed = try feed(whole)
        #expect(feed.items.map(\.title) == ["x"])
        #expect(feed.diagnostics.contains("the document ends in the middle"))
        #expect(!feed.diagnostics.contains(Self.leftOut))
    }

    // MARK: Pages

    @Test func aPageWithLinksIsNoChallengeForItsScript() {
        let script = "<script>document.cookie='a=1';window.location.reload()</script>"
        for (body, kind) in [
            ("<h1>新闻</h1><a href=\"/a\">一</a><a href=\"/b\">二</a>", FeedError.PageKind.page),
            ("", .challenge),
        ] {
            let page =
                "<!DOCTYPE html><html><head><title>Desk</title>\(script)</head><body>\(body)</body></html>"
            #expect(throws: FeedError.page(kind: kind, title: "Desk", feeds: [])) { try feed(page) }
        }
    }
}
