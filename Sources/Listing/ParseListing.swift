import Address
import Dates
import Markup
import Model
import Text

/// The items of an HTML page that lists articles.
///
/// With `rules.links` the selector says where the links are; without it the page's article links are recognised by
/// address, length of text, place and repetition, in any language. An item's key is its address key, so it stays the
/// same from poll to poll whatever the page looks like.
///
/// - Parameter url: the page's own address; relative links start from it, or from the page's `<base>`.
/// - Parameter language: BCP 47, for dates; the page's own declaration comes first.
/// - Parameter dates: reads the dates beside the links.
/// - Parameter now: future dates are not believed.
/// - Complexity: O(n) in the page and its links, some milliseconds for a usual page.
package func parsedListing(
    _ body: [UInt8], contentType: String?, url: String, rules: ListingRules, dates: DateReader,
    now: Timestamp,
    language: String? = nil
) throws(ListingError) -> ParsedListing {
    let decoded = decodedText(of: body, contentType: contentType, markup: .html)
    if looksLikeFeed(decoded.bytes) { throw .isFeed }
    let page = ListingPage(utf8: decoded.bytes, url: url)
    let pageLanguage = page.language ?? language
    let texts = ItemTexts(
        selectors: try ItemSelectors(rules), dates: dates, language: pageLanguage, now: now)
    var listing: ParsedListing
    if let links = rules.links {
        listing = try ruledListing(page, links: try selector("links", links), texts: texts)
    } else {
        listing = try recognisedListing(page, texts: texts)
    }
    listing.title = page.title
    listing.language = page.language
    for index in listing.items.indices { listing.items[index].language = pageLanguage }
    return listing
}

func selector(_ key: String, _ text: String) throws(ListingError) -> Selector {
    do {
        return try Selector(text)
    } catch {
        throw .selector(key: key, error)
    }
}

/// Whether the first element is the root of a feed.
private func looksLikeFeed(_ utf8: [UInt8]) -> Bool {
    let head = String(decoding: utf8.prefix(1024), as: UTF8.self).lowercased()
    let roots = ["<rss", "<feed", "<rdf:rdf", "<urlset", "<sitemapindex"]
    guard let root = roots.compactMap({ head.firstRange(of: $0)?.lowerBound }).min() else { return false }
    return !head[..<root].contains("<html") && !head[..<root].contains("<body")
}
