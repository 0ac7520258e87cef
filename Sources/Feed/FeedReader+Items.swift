import Address
import Markup
import Model

// Items: where they begin and end, their links and identities.

extension FeedReader {
    /// Begins an item; one that is still open was never closed and ends here.
    ///
    /// - Returns: false when the document has more items than are kept.
    func startItem(_ element: FeedElement, _ tag: XMLTag) -> Bool {
        if element == .url, format != .sitemap || draft != nil { return true }
        if element == .sitemap, format != .sitemapIndex { return true }
        if draft != nil { endItem() }
        guard drafts.count < (format == .sitemapIndex ? limits.maxChildren : limits.maxItems) else {
            notes.hasMoreItems = true
            return false
        }
        draft = ItemDraft()
        draft?.language = scopes.count > 1 && scopes[scopes.count - 1].depth == depth ? scopeLanguage : nil
        itemDepth = depth
        guard tag.attributeCount > 0 else { return true }
        if let about = tag.bytes(FeedAttribute.about.rawValue) {
            draft?.id = String(decoding: trimmed(about[...]), as: UTF8.self)
            draft?.idRank = ItemDraft.Rank(isSecondary: 1, depth: depth)
            draft?.isPermalink = true
        }
        if let href = tag.bytes(FeedAttribute.href.rawValue) { setLink(href[...], depth: depth) }
        if let modified = tag.bytes(FeedAttribute.lastModified.rawValue) {
            draft?.updated = dates.machineDate(modified, now: now)
        }
        return true
    }

    func endItem() {
        guard let ended = draft else { return }
        while let frame = frames.last, frame.depth > itemDepth { endText() }
        drafts.append(draft ?? ended)
        draft = nil
        itemDepth = 0
    }

    // MARK: Links

    func startLink(_ tag: XMLTag) {
        let rel = relation(tag.value(FeedAttribute.rel.rawValue))
        guard let href = tag.bytes(FeedAttribute.href.rawValue) else {
            var frame = Frame(element: .link, depth: depth, start: text.count)
            frame.rel = rel
            frames.append(frame)
            return
        }
        let type = tag.value(FeedAttribute.type.rawValue)?.lowercased() ?? ""
        let isPage = type.isEmpty || type.hasPrefix("text/") || type.contains("html")
        take(trimmed(href[...]), rel: rel, isPage: isPage, depth: depth)
        // Its text, if any, is not an address.
    }

    func endLink(_ frame: Frame, _ raw: ArraySlice<UInt8>) {
        guard !raw.isEmpty else { return }
        take(raw, rel: frame.rel, isPage: true, depth: frame.depth)
    }

    /// `rel` in lower case, without the registry's address before it.
    private func relation(_ rel: String?) -> String {
        guard let rel, !rel.isEmpty else { return "alternate" }
        return String(rel.lowercased().split(separator: "/").last ?? "")
    }

    private func take(_ address: ArraySlice<UInt8>, rel: String, isPage: Bool, depth: Int) {
        if draft != nil {
            // Any other form of the item is better than none.
            if rel == "alternate" { setLink(address, depth: depth, isSecondary: !isPage) }
            return
        }
        switch rel {
        case "alternate" where isPage: if feed.link == nil { feed.link = absolute(address) }
        case "self": feed.selfLink = feed.selfLink ?? absolute(address)
        case "hub": feed.hub = feed.hub ?? absolute(address)
        case "next": feed.nextPage = feed.nextPage ?? absolute(address)
        case "prev-archive": feed.previousArchive = feed.previousArchive ?? absolute(address)
        default: break
        }
    }

    /// The nearest link wins, and the last of two equally near.
    private func setLink(_ address: ArraySlice<UInt8>, depth: Int, isSecondary: Bool = false) {
        let rank = ItemDraft.Rank(isSecondary: isSecondary ? 1 : 0, depth: depth)
        guard draft != nil, rank <= draft?.linkRank ?? .none else { return }
        if let link = absolute(address) {
            draft?.link = link
            draft?.relativeLink = nil
            draft?.linkRank = rank
        } else if draft?.link == nil, !address.isEmpty {
            draft?.relativeLink = String(decoding: address, as: UTF8.self)
            draft?.linkRank = rank
        }
    }

    func endLocation(_ raw: ArraySlice<UInt8>) {
        guard draft != nil, depth == itemDepth + 1 else { return }
        setLink(raw, depth: depth)
    }

    /// An address made absolute; nil when it is none of the web's, too long, or relative to nothing.
    func absolute(_ address: ArraySlice<UInt8>) -> String? {
        guard address.count <= limits.maxURLBytes else {
            notes.longAddresses += 1
            return nil
        }
        if isPlainURL(address) { return String(decoding: address, as: UTF8.self) }
        return resolvedURL(String(decoding: address, as: UTF8.self), base: base)
    }

    // MARK: Identity

    /// The nearest id wins, and the last of two equally near.
    func endID(_ frame: Frame, _ raw: ArraySlice<UInt8>) {
        guard draft != nil, !raw.isEmpty else { return }
        let rank = ItemDraft.Rank(isSecondary: 0, depth: frame.depth)
        guard rank <= draft?.idRank ?? .none else { return }
        draft?.id = String(decoding: raw.prefix(limits.maxURLBytes), as: UTF8.self)
        draft?.idRank = rank
        if frame.element == .id { draft?.isPermalink = true }
    }

    // MARK: People

    func endPerson(_ frame: Frame, _ raw: ArraySlice<UInt8>) {
        switch frame.element {
        case .name: person.name = lineText(raw)
        case .email: person.email = lineText(raw)
        default:
            let author = person.isEmpty ? Person(written: lineText(raw)) : person
            person = Person()
            if draft != nil {
                draft?.addAuthor(author, from: frame.element)
            } else if !author.isEmpty, feedAuthors.count < ItemDraft.maxAuthors {
                feedAuthors.append(author.shown)
            }
        }
    }
}

/// Whether bytes are an absolute web address that needs no mending.
func isPlainURL(_ address: ArraySlice<UInt8>) -> Bool {
    guard address.starts(with: "http".utf8) else { return false }
    var rest = address.dropFirst(4)
    if rest.first == UInt8(ascii: "s") { rest = rest.dropFirst() }
    guard rest.starts(with: "://".utf8) else { return false }
    rest = rest.dropFirst(3)
    guard let host = rest.first, isLetterOrDigit(host) else { return false }
    for byte in rest {
        switch byte {
        case 0..<0x21, 0x7F...0xFF, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "\\"),
            UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
            return false
        default: break
        }
    }
    return true
}
