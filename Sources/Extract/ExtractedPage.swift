import Model

/// An article with the reasons for what it holds.
package struct ExtractedPage: Sendable, Equatable {
    /// What was done with one block of the page.
    package struct Note: Sendable, Equatable, Codable {
        /// The block's text, at most 200 characters of it.
        package var text: String
        /// The element it stands in: `p`, `li`, `h2`.
        package var element: String
        package var isKept: Bool
        package var reason: String
    }

    /// What one of the source's selectors found.
    package struct RuleFinding: Sendable, Equatable, Codable {
        /// Where it stands in the settings: `article.text`.
        package var setting: String
        package var selector: String
        /// Elements, or lines of the text, that it picked.
        package var count: Int
        /// The beginnings of the first three.
        package var sample: [String]
        /// Why what it picked is of no use.
        package var problem: String?
    }

    package var article: Article
    /// Where the date of publication was found.
    package var dateSource: String?
    /// What became of the source's own selectors.
    package var findings: [RuleFinding] = []
    /// The setting of the first selector that found nothing, or nothing of use, where every page should have something;
    /// what is to be removed need not be there.
    package var missedRule: String? {
        findings.first { ($0.count == 0 || $0.problem != nil) && $0.setting != "article.remove" }?.setting
    }
    /// Whether the page is the one made for AMP; its canonical URL is the page proper.
    package var isAMP = false
    /// One for each block, in page order.
    package var notes: [Note] = []
}

/// Why a page gives no article.
package enum ExtractError: Error, Equatable, CustomStringConvertible {
    /// The body has no bytes.
    case empty(url: String)
    /// Longer than ``Extractor/byteLimit``.
    case tooLarge(url: String, byteCount: Int)
    /// Not a page: a picture, an archive, a PDF.
    case notText(url: String)
    /// A rule of the source's that is no selector.
    case badRule(rule: String, problem: String)

    package var description: String {
        switch self {
        case .empty(let url): place(url) + "the page is empty"
        case .tooLarge(let url, let byteCount):
            place(url) + "\(byteCount) bytes are more than the \(Extractor.byteLimit) that are read"
        case .notText(let url): place(url) + "not a page of text"
        case .badRule(let rule, let problem): "article rule \"\(rule)\": \(problem)"
        }
    }

    /// A page out of a file has no address.
    private func place(_ url: String) -> String { url.isEmpty ? "" : url + ": " }
}
