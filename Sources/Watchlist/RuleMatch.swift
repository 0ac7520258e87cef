import Model

/// One rule that matches an article, and where.
package struct RuleMatch: Sendable, Equatable {
    package static let maxWords = 20
    package static let maxPlaces = 100

    package var rule: WatchRule
    /// The words that matched, as written in the article, without repeats, in reading order; at most
    /// ``maxWords``. Empty when only fields decided.
    package var words: [String]
    /// Where they stand, in reading order; at most ``maxPlaces``.
    package var places: [MatchPlace]

    package init(rule: WatchRule, words: [String], places: [MatchPlace]) {
        self.rule = rule
        self.words = words
        self.places = places
    }
}

/// A stretch of an article's title or of one of its paragraphs.
package struct MatchPlace: Sendable, Hashable {
    /// nil for the title.
    package var paragraph: Int?
    /// Bytes of that text's UTF-8; whole characters.
    package var bytes: Range<Int>

    package init(paragraph: Int?, bytes: Range<Int>) {
        self.paragraph = paragraph
        self.bytes = bytes
    }
}
