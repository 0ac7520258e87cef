import Model

/// What kind of document a feed turned out to be.
package enum FeedFormat: String, Sendable, Codable, CaseIterable {
    case rss090 = "RSS 0.90"
    case rss091 = "RSS 0.91"
    case rss092 = "RSS 0.92"
    case rss10 = "RSS 1.0"
    case rss20 = "RSS 2.0"
    /// An RSS document that names no version we know.
    case rss = "RSS"
    case atom03 = "Atom 0.3"
    case atom10 = "Atom 1.0"
    case cdf = "CDF"
    case jsonFeed = "JSON Feed"
    case sitemap = "sitemap"
    case newsSitemap = "news sitemap"
    case sitemapIndex = "sitemap index"
}

/// A feed or sitemap as read: its items in document order, and what it says of itself.
package struct ParsedFeed: Sendable, Equatable {
    package var format: FeedFormat
    /// Plain text.
    package var title: String?
    /// As the feed wrote it; items carry a cleaned form.
    package var language: String?
    /// The site the feed belongs to, absolute.
    package var link: String?
    /// The feed's own address as it gives it, absolute.
    package var selfLink: String?
    /// WebSub hub, absolute.
    package var hub: String?
    /// At most ``FeedLimits/maxItems``.
    package var items: [Item] = []
    package var hints = ScheduleHints()
    /// The next page of a paged feed (RFC 5005 `next`, JSON Feed `next_url`), absolute.
    package var nextPage: String?
    /// The archive document before this one (RFC 5005 `prev-archive`), absolute.
    package var previousArchive: String?
    /// The sitemaps a sitemap index lists.
    package var children: [SitemapChild] = []
    /// What was repaired, left out or doubtful, one sentence each; empty for a clean document.
    package var diagnostics: [String] = []

    package init(format: FeedFormat) {
        self.format = format
    }
}

/// One sitemap of a sitemap index.
package struct SitemapChild: Sendable, Equatable, Codable {
    package var url: String
    package var lastModified: ZonedDate?

    package init(url: String, lastModified: ZonedDate? = nil) {
        self.url = url
        self.lastModified = lastModified
    }
}

/// Bounds on what one document may make us keep.
package struct FeedLimits: Sendable, Equatable {
    /// Items kept of one document.
    package var maxItems = 2000
    /// Sitemaps kept of one sitemap index; the sitemaps protocol allows 50,000.
    package var maxChildren = 50_000
    /// UTF-8 bytes of a URL; longer ones are dropped.
    package var maxURLBytes = 2048
    /// Bytes of a compressed document after inflation.
    package var maxInflatedBytes = 64 << 20

    package init() {}
}
