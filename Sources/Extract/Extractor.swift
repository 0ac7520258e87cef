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
    let explains: Bool

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
        guard !isForeign(body) else { throw .notText(url: url) }
        let text = decodedText(of: body, contentType: contentType, markup: .html)
        guard !isGarbage(text.bytes) else { throw .notText(url: url) }
        var reading = try reading(of: text.bytes, rules, showsTemplates: false)
        if reading.hasTemplates, reading.isBare {
            let other = try self.reading(of: text.bytes, rules, showsTemplates: true)
            if other.isWritten(unlike: reading) { reading = other }
        }
        let (selection, linked) = (reading.selection, reading.linked)
        let page = selection.page
        var article = Article()
        let siteNames = SiteNames(page: selection.page, linked: linked, url: url)
        let headline = HeadlineChoice(page: selection.page, linked: linked, siteNames: siteNames)
        article.title = headline.title
        if !headline.isShown, let title = article.title, let feedTitle = item?.title {
            article.title = withoutSiteName(title, feedTitle: feedTitle) ?? title
        }
        article.paragraphs = selection.page.blocks.filter(\.isKept).map { page.string(of: $0) }
        if let body = linked?.body, isBetter(body, than: selection.page) {
            article.paragraphs = paragraphs(of: body)
        }
        let (head, tail) = (selection.head, selection.tail)
        let language = languageHint ?? page.marks.language
        let publication = PublicationDate(
            page: selection.page, linked: linked, url: url, language: language,
            dates: dates, now: now, head: head, title: selection.headline, tail: tail)
        let published = publication.found
        article.published = published?.date
        article.modified = publication.modified
        article.byline =
            BylineChoice(
                page: selection.page, linked: linked, siteNames: siteNames, head: head, tail: tail
            ).byline
        reading.sourceRules.apply(
            to: &article, dates: dates, language: language, now: now)
        let isDatedByItem = item?.published != nil && article.title != nil && item?.title == article.title
        addHints(of: item, to: &article)
        addFacts(
            to: &article, page: selection.page, linked: linked, html: text.bytes, url: url,
            languageHint: language, isDatedByItem: isDatedByItem)
        var result = ExtractedPage(article: article)
        result.dateSource = published?.place
        result.findings = reading.sourceRules.findings
        result.isAMP = page.marks.isAMP
        if explains { result.notes = notes(on: selection.page, picked: reading.sourceRules.paragraphs) }
        return result
    }

    /// What the feed or the listing knew of the article stands in for what the page does not say.
    private func addHints(of item: Item?, to article: inout Article) {
        guard let item else { return }
        article.title = article.title ?? item.title
        article.byline = article.byline ?? item.author
        article.published = article.published ?? item.published
    }

    /// Whether the text in the page's JSON-LD is needed: it often lacks paragraphs, and seldom is all of it.
    private func isBetter(_ body: String, than page: Page) -> Bool {
        let kept = page.blocks.reduce(0) { $0 + ($1.isKept ? $1.byteCount : 0) }
        return body.utf8.count >= 400 && kept * 5 < body.utf8.count * 2
    }

    /// - Parameter picked: the text that the source's own selector gave; nil when it has none, or found none.
    private func notes(on page: Page, picked: [String]?) -> [ExtractedPage.Note] {
        let lines = picked.map(Set.init)
        return page.blocks.map { block in
            let text = page.string(of: block)
            var note = ExtractedPage.Note(
                text: String(text.prefix(200)), element: page.path(of: block), isKept: block.isKept,
                reason: block.verdict.rawValue)
            if let lines {
                note.isKept = lines.contains(text)
                note.reason = note.isKept ? "picked by article.text" : "not picked by article.text"
            }
            return note
        }
    }
}
