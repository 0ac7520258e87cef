import Dates
import Markup
import Model
import Text

/// Turns the bytes of a page into an article.
///
/// Made once and passed down; it holds only tables.
package struct Extractor: Sendable {
    /// Bytes of a page that are read.
    package static let byteLimit = 16 << 20

    let dates: DateReader
    let languages: LanguageIdentifier
    private let explains: Bool

    /// - Parameter explains: whether pages come with a note on each of their blocks.
    package init(dates: DateReader, languages: LanguageIdentifier, explains: Bool = false) {
        self.dates = dates
        self.languages = languages
        self.explains = explains
    }

    /// - Parameter body: the page as it was fetched, in any charset.
    /// - Parameter contentType: the header field of that name.
    /// - Parameter url: where the page was found in the end.
    /// - Parameter item: what the feed or listing said of it.
    /// - Parameter languageHint: BCP 47, of the source.
    /// - Parameter now: nothing is published later.
    package func article(
        from body: [UInt8], contentType: String?, url: String, item: Item?, rules: ArticleRules,
        languageHint: String?, now: Timestamp
    ) throws(ExtractError) -> ExtractedPage {
        guard !body.isEmpty else { throw .empty(url: url) }
        guard body.count <= Extractor.byteLimit else { throw .tooLarge(url: url, byteCount: body.count) }
        let text = decodedText(of: body, contentType: contentType, markup: .html)
        var stripped = strippedHTML(text.bytes, forReading: rules.isEmpty)
        let sourceRules = try SourceRules(rules, page: stripped)
        if let trimmed = sourceRules.html { stripped.html = trimmed }
        let page = page(reading: stripped, keepsNames: explains)
        var titles = declaredTitles(page, nil)
        let linked = linkedArticle(
            in: page.marks.linkedData, titles: titles.map { reduced(Array($0.utf8)[...]) })
        titles = declaredTitles(page, linked)
        var selection = BodySelection(
            page, titles: titles,
            descriptions: page.marks.values("og:description", "description", "twitter:description"),
            authors: (linked?.authors ?? page.marks.values("author")).filter {
                $0 != linked?.publisher && $0 != page.marks.value("og:site_name")
            })
        selection.run()
        var article = Article()
        let siteNames = SiteNames(page: page, linked: linked, url: url)
        article.title = HeadlineChoice(page: selection.page, linked: linked, siteNames: siteNames).title
        article.paragraphs = selection.page.blocks.filter(\.isKept).map { page.string(of: $0) }
        let publication = PublicationDate(
            page: selection.page, linked: linked, url: url, language: languageHint ?? page.marks.language,
            dates: dates, now: now, head: selection.head, title: selection.headline,
            tail: selection.tail)
        let published = publication.found
        article.published = published?.date
        article.modified = publication.modified
        article.byline =
            BylineChoice(
                page: selection.page, linked: linked, siteNames: siteNames, head: selection.head,
                tail: selection.tail
            ).byline
        sourceRules.apply(
            to: &article, dates: dates, language: languageHint ?? page.marks.language, now: now)
        addFacts(to: &article, page: page, linked: linked, url: url, languageHint: languageHint)
        var result = ExtractedPage(article: article)
        result.dateSource = published?.place
        if explains { result.notes = notes(on: selection.page) }
        return result
    }

    private func notes(on page: Page) -> [ExtractedPage.Note] {
        page.blocks.map { block in
            ExtractedPage.Note(
                text: String(page.string(of: block).prefix(200)), element: page.path(of: block),
                isKept: block.isKept,
                reason: block.verdict.rawValue)
        }
    }
}
