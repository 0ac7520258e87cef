import Feed
import Model
import Testing

/// What is broken or unusual is read, and what was done is said.
@Suite struct MendingTests {
    private let start = "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"新闻\",\"items\":["
    private let item =
        "{\"id\":\"https://desk.example/a\",\"url\":\"https://desk.example/a\",\"title\":\"Première\"}"

    private func json(_ rest: String) throws -> ParsedFeed { try feed(start + item + rest) }

    @Test(arguments: [
        (",{\"id\":\"https://desk.example/b\",\"title\":\"Новость д", "Новость д"),
        (",{\"id\":\"https://desk.example/b\",\"title\":\"خبر\",\"url\":\"https://d", "خبر"),
        (",{\"id\":\"https://desk.example/b\",\"title\":\"ข่าว\",\"date_publ", "ข่าว"),
        (",{\"id\":\"https://desk.example/b\",\"title\":\"समाचार\",\"tags\":[\"a\",", "समाचार"),
        (",{\"id\":\"https://desk.example/b\",\"title\":\"記事\\ud83d\\u", "記事"),
        (",{\"id\":\"https://desk.example/b\",\"title\":\"x\"},{", "x"),
    ])
    func aJSONFeedCutOffKeepsWhatCame(rest: String, title: String) throws {
        let feed = try json(rest)
        #expect(feed.title == "新闻")
        #expect(feed.items.map(\.title) == ["Première", title])
        #expect(feed.diagnostics.contains("the document ends in the middle"))
    }

    @Test(arguments: [
        ("{\"title\":\"one\\ttab\nline\"}", "one tab line"), ("{\"title\":\"raw\ttab\"}", "raw tab"),
        ("{\"title\":\"er sagte \"ja\" dazu\"}", "er sagte \"ja\" dazu"), ("{\"title\":\"it\\'s\"}", "it's"),
        ("{\"title\":\"x\",,\"tags\":[,\"a\",,]}", "x"), ("{\"title\":\"x\" \"summary\":\"y\"}", "x"),
        ("{\"title\":\"x\",\"summary\"}", "x"), ("{\"title\":\"x\",\"summary\":NaN}", "x"),
        ("{\"title\":\"\\ud800x\"}", "x"), ("{\"title\":\"x\",\"size\":007}", "x"),
        ("{\"title\":\"x\",\"size\":1.e5}", "x"), ("{\"title\":\"x\",\"size\":-.5}", "x"),
        ("{\"title\":\"x\",\"size\":1e999}", "x"), ("{\"title\":\"x\",\"size\":-1.5E+3,\"b\":}", "x"),
        ("{\"title\":\"x\",\"size\":12345678901234567890123456789012345678901,}", "x"),
        ("{\"title\":\"x\",\"size\":1e-999,}", "x"), ("{\"title\":\"x\",\"size\":-0,}", "x"),
        ("{\"title\":\"x\",\"size\":[-,1e,1e+,1.,+1,٣]}", "x"),
    ])
    func aSlightlyBrokenJSONFeedIsRead(second: String, title: String) throws {
        for ending in ["]}", "]}\n</html>", "}"] {
            let feed = try json("," + second + ending)
            #expect(feed.items.map(\.title) == ["Première", title], "\(feed.diagnostics)")
        }
    }

    @Test func brokenJSONIsNeverReadInSilence() throws {
        for rest in [",{\"title\":\"a\tb\"}]}", " {\"title\":\"b\"}]}", "]};", ",{\"title\":\"a"] {
            let said = try json(rest).diagnostics.contains { $0.contains("JSON") || $0.contains("document") }
            #expect(said, "\(rest)")
        }
    }

    @Test(arguments: [
        "{", "{{{{", "{\"items\":[{", "{\"items\":{}}", "{]}", "{\"a\":[1,{\"b\"", "{\"items\":[[[[",
    ])
    func hopelessJSONIsRefused(text: String) {
        #expect(throws: FeedError.self) { try feed(text) }
    }

    @Test func everyCutOfAJSONFeedIsReadOrRefused() throws {
        let whole =
            start + item + ",{\"id\":\"b\\u00e9\",\"title\":\"\\ud83d\\ude00\",\"tags\":[\"x\",1.5e3,true]}]}"
        let bytes = Array(whole.utf8)
        var counts: Set<Int> = []
        for end in 1..<bytes.count {
            if let feed = try? feed(Array(bytes[..<end])) { counts.insert(feed.items.count) }
        }
        #expect(counts == [1, 2])
    }

    // MARK: XML

