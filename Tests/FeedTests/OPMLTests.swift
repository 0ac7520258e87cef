import Feed
import Foundation
import Testing

/// Lists of feeds in and out.
@Suite struct OPMLTests {
    private func list(_ name: String) throws -> SubscriptionList {
        let url = try #require(Bundle.module.url(forResource: "OPML/\(name)", withExtension: "opml"))
        return try subscriptionList(Array(try Data(contentsOf: url)))
    }

    @Test func foldersBecomeTags() throws {
        let list = try list("folders")
        #expect(list.title == "Newsroom & desk")
        #expect(
            list.subscriptions == [
                Subscription(
                    kind: .feed, name: "Loose", url: "https://loose.example/rss",
                    site: "https://loose.example/"),
                Subscription(
                    kind: .feed, name: "日々の新聞", url: "https://hibi.example/feed.xml", language: "ja",
                    tags: ["World", "Азия", "Trade"]),
                Subscription(
                    kind: .feed, name: "Вестник Азии",
                    url: "https://asia.example/%D0%BB%D0%B5%D0%BD%D1%82%D0%B0.xml", tags: ["World", "Азия"]),
                Subscription(
                    kind: .feed, name: "صحيفة الميناء", url: "https://mina.example/rss",
                    tags: ["World", "Ports", "Gulf", "trade"]),
            ])
        #expect(list.diagnostics.isEmpty)
    }

    @Test func sloppyListsAreMended() throws {
        let list = try list("sloppy")
        #expect(
            list.subscriptions.map(\.url) == [
                "http://blatt.example/rss?a=1&b=2", "https://nameless.example/rss",
                "https://byurl.example/atom.xml",
            ])
        #expect(
            list.subscriptions.map(\.name) == ["Nur ein Titel", "https://nameless.example/rss", "By url"])
        #expect(list.subscriptions.allSatisfy { $0.tags == ["Kultur & Politik"] })
        #expect(list.diagnostics.contains("1 outlines that lead to no feed left out"))
        #expect(list.diagnostics.contains("1 addresses that are none of the web's left out"))
    }

    @Test func charsetsAreThoseOfFeeds() throws {
        let list = try list("windows1251")
        #expect(list.title == "Список")
        #expect(list.subscriptions.map(\.name) == ["Городская газета"])
        #expect(list.subscriptions.first?.tags == ["Новости"])
    }

    @Test func pagesAndSitemapsOfOurOwnComeBack() throws {
        let list = try list("ours")
        #expect(list.subscriptions.map(\.kind) == [.page, .sitemap])
        #expect(list.subscriptions.map(\.tags) == [["छपी खबर"], ["छपी खबर"]])
    }

    @Test(arguments: ["folders", "sloppy", "windows1251", "ours"])
    func whatIsWrittenReadsTheSame(name: String) throws {
        let list = try list(name)
        let written = opmlText(title: list.title ?? "", list.subscriptions)
        let again = try subscriptionList(Array(written.utf8))
        #expect(again.title == list.title)
        #expect(again.diagnostics.isEmpty)
        let byAddress = { (list: SubscriptionList) in
            Dictionary(
                list.subscriptions.map { subscription in
                    var subscription = subscription
                    subscription.tags.sort()
                    return (subscription.url, subscription)
                }, uniquingKeysWith: { first, _ in first })
        }
        #expect(byAddress(again) == byAddress(list))
    }

    @Test func markupInNamesIsWrittenSafely() throws {
        let name = "\"A\" & <b>'s</b> 1\u{1}2"
        let written = opmlText(
            title: "]]> &",
            [Subscription(kind: .feed, name: name, url: "https://a.example/?x=1&y=<", tags: ["<&>"])])
        let list = try subscriptionList(Array(written.utf8))
        #expect(list.title == "]]> &")
        #expect(list.subscriptions.first?.name == "\"A\" & <b>'s</b> 1 2")
        #expect(list.subscriptions.first?.tags == ["<&>"])
    }

    /// Found by fuzzing: the cut left no-break spaces at the end, which the next reading would not.
    @Test func aNameThatIsCutEndsInNoSpace() throws {
        let name = "a" + String(repeating: "\u{A0}", count: 150) + "b"
        let list = try subscriptionList(
            Array("<opml><outline text='\(name)' xmlUrl='https://a.example/'/></opml>".utf8))
        #expect(list.subscriptions.map(\.name) == ["a"])
    }

    /// Found by fuzzing: of several no-break spaces before a space each reading dropped one.
    @Test func noBreakSpacesBesideASpaceAreOneRun() throws {
        let list = try subscriptionList(
            Array(
                "<opml><head><title>a\u{A0}\u{A0}\u{A0} \u{A0}b\u{A0}c</title></head><body/></opml>".utf8))
        #expect(list.title == "a b\u{A0}c")
    }

    /// Found by fuzzing: an address that serves as a name was longer than the next reading allows.
    @Test func anAddressForANameIsCutAsNamesAre() throws {
        let url = "https://a.example/" + String(repeating: "b", count: 1000)
        let list = try subscriptionList(Array("<opml><outline xmlUrl='\(url)'/></opml>".utf8))
        let name = try #require(list.subscriptions.first?.name)
        #expect(name.utf8.count < url.utf8.count && url.hasPrefix(name))
        let again = try subscriptionList(Array(opmlText(title: "", list.subscriptions).utf8))
        #expect(again.subscriptions == list.subscriptions)
    }

    @Test func otherDocumentsAreNamed() {
        #expect(throws: FeedError.notOPML(root: "rss")) { try subscriptionList(Array(rss("").utf8)) }
        #expect(throws: FeedError.empty) { try subscriptionList([]) }
        #expect(throws: FeedError.self) { try subscriptionList(Array("{}".utf8)) }
        #expect(throws: FeedError.self) { try subscriptionList(Array("<html><body>x".utf8)) }
    }

    @Test func hostileListsAreBounded() throws {
        let deep = String(repeating: "<outline text='a'>", count: 50_000)
        #expect(try subscriptionList(Array("<opml><body>\(deep)".utf8)).subscriptions.isEmpty)
        let tags = (0..<1000).map { "t\($0)" }.joined(separator: ",")
        let one = "<opml><outline text='a' xmlUrl='https://a.example/' category='\(tags)'/></opml>"
        #expect(try subscriptionList(Array(one.utf8)).subscriptions.first?.tags.count == 20)
        let long = String(repeating: "新", count: 5000)
        let named = "<opml><outline text='\(long)' xmlUrl='https://a.example/'/></opml>"
        let name = try #require(try subscriptionList(Array(named.utf8)).subscriptions.first?.name)
        #expect(name == String(repeating: "新", count: 66))
    }
}
