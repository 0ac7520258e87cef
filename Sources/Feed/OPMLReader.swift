import Address
import Markup
import Text

/// Reads a list of feeds: OPML 1.0 to 2.0 (http://opml.org/spec2.opml), as other readers export it.
///
/// Folders, outlines without an address, become tags, and so do categories. A feed that stands in several folders is one
/// subscription with all their tags. Broken documents are mended as broken feeds are.
///
/// - Parameter body: as received, any charset.
/// - Complexity: O(n) for n bytes.
package func subscriptionList(
    _ body: [UInt8], limits: FeedLimits = FeedLimits()
) throws(FeedError) -> SubscriptionList {
    var body = body
    if isGzip(body) { body = try inflated(body, maxBytes: limits.maxInflatedBytes) }
    let decoded = decodedText(of: body, contentType: nil, markup: .xml)
    switch sniffedDocument(decoded.bytes) {
    case .empty: throw .empty
    case .html: throw pageInstead(of: decoded.bytes, url: nil)
    case .json, .unknown: throw .unrecognised(start: shownStart(decoded.bytes))
    case .xml(let start):
        let document = cleanedXML(decoded.bytes, from: start)
        let reader = OPMLReader(limits: limits)
        let problems = parseXML(document, into: reader)
        guard reader.isOPML else { throw .notOPML(root: reader.root) }
        var list = reader.list
        list.diagnostics =
            decoded.repairs + document.repairs.sentences + problems.map { "line \($0.line): \($0.message)" }
            + reader.notes
        return list
    }
}

/// Turns the events of an OPML document into a list.
private final class OPMLReader: XMLHandler {
    private enum Element: UInt8 {
        case other, opml, title, outline
    }

    private enum Attribute: UInt8 {
        case other, text, title, feed, address, site, type, category, language
    }

    let limits: FeedLimits
    var list = SubscriptionList()
    var root = ""
    var isOPML = false
    private var title: [UInt8]?
    /// One for each open outline: the tag it gives to what is inside it; nil when it gives none.
    private var folders: [String?] = []
    /// Where an address stands in ``list``.
    private var places: [String: Int] = [:]
    private var withoutAddress = 0
    private var unusable = 0
    private var isFull = false

    init(limits: FeedLimits) {
        self.limits = limits
    }

    func elementCode(of name: XMLName) -> UInt8 {
        if root.isEmpty { root = name.local }
        let element: Element =
            switch name.local.lowercased() {
            case "opml": .opml
            case "title": .title
            case "outline": .outline
            default: .other
            }
        return element.rawValue
    }

    func attributeCode(of name: XMLName) -> UInt8 {
        let attribute: Attribute =
            switch name.local.lowercased() {
            case "text": .text
            case "title": .title
            case "xmlurl": .feed
            case "url": .address
            case "htmlurl": .site
            case "type": .type
            case "category": .category
            case "language": .language
            default: .other
            }
        return attribute.rawValue
    }

    func startElement(_ code: UInt8, _ tag: XMLTag) -> Bool {
        switch Element(rawValue: code) {
        case .opml: isOPML = true
        case .title where list.title == nil && folders.isEmpty: title = []
        case .outline:
            isOPML = true
            startOutline(tag)
        default: break
        }
        return !isFull
    }

    func endElement(_ code: UInt8, _ tag: XMLTag) {
        switch Element(rawValue: code) {
        case .outline: folders.removeLast(folders.isEmpty ? 0 : 1)
        case .title:
            if let title { list.title = line(title) }
            title = nil
        default: break
        }
    }

    func characters(_ utf8: Span<UInt8>) {
        guard title != nil else { return }
        utf8.withUnsafeBufferPointer { title?.append(contentsOf: $0.prefix(SubscriptionList.maxNameBytes)) }
    }

