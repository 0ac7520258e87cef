import Foundation
import Model

/// One decision as its line, without the line feed.
///
/// Keys stand in the order of ``Model/LedgerEntry``, absent values are left out. Slashes and letters of every
/// script are written as they are; control and bidi characters as `\u` escapes.
package func ledgerLine(_ entry: LedgerEntry) -> [UInt8] {
    var line = JSONObject()
    line.add("number", entry.number)
    line.add("file", entry.file)
    line.add("digest", entry.digest)
    line.add("source", entry.source)
    line.add("outlet", entry.outlet)
    line.add("url", entry.url)
    line.add("canonicalURL", entry.canonicalURL)
    line.add("key", entry.key)
    line.add("title", entry.title)
    line.add("byline", entry.byline)
    line.add("published", entry.published.map(object))
    line.add("language", entry.language)
    line.add(
        "wire",
        entry.wire.map { wire in
            var object = JSONObject()
            object.add("agency", wire.agency)
            object.add("evidence", wire.evidence)
            return object
        })
    line.add("state", entry.state.rawValue)
    line.add("of", entry.of)
    line.add("share", entry.share)
    line.add("reverseShare", entry.reverseShare)
    line.add("longestRun", entry.longestRun)
    line.add("boilerplate", entry.boilerplate)
    line.add("story", entry.story)
    if !entry.joins.isEmpty { line.add("joins", entry.joins) }
    line.add(
        "quotes",
        entry.quotes.map { quote in
            var object = JSONObject()
            object.add("number", quote.number)
            object.add("words", quote.words)
            object.add("text", quote.text)
            return object
        })
    line.add("head", entry.head)
    line.add("reason", entry.reason)
    line.add("time", writtenDate(entry.time, offsetSeconds: 0))
    return line.bytes
}

/// Reads a line. Keys it does not know are passed over, so that older programs read newer ledgers.
package func ledgerEntry(fromLine bytes: [UInt8]) throws(LedgerDamage) -> LedgerEntry {
    let line: Line
    do {
        line = try JSONDecoder().decode(Line.self, from: Data(bytes))
    } catch let error as DecodingError {
        throw LedgerDamage(line: 0, what: sentence(for: error))
    } catch {
        throw LedgerDamage(line: 0, what: "is not JSON")
    }
    let numbers = [line.number, line.story, line.of ?? 0, line.head ?? 0] + (line.joins ?? [])
    guard numbers.allSatisfy({ (0..<CorpusName.maxNumber).contains($0) }) else {
        throw LedgerDamage(line: 0, what: "has a number that no article can have")
    }
    guard let time = readDate(line.time)?.instant else {
        throw LedgerDamage(line: 0, what: "has a \"time\" that is no date")
    }
    var published: ZonedDate?
    if let date = line.published {
        guard let (instant, offset) = readDate(date.date) else {
            throw LedgerDamage(line: 0, what: "has a \"published\" that is no date")
        }
        published = ZonedDate(
            instant: instant, offsetSeconds: offset, precision: date.precision,
            isSuspect: date.suspect ?? false)
    }
    return LedgerEntry(
        number: line.number, file: line.file, digest: line.digest, source: line.source,
        outlet: line.outlet, url: line.url, canonicalURL: line.canonicalURL, key: line.key,
        title: line.title, byline: line.byline, published: published, language: line.language,
        wire: line.wire, state: line.state, of: line.of, share: line.share, story: line.story,
        joins: line.joins ?? [], quotes: line.quotes ?? [], reason: line.reason, time: time,
        reverseShare: line.reverseShare, longestRun: line.longestRun, boilerplate: line.boilerplate,
        head: line.head)
}

/// A line as its JSON has it.
private struct Line: Decodable {
    struct Published: Decodable {
        var date: String
        var precision: ZonedDate.Precision
        var suspect: Bool?
    }

    var number: Int
    var file: String?
    var digest: String
    var source: String
    var outlet: String
    var url: String?
    var canonicalURL: String?
    var key: String?
    var title: String?
    var byline: String?
    var published: Published?
    var language: String?
    var wire: WireCredit?
    var state: LedgerEntry.State
    var of: Int?
    var share: Double?
    var reverseShare: Double?
    var longestRun: Int?
    var boilerplate: Int?
    var head: Int?
    var story: Int
    var joins: [Int]?
    var quotes: [SharedQuote]?
    var reason: String
    var time: String
}

private func object(_ date: ZonedDate) -> JSONObject {
    var object = JSONObject()
    object.add("date", writtenDate(date.instant, offsetSeconds: date.offsetSeconds))
    object.add("precision", date.precision.rawValue)
    if date.isSuspect { object.add("suspect", true) }
    return object
}

private func sentence(for error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, _): "has no \"\(key.stringValue)\""
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
        "has a \"\(keyPath(context))\" of the wrong kind"
    case .dataCorrupted(let context):
        context.codingPath.isEmpty ? "is not JSON" : "has an unknown \"\(keyPath(context))\""
    @unknown default: "is not an entry"
    }
}

private func keyPath(_ context: DecodingError.Context) -> String {
    context.codingPath.map(\.stringValue).joined(separator: ".")
}
