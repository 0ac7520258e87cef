import Foundation

/// A watch rule of the newsroom's settings, and what in a story it must find.
struct WatchedRule: Sendable {
    var title: String
    var query: String
    var name: @Sendable (Phrasebook) -> String

    static let all = [
        WatchedRule(title: "Lindqvist in the news", query: "@mara-lindqvist") { $0.watchedPerson },
        WatchedRule(title: "Kestrel Strait", query: "@kestrel-strait AND NOT atlantis") { $0.watchedPlace },
    ]
    /// A rule that nothing fulfils.
    static let silent = "No such thing"
}

/// A feeds.json that lets wirewatch follow every outlet of a newsroom.
///
/// - Parameters:
///   - desk: where the outlets are; open already.
///   - every: time between polls, such as `2s`.
///   - web: `host:port` for wirewatch's own pages; nil for none.
/// - Returns: JSON, which is JSON5 too.
package func settingsText(for desk: Newsdesk, every: String, web: String?) async throws -> String {
    struct Defaults: Encodable {
        var every: String
        var allowPrivateAddresses = true
        var timeout = "10s"
    }
    struct Feed: Encodable {
        var name, language: String
        var tags: [String]
        var feed, page, sitemap, links, date: String?
        var fullText: Bool?
    }
    struct Rule: Encodable {
        var name, query, severity: String
        var deliver = ["stdout"]
    }
    struct Web: Encodable { var listen: String }
    struct Settings: Encodable {
        var corpus = "corpus"
        var state = "state"
        var defaults: Defaults
        var sources: [Feed]
        var entities: [String: [String]]
        var watchlist: [Rule]
        var web: Web?
    }
    let books = try Phrasebook.all()
    var sources: [Feed] = []
    for outlet in Outlet.all {
        let address = await desk.base(of: outlet) + outlet.configuredPath
        var source = Feed(name: outlet.title, language: outlet.language, tags: ["newsroom"])
        switch outlet.format {
        case .page:
            source.page = address
            source.links = "ul.list a"
        case .sitemap: source.sitemap = address
        // The whole text is in the feed.
        case .fullRSS, .jsonFeed:
            source.feed = address
            source.fullText = false
        case .rss, .atom, .rdf: source.feed = address
        }
        sources.append(source)
    }
    let rules = WatchedRule.all.map { Rule(name: $0.title, query: $0.query, severity: "high") }
    let settings = Settings(
        defaults: Defaults(every: every), sources: sources,
        entities: [
            "mara-lindqvist": Array(Set(books.values.map(\.watchedPerson))).sorted(),
            "kestrel-strait": Array(Set(books.values.map(\.watchedPlace))).sorted(),
        ],
        watchlist: rules + [
            Rule(name: WatchedRule.silent, query: "atlantis AND zeppelin", severity: "low")
        ],
        web: web.map { Web(listen: $0) })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(settings), as: UTF8.self) + "\n"
}
