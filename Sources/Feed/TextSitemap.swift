import Model

/// A sitemap that is a plain list of addresses, one a line (https://www.sitemaps.org/protocol.html, "Text file").
///
/// - Parameter notes: what was already mended.
/// - Returns: nil unless every line is an address, and there are two at least: one alone is a remark as often as a list.
func sitemapOfLines(_ utf8: [UInt8], notes: [String], limits: FeedLimits) -> ParsedFeed? {
    var feed = ParsedFeed(format: .sitemap)
    feed.diagnostics = notes
    var counts = FeedNotes()
    for line in utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
        let address = trimmed(line)
        guard !address.isEmpty else { continue }
        guard isPlainURL(address) else { return nil }
        guard feed.items.count < limits.maxItems else {
            counts.hasMoreItems = true
            break
        }
        guard address.count <= limits.maxURLBytes else {
            counts.longAddresses += 1
            continue
        }
        var item = Item(key: "")
        item.link = string(address)
        item.key = ItemIdentity(ids: [], feedAddresses: []).key(
            id: nil, link: item.link, title: nil, date: nil)
        feed.items.append(item)
    }
    feed.diagnostics += counts.sentences(limits)
    return feed.items.count > 1 ? feed : nil
}