    @Test func oneItemsOpenEndCostsNoOther() throws {
        for (opening, text) in [("<![CDATA[", "текст"), ("<!-- x ", ""), ("<![CDATA[<p>", "<p>текст")] {
            let first = "<item><link>/a</link><description>\(opening)текст</description></item>"
            let feed = try feed(rss(first + "<item><link>/b</link></item><item><link>/c</link></item>"))
            #expect(feed.items.count == 3)
            if !text.isEmpty { #expect(feed.items[0].summary == text) }
            #expect(feed.diagnostics == ["1 CDATA section or comment without an end closed"])
        }
    }

    @Test func aDeepDescriptionCostsNoOtherItem() throws {
        let deep = String(repeating: "<div>", count: 500) + "本文" + String(repeating: "</div>", count: 500)
        for description in [deep, String(repeating: "<b>", count: 500) + "本文"] {
            let first = "<item><link>/a</link><description>\(description)</description></item>"
            let feed = try feed(rss(first + "<item><link>/b</link></item>"))
            #expect(feed.items.map(\.link) == ["https://desk.example/a", "https://desk.example/b"])
            #expect(feed.items[0].summary?.contains("本文") == true)
            #expect(feed.diagnostics.contains { $0.contains("nested too deep") })
        }
    }

    @Test func repairsOfTextsAreSaid() throws {
        let items = "<item><link>/a</link><dc:creator>J</dc:creator>"
        let feed = try feed(
            rss(items + "<description>\(mangled("Été à Paris"))</description></item>"))
        #expect(feed.items[0].summary == "Été à Paris")
        #expect(feed.diagnostics.contains("1 text encoded twice put right"))
        #expect(
            feed.diagnostics.contains("prefixes without a declaration taken for what they usually mean: dc"))
    }

    @Test(arguments: [
        ("utf-16", "हिन्दी", "declared utf-16le, read as utf-8"),
        ("koi-nonsense", "عاجل", "no charset is called"),
        ("windows-1251", "新闻", "declared windows-1251, read as utf-8"),
    ])
    func aDeclarationThatIsWrongIsSaid(label: String, title: String, says: String) throws {
        let feed = try feed(
            "<?xml version=\"1.0\" encoding=\"\(label)\"?>"
                + rss("<item><link>/a</link><title>\(title)</title></item>"))
        #expect(feed.items[0].title == title)
        #expect(feed.diagnostics.contains { $0.contains(says) }, "\(feed.diagnostics)")
    }

    // MARK: Lesser forms

    @Test func aLinkMayBeTwoThings() throws {
        let feed = try feed(atom("<link rel=\"self hub\" href=\"https://desk.example/f\"/>"))
        #expect(feed.selfLink == "https://desk.example/f")
        #expect(feed.hub == "https://desk.example/f")
    }

    @Test func contentElsewhereServesAsLink() throws {
        let feed = try feed(
            atom(
                "<entry><content type=\"text/html\" src=\"/full\"/></entry>"
                    + "<entry><content src=\"/x\"/><link href=\"/a\"/></entry>"
                    + "<entry><content type=\"image/png\" src=\"/p\"/></entry>"))
        #expect(feed.items.map(\.link) == ["https://desk.example/full", "https://desk.example/a", nil])
    }

    @Test func channelsWriteTextsAsValues() throws {
        let feed = try feed(
            "<CHANNEL HREF=\"/\"><TITLE VALUE=\"新闻\"/><ITEM HREF=\"/a\"><TITLE VALUE=\"خبر\"/><ABSTRACT VALUE=\"x y\"/></ITEM></CHANNEL>"
        )
        #expect(feed.title == "新闻")
        #expect(feed.items.map(\.title) == ["خبر"])
        #expect(feed.items.map(\.summary) == ["x y"])
    }

    @Test func aListOfAddressesIsASitemap() throws {
        let feed = try feed("https://desk.example/a\r\n\nhttps://desk.example/b\n")
        #expect(feed.format == .sitemap)
        #expect(feed.items.map(\.link) == ["https://desk.example/a", "https://desk.example/b"])
        #expect(throws: FeedError.self) { try Self.read("https://desk.example/a") }
        #expect(throws: FeedError.self) { try Self.read("https://desk.example/a\nmoved\n") }
    }

    private static func read(_ text: String) throws -> ParsedFeed { try feed(text) }

    @Test func aWarningInBracketsIsNoJSON() throws {
        #expect(try feed("[Fri Feb 13] notice\n" + rss("<item><link>/a</link></item>")).items.count == 1)
    }

    @Test func aNoBreakSpaceBesideASpaceIsOneSpace() throws {
        let feed = try feed(
            rss("<item><link>/a</link><title>a&nbsp; b &nbsp;c&nbsp;d  &amp; à b</title></item>"))
        #expect(feed.items[0].title == "a b c\u{A0}d & à b")
    }

    /// UTF-8 taken for Latin-1 and encoded again.
    private func mangled(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for byte in text.utf8 { scalars.append(UnicodeScalar(byte)) }
        return String(scalars)
    }
}
