import Daemon
import Fetch
import Foundation
import Model
import Store
import Testing

private let dredging = [
    "The port authority of Varna said on Thursday that dredging of the northern channel would begin in April, two years later than first planned.",
    "Engineers found that the seabed near the old grain pier holds more rock than surveys from 2019 had shown, which raises the cost by about eleven million euros.",
    "Shipping lines had asked for the deeper channel because larger container vessels now wait for high tide outside the breakwater, sometimes for nine hours.",
    "Work is to be done at night so that ferries to Odesa and Batumi can keep their timetable, the authority's director Milena Kostova told reporters.",
]
private let orchestra = [
    "Musicians of the Lisbon chamber orchestra ended their strike on Wednesday evening after the city agreed to pay for rehearsals outside the concert season.",
    "The agreement covers forty-one players and runs until the summer of 2028, with a review once the new hall beside the river opens its doors.",
    "Conductor Teresa Vilaça called the settlement fair and said that the cancelled performances of a Mahler symphony would be given in May instead.",
]

@Suite struct PipelineTests {
    private let bench: Bench
    private let source: Source
    private let feedURL = "https://harbour.example/feed.xml"

    init() throws {
        bench = try Bench()
        source = Source(name: "Harbour", kind: .feed, url: feedURL)
    }

    private func putStory() {
        bench.shelf.put(
            feedURL, rss([("1", "Dredging delayed", "https://harbour.example/1", "Short summary.")]),
            type: "application/rss+xml")
        bench.shelf.put("https://harbour.example/1", page(title: "Dredging delayed", paragraphs: dredging))
    }

    @Test func aNewItemIsFetchedExtractedAndFiledOnce() async throws {
        putStory()
        let first = try await bench.poll(source)
        #expect(first.decided == [.filed: 1])
        let second = try await bench.poll(source)
        #expect(second.decided.isEmpty && second.fresh == 0)
        let file = try #require(try bench.files().first)
        let text = try String(contentsOfFile: bench.corpusPath + "/" + file, encoding: .utf8)
        #expect(text == " date 2026-02-12 Dredging delayed\n\n" + dredging.joined(separator: "\n\n"))
        #expect(try bench.files().count == 1)
        #expect(try bench.ledgerLines().count == 1)
    }

    /// A page with a selector for its links, and so many of them.
    private func putListing(at url: String, links: Int, under parent: String = "ul") {
        let items = (0..<links).map { "<li><a href='/story/\($0)'>Story \($0) of the harbour</a></li>" }
        bench.shelf.put(url, "<html><body><\(parent)>\(items.joined())</\(parent)></body></html>")
    }

    @Test func aListingThatLosesItsItemsIsSaidToRot() async throws {
        var page = Source(name: "Page", kind: .page, url: "https://harbour.example/news/")
        page.listing.links = "ul a"
        page.fullText = false
        func problem() throws -> String? { try bench.workspace.store.healths()["Page"]?.problem }
        for _ in 0..<3 {
            putListing(at: page.url, links: 12)
            try await bench.poll(page)
            #expect(try problem() == nil)
        }
        putListing(at: page.url, links: 6)
        let result = try await bench.poll(page)
        #expect(result.listed == 6)
        #expect(try problem()?.hasPrefix("lists 6 items where it usually lists 12: ") == true)
        #expect(try bench.workspace.store.healths()["Page"]?.failures == 0)
        putListing(at: page.url, links: 12, under: "div")
        try await bench.poll(page)
        #expect(try problem()?.hasPrefix("lists nothing where it usually lists 12: ") == true)
        #expect(try bench.workspace.store.healths()["Page"]?.failures == 1)
        putListing(at: page.url, links: 12)
        try await bench.poll(page)
        #expect(try problem() == nil)
    }

    @Test func aCopyAtAnotherOutletIsRecordedWithItsReasonAndNotFiled() async throws {
        putStory()
        try await bench.poll(source)
        let other = Source(name: "Other", kind: .feed, url: "https://other.example/feed")
        bench.shelf.put(other.url, rss([("x", "Varna waits for its channel", "https://other.example/a", "")]))
        bench.shelf.put(
            "https://other.example/a",
            page(title: "Varna waits for its channel", paragraphs: Array(dredging.prefix(3))))
        let result = try await bench.poll(other)
        #expect(result.decided.keys.allSatisfy { $0 == .copy || $0 == .excerpt })
        #expect(try bench.files().count == 1)
        let entry = try #require(try bench.workspace.store.entry(number: 1))
        #expect(entry.of == 0 && entry.story == 0 && entry.outlet == "other.example")
        #expect(!entry.reason.isEmpty && (entry.share ?? 0) > 0.45)
        #expect(try bench.ledgerLines().last?.contains("\"of\":0") == true)
    }

