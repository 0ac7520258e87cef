import Dates
import Markup
import Model
import Text

/// Reads a feed or sitemap of any kind from its bytes.
///
/// RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, CDF, JSON Feed, sitemaps, news sitemaps and sitemap indexes, also compressed with
/// gzip, are told apart by their bytes; the content type only helps to find the charset. Broken documents are mended
/// where it can be known what was meant, and ``ParsedFeed/diagnostics`` says what was done.
///
/// - Parameter body: as received, any charset.
/// - Parameter contentType: the HTTP header's value.
/// - Parameter url: where the body came from after redirects; relative addresses are resolved against it. Nil when that is
///   not known: the feed's own `self` link then takes its place. Empty when relative addresses are to stay as they are.
/// - Complexity: O(n) for n bytes.
package func parsedFeed(
    _ body: consuming [UInt8], contentType: String?, url: String?, dates: DateReader, now: Timestamp,
    limits: FeedLimits = FeedLimits()
) throws(FeedError) -> ParsedFeed {
    var notes: [String] = []
    if isGzip(body) {
        body = try inflated(body, maxBytes: limits.maxInflatedBytes)
        notes.append("the body was compressed without saying so")
    }
    let decoded = decodedText(of: body, contentType: contentType, markup: .xml)
    // What had to be decoded is not needed as it was: one size of the document less at the peak.
    _ = consume body
    notes += decoded.repairs
    switch sniffedDocument(decoded.bytes) {
    case .empty:
        throw .empty
    case .json:
        return try parsedJSONFeed(
            decoded.bytes, notes: notes, url: url, dates: dates, now: now, limits: limits)
    case .xml(let start):
        let document = cleanedXML(decoded.bytes, from: start)
        let events = FeedEvents(FeedReader(url: url, dates: dates, now: now, limits: limits))
        let problems = parseXML(document, into: events)
        notes += document.repairs.sentences
        notes += problems.map { "line \($0.line): \($0.message)" }
        if start > 0, document.repairs.leadingBytes == 0 {
            notes.append("\(start) bytes before the document skipped")
        }
        guard let feed = events.finishedFeed(notes) else { throw .unknownXML(root: events.root) }
        return feed
    case .html:
        throw pageInstead(of: decoded.bytes, url: url)
    case .unknown:
        if let list = sitemapOfLines(decoded.bytes, notes: notes, limits: limits) { return list }
        throw .unrecognised(start: shownStart(decoded.bytes))
    }
}

/// How a document begins, fit for a message.
func shownStart(_ utf8: [UInt8]) -> String {
    safeText(String(decoding: utf8.prefix(60), as: UTF8.self))
}
