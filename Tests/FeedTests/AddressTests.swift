import Feed
import Testing

/// Relative addresses and what they are relative to.
@Suite struct AddressTests {
    private let relative = rss("<item><title>a</title><link>/2026/a.html</link></item>")

    @Test func theDocumentsAddressIsTheBase() throws {
        #expect(try feed(relative).items[0].link == "https://desk.example/2026/a.html")
    }

    @Test func theSelfLinkServesWhereTheAddressIsNotKnown() throws {
        let text = relative.replacing(
            "<title>Desk", with: "<atom:link rel=\"self\" href=\"https://own.example/rss\"/><title>Desk")
        #expect(try feed(text, url: nil).items[0].link == "https://own.example/2026/a.html")
        #expect(try feed(text).items[0].link == "https://desk.example/2026/a.html")
    }

    @Test func withoutAnyBaseALinkStaysAsItIs() throws {
        #expect(try feed(relative, url: nil).items[0].link == "/2026/a.html")
        #expect(try feed(relative, url: "").items[0].link == "/2026/a.html")
    }

    @Test(arguments: [
        (
            "https://новости.example/политика/1",
            "https://xn--b1amnebsh.example/%D0%BF%D0%BE%D0%BB%D0%B8%D1%82%D0%B8%D0%BA%D0%B0/1"
        ),
        ("https://desk.example/新闻 一.html", "https://desk.example/%E6%96%B0%E9%97%BB%20%E4%B8%80.html"),
        (" https://desk.example/a\n b ", "https://desk.example/a%20b"),
        ("//cdn.example/x", "https://cdn.example/x"),
    ])
    func oddAddressesAreMended(written: String, link: String) throws {
        #expect(try feed(rss("<item><link>\(written)</link></item>")).items[0].link == link)
    }

    @Test func ofTwoEquallyNearLinksTheLastCounts() throws {
        let text = atom(
            "<entry><id>urn:1</id><link href=\"/amp\"/><link href=\"/page\"/>"
                + "<x:group xmlns:x=\"urn:x\"><link xmlns=\"http://www.w3.org/2005/Atom\" href=\"/deep\"/></x:group></entry>"
        )
        #expect(try feed(text).items[0].link == "https://desk.example/page")
    }
}
