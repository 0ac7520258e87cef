import Dates
import Model
import Testing
import Text

@testable import Extract

@Suite struct SourceRulesTests {
    private static let html = """
        <html lang="en"><head><title>The lighthouse | Post</title></head><body><div id="x"><h2 class="t">A lamp for the \
        lighthouse</h2><b class="w">By Ann Orr</b><i class="d">12 February 2026</i><div class="body"><p>The lighthouse has a \
        new lamp, which is seen from forty miles, said the keeper.</p><p class="ad">Buy lamps here, buy them now, and buy two \
        of them.</p><p>The old one went to the museum, where it turns on Sundays.</p></div></div></body></html>
        """

    private func page(_ rules: ArticleRules) throws -> ExtractedPage {
        try Extractor(dates: DateReader(), languages: LanguageIdentifier(), explains: true).article(
            from: Array(Self.html.utf8), contentType: nil, url: "https://post.example/a", item: nil,
            rules: rules,
            languageHint: nil, now: Timestamp(seconds: 1_772_323_200))
    }

    @Test(arguments: ["div", "#x, .body", "//div", "div, p", "//div//text()"])
    func nestedMatchesGiveTheirTextOnce(text: String) throws {
        var rules = ArticleRules()
        rules.text = text
        let lines = try page(rules).article.paragraphs
        #expect(Set(lines).count == lines.count)
        #expect(lines.contains("The old one went to the museum, where it turns on Sundays."))
    }

    @Test(arguments: [
        (".body p", ".t", ".w", ".d", ".ad"),
        ("//div[@class='body']/p", "//h2", "//b", "//i", "//p[@class='ad']"),
    ])
    func selectorsOfBothKindsOverrideRecognition(
        text: String, title: String, byline: String, date: String, remove: String
    ) throws {
        var rules = ArticleRules()
        rules.text = text
        rules.title = title
        rules.byline = byline
        rules.date = date
        rules.remove = [remove]
        let page = try page(rules)
        #expect(
            page.article.paragraphs == [
                "The lighthouse has a new lamp, which is seen from forty miles, said the keeper.",
                "The old one went to the museum, where it turns on Sundays.",
            ])
        #expect(page.article.title == "A lamp for the lighthouse")
        #expect(page.article.byline == "By Ann Orr")
        #expect(page.article.published?.day.iso == "2026-02-12")
        #expect(page.findings.map(\.count) == [1, 2, 1, 1, 1])
        #expect(page.missedRule == nil)
        #expect(page.notes.filter(\.isKept).allSatisfy { $0.reason == "picked by article.text" })
        #expect(!page.notes.contains { $0.text.hasPrefix("Buy lamps") })
    }

    @Test func aSelectorThatFindsNothingIsToldAndRecognitionStandsIn() throws {
        var rules = ArticleRules()
        rules.text = "#gone"
        let page = try page(rules)
        #expect(page.missedRule == "article.text")
        #expect(page.article.text.contains("forty miles"))
        rules.text = nil
        rules.remove = [".not-on-every-page"]
        #expect(try self.page(rules).missedRule == nil)
    }

    /// A date rule that picks a headline, or what can be no date of publication, is as good as none.
    @Test(arguments: ["h1", "time.to-come"])
    func aDateSelectorThatGivesNoTrueDateIsToldAndRecognitionStandsIn(selector: String) throws {
        let html = """
            <html lang=ru><head><meta property="article:published_time" content="2026-02-12T10:00:00+03:00"></head>
            <body><article><h1>Паром снова ходит</h1><time class=to-come>2044-05-06</time>
            <p>Паром между двумя берегами снова ходит, сообщила в четверг городская служба перевозок.</p>
            <p>Первые пассажиры ждали на причале с раннего утра, несмотря на туман и сильный ветер.</p>
            </article></body></html>
            """
        var rules = ArticleRules()
        rules.date = selector
        let page = try Extractor(dates: DateReader(), languages: LanguageIdentifier()).article(
            from: Array(html.utf8), contentType: nil, url: "https://port.example/1", item: nil, rules: rules,
            languageHint: nil, now: Timestamp(seconds: 1_772_323_200))
        #expect(page.missedRule == "article.date")
        #expect(page.article.published?.day.iso == "2026-02-12")
    }

    @Test func aSelectorThatCannotBeReadIsAnError() {
        var rules = ArticleRules()
        rules.text = "div["
        #expect(throws: ExtractError.self) { try page(rules) }
    }

    @Test func everyBlockSaysWhatBecameOfItAndWhy() throws {
        let notes = try page(ArticleRules()).notes
        #expect(notes.contains { $0.isKept && $0.element.hasSuffix("p") && $0.reason == "kept" })
        #expect(notes.allSatisfy { !$0.reason.isEmpty && !$0.text.isEmpty })
    }

    @Test func whatTheOutletRepeatsIsNotedAsSuch() throws {
        var page = try page(ArticleRules())
        var furniture = OutletFurniture()
        for word in ["one", "two", "three"] {
            let advert = "Buy lamps here, buy them now, and buy two of them."
            furniture.learn(
                Article(
                    title: word,
                    paragraphs: ["The \(word) lamp was lit by the keeper of the \(word) tower.", advert]),
                day: 20_000)
        }
        page.cut(furniture)
        #expect(!page.article.text.contains("Buy lamps"))
        #expect(page.notes.contains { !$0.isKept && $0.reason == "recurs on other articles of the outlet" })
    }
}
