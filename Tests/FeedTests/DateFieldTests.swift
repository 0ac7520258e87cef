import Feed
import Model
import Testing

/// Which of a feed's many dates is the publication's and which the change's.
@Suite struct DateFieldTests {
    private func dates(_ elements: String) throws -> [String?] {
        let item = try feed(rss("<item>\(elements)</item>")).items[0]
        return [item.published?.instant.iso8601, item.updated?.instant.iso8601]
    }

    private let early = "2026-02-09T08:00:00Z"
    private let late = "2026-02-10T08:00:00Z"

    @Test func dublinCoresDateServesWhereNoneSaysMore() throws {
        #expect(try dates("<dc:date>\(early)</dc:date>") == [early, nil])
        #expect(try dates("<dc:date>\(late)</dc:date><pubDate>\(early)</pubDate>") == [early, late])
        #expect(try dates("<dc:date>\(early)</dc:date><updated>\(late)</updated>") == [early, late])
    }

    @Test func creationCountsLast() throws {
        #expect(try dates("<created>\(early)</created>") == [early, nil])
        #expect(try dates("<created>\(early)</created><updated>\(late)</updated>") == [nil, late])
    }

    @Test func anUnreadableDateIsSaid() throws {
        let feed = try feed(rss("<item><title>a</title><pubDate>soon</pubDate></item>"))
        #expect(feed.items[0].published == nil)
        #expect(feed.diagnostics == ["1 date could not be read", "1 item has no usable link"])
    }

    @Test(arguments: [
        ("Tue, 10 Feb 2036 08:00:00 GMT", "2036-02-10T08:00:00Z"),
        ("Mon, 30 Feb 2026 08:00:00 GMT", "2026-02-28T08:00:00Z"),
        ("2026-13-45", nil),
    ])
    func aDateThatCannotBeIsFlaggedAndSaid(written: String, read: String?) throws {
        let feed = try feed(rss("<item><link>/a</link><pubDate>\(written)</pubDate></item>"))
        #expect(feed.items[0].published?.instant.iso8601 == read)
        #expect(feed.items[0].published?.isSuspect != false)
        #expect(
            feed.diagnostics == [
                read == nil ? "1 date could not be read" : "1 date does not exist or lies in the future"
            ])
    }

    @Test func theZoneStays() throws {
        let item = try feed(rss("<item><pubDate>Tue, 10 Feb 2026 23:30:00 +0530</pubDate></item>")).items[0]
        #expect(item.published?.offsetSeconds == 19_800)
        #expect(item.published?.day == CivilDay(year: 2026, month: 2, day: 10))
    }
}
