/// Why a document gave no feed.
package enum FeedError: Error, Equatable, Sendable {
    /// No bytes, or nothing but white space.
    case empty
    /// A web page stands where a feed was expected; `feeds` are those it advertises, absolute.
    case page(kind: PageKind, title: String?, feeds: [AdvertisedFeed])
    /// XML, but no feed and no sitemap; `root` is its outermost element.
    case unknownXML(root: String)
    /// XML, but no list of feeds where one was expected.
    case notOPML(root: String)
    /// JSON, but not a JSON Feed; `reason` says what was missing.
    case notJSONFeed(reason: String)
    /// Neither XML nor JSON nor HTML; `start` shows the first bytes, escaped.
    case unrecognised(start: String)
    /// A compressed body that does not inflate, or inflates past the bound.
    case badCompression(reason: String)

    /// What kind of page stands where the feed should be.
    package enum PageKind: String, Sendable, Codable {
        case page = "a web page"
        case login = "a login page"
        case challenge = "a challenge page that wants a browser"
        case consent = "a page that asks for consent to cookies"
        case errorPage = "an error page"
    }
}

/// A feed that a web page points to with `<link rel="alternate">`.
package struct AdvertisedFeed: Equatable, Sendable, Codable {
    /// Absolute where the page's address was known.
    package var url: String
    package var title: String?
    /// The MIME type the page gives it.
    package var type: String

    package init(url: String, title: String?, type: String) {
        self.url = url
        self.title = title
        self.type = type
    }
}

extension FeedError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .empty:
            return "found nothing; wanted a feed"
        case .page(let kind, let title, let feeds):
            let called = title.map { " “\($0)”" } ?? ""
            let advice =
                feeds.isEmpty
                ? "it advertises no feed"
                : "it advertises " + feeds.prefix(5).map(\.url).joined(separator: ", ")
            return "found \(kind.rawValue)\(called) instead of a feed; \(advice)"
        case .unknownXML(let root) where root.lowercased() == "opml":
            return "found a list of feeds (OPML) instead of a feed; wirewatch opml import takes it"
        case .notOPML(let root):
            return "found an XML document <\(root)>; wanted a list of feeds (OPML)"
        case .unknownXML(let root):
            let document = root.isEmpty ? "an empty XML document" : "an XML document <\(root)>"
            return "found \(document); wanted RSS, Atom, RDF, CDF or a sitemap"
        case .notJSONFeed(let reason):
            return "found JSON that is no JSON Feed: \(reason)"
        case .unrecognised(let start):
            return "found neither XML nor JSON: \(start)"
        case .badCompression(let reason):
            return "found a compressed body that cannot be read: \(reason)"
        }
    }
}
