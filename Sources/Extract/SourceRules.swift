import Dates
import Markup
import Model

/// What a source's own selectors find on a page; nil parts were not asked for or not found.
struct SourceRules {
    /// The page without what the source wants removed; nil when nothing was.
    private(set) var html: [UInt8]?
    private var paragraphs: [String]?
    private var title: String?
    private var byline: String?
    private var date: String?

    /// - Throws: ``ExtractError/badRule(rule:problem:)``
    init(_ rules: ArticleRules, page: StrippedHTML) throws(ExtractError) {
        guard !rules.isEmpty else { return }
        var tree = HTMLTree(stripped: page)
        do throws(SelectorError) {
            for rule in rules.remove { try tree.remove(Selector(rule)) }
            if !rules.remove.isEmpty, !tree.elements.isEmpty {
                html = tree.html(of: HTMLElement(index: tree.elements.lowerBound))
            }
            if let rule = rules.text {
                let lines = try tree.elements(matching: Selector(rule)).flatMap { tree.lines(of: $0) }
                paragraphs = lines.isEmpty ? nil : lines
            }
            title = try rules.title.map { rule throws(SelectorError) in
                try tree.values(matching: Selector(rule)).first ?? ""
            }
            byline = try rules.byline.map { rule throws(SelectorError) in
                try tree.values(matching: Selector(rule)).joined(separator: ", ")
            }
            date = try rules.date.map { rule throws(SelectorError) in
                try tree.values(matching: Selector(rule)).first ?? ""
            }
        } catch {
            throw .badRule(rule: error.selector, problem: "\(error)")
        }
    }

    /// Puts what was found in the place of what was recognised.
    func apply(to article: inout Article, dates: DateReader, language: String?, now: Timestamp) {
        if let paragraphs { article.paragraphs = paragraphs }
        if let title, !title.isEmpty { article.title = title }
        if let byline, !byline.isEmpty { article.byline = byline }
        if let date {
            let read =
                dates.date(in: date, language: language, now: now)
                ?? dates.firstDate(inVisibleText: date, language: language, now: now)
            article.published = read ?? article.published
        }
    }
}
