import Dates
import Model
import Testing
import Text

@testable import Extract

/// HTML in `<script type="text/template">` is read where a page has hardly any other text, and is an article.
@Suite struct TemplateTests {
    private static let extractor = Extractor(dates: DateReader(), languages: LanguageIdentifier())
    private static let story = (1...4).map {
        "<p>Ship number \($0) came in with the tide on Friday, and its crew was brought to the old town hall for the night.</p>"
    }.joined()

    private func page(_ template: String, rules: ArticleRules = ArticleRules(), short: String = "") throws
        -> ExtractedPage
    {
        let html = """
            <html><head><title>Ships come in</title></head><body><h1>Ships come in</h1><div class="post">\(short)\
            <script type="text/template">\(template)</script></div></body></html>
            """
        return try Self.extractor.article(
            from: Array(html.utf8), contentType: nil, url: "https://site.example/a/1", item: nil,
            rules: rules,
            languageHint: nil, now: Timestamp(seconds: 1_795_200_000))
    }

    @Test func anArticleInATemplateIsRead() throws {
        #expect(try page(Self.story).article.paragraphs.count == 4)
        #expect(
            try page(Self.story, short: "<p>Four ships came in on Friday, with the tide.</p>").article
                .paragraphs.count == 5)
    }

    @Test func selectorsSeeTheTemplateToo() throws {
        var rules = ArticleRules()
        rules.remove = [".advert"]
        let story =
            Self.story
            + "<p class='advert'>Whoever buys a ship this week will get a second one for half of its price.</p>"
        #expect(try page(story, rules: rules).article.paragraphs.count == 4)
        rules.remove = [".not-on-this-page"]
        #expect(try page(Self.story, rules: rules).article.paragraphs.count == 4)
    }

    @Test(arguments: [
        "<p>Unfortunately an error has occurred while the comments of our readers were loaded from the server.</p>",
        story.replacing("Ship number", with: "{{author}} wrote that ship"),
        story.replacing("Friday", with: "<%= day %>"),
        story.replacing("Friday", with: "${day}"),
        story
            + "<p>We use cookies on this website, some of which are essential, and others that are not.</p>",
    ])
    func whatIsNoArticleStaysOut(template: String) throws {
        let short = "<p>Four ships came in on Friday, with the tide and the wind.</p>"
        #expect(
            try page(template, short: short).article.paragraphs == [
                "Four ships came in on Friday, with the tide and the wind."
            ])
    }

    @Test func aLongTextNeedsNoTemplate() throws {
        let found = try page(
            "<p>Of another story there is a paragraph here, with all that belongs to it.</p>" + Self.story,
            short: Self.story)
        #expect(found.article.paragraphs.count == 4)
    }
}
