import Daemon
import Dates
import Fetch
import Model
import Testing

/// What a source lists beyond the document at its address.
@Suite struct DocumentsTests {
    private let bench: Bench

    init() throws {
        bench = try Bench()
    }

    private var asked: [String] { bench.shelf.requests.map(\.url) }

    // MARK: indexes of sitemaps

    private func putIndex(_ url: String, _ children: [(url: String, day: String?)]) {
        let entries = children.map { child in
            "<sitemap><loc>\(child.url)</loc>\(child.day.map { "<lastmod>\($0)</lastmod>" } ?? "")</sitemap>"
        }
        bench.shelf.put(
            url,
            "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>\(entries.joined())</sitemapindex>",
            type: "application/xml")
    }

    private func putSitemap(_ url: String, stories: [String]) {
        let entries = stories.map { "<url><loc>https://zeitung.example/\($0)</loc></url>" }
        bench.shelf.put(
            url, "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>\(entries.joined())</urlset>",
            type: "application/xml")
    }

    private func poll(index: String) async throws -> PollResult {
        var source = Source(name: "Zeitung", kind: .sitemap, url: index)
        source.fullText = false
        return try await bench.poll(source)
    }

    @Test func anIndexWithinAnIndexIsReadToo() async throws {
        let root = "https://zeitung.example/sitemap.xml"
        putIndex(
            root, [("https://zeitung.example/archiv.xml", nil), ("https://zeitung.example/news.xml", nil)])
        putIndex("https://zeitung.example/archiv.xml", [("https://zeitung.example/archiv-a.xml", nil)])
        putSitemap("https://zeitung.example/archiv-a.xml", stories: ["hafen", "fähre"])
        putSitemap("https://zeitung.example/news.xml", stories: ["sturm"])
        #expect(try await poll(index: root).listed == 3)
    }

    @Test func theNewestSitemapsAreReadAndNoMoreThanFour() async throws {
        let root = "https://zeitung.example/sitemap.xml"
        let days = (10...19).map {
            (url: "https://zeitung.example/\($0).xml", day: Optional("2026-02-\($0)"))
        }
        putIndex(root, days)
        for day in days { putSitemap(day.url, stories: ["story-of-\(day.day ?? "")"]) }
        #expect(try await poll(index: root).listed == 4)
        #expect(asked == [root] + (16...19).reversed().map { "https://zeitung.example/\($0).xml" })
    }