    private func startOutline(_ tag: XMLTag) {
        func bytes(_ attribute: Attribute) -> [UInt8]? { tag.bytes(attribute.rawValue) }
        let name = bytes(.text).flatMap(line) ?? bytes(.title).flatMap(line)
        let type = bytes(.type).map { String(decoding: $0, as: UTF8.self).lowercased() } ?? ""
        guard let (kind, written) = address(type: type, feed: bytes(.feed), other: bytes(.address)) else {
            // A bookmark is no folder, and neither is one without a name.
            let isFolder = bytes(.address) == nil && bytes(.site) == nil
            if !isFolder { withoutAddress += 1 }
            folders.append(isFolder ? name : nil)
            return
        }
        let categories = bytes(.category).map(tags(in:)) ?? []
        let enclosing = folders.compactMap(\.self)
        folders.append(nil)
        guard let url = usable(written) else {
            unusable += 1
            return
        }
        var subscription = Subscription(
            kind: kind, name: name ?? line(Array(url.utf8)) ?? url, url: url,
            site: bytes(.site).flatMap(usable),
            language: bytes(.language).flatMap(line))
        subscription.add(enclosing + categories)
        add(subscription)
    }

    /// What an outline leads to; only lists of our own have pages and sitemaps.
    private func address(
        type: String, feed: [UInt8]?, other: [UInt8]?
    ) -> (Subscription.Kind, [UInt8])? {
        if let kind = Subscription.Kind(rawValue: type), kind != .feed, let other { return (kind, other) }
        if let feed, !trimmed(feed[...]).isEmpty { return (.feed, feed) }
        // Some exporters write `url` for feeds too.
        if type == "rss" || type == "atom" || type == "feed", let other { return (.feed, other) }
        return nil
    }

    private func usable(_ written: [UInt8]) -> String? {
        guard written.count <= limits.maxURLBytes else { return nil }
        var text = String(decoding: trimmed(written[...]), as: UTF8.self)
        // The scheme that asks a browser to subscribe.
        if text.lowercased().hasPrefix("feed:") {
            text.removeFirst(5)
            if text.hasPrefix("//") { text = "http:" + text }
        }
        return resolvedURL(text, base: nil)
    }

    private func add(_ subscription: Subscription) {
        let key = addressKey(subscription.url) ?? subscription.url
        if let place = places[key] {
            list.subscriptions[place].add(subscription.tags)
            return
        }
        guard list.subscriptions.count < SubscriptionList.maxSubscriptions else {
            isFull = true
            return
        }
        places[key] = list.subscriptions.count
        list.subscriptions.append(subscription)
    }

    /// `/News/Asia,/Sport`: paths of folders, or words, between commas.
    private func tags(in categories: [UInt8]) -> [String] {
        categories.split { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "/") }.compactMap { line(Array($0)) }
    }

    /// One line of bounded length; nil when nothing is left. It is no HTML: references are text.
    private func line(_ text: [UInt8]) -> String? {
        let line = String(decoding: trimmed(withSingleSpaces(text)[...]), as: UTF8.self)
        guard line.utf8.count > SubscriptionList.maxNameBytes else { return line.isEmpty ? nil : line }
        var end = line.utf8.index(line.startIndex, offsetBy: SubscriptionList.maxNameBytes)
        while end.samePosition(in: line) == nil { end = line.utf8.index(before: end) }
        return String(decoding: trimmed(Array(line[..<end].utf8)[...]), as: UTF8.self)
    }

    var notes: [String] {
        var notes: [String] = []
        if isFull { notes.append("only the first \(SubscriptionList.maxSubscriptions) feeds were read") }
        if withoutAddress > 0 { notes.append("\(withoutAddress) outlines that lead to no feed left out") }
        if unusable > 0 { notes.append("\(unusable) addresses that are none of the web's left out") }
        return notes
    }
}

extension Subscription {
    fileprivate mutating func add(_ tags: [String]) {
        for tag in tags where self.tags.count < SubscriptionList.maxTags && !self.tags.contains(tag) {
            self.tags.append(tag)
        }
    }
}
