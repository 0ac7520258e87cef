/// A place to watch, as lists of feeds carry it.
package struct Subscription: Sendable, Equatable {
    /// What stands at the address. Other programs' lists have feeds only.
    package enum Kind: String, Sendable, CaseIterable {
        case feed, page, sitemap
    }

    package var kind: Kind
    /// One line; never empty.
    package var name: String
    /// Absolute, http or https.
    package var url: String
    /// The site that the feed belongs to, absolute.
    package var site: String?
    /// As the list writes it.
    package var language: String?
    /// The folders it stands in, outer ones first, and its categories; each once.
    package var tags: [String]

    package init(
        kind: Kind, name: String, url: String, site: String? = nil, language: String? = nil,
        tags: [String] = []
    ) {
        self.kind = kind
        self.name = name
        self.url = url
        self.site = site
        self.language = language
        self.tags = tags
    }
}

/// A list of feeds as read.
package struct SubscriptionList: Sendable, Equatable {
    package var title: String?
    /// Each address once, in the order of the list, at most ``maxSubscriptions``.
    package var subscriptions: [Subscription] = []
    /// What was repaired, left out or doubtful, one sentence each.
    package var diagnostics: [String] = []

    /// Subscriptions kept of one list.
    package static let maxSubscriptions = 100_000
    /// Tags kept of one subscription.
    static let maxTags = 20
    /// UTF-8 bytes of a name or tag; the rest is cut.
    static let maxNameBytes = 200

    package init() {}
}
