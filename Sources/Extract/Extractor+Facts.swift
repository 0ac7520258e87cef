import Model

extension Extractor {
    /// So much text tells a language as surely as all of it.
    private static let languageSampleBytes = 900

    /// Fills in what does not depend on which blocks were chosen: address, language, wire, section, picture, and
    /// how much of an article it is.
    ///
    /// - Parameter isDatedByItem: see ``PageQuality/isDatedByItem``.
    func addFacts(
        to article: inout Article, page: Page, linked: LinkedArticle?, html: [UInt8], url: String,
        languageHint: String?, isDatedByItem: Bool
    ) {
        let place = PagePlace(page: page, linked: linked, url: url)
        article.canonicalURL = place.canonical
        article.section = place.section(title: article.title)
        article.imageURL = place.image
        article.language = language(of: article, hint: languageHint)
        article.wire = wireCredit(
            title: article.title, byline: article.byline, paragraphs: article.paragraphs + creditLines(page),
            headLines: headLines(page))
        article.quality =
            PageQuality(
                page: page, linked: linked, title: article.title, paragraphs: article.paragraphs, html: html,
                isDatedByItem: isDatedByItem
            )
            .quality
    }

    /// Lines before the text that may say where it comes from: `2026-02-13 来源：新华社`.
    private func headLines(_ page: Page) -> [String] {
        guard let first = page.blocks.firstIndex(where: \.isKept) else { return [] }
        return page.blocks[max(0, first - 12)..<first].filter { block in
            block.units <= 120 && !block.isHeading && block.verdict != .card && block.verdict != .caption
        }.map(page.string)
    }

    /// Lines at the end that are no part of the text but may say whose it is.
    private func creditLines(_ page: Page) -> [String] {
        guard let last = page.blocks.lastIndex(where: \.isKept) else { return [] }
        let end = min(page.blocks.count, last + 9)
        return page.blocks[(last + 1)..<end].filter { block in
            block.units <= 200 && block.linkDensity < 0.5 && !block.isAside
                && [.closing, .metadata, .promotion, .after, .short].contains(block.verdict)
        }.map(page.string)
    }

    /// What the text is in, the source's or page's word for it breaking the tie.
    func language(of article: Article, hint: String?) -> String? {
        var text = Array((article.title ?? "").utf8)
        for paragraph in article.paragraphs where text.count < Extractor.languageSampleBytes {
            text.append(0x0A)
            text.append(contentsOf: paragraph.utf8)
        }
        if text.count > 2 * Extractor.languageSampleBytes {
            text = Array(text.prefix(2 * Extractor.languageSampleBytes))
        }
        let guess = languages.language(of: text, hint: hint)
        return guess.code == "und" ? hint : guess.code
    }
}
