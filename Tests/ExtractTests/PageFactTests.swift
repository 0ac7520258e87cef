import Dates
import Model
import Testing
import Text

@testable import Extract

/// Facts of a page whose text is always the same three paragraphs.
@Suite struct PageFactTests {
    private static let extractor = Extractor(dates: DateReader(), languages: LanguageIdentifier())
    private static let text = """
        <p>The harbour in the north opened again on Friday, after a storm had closed it for nine days, the port said.</p>\
        <p>Forty ships waited outside, and the pilots worked through the night to bring all of them to their piers.</p>\
        <p>Whoever had fish on board sold it at sea, the captains said, and nobody lost more than a few boxes of it.</p>
        """

    private func page(
        head: String = "", before: String = "<h1>The harbour opens again</h1>", language: String = "en",
        root: String = "", body: String = text, feedTitle: String? = nil
    ) throws -> ExtractedPage {
        let html = """
            <!doctype html><html lang="\(language)" \(root)><head>\(head)</head><body><article>\(before)\(body)</article></body></html>
            """
        return try Self.extractor.article(
            from: Array(html.utf8), contentType: "text/html; charset=utf-8", url: "https://port.example/a/1",
            item: item(feedTitle), rules: ArticleRules(), languageHint: language,
            now: Timestamp(seconds: 1_795_200_000))
    }

    @Test(arguments: [
        ("en", "Updated 15 November 2026 10:00 | Published 13 November 2026 14:05"),
        ("en", "Published 13 November 2026 14:05, last updated 15 November 2026"),
        ("de", "Aktualisiert am 15.11.2026, 10:00 Uhr Veröffentlicht am 13.11.2026, 14:05 Uhr"),
        ("fr", "Mis à jour le 15 novembre 2026 - Publié le 13 novembre 2026"),
        ("es", "Actualizado: 15 de noviembre de 2026. Publicado: 13 de noviembre de 2026"),
        ("ru", "Обновлено: 15 ноября 2026, Опубликовано: 13 ноября 2026"),
        ("uk", "Оновлено 15 листопада 2026 | Опубліковано 13 листопада 2026"),
        ("zh", "更新时间：2026-11-15 10:00 发布时间：2026-11-13 14:05"),
        ("ja", "更新 2026年11月15日 公開 2026年11月13日"),
        ("ja", "2026年11月13日 公開 2026年11月15日 更新"),
        ("ko", "수정 2026.11.15 10:00 입력 2026.11.13 14:05"),
        ("ko", "2026.11.15 10:00 수정 | 2026.11.13 14:05 입력"),
        ("ar", "آخر تحديث: 15 نوفمبر 2026 - نشر في: 13 نوفمبر 2026"),
        ("fa", "به‌روزرسانی: ۲۴ آبان ۱۴۰۵ انتشار: ۲۲ آبان ۱۴۰۵"),
        ("he", "עודכן: 15.11.2026 פורסם: 13.11.2026"),
        ("hi", "अपडेट: 15 नवंबर 2026 प्रकाशित: 13 नवंबर 2026"),
        ("th", "ปรับปรุงล่าสุด 15 พ.ย. 2569 เผยแพร่ 13 พ.ย. 2569"),
    ])
    func aLineOfTwoDatesGivesThePublication(language: String, line: String) throws {
        for tag in ["p", "div", "span"] {
            let found = try page(
                before: "<h1>The harbour opens again</h1><\(tag)>\(line)</\(tag)>", language: language
            ).article
            #expect(found.published?.day.iso == "2026-11-13", "\(line) in \(tag)")
            #expect(found.paragraphs.count == 3, "\(line) in \(tag)")
        }
    }

    @Test func aMarkedTimeBehindAWordOfChangeIsNotThePublication() throws {
        let line = """
            <h1>The harbour opens again</h1><p>Updated <time datetime="2026-11-15T10:00Z">15 Nov</time> \
            Published <time datetime="2026-11-13T10:00Z">13 Nov</time></p>
            """
        #expect(try page(before: line).article.published?.day.iso == "2026-11-13")
    }

    @Test func aSentenceThatBeginsWithSuchAWordIsText() throws {
        let sentence =
            "<p>Created in 1998, the book on the harbour sold 20,000 copies in its first year alone.</p>"
        #expect(try page(body: Self.text + sentence).article.paragraphs.count == 4)
    }

    @Test(arguments: ["⚡", "⚡=\"\"", "⚡\u{FE0F}", "amp", "AMP=\"\""])
    func bothSignsOfAMPAreKnown(sign: String) throws {
        #expect(try page(root: sign).isAMP)
        #expect(try !page(root: "data-x=\"\(sign.prefix(1))\"").isAMP)
    }

    @Test(arguments: [
        ("<meta name=\"twitter:image:src\" content=\"/i.jpg\">", ""),
        ("<link rel=\"image_src\" href=\"/i.jpg\">", ""),
        ("<meta itemprop=\"image\" content=\"/i.jpg\">", ""),
        ("", "<img itemprop=\"image\" src=\"/i.jpg\">"),
        ("", "<div itemprop=\"image\" itemscope><meta itemprop=\"url\" content=\"/i.jpg\"></div>"),
        ("", "<figure itemprop=\"image\" itemscope><img itemprop=\"contentUrl\" src=\"/i.jpg\"></figure>"),
        ("<base href=\"https://port.example/\"><meta property=\"og:image\" content=\"i.jpg\">", ""),
        (ld("\"image\": {\"contentUrl\": \"/i.jpg\"}"), ""),
        (ld("\"image\": {\"@id\": \"#p\"}}, {\"@id\": \"#p\", \"url\": \"/i.jpg\""), ""),
        (ld("\"image\": {\"@id\": \"https://port.example/i.jpg\"}"), ""),
    ])
    func thePictureIsFoundWhereverPagesNameIt(head: String, before: String) throws {
        let found = try page(head: head, before: "<h1>The harbour opens again</h1>" + before).article
        #expect(found.imageURL == "https://port.example/i.jpg", "\(head)\(before)")
    }

