import Dates
import Listing
import Markup
import Model
import Testing

private func listing(
    _ html: String, links: String? = nil, title: String? = nil, date: String? = nil, language: String? = nil
) throws(ListingError) -> ParsedListing {
    var rules = ListingRules()
    rules.links = links
    rules.title = title
    rules.date = date
    return try parsedListing(
        Array(html.utf8), contentType: nil, url: "https://daily.example/news/", rules: rules,
        dates: DateReader(),
        now: now, language: language)
}

@Suite struct ListingTests {
    @Test func selectorsAreNamedByTheirKeyWhenTheyAreWrong() {
        #expect(
            throws: ListingError.selector(
                key: "links", SelectorError(selector: "a[", column: 3, expected: "the name of an attribute"))
        ) { try listing("<a href=x>y</a>", links: "a[") }
        let error = #expect(throws: ListingError.self) {
            try listing("<a href=x>y</a>", links: "a", date: ":nope")
        }
        #expect(error?.description.hasPrefix("date: selector \":nope\", column 2") == true)
    }

    @Test func aSelectorThatFindsNothingSaysSo() {
        #expect(throws: ListingError.selectorFindsNothing(selector: "p.x", elements: 0)) {
            try listing("<a href=/a>y</a>", links: "p.x")
        }
        #expect(throws: ListingError.selectorFindsNothing(selector: "p", elements: 2)) {
            try listing("<p>a</p><p><a href='mailto:a@b.example'>b</a></p>", links: "p")
        }
    }

    @Test func aPageWithoutArticlesSaysSo() {
        for html in [
            "", "plain text", "<nav><a href=/world>World</a></nav>", "\u{0}<a href='", "<a href=#x>y</a>",
        ] {
            #expect(throws: ListingError.self) { try listing(html) }
        }
    }

    @Test(arguments: [
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel></channel></rss>",
        "\n<feed xmlns=\"http://www.w3.org/2005/Atom\"></feed>", "<urlset></urlset>",
    ])
    func aFeedIsRecognised(body: String) {
        #expect(throws: ListingError.isFeed) { try listing(body) }
    }

    @Test func itemsAndLinksAreBounded() throws {
        let many = (0..<6000).map {
            "<li><a href=/story/\($0)>A headline of usual length, number \($0)</a></li>"
        }.joined()
        for links in [nil, "li a"] {
            let page = try listing("<ul>\(many)</ul>", links: links)
            #expect(page.items.count == ParsedListing.itemLimit)
            #expect(page.explanation.links.count <= 1000)
            #expect(page.explanation.notes == ["only the first 2000 items were taken"])
        }
    }

    @Test func oneAddressIsOneItem() throws {
        let page = try listing(
            """
            <div><a href="/a/101"></a><a href="/a/101?utm_source=x"><img alt="A picture"></a>
            <a href="https://www.daily.example/a/101/#more">The headline of this item is here</a></div>
            <div><a href="/a/102">Another headline of this page</a></div>
            """, links: "a")
        #expect(page.items.map(\.key) == ["daily.example/a/101", "daily.example/a/102"])
        #expect(
            page.items.map(\.title) == ["The headline of this item is here", "Another headline of this page"])
    }

    @Test func titlesAreCompletedFromTheLink() throws {
        let page = try listing(
            """
            <p><a href="/1" title="A headline that was cut off by the page">A headline that was…</a></p>
            <p><a href="/2"><img src="x.jpg" alt="Only a picture leads there"></a></p>
            <p><a href="/3" aria-label="Only a label says what it is"><i></i></a></p>
            """, links: "p a")
        #expect(
            page.items.map(\.title) == [
                "A headline that was cut off by the page", "Only a picture leads there",
                "Only a label says what it is",
            ])
    }

    @Test func datesOfTheFutureAreNotBelieved() throws {
        let page = try listing(
            "<p><a href=/1>One</a><time>2027-01-01</time></p><p><a href=/2>Two</a><time>2026-02-01</time></p>",
            links: "p")
        #expect(page.items.map { $0.published?.day.iso } == [nil, "2026-02-01"])
    }

    @Test func theHintSettlesTheOrderOfDays() throws {
        let html = "<p><a href=/1>One</a> <i>03/02/2026</i></p>"
        #expect(
            try listing(html, links: "a", date: "i", language: "fr").items[0].published?.day.iso
                == "2026-02-03")
        #expect(
            try listing(html, links: "a", date: "i", language: "en-US").items[0].published?.day.iso
                == "2026-02-03")
        let earlier = "<p><a href=/1>One</a> <i>02/01/2026</i></p>"
        #expect(
            try listing(earlier, links: "a", date: "i", language: "fr").items[0].published?.day.iso
                == "2026-01-02")
        #expect(
            try listing(earlier, links: "a", date: "i", language: "en").items[0].published?.day.iso
                == "2026-02-01")
    }

    @Test func deepAndBrokenPagesComeThrough() throws {
        let deep = String(repeating: "<div>", count: 50_000)
        let page = try listing(
            deep + "<a href=/story/12345>A headline of usual length on a deep page</a>", links: "a")
        #expect(page.items.count == 1)
        let broken = (0..<3000).map {
            "<li><a href='/story/\($0)'><b>A headline of usual length \($0)<p></a><div>"
        }.joined()
        #expect(try listing(broken, links: "a").items.count == 2000)
    }
}
