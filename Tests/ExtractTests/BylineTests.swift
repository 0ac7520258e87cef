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
        ("АвторИван Петров", ["Иван Петров"]), ("AutorEva Müller", ["Eva Müller"]), ("Author王小明", ["王小明"]),
        ("Authorليلى حداد", ["ليلى حداد"]),
        // Names and agencies that begin as such a label does.
        ("Byron Smith", ["Byron Smith"]), ("PARIS MATCH", ["PARIS MATCH"]), ("Porter Hill", ["Porter Hill"]),
        ("BYU Radio", ["BYU Radio"]), ("DiCaprio", ["DiCaprio"]), ("Von der Leyen", ["der Leyen"]),
        // What stands around names.
        ("View all posts by Anna Lee", ["Anna Lee"]), ("Zeige alle Beiträge von Tom Berg", ["Tom Berg"]),
        ("Tom Berg Chefredakteur", ["Tom Berg"]), ("Posted on", []), ("Veröffentlicht am", []),
        ("Auteur", []), ("Por", []),
        ("", []),
    ])
    func namesAreFoundInABylinesText(text: String, names: [String]) {
        #expect(personNames(text) == names)
    }

    /// Templates declare the publisher or a login as the author of every page.
    @Test(arguments: [
        ("{\"@type\": \"Person\", \"name\": \"Anna Lee\"}", "Gazette Holding", "Anna Lee"),
        ("{\"@type\": [\"Person\", \"Organization\"], \"name\": \"Anna Lee\"}", "alee", "Anna Lee"),
        ("{\"@type\": \"Person\", \"name\": \"王小明\"}", "Gazette Holding", "王小明"),
        ("{\"@type\": \"Person\", \"name\": \"\"}", "Gazette Holding", "Gazette Holding"),
        ("{\"@type\": \"Organization\", \"name\": \"Desk North\"}", "Anna Lee", "Desk North, Anna Lee"),
        ("{\"@type\": \"Person\", \"name\": \"alee\"}", "Anna Lee", "alee, Anna Lee"),
    ])
    func fullNamesOfPersonsInLinkedDataAreAllTheAuthors(author: String, declared: String, byline: String)
        throws
    {
        let html = """
            <html><head><title>Harbour opens</title><meta charset="utf-8"><meta name="author" content="\(declared)">\
            <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Harbour opens", "author": \(author)}</script>\
            </head><body><h1>Harbour opens</h1>\(Self.text)</body></html>
            """
        #expect(try article(html).byline == byline)
    }

    /// The heading of a list is no byline.
    @Test(arguments: ["Posts by Category", "Articles by Topic", "More by Tom Berg"])
    func headingsOfListsNameNobody(heading: String) throws {
        #expect(try article("<h1>Harbour opens</h1>\(Self.text)<div><h4>\(heading)</h4></div>").byline == nil)
    }

    private static let text = """
        <p>The harbour in the north opened again on Friday, after a storm had closed it for nine days.</p>\
        <p>Forty ships waited outside, and the pilots worked through the night to bring them in.</p>
        """

    private func article(_ html: String) throws -> Article {
        try Extractor(dates: DateReader(), languages: LanguageIdentifier()).article(
            from: Array(html.utf8), contentType: "text/html; charset=utf-8", url: "https://site.example/a/1",
            item: nil, rules: ArticleRules(), languageHint: nil, now: Timestamp(seconds: 1_795_200_000)
        ).article
    }
}
