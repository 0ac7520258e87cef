import Address
import Model

extension Extractor {
    /// So much text tells a language as surely as all of it.
    private static let languageSampleBytes = 900

    /// Fills in what does not depend on which blocks were chosen: address, language, wire, section, picture, and
    /// how much of an article it is.
    func addFacts(
        to article: inout Article, page: Page, linked: LinkedArticle?, url: String, languageHint: String?
    ) {
        article.canonicalURL = canonical(page: page, linked: linked, url: url)
        article.section = (page.marks.value("article:section") ?? linked?.section)?.collapsed
        article.imageURL = (page.marks.value("og:image", "twitter:image") ?? linked?.imageURL)
            .flatMap { resolvedURL($0, base: url.isEmpty ? nil : url) }
        article.language = language(of: article, hint: languageHint)
        article.wire = wireCredit(
            title: article.title, byline: article.byline, paragraphs: article.paragraphs + creditLines(page))
        article.quality =
            PageQuality(page: page, linked: linked, title: article.title, paragraphs: article.paragraphs)
            .quality
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

    /// The page's word for its own address. A front page named as every article's address is a mistake.
    private func canonical(page: Page, linked: LinkedArticle?, url: String) -> String? {
        let own = canonicalURL(url)
        let claims = [page.marks.canonicalLink, page.marks.value("og:url"), linked?.url]
        for claim in claims.compactMap(\.self) {
            guard let resolved = resolvedURL(claim, base: url.isEmpty ? nil : url),
                let canonical = canonicalURL(resolved)
            else { continue }
            if isFrontPage(canonical), let own, !isFrontPage(own) { continue }
            return canonical
        }
        return own
    }

    private func isFrontPage(_ url: String) -> Bool {
        url.split(separator: "/", omittingEmptySubsequences: true).count <= 2 && !url.contains("?")
    }
}
