import Address
import Dates
import Foundation
import Model

/// Reads a JSON Feed 1.0 or 1.1 (https://www.jsonfeed.org/version/1.1/).
///
/// - Parameter notes: what was already mended.
func parsedJSONFeed(
    _ utf8: [UInt8], notes: [String], url: String?, dates: DateReader, now: Timestamp, limits: FeedLimits
) throws(FeedError) -> ParsedFeed {
    var notes = notes
    var broken: MendedJSON?
    let document: Any
    if let whole = try? JSONSerialization.jsonObject(with: Data(utf8)) {
        document = whole
    } else if let mended = mendedJSON(utf8),
        let readable = try? JSONSerialization.jsonObject(with: Data(mended.bytes))
    {
        document = readable
        notes += mended.repairs
        broken = mended
    } else {
        throw .notJSONFeed(reason: "it cannot be read as JSON")
    }
    guard let object = document as? [String: Any] else { throw .notJSONFeed(reason: "it is no object") }
    guard let items = object["items"] as? [Any] else { throw .notJSONFeed(reason: "it has no list “items”") }
    guard broken == nil || items.contains(where: { $0 is [String: Any] }) else {
        throw .notJSONFeed(reason: "it cannot be read as JSON")
    }
    var reader = JSONFeedReader(url: url, dates: dates, now: now, limits: limits)
    var feed = reader.feed(object, items: items, notes: notes)
    if let broken, broken.isItemCutOff, items.count <= limits.maxItems { settleLastItem(of: &feed, broken) }
    return feed
}

/// Leaves out the item that the document ends in, where it has no link yet, and its cut text where it has another.
private func settleLastItem(of feed: inout ParsedFeed, _ broken: MendedJSON) {
    guard var last = feed.items.popLast() else { return }
    guard last.link != nil else {
        feed.diagnostics.append(FeedNotes.UnfinishedItem.leftOut.rawValue)
        return
    }
    if last.summary != nil, last.content != nil {
        if broken.cutText == "summary" { last.summary = nil }
        if broken.cutText?.hasPrefix("content") ?? false { last.content = nil }
    }
    feed.items.append(last)
    feed.diagnostics.append(FeedNotes.UnfinishedItem.kept.rawValue)
}

private struct JSONFeedReader {
    let url: String?
    let dates: DateReader
    let now: Timestamp
    let limits: FeedLimits
    var notes = FeedNotes()
    var base: String?
    var feedLanguage: String?

    init(url: String?, dates: DateReader, now: Timestamp, limits: FeedLimits) {
        self.url = url
        self.dates = dates
        self.now = now
        self.limits = limits
    }

    mutating func feed(_ object: [String: Any], items: [Any], notes earlier: [String]) -> ParsedFeed {
        var feed = ParsedFeed(format: .jsonFeed)
        base = url
        feed.selfLink = address(object["feed_url"])
        base = url ?? feed.selfLink
        feed.title = line(object["title"])
        feed.language = line(object["language"])
        feed.link = address(object["home_page_url"])
        feed.nextPage = address(object["next_url"])
        let hubs = (object["hubs"] as? [Any] ?? []).compactMap { $0 as? [String: Any] }
        feed.hub = hubs.first.flatMap { address($0["url"]) }
        let objects = items.lazy.compactMap { $0 as? [String: Any] }
        if objects.count > limits.maxItems { notes.hasMoreItems = true }
        let kept = Array(objects.prefix(limits.maxItems))
        let identity = ItemIdentity(
            ids: kept.map { id(of: $0) }, feedAddresses: [feed.link, feed.selfLink])
        let author = authors(of: object)
        let language = feed.language.flatMap(languageTag)
        feedLanguage = language
        feed.items = kept.map { object in
            var item = item(object, identity: identity)
            item.author = item.author ?? author
            item.language = item.language ?? language
            return item
        }
        feed.diagnostics = earlier + notes.sentences(limits)
        if object["version"] == nil { feed.diagnostics.append("the document names no version of JSON Feed") }
        return feed
    }

    private mutating func item(_ object: [String: Any], identity: ItemIdentity) -> Item {
        var item = Item(key: "")
        item.id = id(of: object)
        item.link = address(object["url"]) ?? address(object["external_url"])
        if item.link == nil, let id = item.id, id.hasPrefix("http") { item.link = address(id) }
        item.title = line(object["title"])
        item.summary = body(object["summary"])
        item.content = body(object["content_html"]) ?? body(object["content_text"])
        item.language = line(object["language"]).flatMap(languageTag)
        item.published = date(object["date_published"], language: item.language ?? feedLanguage)
        item.updated = date(object["date_modified"], language: item.language ?? feedLanguage)
        item.author = authors(of: object)
        for tag in (object["tags"] as? [Any] ?? []).prefix(ItemDraft.maxTags) {
            if let tag = line(tag), !item.tags.contains(tag) { item.tags.append(tag) }
        }
        item.key = identity.key(
            id: item.id, link: item.link, title: item.title, date: item.published?.instant.seconds)
        if item.link == nil { notes.itemsWithoutLink += 1 }
        if let id = item.id, !identity.isTrustworthy(id) { notes.distrustedIDs += 1 }
        return item
    }

    /// Numbers occur where the specification wants a string.
    private func id(of object: [String: Any]) -> String? {
        let id = object["id"] as? String ?? (object["id"] as? NSNumber)?.stringValue
        return id.flatMap {
            $0.isEmpty ? nil : String(decoding: $0.utf8.prefix(limits.maxURLBytes), as: UTF8.self)
        }
    }

    private mutating func address(_ value: Any?) -> String? {
        guard let value = value as? String, !value.isEmpty else { return nil }
        let text = trimmed(Array(value.utf8)[...])
        guard text.count <= limits.maxURLBytes else {
            notes.longAddresses += 1
            return nil
        }
        let address = String(decoding: text, as: UTF8.self)
        return isPlainURL(text) ? address : resolvedURL(address, base: base)
    }

    private mutating func date(_ value: Any?, language: String?) -> ZonedDate? {
        guard let value = value as? String, !value.isEmpty else { return nil }
        let date = dates.date(Array(value.utf8), language: language, now: now)
        if date == nil { notes.unreadableDates += 1 }
        if date?.isSuspect == true { notes.suspectDates += 1 }
        return date
    }

    /// 1.1 has `authors`, 1.0 `author`.
    private mutating func authors(of object: [String: Any]) -> String? {
        let listed = object["authors"] as? [Any] ?? [object["author"] as Any]
        var names: [String] = []
        for author in listed.prefix(ItemDraft.maxAuthors) {
            if let name = line((author as? [String: Any])?["name"] ?? author) { names.append(name) }
        }
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }

    private mutating func line(_ value: Any?) -> String? {
        guard let value = value as? String else { return nil }
        let line = titleText(Array(value.utf8)[...], kind: .plain, repairs: &notes.texts)
        return line.isEmpty ? nil : line
    }

    private mutating func body(_ value: Any?) -> String? {
        guard let value = value as? String else { return nil }
        let body = bodyText(Array(value.utf8)[...], repairs: &notes.texts)
        return body.isEmpty ? nil : body
    }
}
