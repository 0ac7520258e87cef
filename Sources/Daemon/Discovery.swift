import Address
import Dates
import Feed
import Fetch
import Listing
import Model

/// Finds what can be watched at an address that a person knows: the feed that stands there, the feeds that a page
/// advertises or has in the usual places, or the page itself.
package struct Discovery: Sendable {
    /// Something to watch, read once.
    package struct Finding: Sendable, Equatable {
        package var source: Source
        /// What it turned out to be, for people: `RSS 2.0`.
        package var format: String
        /// Items listed, or sitemaps of an index.
        package var items: Int
        /// What was repaired or is doubtful.
        package var notes: [String]
    }

    /// Why there is nothing to watch.
    package enum Failure: Error, Sendable, Equatable, CustomStringConvertible {
        /// No document came.
        case unreachable(reason: String)
        /// The page wants a person: to log in, or to prove to be one.
        case barred(FeedError.PageKind, title: String?)
        /// The page has no feed, and no links that look like articles.
        case nothing(reason: String)

        package var description: String {
            switch self {
            case .unreachable(let reason): reason
            case .barred(let kind, let title):
                "found \(kind.rawValue)\(title.map { " “\($0)”" } ?? ""); a source must be readable without a person"
            case .nothing(let reason): reason
            }
        }
    }

    /// Feeds of one page that are tried.
    private static let maxTried = 10
    /// Where sites keep a feed that their pages do not mention.
    private static let usualPlaces = ["/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml"]
    /// Links that a page needs before it is taken for a listing.
    private static let fewestItems = 5

    private let dates: DateReader
    private let fetcher: any Fetching
    private let clock: any WallClock
    private let allowPrivateAddresses: Bool

    package init(
        dates: DateReader, fetcher: any Fetching, clock: any WallClock, allowPrivateAddresses: Bool = false
    ) {
        self.dates = dates
        self.fetcher = fetcher
        self.clock = clock
        self.allowPrivateAddresses = allowPrivateAddresses
    }

    /// What can be watched, best first; never empty. Names need not be unique.
    ///
    /// - Parameter url: absolute, http or https.
    package func findings(at url: String) async throws(Failure) -> [Finding] {
        let body: FetchedBody
        switch await fetcher.get(request(url)) {
        case .body(let fetched): body = fetched
        case .failed(let failure):
            if let page = failure.page(dates: dates, now: clock.now), page.kind.wantsAPerson {
                throw .barred(page.kind, title: page.title)
            }
            throw .unreachable(reason: failure.explained(dates: dates, now: clock.now))
        case .gone: throw .unreachable(reason: "removed for good, says the server (410)")
        case .throttled: throw .unreachable(reason: "the server asks to be left alone; try again later")
        case .notModified: throw .unreachable(reason: "the server sent no document (304)")
        }
        let problem: FeedError
        do throws(FeedError) {
            return [finding(try feed(body), body, asked: url)]
        } catch {
            problem = error
        }
        guard case .page(let kind, let title, let advertised) = problem else {
            throw .nothing(reason: problem.description)
        }
        if kind.wantsAPerson { throw .barred(kind, title: title) }
        if kind == .errorPage, advertised.isEmpty { throw .nothing(reason: problem.description) }
        let feeds = await feeds(of: advertised)
        if !feeds.isEmpty { return feeds }
        if let feed = await feedInAUsualPlace(of: body.head.url) { return [feed] }
        if let page = listing(body, asked: url, title: title) { return [page] }
        throw .nothing(
            reason: "\(problem.description); none is in the usual places, and the page is no listing")
    }

    private func feeds(of advertised: [AdvertisedFeed]) async -> [Finding] {
        var feeds: [Finding] = []
        for each in advertised.prefix(Self.maxTried) {
            guard var feed = await readableFeed(at: each.url) else { continue }
            if feed.source.name.isEmpty { feed.source.name = each.title ?? "" }
            feeds.append(feed)
        }
        // What readers say about articles comes after the articles, and what lists nothing last.
        let rank = { (feed: Finding) in
            feed.items == 0
                ? 2 : "\(feed.source.name) \(feed.source.url)".lowercased().contains("comment") ? 1 : 0
        }
        return (0...2).flatMap { wanted in feeds.filter { rank($0) == wanted } }
    }

    private func feedInAUsualPlace(of page: String) async -> Finding? {
        for place in Self.usualPlaces {
            guard let url = resolvedURL(place, base: page) else { continue }
            if let feed = await readableFeed(at: url), feed.items > 0 { return feed }
        }
        return nil
    }

    private func readableFeed(at url: String) async -> Finding? {
        guard case .body(let body) = await fetcher.get(request(url)), let feed = try? feed(body) else {
            return nil
        }
        return finding(feed, body, asked: url)
    }

    private func feed(_ body: FetchedBody) throws(FeedError) -> ParsedFeed {
        try parsedFeed(
            body.bytes, contentType: body.head.contentType, url: body.head.url, dates: dates, now: clock.now)
    }

    private func finding(_ feed: ParsedFeed, _ body: FetchedBody, asked url: String) -> Finding {
        let isSitemap = [.sitemap, .newsSitemap, .sitemapIndex].contains(feed.format)
        var source = source(isSitemap ? .sitemap : .feed, body, asked: url, name: feed.title)
        source.language = feed.language ?? feed.items.first?.language
        return Finding(
            source: source, format: feed.format.rawValue, items: feed.items.count + feed.children.count,
            notes: feed.diagnostics)
    }

    private func listing(_ body: FetchedBody, asked url: String, title: String?) -> Finding? {
        guard
            let listing = try? parsedListing(
                body.bytes, contentType: body.head.contentType, url: body.head.url, rules: ListingRules(),
                dates: dates, now: clock.now), listing.items.count >= Self.fewestItems
        else { return nil }
        var source = source(.page, body, asked: url, name: listing.title ?? title)
        source.language = listing.language
        return Finding(
            source: source, format: "web page", items: listing.items.count,
            notes: [
                listing.explanation.method + "; wirewatch inspect listing shows which, links chooses them"
            ])
    }

    private func source(_ kind: Source.Kind, _ body: FetchedBody, asked url: String, name: String?) -> Source
    {
        let address = resolvedURL(body.head.movedTo ?? url, base: nil) ?? url
        var source = Source(name: name ?? "", kind: kind, url: address)
        if source.name.isEmpty { source.name = urlHost(address) ?? address }
        source.allowPrivateAddresses = allowPrivateAddresses
        return source
    }

    private func request(_ url: String) -> FetchRequest {
        FetchRequest(url: url, allowPrivateAddresses: allowPrivateAddresses)
    }
}
