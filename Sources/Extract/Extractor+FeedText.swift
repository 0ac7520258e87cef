import Address
import Markup
import Model

extension Extractor {
    /// The article as its feed carries it, from the item's content or else its summary; nil without a text.
    ///
    /// - Parameter languageHint: BCP 47, of the item or the source.
    package func articleFromFeedText(item: Item, languageHint: String?) -> Article? {
        let candidates = [item.content, item.summary].compactMap { $0.map(paragraphs(of:)) }
        guard let paragraphs = candidates.first(where: { !$0.isEmpty }) else { return nil }
        var article = Article(title: item.title, paragraphs: paragraphs)
        article.byline = item.author
        article.published = item.published
        article.modified = item.updated
        article.canonicalURL = item.link.flatMap { canonicalURL($0) }
        article.language = language(of: article, hint: languageHint)
        article.wire = wireCredit(title: item.title, byline: item.author, paragraphs: paragraphs)
        return article
    }

    /// Blocks of HTML, or the lines of plain text.
    func paragraphs(of text: String) -> [String] {
        guard isMarkup(Array(text.utf8)) else {
            return text.split(whereSeparator: \.isNewline)
                .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
                .filter { !$0.isEmpty }
        }
        let tree = HTMLTree(utf8: Array(text.utf8))
        guard !tree.elements.isEmpty else { return [] }
        return tree.lines(of: HTMLElement(index: tree.elements.lowerBound))
    }

    /// Whether a tag or a reference stands in it.
    private func isMarkup(_ text: [UInt8]) -> Bool {
        text.indices.contains { index in
            guard index + 1 < text.count else { return false }
            let next = text[index + 1] | 0x20
            let isLetter = next >= UInt8(ascii: "a") && next <= UInt8(ascii: "z")
            switch text[index] {
            case UInt8(ascii: "<"):
                return isLetter || text[index + 1] == UInt8(ascii: "/")
                    || text[index + 1] == UInt8(ascii: "!")
            case UInt8(ascii: "&"): return isLetter || text[index + 1] == UInt8(ascii: "#")
            default: return false
            }
        }
    }
}
