import Dates
import Model
import Testing
import Text

@testable import Extract

/// Titles of pages that show none, only declare one.
@Suite struct TitleTests {
    private static let extractor = Extractor(dates: DateReader(), languages: LanguageIdentifier())

    private func title(_ declared: String, feedTitle: String? = nil, head: String = "", foot: String = "")
        throws -> String?
    {
        let html = """
            <html><head><title>\(declared)</title>\(head)</head><body><p>The harbour in the north opened again on Friday, after a \
            storm had closed it for nine days.</p><p>Forty ships waited outside, and the pilots worked through the night to bring \
            them in.</p><footer>\(foot)</footer></body></html>
            """
        return try Self.extractor.article(
            from: Array(html.utf8), contentType: nil, url: "https://site.example/a/1",
            item: item(feedTitle), rules: ArticleRules(), languageHint: nil,
            now: Timestamp(seconds: 1_795_200_000)
        ).article.title
    }

    @Test(arguments: [
        ("财政部启动计划_海港新闻", "财政部启动计划"), ("财政部启动计划-海港网", "财政部启动计划"),
        ("Минфин начал программу — Гавань", "Минфин начал программу"),
        ("وزارة المالية تطلق البرنامج | صحيفة الميناء", "وزارة المالية تطلق البرنامج"),
        ("財務省が新制度を開始｜港新聞", "財務省が新制度を開始"), ("กระทรวงเริ่มโครงการ - ข่าวท่าเรือ", "กระทรวงเริ่มโครงการ"),
        ("मंत्रालय ने योजना शुरू की | बंदरगाह समाचार", "मंत्रालय ने योजना शुरू की"),
        ("Harbour Gazette | Ministry starts plan", "Ministry starts plan"),
        ("Ministry starts plan - Harbour Gazette", "Ministry starts plan"),
    ])
    func theFeedSaysWhatOfATitleIsTheSitesName(declared: String, feedTitle: String) throws {
        #expect(try title(declared, feedTitle: feedTitle) == feedTitle)
    }

    @Test(arguments: [
        ("财政部启动计划_海港新闻", "海港新闻", "财政部启动计划"), ("财政部启动计划-海港新闻", "海港新闻", "财政部启动计划"),
        ("Минфин начал программу — Гавань", "Гавань", "Минфин начал программу"),
        ("إطلاق البرنامج | صحيفة الميناء", "صحيفة الميناء", "إطلاق البرنامج"),
        ("Ministry starts plan - Harbour Gazette", "Harbour Gazette", "Ministry starts plan"),
    ])
    func thePageSaysWhatItsSiteIsCalled(declared: String, site: String, expected: String) throws {
        #expect(try title(declared, head: "<meta property=\"og:site_name\" content=\"\(site)\">") == expected)
        #expect(try title(declared, head: "<meta name=\"application-name\" content=\"\(site)\">") == expected)
        #expect(try title(declared, foot: "© 2026 \(site). All rights reserved") == expected)
    }

    @Test(arguments: [
        ("Spider-Man - the return of a hero", "Spider-Man"), ("Well-known ships of the north", "Well-known"),
        ("Who won - and who lost", "Another title of the feed"), ("电影-导演的一生", "电影"),
    ])
    func aTrueTitleIsNotCut(declared: String, feedTitle: String) throws {
        #expect(try title(declared, feedTitle: feedTitle) == declared)
        #expect(try title(declared, foot: "© 2026 Harbour Gazette") == declared)
    }