    @Test(arguments: [
        ("Hafen", "<meta itemprop=\"articleSection\" content=\"Hafen\">", ""),
        ("Порт", "", "<span itemprop=\"articleSection\">Порт</span>"),
        ("港口", "<meta name=\"parsely-page\" content='{\"section\": \"港口\"}'>", ""),
        ("ท่าเรือ", ld("\"x\": 1}, " + steps("หน้าแรก", "ท่าเรือ", "The harbour opens again")), ""),
        ("ميناء", ld("\"x\": 1}, " + steps("الرئيسية", "ميناء")), ""),
        ("बंदरगाह", ld("\"x\": 1}, " + steps("होम", "बंदरगाह", "समाचार")), ""),
        (
            "港", "",
            """
            <ol><li itemprop="itemListElement" itemscope><a itemprop="item" href="/"><span itemprop="name">ホーム</span></a></li>\
            <li itemprop="itemListElement" itemscope><a itemprop="item" href="/p"><span itemprop="name">港</span></a></li></ol>
            """
        ),
    ])
    func theSectionIsFoundWhereverPagesNameIt(section: String, head: String, before: String) throws {
        let found = try page(head: head, before: before + "<h1>The harbour opens again</h1>").article
        #expect(found.section == section)
    }

    private static func ld(_ members: String) -> String {
        """
        <script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "The harbour opens again", \
        \(members)}]}</script>
        """
    }

    private static func steps(_ names: String...) -> String {
        let list = names.enumerated().map {
            "{\"position\": \($0.offset + 1), \"item\": {\"name\": \"\($0.element)\"}}"
        }
        return "{\"@type\": \"BreadcrumbList\", \"itemListElement\": [\(list.joined(separator: ","))]"
    }

    @Test(arguments: [
        ("<base href=\"/zz/\"><link rel=\"canonical\" href=\"e\">", "https://port.example/zz/e"),
        (
            "<base href=\"https://www.port.example/\"><meta property=\"og:url\" content=\"e\">",
            "https://port.example/e"
        ),
        ("<link itemprop=\"mainEntityOfPage\" href=\"/canon\">", "https://port.example/canon"),
        ("<base href=\":\"><link rel=\"canonical\" href=\"/e\">", "https://port.example/e"),
    ])
    func theAddressIsReadFromItsBase(head: String, canonical: String) throws {
        let found = try page(head: head).article.canonicalURL
        #expect(found?.replacing("www.", with: "") == canonical)
    }

    @Test(arguments: [
        "{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;datePublished&quot;:&quot;2026-11-13T14:05:00Z&quot;,&quot;author&quot;:{&quot;name&quot;:&quot;Ana Ruiz&quot;}}",
        "{'@type':'NewsArticle','datePublished':'2026-11-13T14:05:00Z','author':{'name':'Ana Ruiz'}}",
        "{\"@type\":\"NewsArticle\",datePublished:\"2026-11-13T14:05:00Z\",author:{name:\"Ana Ruiz\"}}",
        "{\"@type\":\"schema:NewsArticle\",\"schema:datePublished\":\"2026-11-13T14:05:00Z\",\"schema:author\":{\"schema:name\":\"Ana Ruiz\"}}",
        "{\"@type\":\"http://schema.org/NewsArticle\",\"http://schema.org/datePublished\":{\"@value\":\"2026-11-13T14:05:00Z\"},\"http://schema.org/author\":{\"http://schema.org/name\":\"Ana Ruiz\"}}",
        "{\\\"@type\\\":\\\"NewsArticle\\\",\\\"datePublished\\\":\\\"2026-11-13T14:05:00Z\\\",\\\"author\\\":{\\\"name\\\":\\\"Ana Ruiz\\\"}}",
        "\"{\\\"@type\\\":\\\"NewsArticle\\\",\\\"datePublished\\\":\\\"2026-11-13T14:05:00Z\\\",\\\"author\\\":{\\\"name\\\":\\\"Ana Ruiz\\\"}}\"",
    ])
    func linkedDataOfEveryShapeIsRead(script: String) throws {
        let found = try page(head: "<script type=\"application/ld+json\">\(script)</script>").article
        #expect(found.published?.day.iso == "2026-11-13", "\(script)")
        #expect(found.byline == "Ana Ruiz", "\(script)")
    }

    @Test func theTextOfPostsInLinkedDataStandsInForAMissingOne() throws {
        let posts = (1...6).map {
            "{\"headline\": \"Ship \($0)\", \"articleBody\": \"The ship number \($0) came in with the tide, and its crew was brought to the old town hall.\"}"
        }
        let head = Self.ld("\"liveBlogUpdate\": [\(posts.joined(separator: ","))]")
        let found = try page(
            head: head.replacing("NewsArticle", with: "LiveBlogPosting"), body: "<p>Live.</p>"
        ).article
        #expect(found.paragraphs.count == 12)
        #expect(found.paragraphs.first == "Ship 1")
    }
}

private func item(_ title: String?) -> Item? {
    guard let title else { return nil }
    var item = Item(key: "k")
    item.title = title
    return item
}
