import Dates
import Markup
import Model

/// What a source's own selectors find on a page; nil parts were not asked for or not found.
struct SourceRules {
    /// The page without what the source wants removed; nil when nothing was.
    private(set) var trimmed: StrippedHTML?
    /// The lines that the source's selector picks as the text.
    private(set) var paragraphs: [String]?
    private var title: String?
    private var byline: String?
    private var date: String?
    /// What became of each selector, in the order in which they were tried.
    private(set) var findings: [ExtractedPage.RuleFinding] = []

    /// - Parameter html: valid UTF-8.
    /// - Parameter showsTemplates: as ``strippedHTML(_:showsTemplates:)`` has it.
    /// - Throws: ``ExtractError/badRule(rule:problem:)``
    init(_ rules: ArticleRules, html: [UInt8], showsTemplates: Bool) throws(ExtractError) {
        guard !rules.isEmpty else { return }
        var page = strippedHTML(html, showsTemplates: showsTemplates)
        var tree = HTMLTree(stripped: page)
        do throws(SelectorError) {
            for rule in rules.remove { try remove(rule, from: &tree) }
            if !rules.remove.isEmpty, !tree.elements.isEmpty {
                page.html = tree.html(of: HTMLElement(index: tree.elements.lowerBound))
                trimmed = page
            }
            if let rule = rules.text {
                let picked = try tree.elements(matching: Selector(rule))
                let lines = SourceRules.outermost(picked, in: tree).flatMap { tree.lines(of: $0) }
                paragraphs = lines.isEmpty ? nil : lines
                note("article.text", rule, lines)
            }
            title = try values(rules.title, "article.title", tree)?.first
            byline = try values(rules.byline, "article.byline", tree)?.joined(separator: ", ")
            date = try values(rules.date, "article.date", tree)?.first
        } catch {
            throw .badRule(rule: error.selector, problem: "\(error)")
        }
    }

    /// Puts what was found in the place of what was recognised.
    ///
    /// A date that cannot be true is no better than one that cannot be read.
    mutating func apply(to article: inout Article, dates: DateReader, language: String?, now: Timestamp) {
        if let paragraphs { article.paragraphs = paragraphs }
        if let title { article.title = title }
        if let byline { article.byline = byline }
        if let date {
            let read =
                dates.date(in: date, language: language, now: now)
                ?? dates.firstDate(inVisibleText: date, language: language, now: now)
            if let read, !read.isSuspect { article.published = read }
            if read?.isSuspect ?? true,
                let place = findings.firstIndex(where: { $0.setting == "article.date" })
            {
                findings[place].problem =
                    read == nil ? "no date that can be read" : "a date that cannot be true"
            }
        }
    }

    /// Those elements that stand in none of the others, whose text has theirs.
    private static func outermost(_ picked: [HTMLElement], in tree: borrowing HTMLTree) -> [HTMLElement] {
        guard picked.count > 1 else { return picked }
        let all = Set(picked)
        var result: [HTMLElement] = []
        for element in picked {
            var outer = tree.parent(of: element)
            while let next = outer, !all.contains(next) { outer = tree.parent(of: next) }
            if outer == nil { result.append(element) }
        }
        return result
    }

    private mutating func remove(_ rule: String, from tree: inout HTMLTree) throws(SelectorError) {
        let selector = try Selector(rule)
        let found = try tree.elements(matching: selector)
        let lines = found.map { tree.text(of: $0) }
        tree.remove(found)
        note("article.remove", rule, lines)
    }

    private mutating func values(
        _ rule: String?, _ setting: String, _ tree: borrowing HTMLTree
    ) throws(SelectorError) -> [String]? {
        guard let rule else { return nil }
        let values = try tree.values(matching: Selector(rule))
        note(setting, rule, values)
        return values.isEmpty ? nil : values
    }

    private mutating func note(_ setting: String, _ selector: String, _ found: [String]) {
        findings.append(
            ExtractedPage.RuleFinding(
                setting: setting, selector: selector, count: found.count,
                sample: found.prefix(3).map { String($0.prefix(120)) }))
    }
}
