/// A configured place to watch.
package struct Source: Sendable, Equatable {
    /// What stands at the source's address.
    package enum Kind: String, Sendable, Codable, CaseIterable {
        case feed, page, sitemap
    }

    /// Unique among the sources; it is the source's identity in the store and the ledger.
    package var name: String
    package var kind: Kind
    package var url: String
    /// BCP 47; a hint, not a promise.
    package var language: String?
    package var tags: [String] = []
    /// Wanted time between two polls.
    package var every: Duration = .seconds(900)
    /// Whether the page behind each item is fetched and extracted.
    package var fullText = true
    /// Bound on one body, counted after decompression.
    package var maxBodyBytes = 8 << 20
    /// Bound on one whole transfer.
    package var timeout: Duration = .seconds(30)
    /// Whether loopback and private networks may be contacted for this source.
    package var allowPrivateAddresses = false
    /// Extra request headers; sent to the source's own host only.
    package var headers: [Header] = []
    package var listing = ListingRules()
    package var article = ArticleRules()

    package init(name: String, kind: Kind, url: String) {
        self.name = name
        self.kind = kind
        self.url = url
    }
}

/// One HTTP header field.
package struct Header: Sendable, Equatable, Codable {
    package var name: String
    package var value: String

    package init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// Where the items of an HTML listing page are. Selectors are CSS or, with a leading `/`, XPath.
package struct ListingRules: Sendable, Equatable {
    /// Selects the links, or elements that hold one; nil lets the page be recognised.
    package var links: String?
    /// Looked up around each link: title, date, summary.
    package var title: String?
    package var date: String?
    package var summary: String?

    package init() {}
}

/// Where the parts of an article page are; each one overrides recognition.
package struct ArticleRules: Sendable, Equatable {
    package var text: String?
    package var title: String?
    package var date: String?
    package var byline: String?
    /// Removed before anything else is read.
    package var remove: [String] = []

    package init() {}

    package var isEmpty: Bool { self == ArticleRules() }
}
