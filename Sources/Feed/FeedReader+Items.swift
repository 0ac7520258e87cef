import Address
import Markup
import Model

// Items: where they begin and end, their links and identities.

extension FeedReader {
    /// Begins an item; one that is still open was never closed and ends here.
    ///
    /// - Returns: false when the document has more items than are kept.
    mutating func startItem(_ element: FeedElement, _ tag: XMLTag) -> Bool {
        if element == .url, format != .sitemap || isInItem { return true }
        if element == .sitemap, format != .sitemapIndex { return true }
        if isInItem { endItem() }
        guard drafts.count < (format == .sitemapIndex ? limits.maxChildren : limits.maxItems) else {
            notes.hasMoreItems = true
            return false
        }
        isInItem = true
        if scopes.count > 1, scopes[scopes.count - 1].depth == depth { draft.item.language = scopeLanguage }
        itemDepth = depth
        guard tag.attributeCount > 0 else { return true }
        if let about = tag.bytes(FeedAttribute.about.rawValue) {
            draft.item.id = String(decoding: trimmed(about[...]), as: UTF8.self)
            draft.idRank = ItemDraft.Rank(isSecondary: 1, depth: depth)
            draft.isPermalink = true
        }
        if let href = tag.bytes(FeedAttribute.href.rawValue) { setLink(href[...], depth: depth) }
        if let modified = tag.bytes(FeedAttribute.lastModified.rawValue) {
            draft.updated = dates.machineDate(modified, now: now)
        }
        return true
    }

    mutating func endItem() {
        while let frame = frames.last, frame.depth > itemDepth { endText() }
        // Taken out, not copied: drafts are large.
        var finished = ItemDraft()
        swap(&finished, &draft)
        finished.isUnfinished = isCutOff
        drafts.append(finished)
        isInItem = false
        itemDepth = 0
    }

    // MARK: Links

    mutating func startLink(_ tag: XMLTag) {
        let relations = LinkRelation.all(in: tag.value(FeedAttribute.rel.rawValue))
        guard let href = tag.bytes(FeedAttribute.href.rawValue) else {
            var frame = Frame(element: .link, depth: depth, start: text.count)
            frame.relation = relations.first ?? .alternate
            frames.append(frame)
            return
        }
        let type = tag.value(FeedAttribute.type.rawValue)?.lowercased() ?? ""
        let isPage = type.isEmpty || type.hasPrefix("text/") || type.contains("html")
        for relation in relations { take(trimmed(href[...]), relation, isPage: isPage, depth: depth) }
    }

    mutating func endLink(_ frame: Frame, _ raw: ArraySlice<UInt8>) {
        if !raw.isEmpty { take(raw, frame.relation, isPage: true, depth: frame.depth) }
    }

    private mutating func take(
        _ address: ArraySlice<UInt8>, _ relation: LinkRelation, isPage: Bool, depth: Int
    ) {
        if isInItem {
            // Any other form of the item is better than none.
            if relation == .alternate { setLink(address, depth: depth, isSecondary: !isPage) }
            return
        }
        switch relation {
        case .alternate: if isPage, feed.link == nil { feed.link = absolute(address) }
        case .document: feed.selfLink = feed.selfLink ?? absolute(address)
        case .hub: feed.hub = feed.hub ?? absolute(address)
        case .next: feed.nextPage = feed.nextPage ?? absolute(address)
        case .previousArchive: feed.previousArchive = feed.previousArchive ?? absolute(address)
        case .other: break
        }
    }

    mutating func setLink(_ address: ArraySlice<UInt8>, depth: Int, isSecondary: Bool = false) {
        let rank = ItemDraft.Rank(isSecondary: isSecondary ? 1 : 0, depth: depth)
        draft.take(link: absolute(address), written: address, rank)
    }

    /// The address behind a redirection of FeedBurner; it serves an item without a link.
    mutating func endOriginalLink(_ raw: ArraySlice<UInt8>) {
        guard isInItem, let address = absolute(raw) else { return }
        draft.originalLink = address
    }

    mutating func endLocation(_ raw: ArraySlice<UInt8>) {
        guard isInItem, depth == itemDepth + 1 else { return }
        setLink(raw, depth: depth)
    }

    /// An address made absolute; nil when it is none of the web's, too long, or relative to nothing.
    mutating func absolute(_ address: ArraySlice<UInt8>) -> String? {
        guard address.count <= limits.maxURLBytes else {
            notes.longAddresses += 1
            return nil
        }
        if isPlainURL(address) { return string(address) }
        return resolvedURL(String(decoding: address, as: UTF8.self), base: base)
    }

    // MARK: Identity

    mutating func endID(_ frame: Frame, _ raw: ArraySlice<UInt8>) {
        guard isInItem, !raw.isEmpty else { return }
        let id =
            raw.count <= limits.maxURLBytes
            ? string(raw) : String(decoding: raw.prefix(limits.maxURLBytes), as: UTF8.self)
        draft.take(id: id, ItemDraft.Rank(isSecondary: 0, depth: frame.depth))
        if frame.element == .id { draft.isPermalink = true }
    }

    // MARK: People

    mutating func endPerson(_ frame: Frame, _ raw: ArraySlice<UInt8>) {
        switch frame.element {
        case .name: person.name = lineText(raw)
        case .email: person.email = lineText(raw)
        default:
            let author = person.isEmpty ? Person(written: lineText(raw)) : person
            person = Person()
            if isInItem {
                draft.addAuthor(author, from: frame.element)
            } else if !author.isEmpty, feedAuthors.count < ItemDraft.maxAuthors {
                feedAuthors.append(author.shown)
            }
        }
    }
}

/// What the address of a link is to the feed or item that has it.
enum LinkRelation: Equatable {
    case alternate, document, hub, next, previousArchive, other

    /// - Parameter written: the attribute's value: names in any case, also with the registry's address before them.
    static func all(in written: String?) -> [LinkRelation] {
        guard let written, !written.isEmpty else { return [.alternate] }
        if !written.utf8.contains(where: { $0 <= 0x20 }) { return [LinkRelation(written)] }
        return written.split(whereSeparator: \.isWhitespace).prefix(8).map { LinkRelation($0) }
    }

    private init(_ name: some StringProtocol) {
        switch name.lowercased().split(separator: "/").last ?? "" {
        case "alternate": self = .alternate
        case "self": self = .document
        case "hub": self = .hub
        case "next": self = .next
        case "prev-archive": self = .previousArchive
        default: self = .other
        }
    }
}

/// Whether bytes are an absolute web address that needs no mending.
func isPlainURL(_ address: ArraySlice<UInt8>) -> Bool {
    let prefix = address.starts(with: "https://".utf8) ? 8 : address.starts(with: "http://".utf8) ? 7 : 0
    guard prefix > 0, address.count > prefix, isLetterOrDigit(address[address.startIndex + prefix]) else {
        return false
    }
    for byte in address where byte <= 0x20 || byte >= 0x7F || isForbiddenInURL(byte) { return false }
    return true
}

private func isForbiddenInURL(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "^"),
        UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
        true
    default: false
    }
}
