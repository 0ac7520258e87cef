import Dates
import Feed
import Fetch
import Listing
import Model

/// What a source's document lists.
struct Listed: Sendable {
    var items: [Item] = []
    var hints = ScheduleHints()
    /// Sitemaps to read as well, when the document is an index of them.
    var children: [SitemapChild] = []
    /// The document that goes on where this one ends, with older items.
    var earlier: String?
    var notes: [String] = []
    /// Why the source needs a look though it lists something.
    var warning: String?

    /// When its newest item with a believable date was published, or changed where nothing else is said.
    var newest: Timestamp? {
        items.compactMap { $0.published ?? $0.updated }.filter { !$0.isSuspect }.map(\.instant).max()
    }

    /// Parses the document that stands at a source's address.
    init(_ body: FetchedBody, of source: Source, dates: DateReader, now: Timestamp) throws {
        switch source.kind {
        case .feed, .sitemap:
            let feed = try parsedFeed(
                body.bytes, contentType: body.head.contentType, url: body.head.url, dates: dates, now: now)
            items = feed.items
            hints = feed.hints
            children = feed.children
            earlier = feed.previousArchive ?? feed.nextPage
            notes = feed.diagnostics
        case .page:
            let page = try parsedListing(
                body.bytes, contentType: body.head.contentType, url: body.head.url, rules: source.listing,
                dates: dates, now: now)
            items = page.items
            notes = page.missedSelectors + page.explanation.notes
            warning = page.missedSelectors.first
        }
    }
}
