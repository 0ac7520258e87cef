import Markup
import Model

/// What a listing page gave.
package struct ParsedListing: Sendable, Equatable {
    /// Items that one page gives at most.
    package static let itemLimit = 2000

    /// In the order of the page, each address once, at most ``itemLimit``.
    package var items: [Item]
    /// The page's own title.
    package var title: String?
    /// BCP 47, as the page declares it.
    package var language: String?
    package var explanation: ListingExplanation
    /// One sentence for each selector of the source, `links` apart, that gave nothing for any of the items.
    package var missedSelectors: [String] = []
}

/// Why a listing page gave what it gave.
package struct ListingExplanation: Sendable, Equatable, Codable {
    /// A link that was looked at, or all links to one address.
    package struct Link: Sendable, Equatable, Codable {
        package var url: String
        package var title: String
        package var isTaken: Bool
        /// What speaks for it and what against, strongest first.
        package var reasons: [String]
        /// The sum of what speaks for it; an item needs ``ListingExplanation/neededScore``. Nil with a selector.
        package var score: Double?
    }

    /// One sentence: how the items were found.
    package var method: String
    /// In the order of the page, at most 1,000.
    package var links: [Link]
    package var neededScore: Double?
    /// What was cut or is odd about the page.
    package var notes: [String]
}

/// Why a page gave no items.
package enum ListingError: Error, Sendable, Equatable, CustomStringConvertible {
    /// A selector of the source, named by its key, cannot be used.
    case selector(key: String, SelectorError)
    /// The selector for links picks nothing that leads anywhere.
    case selectorFindsNothing(selector: String, elements: Int)
    /// No link of the page looks like one to an article.
    case noArticleLinks(links: Int)
    /// The body is a feed, which has its own way.
    case isFeed

    package var description: String {
        switch self {
        case .selector(let key, let error): "\(key): \(error)"
        case .selectorFindsNothing(let selector, 0): "links: \"\(selector)\" picks nothing on this page"
        case .selectorFindsNothing(let selector, let elements):
            "links: \"\(selector)\" picks \(elements) elements, none with an address of http or https"
        case .noArticleLinks(let links):
            "none of the page's \(links) links looks like one to an article; name them in links"
        case .isFeed: "this is a feed: name it in feed instead of page"
        }
    }
}