    @Test func withoutDatesTheAddressSaysWhichSitemapIsNew() async throws {
        let root = "https://zeitung.example/sitemap.xml"
        let names = ["2024-12", "2025-1", "2025-11", "2025-2", "2026-1", "2026-02", "20260211", "topics-7"]
        putIndex(root, names.map { ("https://zeitung.example/map-\($0).xml", nil) })
        for name in names { putSitemap("https://zeitung.example/map-\(name).xml", stories: ["of-\(name)"]) }
        _ = try await poll(index: root)
        #expect(
            Array(asked.dropFirst())
                == ["20260211", "topics-7", "2026-02", "2026-1"].map {
                    "https://zeitung.example/map-\($0).xml"
                })
    }

    @Test func sitemapsThatNothingTellsApartAreAllReadInTime() async throws {
        let root = "https://zeitung.example/sitemap.xml"
        let names = ["sport", "politik", "hafen", "kultur", "leute", "wetter", "meinung"]
        putIndex(root, names.map { ("https://zeitung.example/\($0).xml", nil) })
        for name in names { putSitemap("https://zeitung.example/\(name).xml", stories: ["of-\(name)"]) }
        for _ in 0..<12 {
            let result = try await poll(index: root)
            #expect(result.listed == 4)
            #expect(result.notes == ["read 4 of 7 sitemaps"])
            bench.clock.advance(.seconds(900))
        }
        #expect(Set(asked).count == names.count + 1)
    }

    @Test func whatIsLeftOutOfAPageIsSaid() async throws {
        let links = (0..<2100).map {
            "<li><a href=/a/\(9000 + $0)>Горсовет отложил голосование номер \($0)</a></li>"
        }
        let url = "https://port.example/novosti"
        bench.shelf.put(url, "<html lang=ru><ul>\(links.joined())</ul>")
        var source = Source(name: "Порт", kind: .page, url: url)
        let probe = Probe(dates: DateReader(), fetcher: bench.shelf, clock: bench.clock)
        #expect(await probe.finding(for: source).notes == ["only the first 2000 items were taken"])
        source.listing.date = "time"
        #expect(
            await probe.finding(for: source).notes.first
                == "date: \"time\" picks nothing for any of the 2000 items")
    }

    @Test func anIndexThatListsItselfOrNothingReadableEnds() async throws {
        let root = "https://zeitung.example/sitemap.xml"
        let loops = (0..<30).map { (url: "https://zeitung.example/loop-\($0).xml", day: String?.none) }
        putIndex(root, [(root, nil)] + loops)
        for loop in loops.dropFirst() { putIndex(loop.url, [(root, nil)] + loops) }
        let result = try await poll(index: root)
        #expect(result.listed == 0 && asked.count == 9)
        // Eight of the thirty, and the one that cannot be read may be among them.
        #expect(result.notes.last == "read 0 of 22 sitemaps")
    }

    // MARK: earlier pages of a feed

    private let feedURL = "https://hafen.example/atom.xml"

    /// The first ten came before the first poll, and so did some that are only in an archive.
    private func day(of story: Int) -> String {
        story <= 10 || (51...60).contains(story) ? "2026-02-12" : "2026-03-12"
    }

    private func putFeed(_ url: String, _ stories: [Int], next: String? = nil, rel: String = "next") {
        let entries = stories.map {
            "<entry><id>tag:hafen.example,2026:\($0)</id><title>Nachricht \($0)</title>"
                + "<link href='https://hafen.example/\($0)'/><updated>\(day(of: $0))T10:00:00Z</updated></entry>"
        }
        let link = next.map { "<link rel='\(rel)' href='\($0)'/>" } ?? ""
        bench.shelf.put(
            url,
            "<feed xmlns='http://www.w3.org/2005/Atom'><title>Hafen</title>\(link)\(entries.joined())</feed>",
            type: "application/atom+xml")
    }

    private func pollFeed() async throws -> PollResult {
        var source = Source(name: "Hafen", kind: .feed, url: feedURL)
        source.fullText = false
        return try await bench.poll(source)
    }

    private func problem() throws -> String? { try bench.workspace.store.healths()["Hafen"]?.problem }

    @Test(arguments: ["next", "prev-archive"])
    func whatCameAndWentBetweenTwoPollsIsFoundOnEarlierPages(rel: String) async throws {
        putFeed(feedURL, Array(1...10))
        #expect(try await pollFeed().fresh == 10)
        bench.clock.advance(.seconds(40 * 86_400))
        putFeed(feedURL, Array(31...40), next: "https://hafen.example/2", rel: rel)
        putFeed("https://hafen.example/2", Array(21...30), next: "https://hafen.example/3", rel: rel)
        putFeed("https://hafen.example/3", Array(5...20), next: "https://hafen.example/4", rel: rel)
        #expect(try await pollFeed().fresh == 30)
        #expect(!asked.contains("https://hafen.example/4"))
        #expect(try problem() == nil)
        // And nothing more of it once it is known.
        let before = asked.count
        #expect(try await pollFeed().fresh == 0)
        #expect(asked.count == before + 1)
    }

    /// A relaunch gives everything another name and address; its archive is no news.
    @Test func anArchiveOlderThanTheLastPollIsLeftAlone() async throws {
        putFeed(feedURL, Array(1...10))
        _ = try await pollFeed()
        putFeed(feedURL, Array(31...40), next: "https://hafen.example/2")
        putFeed("https://hafen.example/2", Array(51...60), next: "https://hafen.example/3")
        #expect(try await pollFeed().fresh == 10)
        #expect(!asked.contains("https://hafen.example/3"))
        #expect(try problem() == nil)
    }

    @Test func aSitemapWithoutAYearIsReadBesideThoseOfTheYears() async throws {
        let root = "https://zeitung.example/sitemap.xml"
        let years = (2018...2026).map {
            (url: "https://zeitung.example/sitemap-\($0).xml", day: String?.none)
        }
        putIndex(root, [("https://zeitung.example/news.xml", nil)] + years)
        putSitemap("https://zeitung.example/news.xml", stories: ["sturm"])
        for year in years { putSitemap(year.url, stories: ["of-\(year.url.suffix(8).prefix(4))"]) }
        #expect(try await poll(index: root).listed == 4)
        #expect(asked.contains("https://zeitung.example/news.xml"))
        #expect(asked.contains("https://zeitung.example/sitemap-2026.xml"))
    }

    @Test func anIndexWhoseServerWantsPeaceIsLeftAlone() async throws {
        let root = "https://zeitung.example/sitemap.xml"
        let children = (0..<9).map { (url: "https://zeitung.example/\($0).xml", day: String?.none) }
        putIndex(root, children)
        for child in children { bench.shelf.put(child.url, .throttled(until: nil)) }
        let result = try await poll(index: root)
        #expect(asked.count == 2)
        #expect(result.report?.outcome == .throttled(until: nil))
    }

    @Test func anIndexNoneOfWhichCanBeReadHasFailed() async throws {
        let root = "https://zeitung.example/sitemap.xml"
        putIndex(root, [("https://zeitung.example/a.xml", nil), ("https://zeitung.example/b.xml", nil)])
        let result = try await poll(index: root)
        guard case .failed(let problem)? = result.report?.outcome else {
            Issue.record("it did not fail")
            return
        }
        #expect(problem.contains("answered 404"))
    }

    @Test func aFirstPollAndAFeedWithSomethingKnownGoNoFurther() async throws {
        putFeed(feedURL, Array(1...10), next: "https://hafen.example/2")
        #expect(try await pollFeed().fresh == 10)
        putFeed(feedURL, Array(10...19), next: "https://hafen.example/2")
        #expect(try await pollFeed().fresh == 9)
        #expect(asked == [feedURL, feedURL])
    }

    @Test func aGapThatNoPageFillsIsSaid() async throws {
        putFeed(feedURL, Array(1...10))
        _ = try await pollFeed()
        putFeed(feedURL, Array(31...40))
        #expect(try await pollFeed().fresh == 10)
        #expect(try problem()?.hasPrefix("all 10 items are new since the last poll") == true)
        putFeed(feedURL, Array(32...41))
        #expect(try await pollFeed().fresh == 1)
        #expect(try problem() == nil)
    }

    @Test func aFeedOfFewItemsIsRenewedWithoutAWord() async throws {
        putFeed(feedURL, [1, 2])
        _ = try await pollFeed()
        putFeed(feedURL, [3, 4])
        #expect(try await pollFeed().fresh == 2)
        #expect(try problem() == nil)
    }

    @Test func pagesWithoutEndAreLeftAfterEight() async throws {
        putFeed(feedURL, [1])
        _ = try await pollFeed()
        putFeed(feedURL, Array(100...120), next: "https://hafen.example/page/1")
        for page in 1..<20 {
            putFeed(
                "https://hafen.example/page/\(page)", [1000 + page],
                next: "https://hafen.example/page/\(page + 1)")
        }
        #expect(try await pollFeed().fresh == 29)
        #expect(asked.count == 2 + 8)
        #expect(try problem()?.hasPrefix("all 29 items") == true)
    }

    @Test func aPageThatPointsToItselfIsReadOnce() async throws {
        putFeed(feedURL, [1])
        _ = try await pollFeed()
        putFeed(feedURL, [2], next: feedURL)
        #expect(try await pollFeed().fresh == 1)
        #expect(asked == [feedURL, feedURL])
    }

    @Test func aJSONFeedGoesOnAtItsNextURL() async throws {
        func put(_ url: String, _ id: Int, next: String?) {
            let next = next.map { "\"next_url\": \"\($0)\", " } ?? ""
            bench.shelf.put(
                url,
                """
                {"version": "https://jsonfeed.org/version/1.1", "title": "港", \(next)"items": [
                  {"id": "\(id)", "title": "记事 \(id)", "url": "https://hafen.example/\(id)", "content_text": "正文"}]}
                """, type: "application/feed+json")
        }
        put(feedURL, 1, next: nil)
        _ = try await pollFeed()
        put(feedURL, 3, next: "https://hafen.example/2.json")
        put("https://hafen.example/2.json", 2, next: "https://hafen.example/1.json")
        put("https://hafen.example/1.json", 1, next: nil)
        #expect(try await pollFeed().fresh == 2)
    }
}
