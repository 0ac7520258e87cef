import Dates
import Extract
import Model
import Text

/// Pages: whatever the bytes, an article of clean lines or a refusal; with a source's own selectors, and without.
enum PageTarget {
    /// Made once: it builds tables.
    private static let extractor = Extractor(
        dates: DateReader(), languages: LanguageIdentifier(), explains: true)
    /// 2026-02-15T00:00:00Z
    private static let now = Timestamp(seconds: 1_771_113_600)

    private static var rules: ArticleRules {
        var rules = ArticleRules()
        rules.text = "article, .story"
        rules.remove = [".share", "aside"]
        return rules
    }

    static func check(_ input: [UInt8]) {
        // The first byte chooses whether the source has selectors of its own.
        let isRuled = input.first.map { $0 & 7 == 7 } ?? false
        guard
            let page = try? extractor.article(
                from: input, contentType: nil, url: "https://desk.example/2026/02/a.html", item: nil,
                rules: isRuled ? rules : ArticleRules(), languageHint: nil, now: now)
        else { return }
        let article = page.article
        for line in article.paragraphs + [article.title, article.byline].compactMap(\.self) {
            if line.isEmpty { fail("an empty line") }
            if line.utf8.contains(where: { $0 < 0x20 }) { fail("a control character in a line") }
        }
        if let published = article.published, published.instant > now + .seconds(2 * 86_400) {
            fail("a future date")
        }
        if article.text.utf8.count > 3 * input.count + 64 { fail("more text than the page has") }
        checkFurniture(article, input)
    }

    /// What an outlet repeats is cut, never all of an article; a memory reads as it was written.
    private static func checkFurniture(_ article: Article, _ input: [UInt8]) {
        var furniture = OutletFurniture()
        for day in 0..<4 {
            var article = article
            article.title = "\(day)"
            article.paragraphs.append("\(day) \(article.paragraphs.count)")
            furniture.learn(article, day: 20_000 + 5 * day)
        }
        if !article.paragraphs.isEmpty, furniture.cut(article).paragraphs.isEmpty {
            fail("all of an article was cut")
        }
        if OutletFurniture(bytes: furniture.bytes) != furniture {
            fail("a memory reads otherwise than it was written")
        }
        if let read = OutletFurniture(bytes: input), OutletFurniture(bytes: read.bytes) != read {
            fail("a memory changes")
        }
    }
}