    @Test func aPageThatFailsIsTriedAgainAlsoWhenItsFeedDropsTheItem() async throws {
        bench.shelf.put(feedURL, rss([("1", "Dredging delayed", "https://harbour.example/1", "")]))
        let failure = FetchFailure(category: .timeout, reason: "timed out")
        bench.shelf.put("https://harbour.example/1", .failed(failure))
        let first = try await bench.poll(source)
        #expect(first.waiting == 1 && first.decided.isEmpty)
        bench.shelf.put(feedURL, .notModified(ResponseHead(status: 304, url: feedURL)))
        bench.shelf.put("https://harbour.example/1", page(title: "Dredging delayed", paragraphs: dredging))
        let second = try await bench.poll(source)
        #expect(second.decided == [.filed: 1])
        #expect(try bench.workspace.store.pendingCount() == 0)
    }

    @Test func aPageThatStaysAwayLeavesTheFeedsOwnText() async throws {
        let text = orchestra.joined(separator: " ")
        bench.shelf.put(feedURL, rss([("1", "Strike over", "https://harbour.example/2", text)]))
        bench.shelf.put(
            "https://harbour.example/2", .failed(FetchFailure(category: .timeout, reason: "timed out")))
        for _ in 0..<3 { #expect(try await bench.poll(source).waiting == 1) }
        #expect(try await bench.poll(source).decided == [.filed: 1])
        #expect(try bench.workspace.store.pendingCount() == 0)
    }

    @Test func anItemThatNeverBroughtATextIsRecordedAsSkipped() async throws {
        bench.shelf.put(feedURL, rss([("1", "Gone", "https://harbour.example/missing", "")]))
        #expect(try await bench.poll(source).waiting == 1)
        #expect(try await bench.poll(source).decided == [.skipped: 1])
        #expect(try await bench.poll(source).decided.isEmpty)
        #expect(try bench.files().isEmpty)
        let entry = try #require(try bench.workspace.store.entry(number: 0))
        #expect(entry.state == .skipped && entry.reason.contains("404"))
    }

    /// Some feeds make up their ids at each request.
    @Test(arguments: [true, false])
    func idsThatChangeEveryPollMakeNoNewItems(hasLinks: Bool) async throws {
        var source = source
        source.fullText = false
        func put(_ round: Int, _ stories: ClosedRange<Int>) {
            bench.shelf.put(
                feedURL,
                rss(
                    stories.map {
                        (
                            "guid-\(round)-\($0)", "航道疏浚 \($0)",
                            hasLinks ? "https://harbour.example/\($0)" : "", "\(dredging[$0 % 4]) \($0)"
                        )
                    }), type: "application/rss+xml")
        }
        put(0, 1...4)
        #expect(try await bench.poll(source).fresh == 4)
        for round in 1...3 {
            put(round, 1...4)
            let result = try await bench.poll(source)
            #expect(result.fresh == 0 && result.decided.isEmpty)
            #expect(result.notes.contains { $0.contains("ids change from poll to poll") })
        }
        put(4, 2...5)
        #expect(try await bench.poll(source).fresh == 1)
        #expect(try bench.ledgerLines().count == 5)
    }

    /// Warnings of the same regions stand at the same addresses every day.
    @Test func newWordsAtKnownAddressesAreNewItems() async throws {
        var source = source
        source.fullText = false
        for round in 0..<3 {
            bench.shelf.put(
                feedURL,
                rss(
                    (0..<4).map {
                        (
                            "warning-\(round)-\($0)", "Warning \(round) for region \($0)",
                            "https://harbour.example/region/\($0)",
                            "\(dredging[$0]) \(orchestra[round]) \(round * 7 + $0)"
                        )
                    }), type: "application/rss+xml")
            #expect(try await bench.poll(source).fresh == 4)
        }
    }

    @Test func whatWaitsIsNotListedTwiceWhenItsIdChanges() async throws {
        for round in 0..<3 {
            bench.shelf.put(
                feedURL, rss([("id-\(round)", "Dredging delayed", "https://harbour.example/1", "")]),
                type: "application/rss+xml")
            bench.shelf.put(
                "https://harbour.example/1", .failed(FetchFailure(category: .timeout, reason: "timed out")))
            #expect(try await bench.poll(source).waiting == 1)
            #expect(try bench.workspace.store.pendingCount() == 1)
        }
    }

    /// A show's page stands behind each of its episodes.
    @Test func aLinkThatComesBackWithAnotherIdIsAnotherItem() async throws {
        var source = source
        source.fullText = false
        for (episode, text) in [dredging[0], orchestra[0], dredging[2]].enumerated() {
            bench.shelf.put(
                feedURL,
                rss([("episode-\(episode)", "Episode \(episode)", "https://harbour.example/show", text)]),
                type: "application/rss+xml")
            #expect(try await bench.poll(source).fresh == 1)
        }
    }

    /// A document cut off in the middle has the item's name already, but not yet its link.
    @Test func anItemThatWasCutOffIsReadWhenItIsWhole() async throws {
        bench.shelf.put(
            feedURL,
            "<rss version=\"2.0\"><channel><title>H</title><item><guid>1</guid><title>Strike over</title>",
            type: "application/rss+xml")
        #expect(try await bench.poll(source).listed == 0)
        putStory()
        bench.shelf.put(feedURL, rss([("1", "Strike over", "https://harbour.example/1", "")]))
        #expect(try await bench.poll(source).decided == [.filed: 1])
    }

    @Test(arguments: ["", "<html><body></body></html>"])
    func aPageThatIsEmptyForAMomentIsNotLost(body: String) async throws {
        putStory()
        bench.shelf.put(feedURL, rss([("1", "Strike over", "https://harbour.example/1", "")]))
        bench.shelf.put("https://harbour.example/1", body)
        #expect(try await bench.poll(source).waiting == 1)
        putStory()
        #expect(try await bench.poll(source).decided == [.filed: 1])
    }

    @Test func aServerOfPagesThatAsksToBeLeftAloneIsLeftAlone() async throws {
        let until = bench.clock.now + .seconds(3600)
        let items = (0..<30).map { ("\($0)", "Story \($0)", "https://harbour.example/\($0)", "") }
        bench.shelf.put(feedURL, rss(items))
        for (_, _, link, _) in items { bench.shelf.put(link, .throttled(until: until)) }
        let result = try await bench.poll(source)
        #expect(result.report?.outcome == .throttled(until: until))
        #expect(bench.shelf.requests.count <= 9)
        // Nothing counts as tried, and everything is there once the server answers again.
        #expect(try bench.workspace.store.pendingCount() == 0)
        for (number, item) in items.enumerated() {
            let words = (0..<80).map { "w\(number)y\($0 * 7919 % 997)" }.joined(separator: " ")
            bench.shelf.put(item.2, page(title: item.1, paragraphs: [words, words + " end"]))
        }
        #expect(try await bench.poll(source).decided == [.filed: 30])
    }

    @Test func aBrokenFeedIsTheProblemOfItsSourceAlone() async throws {
        bench.shelf.put(feedURL, "this is no feed at all", type: "text/plain")
        let result = try await bench.poll(source)
        guard case .failed(let problem)? = result.report?.outcome else {
            Issue.record("the poll did not fail")
            return
        }
        #expect(!problem.isEmpty)
        #expect(try bench.workspace.store.healths()["Harbour"]?.failures == 1)
        putStory()
        #expect(try await bench.poll(source).decided == [.filed: 1])
        #expect(try bench.workspace.store.healths()["Harbour"]?.failures == 0)
    }

    @Test func validatorsAreSentBackAsTheyCame() async throws {
        bench.shelf.put(feedURL, rss([]), type: "application/rss+xml", etag: "W/\"abc\"")
        try await bench.poll(source)
        try await bench.poll(source)
        #expect(bench.shelf.requests.map(\.etag) == [nil, "W/\"abc\""])
    }

    @Test func configuredHeadersStayAtTheirHost() async throws {
        var guarded = source
        guarded.headers = [Header(name: "X-Key", value: "secret")]
        bench.shelf.put(
            feedURL,
            rss([
                ("1", "Here", "https://harbour.example/1", ""),
                ("2", "There", "https://elsewhere.example/2", ""),
            ]))
        try await bench.poll(guarded)
        let withHeaders = bench.shelf.requests.filter { !$0.headers.isEmpty }.map(\.url)
        #expect(withHeaders.sorted() == ["https://harbour.example/1", feedURL])
    }

    @Test func aLinkThatServesEveryIssueLosesNone() async throws {
        putStory()
        try await bench.poll(source)
        bench.shelf.put(feedURL, rss([("issue 2", "Strike over", "https://harbour.example/1", "")]))
        bench.shelf.put("https://harbour.example/1", page(title: "Strike over", paragraphs: orchestra))
        #expect(try await bench.poll(source).decided == [.filed: 1])
    }

    @Test func whatOneSourceCouldNotReadAnotherMayBring() async throws {
        bench.shelf.put(feedURL, rss([("1", "Dredging", "https://harbour.example/1", "")]))
        try await bench.poll(source)
        #expect(try await bench.poll(source).decided == [.skipped: 1])
        var other = Source(name: "Other", kind: .feed, url: "https://other.example/feed")
        other.fullText = false
        let text = dredging.joined(separator: " ")
        bench.shelf.put(other.url, rss([("x1", "Dredging", "https://harbour.example/1", text)]))
        #expect(try await bench.poll(other).decided == [.filed: 1])
    }

    @Test func itemsThatShareALinkAreStillDifferentItems() async throws {
        var items = source
        items.fullText = false
        let link = "https://harbour.example/live"
        bench.shelf.put(
            feedURL,
            rss([
                ("1", "Dredging", link, dredging.joined(separator: " ")),
                ("2", "Orchestra", link, orchestra.joined(separator: " ")),
            ]))
        #expect(try await bench.poll(items).decided == [.filed: 2])
    }

    @Test func theSameAddressInTwoFeedsIsFetchedOnce() async throws {
        putStory()
        try await bench.poll(source)
        let section = Source(name: "Harbour ports", kind: .feed, url: "https://harbour.example/ports.xml")
        bench.shelf.put(
            section.url,
            rss([("p1", "Dredging delayed", "http://www.harbour.example/1?utm_source=rss", "")]))
        #expect(try await bench.poll(section).decided.isEmpty)
        #expect(try bench.ledgerLines().count == 1)
    }
}

@Suite struct AlertFlowTests {
    private let bench: Bench

