import Address
import Model

// From drafts to items, once the whole document is known.

extension FeedReader {
    /// The feed as read; nil when the document held none.
    mutating func finishedFeed(_ problems: [String]) -> ParsedFeed? {
        if isInItem { endItem() }
        guard let format else { return nil }
        feed.format = finalFormat(format)
        feed.hints = schedule.hints
        if feed.format == .sitemapIndex {
            feed.children = drafts.compactMap { draft in
                draft.item.link.map { SitemapChild(url: $0, lastModified: draft.updated) }
            }
        } else {
            feed.items = items()
        }
        feed.diagnostics = problems + notes.sentences(limits)
        return feed
    }

    private func finalFormat(_ format: FeedFormat) -> FeedFormat {
        switch format {
        case .rss10 where hasRSS090Names: .rss090
        case .atom10 where hasAtom03Names: .atom03
        case .sitemap where hasNewsElements: .newsSitemap
        default: format
        }
    }

    private mutating func items() -> [Item] {
        let identity = ItemIdentity(
            ids: drafts.map(\.item.id), feedAddresses: [feed.link, feed.selfLink, scopes[0].base])
        let language = feed.language.flatMap(languageTag)
        let author = isAtom && !feedAuthors.isEmpty ? feedAuthors.joined(separator: ", ") : nil
        var items: [Item] = []
        items.reserveCapacity(drafts.count)
        for index in drafts.indices {
            let link = link(of: drafts[index])
            if drafts[index].isUnfinished {
                // One of which nothing came says nothing wrong.
                let isLeftOut = link == nil && !drafts[index].isBlank
                notes.unfinishedItem = isLeftOut ? .leftOut : .kept
                if isLeftOut { continue }
            }
            // Taken out, not copied: items are large.
            var item = Item(key: "")
            swap(&item, &drafts[index].item)
            item.link = link
            if item.origin == Item.Origin() { item.origin = nil }
            item.published = drafts[index].publicationDate
            item.updated = drafts[index].changeDate
            item.author =
                switch drafts[index].authors.count {
                case 0: author
                case 1: drafts[index].authors[0]
                default: drafts[index].authors.joined(separator: ", ")
                }
            item.language = item.language.flatMap(languageTag) ?? language
            item.key = identity.key(
                id: item.id, link: link, title: item.title,
                date: (item.published ?? item.updated)?.instant.seconds)
            if link == nil { notes.itemsWithoutLink += 1 }
            if let id = item.id, !identity.isTrustworthy(id) { notes.distrustedIDs += 1 }
            items.append(item)
        }
        return items
    }

    /// The item's link, relative to the feed's own address where nothing better is known; otherwise its id, where that is an
    /// address too.
    private mutating func link(of draft: ItemDraft) -> String? {
        if let link = draft.item.link ?? draft.originalLink { return link }
        if let relative = draft.relativeLink {
            let base = scopes[0].base ?? feed.selfLink
            if let link = resolvedURL(relative, base: base) { return link }
            // Without any base it stays as it is, for want of better.
            if base?.isEmpty ?? true { return relative }
        }
        guard draft.isPermalink, let id = draft.item.id else { return nil }
        let isAddress = id.lowercased().hasPrefix("http:") || id.lowercased().hasPrefix("https:")
        return isAddress || id.hasPrefix("/") ? absolute(Array(id.utf8)[...]) : nil
    }
}

/// A language as BCP 47 writes it; nil for what cannot be one.
func languageTag(_ written: String) -> String? {
    let tag = written.replacing("_", with: "-")
    let isTag = (2...35).contains(tag.utf8.count) && tag.utf8.allSatisfy { isTagByte($0) }
    return isTag ? tag : nil
}

private func isTagByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        true
    default: false
    }
}
