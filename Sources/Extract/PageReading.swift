import Markup
import Model

/// One reading of a page: its blocks with their verdicts, what it declares, and what the source's selectors found.
struct PageReading {
    var sourceRules: SourceRules
    var selection: BodySelection
    var linked: LinkedArticle?
    /// Whether there is HTML in scripts, see ``StrippedHTML/hasTemplates``.
    var hasTemplates: Bool

    /// Letters and signs under which a text may stand elsewhere.
    private static let bareUnits: Int = 300

    /// Whether hardly any text was found.
    var isBare: Bool {
        sourceRules.paragraphs == nil && selection.page.keptUnits < PageReading.bareUnits
    }

    /// Whether this reading, which has the page's templates too, found an article: paragraphs of prose, much longer than what
    /// `other` found, and no question about cookies and no form to fill in with data.
    func isWritten(unlike other: PageReading) -> Bool {
        let page = selection.page
        guard page.keptUnits >= max(PageReading.bareUnits, 3 * other.selection.page.keptUnits),
            !page.blocks.contains(where: { $0.verdict == .notice })
        else { return false }
        let kept = page.blocks.filter(\.isKept)
        return kept.count(where: \.isProse) >= 3
            && !kept.contains { block in
                let bytes = page.bytes(of: block)
                return ["{{", "<%", "${", "[["].contains { bytes.contains($0) }
            }
    }
}

extension Extractor {
    /// - Parameter html: valid UTF-8.
    func reading(
        of html: [UInt8], _ rules: ArticleRules, showsTemplates: Bool
    ) throws(ExtractError) -> PageReading {
        let sourceRules = try SourceRules(rules, html: html, showsTemplates: showsTemplates)
        var skeleton = htmlSkeleton(sourceRules.trimmed?.html ?? html, showsTemplates: showsTemplates)
        if let trimmed = sourceRules.trimmed {
            skeleton.linkedData = trimmed.linkedData
            skeleton.hasTemplates = trimmed.hasTemplates
        }
        let page = page(reading: skeleton, keepsNames: explains)
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
        return PageReading(
            sourceRules: sourceRules, selection: selection, linked: linked,
            hasTemplates: skeleton.hasTemplates)
    }
}