    init() throws {
        bench = try Bench()
        bench.rules = [WatchRule(name: "Ports", query: "Varna AND dredging", severity: .high)]
        for (host, path) in [("a", "1"), ("b", "2"), ("c", "3")] {
            let feed = "https://\(host).example/feed"
            bench.shelf.put(feed, rss([(path, "Dredging \(host)", "https://\(host).example/\(path)", "")]))
            bench.shelf.put(
                "https://\(host).example/\(path)", page(title: "Dredging \(host)", paragraphs: dredging))
        }
    }

    private func poll(_ host: String) async throws {
        try await bench.poll(Source(name: host, kind: .feed, url: "https://\(host).example/feed"))
        await bench.deliverAlerts()
    }

    @Test func oneAlertARuleAndStoryThenCarriersAreCounted() async throws {
        for host in ["a", "b", "c"] { try await poll(host) }
        #expect(bench.mailbox.alerts.map(\.outlet) == ["a.example"])
        let story = try bench.workspace.store.alerts(ofStory: 0)
        #expect(story.map(\.laterCarriers) == [2])
    }

    @Test func aRuleThatRepeatsTellsOfEveryCarrier() async throws {
        bench.rules[0].repeatsForCopies = true
        for host in ["a", "b"] { try await poll(host) }
        #expect(bench.mailbox.alerts.map(\.outlet) == ["a.example", "b.example"])
        #expect(bench.mailbox.alerts.map(\.otherOutlets) == [0, 1])
    }

    @Test func anAlertThatCouldNotBeDeliveredStaysOwedAcrossARestart() async throws {
        bench.mailbox.setBroken(true)
        try await poll("a")
        #expect(bench.mailbox.alerts.isEmpty)
        try bench.restart()
        bench.mailbox.setBroken(false)
        await bench.deliverAlerts()
        await bench.deliverAlerts()
        #expect(bench.mailbox.alerts.count == 1)
    }
}
