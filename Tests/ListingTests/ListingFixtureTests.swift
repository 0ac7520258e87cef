import Dates
import Foundation
import Listing
import Model
import Testing

/// 2026-02-15T00:00:00Z
let now = Timestamp(seconds: 1_771_113_600)

/// What a page should give, as the file beside it says.
struct ExpectedListing: Decodable, Sendable {
    struct Rules: Decodable, Sendable {
        var links: String?
        var title: String?
        var date: String?
        var summary: String?
    }

    /// Fields that are absent are not compared.
    struct ExpectedItem: Decodable, Sendable {
        var link: String
        var title: String?
        var date: String?
        var summary: String?
    }

    var url: String
    var contentType: String?
    var rules: Rules?
    var items: [ExpectedItem]
}

/// Pages of many makes in many languages, each beside what it lists.
@Suite struct ListingFixtureTests {
    private static let names = [
        "ar-linked-cards", "ar-windows1256-header", "de-front-page", "el-old-table",
        "en-aggregator-attributes",
        "en-cards", "en-press-releases", "en-short-headlines", "es-xpath", "fa-persian-calendar",
        "fr-selectors-base",
        "he-misleading-class", "hi-stories", "ja-definition-list", "ja-time-in-link", "ko-query-ids",
        "ru-links-in-attributes", "ru-time-first", "th-buddhist-dates", "tr-most-read",
        "vi-many-links-one-item",
        "zh-gbk-selector", "zh-plain-list",
    ]

    @Test(arguments: names)
    func givesTheItemsOfThePage(name: String) throws {
        let (body, expected) = try fixture(name)
        let listing = try parsed(body, expected)
        #expect(listing.items.map(\.link) == expected.items.map(\.link))
        for (item, wanted) in zip(listing.items, expected.items) {
            if let title = wanted.title { #expect(item.title == title) }
            if let date = wanted.date { #expect(item.published?.day.iso == date, "\(item.title ?? "")") }
            if let summary = wanted.summary { #expect(item.summary == summary) }
            #expect(item.language?.prefix(2) == name.prefix(2))
        }
        #expect(Set(listing.items.map(\.key)).count == listing.items.count)
        #expect(listing.explanation.links.count >= listing.items.count)
        #expect(listing.explanation.links.allSatisfy { !$0.reasons.isEmpty || !$0.isTaken })
    }

    /// The next poll of a page that lost its oldest item and got a new one.
    @Test(arguments: ["en-cards", "zh-plain-list", "ru-time-first", "hi-stories", "th-buddhist-dates"])
    func keysStayTheSameWhenThePageMovesOn(name: String) throws {
        let (body, expected) = try fixture(name)
        let first = try parsed(body, expected)
        let moved = String(decoding: body, as: UTF8.self)
            .replacing(expected.items[0].title ?? "", with: "A new headline about quite another thing 新的标题")
        let second = try parsed(Array(moved.utf8), expected)
        #expect(second.items.map(\.key) == first.items.map(\.key))
    }

    private func parsed(_ body: [UInt8], _ expected: ExpectedListing) throws -> ParsedListing {
        var rules = ListingRules()
        rules.links = expected.rules?.links
        rules.title = expected.rules?.title
        rules.date = expected.rules?.date
        rules.summary = expected.rules?.summary
        return try parsedListing(
            body, contentType: expected.contentType, url: expected.url, rules: rules, dates: DateReader(),
            now: now)
    }

    private func fixture(_ name: String) throws -> ([UInt8], ExpectedListing) {
        let page = try #require(Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: "html"))
        let expected = try #require(Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: "json"))
        return (
            Array(try Data(contentsOf: page)),
            try JSONDecoder().decode(ExpectedListing.self, from: Data(contentsOf: expected))
        )
    }
}
