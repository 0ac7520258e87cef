import Feed
import Foundation
import Model
import Testing

/// Real bytes beside what they must be read as. An expectation names only what its document is about.
@Suite struct FixtureTests {
    @Test func thereAreManyBrokenDocuments() {
        #expect(Fixture.names.count >= 100)
    }

    @Test(arguments: Fixture.names)
    func readsAsExpected(name: String) throws {
        let expected = try Fixture.expectation(name)
        let body = try Fixture.bytes(name)
        if let error = expected["error"].string {
            expectError(error, expected, body)
            return
        }
        let feed = try feed(body)
        #expect(feed.format.rawValue == expected["format"].string)
        check(feed, against: expected)
        guard let items = expected["items"].list else { return }
        #expect(feed.items.count == items.count)
        for (item, wanted) in zip(feed.items, items) { check(item, against: wanted) }
        if let says = expected["says"].list {
            if says.isEmpty { #expect(feed.diagnostics.isEmpty) }
            for text in says.compactMap(\.string) {
                #expect(
                    feed.diagnostics.contains { $0.contains(text) }, "\(feed.diagnostics) should say \(text)")
            }
        }
    }

    private func check(_ feed: ParsedFeed, against expected: JSONValue) {
        let texts = [
            "title": feed.title, "language": feed.language, "link": feed.link, "selfLink": feed.selfLink,
            "hub": feed.hub, "nextPage": feed.nextPage, "previousArchive": feed.previousArchive,
        ]
        for (key, value) in texts where expected.keys.contains(key) {
            #expect(value == expected[key].string, "\(key)")
        }
        if let seconds = expected["interval"].number {
            #expect(feed.hints.minimumInterval == .seconds(seconds))
        }
        if let hours = expected["skipHours"].list {
            #expect(feed.hints.skipHours == hours.compactMap(\.number))
        }
        if let days = expected["skipDays"].list { #expect(feed.hints.skipDays == days.compactMap(\.number)) }
        if let children = expected["children"].list {
            #expect(feed.children.map(\.url) == children.compactMap(\.string))
        }
    }

    private func check(_ item: Item, against expected: JSONValue) {
        let texts = [
            "key": item.key, "id": item.id, "title": item.title, "link": item.link, "summary": item.summary,
            "content": item.content, "author": item.author, "language": item.language,
            "published": item.published?.instant.iso8601, "updated": item.updated?.instant.iso8601,
            "originName": item.origin?.name, "originURL": item.origin?.url,
        ]
        for (key, value) in texts where expected.keys.contains(key) {
            #expect(value == expected[key].string, "\(key)")
        }
        if let tags = expected["tags"].list { #expect(item.tags == tags.compactMap(\.string)) }
    }

    private func expectError(_ text: String, _ expected: JSONValue, _ body: [UInt8]) {
        #expect {
            _ = try feed(body)
        } throws: { error in
            guard let error = error as? FeedError, error.description.contains(text) else { return false }
            guard case .page(_, let title, let feeds) = error else { return true }
            return (expected["errorTitle"].string == title)
                && expected["feeds"].list?.compactMap(\.string) == feeds.map(\.url)
        }
    }
}
