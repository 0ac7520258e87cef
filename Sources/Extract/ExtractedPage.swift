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

    package var article: Article
    /// Where the date of publication was found.
    package var dateSource: String?
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
        case .empty(let url): "\(url): the page is empty"
        case .tooLarge(let url, let byteCount):
            "\(url): \(byteCount) bytes are more than the \(Extractor.byteLimit) that are read"
        case .notText(let url): "\(url): not a page of text"
        case .badRule(let rule, let problem): "article rule \"\(rule)\": \(problem)"
        }
    }
}