    @Test(arguments: [" - Harbour Gazette", "_海港新闻", " — Гавань", " | صحيفة الميناء", "｜港新聞"])
    func whatMostTitlesOfAnOutletEndWithIsLearned(tail: String) {
        var furniture = OutletFurniture()
        for number in 1...6 {
            let place = ["Norden", "Süden", "Westen", "Osten", "Inland", "Ausland"][number - 1]
            let article = Article(
                title: "Neues aus \(place)港" + tail,
                paragraphs: [
                    "\(place) has a harbour of its own, and \(place) is proud of it, the mayor of \(place) said."
                ])
            furniture.learn(article, day: 20_000 + number)
        }
        #expect(
            furniture.cut(Article(title: "Altes vom Meer港" + tail, paragraphs: ["A."])).title
                == "Altes vom Meer港")
        #expect(
            furniture.cut(Article(title: "Ebbe - und Flut", paragraphs: ["A."])).title == "Ebbe - und Flut")
        let again = OutletFurniture(bytes: furniture.bytes)
        #expect(
            again?.cut(Article(title: "Altes vom Meer港" + tail, paragraphs: ["A."])).title
                == "Altes vom Meer港")
    }

    /// A page without anything above its headline begins with that.
    @Test(arguments: [
        "Ministry starts a plan for the old harbour", "财政部启动旧港计划", "Минфин начал программу",
        "إطلاق برنامج الميناء القديم",
        "財務省が新制度を開始", "กระทรวงเริ่มโครงการท่าเรือ", "मंत्रालय ने योजना शुरू की",
    ])
    func aHeadlineInTheFirstLineIsNoSitesName(headline: String) throws {
        let declared = "\(headline) | Harbour Gazette"
        let html = """
            <html><head><title>\(declared)</title><meta property="og:title" content="\(declared)">\
            <meta property="og:site_name" content="Harbour Gazette"><script type="application/ld+json">\
            {"@type": "NewsArticle", "headline": "\(headline)"}</script></head><body><h1>\(headline)</h1><div class="story-body">\
            <p>The harbour in the north opened again on Friday, after a storm had closed it for nine days.</p>\
            <p>Forty ships waited outside, and the pilots worked through the night to bring them in.</p></div></body></html>
            """
        let found = try Self.extractor.article(
            from: Array(html.utf8), contentType: nil, url: "https://site.example/a/1", item: nil,
            rules: ArticleRules(), languageHint: nil, now: Timestamp(seconds: 1_795_200_000))
        #expect(found.article.title == headline)
    }

    @Test(arguments: [
        // A page that declares nothing, or only with the site's name behind it.
        ("", "<h1>Harbour opens again</h1>", "Harbour opens again"),
        (
            "<title>Harbour opens again - Gazette</title>", "<h1>Harbour opens again</h1>",
            "Harbour opens again"
        ),
        ("<title>旧港重新开放 - 港报</title>", "<h1>旧港重新开放</h1>", "旧港重新开放"),
        // The first line names the site.
        (
            "<title>Harbour opens again - Gazette</title>", "<h1>Gazette</h1><h2>Harbour opens again</h2>",
            "Harbour opens again"
        ),
        (
            "<title>Gazette - Harbour opens again</title>", "<h1>Gazette</h1><h2>Harbour opens again</h2>",
            "Harbour opens again"
        ),
        // What only screen readers read out is no part of it.
        (
            "<title>Harbour opens again</title>",
            "<h1>Harbour opens again<span class='visually-hidden'> | The Gazette of the North</span></h1>",
            "Harbour opens again"
        ),
    ])
    func theFirstLineIsTheHeadlineOrTheSitesName(head: String, top: String, title: String) throws {
        let html = """
            <html><head>\(head)</head><body>\(top)<div class="story-body">\
            <p>The harbour in the <a href="/n">north<span class="sr-only">(opens in a new window)</span></a> opened again on Friday, \
            after a storm had closed it for nine days.</p>\
            <p>Forty ships waited outside, and the pilots worked through the night to bring them in.</p></div></body></html>
            """
        let found = try Self.extractor.article(
            from: Array(html.utf8), contentType: "text/html; charset=utf-8", url: "https://site.example/a/1",
            item: nil,
            rules: ArticleRules(), languageHint: nil, now: Timestamp(seconds: 1_795_200_000))
        #expect(found.article.title == title)
        #expect(found.article.paragraphs.first?.contains("the north opened again") == true)
    }
}

private func item(_ title: String?) -> Item? {
    guard let title else { return nil }
    var item = Item(key: "k")
    item.title = title
    return item
}
