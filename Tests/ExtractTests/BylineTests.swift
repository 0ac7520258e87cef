import Dates
import Model
import Testing
import Text

@testable import Extract

@Suite struct BylineTests {
    @Test(arguments: [
        ("By Anna Lee and Bo Chen, Reuters", ["Anna Lee", "Bo Chen", "Reuters"]),
        ("Von Jutta Klein und Tom Berg", ["Jutta Klein", "Tom Berg"]),
        ("作者：王小明", ["王小明"]), ("記者 山田太郎", ["山田太郎"]), ("김민수 기자", ["김민수"]),
        ("بقلم: ليلى حداد", ["ليلى حداد"]), ("Автор: Иван Петров", ["Иван Петров"]),
        ("โดย สมชาย ใจดี", ["สมชาย ใจดี"]), ("लेखक: अमित शर्मा", ["अमित शर्मा"]),
        // Labels for screen readers stand against the name.
        ("AuthorAnna Lee", ["Anna Lee"]), ("Veröffentlicht vonTom Berg", ["Tom Berg"]),
        ("ByAnna Lee", ["Anna Lee"]),
        ("АвторИван Петров", ["Иван Петров"]),
        // Names and agencies that begin as such a label does.
        ("Byron Smith", ["Byron Smith"]), ("PARIS MATCH", ["PARIS MATCH"]), ("Porter Hill", ["Porter Hill"]),
        ("BYU Radio", ["BYU Radio"]),
        // What stands around names.
        ("View all posts by Anna Lee", ["Anna Lee"]), ("Zeige alle Beiträge von Tom Berg", ["Tom Berg"]),
        ("Tom Berg Chefredakteur", ["Tom Berg"]), ("Posted on", []), ("Veröffentlicht am", []),
        ("Auteur", []), ("Por", []),
        ("Mehr", []), ("", []),
    ])
    func namesAreFoundInABylinesText(text: String, names: [String]) {
        #expect(personNames(text) == names)
    }

    /// Templates declare the publisher or a login as the author of every page.
    @Test func personsInLinkedDataAreAllTheAuthors() throws {
        let html = """
            <html><head><title>Harbour opens</title><meta name="author" content="Gazette Holding"><script type="application/ld+json">\
            {"@type": "NewsArticle", "headline": "Harbour opens", "author": {"name": "Anna Lee"}}</script></head><body>\
            <h1>Harbour opens</h1><p>The harbour in the north opened again on Friday, after a storm had closed it for nine days.</p>\
            <p>Forty ships waited outside, and the pilots worked through the night to bring them in.</p></body></html>
            """
        let extractor = Extractor(dates: DateReader(), languages: LanguageIdentifier())
        func byline(_ html: String) throws -> String? {
            try extractor.article(
                from: Array(html.utf8), contentType: nil, url: "https://site.example/a/1", item: nil,
                rules: ArticleRules(), languageHint: nil, now: Timestamp(seconds: 1_795_200_000)
            ).article.byline
        }
        #expect(try byline(html) == "Anna Lee")
        #expect(try byline(html.replacing("Anna Lee", with: "")) == "Gazette Holding")
    }
}
