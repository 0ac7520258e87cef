import Foundation
import Model

/// An outlet's listing for programs: a feed in its format, or a news sitemap.
///
/// - Parameter base: `http://host:port` of the outlet.
/// - Parameter items: newest first.
/// - Returns: text that claims the outlet's charset, still to be encoded.
func feed(of outlet: Outlet, base: String, items: [Printed]) -> String {
    switch outlet.format {
    case .rss, .fullRSS: rss(of: outlet, base: base, items: items)
    case .atom: atom(of: outlet, base: base, items: items)
    case .rdf: rdf(of: outlet, base: base, items: items)
    case .jsonFeed: jsonFeed(of: outlet, base: base, items: items)
    case .sitemap: sitemap(of: outlet, base: base, items: items)
    case .page: listingPage(of: outlet, base: base, items: items)
    }
}

private func declaration(_ outlet: Outlet) -> String {
    "<?xml version=\"1.0\" encoding=\"\(outlet.charset)\"?>\n"
}

private func paragraphs(of copy: Copy) -> String {
    copy.paragraphs.map { "<p>\(escaped($0))</p>" }.joined(separator: "\n")
}

private func rss(of outlet: Outlet, base: String, items: [Printed]) -> String {
    let isBroken = if case .broken = outlet.trouble { true } else { false }
    let entries = items.map { item in
        let copy = item.copy
        let full = outlet.format == .fullRSS
        let content = full ? "\n<content:encoded>\(escaped(paragraphs(of: copy)))</content:encoded>" : ""
        return """
            <item>
            <title>\(escaped(copy.title))\(isBroken ? " & more" : "")</title>
            <link>\(escaped(base + outlet.link(to: copy)))</link>
            <guid isPermaLink="false">\(outlet.name)-\(copy.story)</guid>
            <pubDate>\(item.published.mailDate(zone: "+0000"))</pubDate>
            <dc:creator>\(escaped(copy.byline))</dc:creator>
            <description>\(escaped("<p>" + escaped(String(copy.paragraphs[0].prefix(160))) + "…</p>"))</description>\
            \(content)
            </item>
            """
    }
    let head = """
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" \
        xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel>
        <title>\(escaped(outlet.title))\(isBroken ? " &nbsp;& friends" : "")</title>
        <link>\(base)/</link>
        <description>\(escaped(outlet.title))</description>
        <language>\(outlet.language)</language>
        """
    guard isBroken else {
        return declaration(outlet) + head + "\n" + entries.joined(separator: "\n") + "\n</channel>\n</rss>\n"
    }
    // As when a plug-in prints a warning first and the template forgets its end.
    return "\nNotice: undefined index: lang\n" + declaration(outlet) + head + "\n"
        + entries.joined(separator: "\n") + "\n</channel>\n"
}

private func atom(of outlet: Outlet, base: String, items: [Printed]) -> String {
    let entries = items.map { item in
        """
        <entry>
        <title>\(escaped(item.copy.title))</title>
        <link rel="alternate" type="text/html" href="\(escaped(outlet.link(to: item.copy)))"/>
        <id>tag:\(outlet.name).example,2026:\(item.copy.story)</id>
        <published>\(item.published.iso8601)</published>
        <updated>\(item.published.iso8601)</updated>
        <author><name>\(escaped(item.copy.byline))</name></author>
        <content type="html">\(escaped(paragraphs(of: item.copy)))</content>
        </entry>
        """
    }
    return declaration(outlet) + """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(outlet.language)" xml:base="\(base)/">
        <title>\(escaped(outlet.title))</title>
        <id>tag:\(outlet.name).example,2026:feed</id>
        <link rel="self" href="\(base)\(outlet.listingPath)"/>
        <updated>\(items.first?.published.iso8601 ?? "2026-01-01T00:00:00Z")</updated>
        \(entries.joined(separator: "\n"))
        </feed>

        """
}

private func rdf(of outlet: Outlet, base: String, items: [Printed]) -> String {
    let links = items.map { "<rdf:li rdf:resource=\"\(escaped(base + outlet.link(to: $0.copy)))\"/>" }
    let entries = items.map { item in
        let link = escaped(base + outlet.link(to: item.copy))
        return """
            <item rdf:about="\(link)">
            <title>\(escaped(item.copy.title))</title>
            <link>\(link)</link>
            <dc:date>\(item.published.iso8601)</dc:date>
            <description>\(escaped(String(item.copy.paragraphs[0].prefix(90))))</description>
            </item>
            """
    }
    return declaration(outlet) + """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" \
        xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel rdf:about="\(base)\(outlet.listingPath)">
        <title>\(escaped(outlet.title))</title>
        <link>\(base)/</link>
        <description>\(escaped(outlet.title))</description>
        <dc:language>\(outlet.language)</dc:language>
        <items><rdf:Seq>\(links.joined())</rdf:Seq></items>
        </channel>
        \(entries.joined(separator: "\n"))
        </rdf:RDF>

        """
}

private func sitemap(of outlet: Outlet, base: String, items: [Printed]) -> String {
    let entries = items.map { item in
        """
        <url>
        <loc>\(escaped(base + outlet.link(to: item.copy)))</loc>
        <news:news>
        <news:publication><news:name>\(escaped(outlet.title))</news:name>\
        <news:language>\(outlet.language)</news:language></news:publication>
        <news:publication_date>\(item.published.iso8601)</news:publication_date>
        <news:title>\(escaped(item.copy.title))</news:title>
        </news:news>
        </url>
        """
    }
    return declaration(outlet) + """
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" \
        xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
        \(entries.joined(separator: "\n"))
        </urlset>

        """
}

private func jsonFeed(of outlet: Outlet, base: String, items: [Printed]) -> String {
    struct Author: Encodable { var name: String }
    struct Entry: Encodable {
        var id, url, title, contentHtml, datePublished: String
        var authors: [Author]
    }
    struct Feed: Encodable {
        var version = "https://jsonfeed.org/version/1.1"
        var title, homePageUrl, feedUrl, language: String
        var items: [Entry]
    }
    let entries = items.map { item in
        Entry(
            id: "\(outlet.name)-\(item.copy.story)", url: base + outlet.link(to: item.copy),
            title: item.copy.title,
            contentHtml: paragraphs(of: item.copy), datePublished: item.published.iso8601,
            authors: [Author(name: item.copy.byline)])
    }
    let feed = Feed(
        title: outlet.title, homePageUrl: base + "/", feedUrl: base + outlet.listingPath,
        language: outlet.language, items: entries)
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Strings only: there is nothing in it that JSON cannot say.
    return (try? encoder.encode(feed)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
}
