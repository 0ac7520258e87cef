import Feed
import Testing

/// The same item keeps its key, whatever its publisher changes around it.
@Suite struct IdentityTests {
    private func keys(_ items: String) throws -> [String] {
        try feed(rss(items)).items.map(\.key)
    }

    @Test(arguments: [
        "https://desk.example/a", "http://desk.example/a", "https://www.desk.example/a/",
        "https://desk.example/a#2",
        "https://DESK.example/a?utm_source=rss&utm_medium=feed", "https://desk.example:443/a",
    ])
    func addressesOfOnePageAreOneKey(address: String) throws {
        let escaped = address.replacing("&", with: "&amp;")
        #expect(try keys("<item><link>\(escaped)</link></item>") == ["url:desk.example/a"])
        #expect(try keys("<item><guid>\(escaped)</guid></item>") == ["url:desk.example/a"])
        #expect(
            try keys(
                "<item><guid isPermaLink=\"false\">\(escaped)</guid><link>https://desk.example/moved</link></item>"
            )
                == ["url:desk.example/a"])
    }

    @Test func anIDOutlivesTitleAndLink() throws {
        let before = try keys(
            "<item><guid isPermaLink=\"false\">desk-4711</guid><title>Bank fails</title><link>https://d.example/a</link></item>"
        )
        let after = try keys(
            "<item><guid isPermaLink=\"false\">desk-4711</guid><title>Bank saved</title><link>https://d.example/b</link></item>"
        )
        #expect(before == after)
    }

    @Test(arguments: ["日本の選挙", "انتخابات", "Выборы", "การเลือกตั้ง", "चुनाव", "选举", "Election"])
    func aTitleAndADateAreTheLastResort(title: String) throws {
        let date = "<pubDate>Tue, 10 Feb 2026 08:00:00 GMT</pubDate>"
        let keys = try keys("<item><title>\(title)</title>\(date)</item><item><title>\(title)</title></item>")
        #expect(keys == ["title:\(title) 1770710400", "title:\(title) "])
    }

    @Test func theFeedsOwnAddressIsNoID() throws {
        let keys = try keys(
            "<item><guid>https://desk.example/feed.xml</guid><link>https://desk.example/1</link></item>")
        #expect(keys == ["url:desk.example/1"])
    }

    @Test func idsOfOneDocumentThatRepeatAreNotBelieved() throws {
        let feed = try feed(
            atom(
                "<entry><id>urn:x</id><title>a</title><link href=\"/a\"/></entry>"
                    + "<entry><id>urn:x</id><title>b</title><link href=\"/b\"/></entry>"
                    + "<entry><id>urn:y</id><title>c</title><link href=\"/c\"/></entry>"))
        #expect(feed.items.map(\.key) == ["url:desk.example/a", "url:desk.example/b", "id:urn:y"])
        #expect(feed.diagnostics == ["2 item ids are not unique or change; the links identify the items"])
    }
}
