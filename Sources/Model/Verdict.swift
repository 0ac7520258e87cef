/// What an article is in relation to those filed before it. Numbers are corpus numbers.
package enum Verdict: Sendable, Equatable {
    case new
    /// Another rendering of a filed article.
    case copy(of: Int)
    /// A shortened piece of a filed article.
    case excerpt(of: Int)
    /// A longer piece that embeds a filed one; it is filed itself.
    case contains(Int)
    /// The same outlet's later version of its own article.
    case revised(of: Int)

    /// The filed article it relates to.
    package var other: Int? {
        switch self {
        case .new: nil
        case .copy(let other), .excerpt(let other), .contains(let other), .revised(let other): other
        }
    }

    /// Whether the article becomes a file of the corpus.
    package var isFiled: Bool {
        switch self {
        case .new, .contains, .revised: true
        case .copy, .excerpt: false
        }
    }
}

/// A verdict with everything a person needs to believe it.
package struct Decision: Sendable, Equatable {
    package var verdict: Verdict
    /// The number of the story's first filed article; the article's own number when it starts a story.
    package var story: Int
    /// Numbers of other stories that this article shows to be the same story, ascending.
    package var joins: [Int] = []
    /// Share of this article's live text found in the other, 0…1; for a new article in the one that is nearest.
    package var containment: Double
    /// Share of the other's live text found in this one, 0…1.
    package var reverseContainment: Double
    /// The longest run of words that both have.
    package var longestRunWords: Int
    /// Fingerprints of this article left aside as boilerplate.
    package var stoppedFingerprints: Int
    /// Whether the other was only a piece of what this article tells in full, so that this one leads the story from here on.
    package var takesOver = false
    /// Whether it embeds the story in more of its own, so that likeness to it proves nothing.
    package var isContainer = false
    /// Filed articles that share a quote with this one without being the same story.
    package var quotes: [SharedQuote]
    /// One sentence for people: which rule decided, with its figures.
    package var reason: String

    package init(
        verdict: Verdict, story: Int, containment: Double = 0, reverseContainment: Double = 0,
        longestRunWords: Int = 0, stoppedFingerprints: Int = 0, quotes: [SharedQuote] = [], reason: String
    ) {
        self.verdict = verdict
        self.story = story
        self.containment = containment
        self.reverseContainment = reverseContainment
        self.longestRunWords = longestRunWords
        self.stoppedFingerprints = stoppedFingerprints
        self.quotes = quotes
        self.reason = reason
    }
}

/// One run of words that two different stories have in common.
package struct SharedQuote: Sendable, Equatable, Codable {
    /// The other article's number.
    package var number: Int
    /// Length of the run in words.
    package var words: Int
    /// The run as it stands in the newer article.
    package var text: String

    package init(number: Int, words: Int, text: String) {
        self.number = number
        self.words = words
        self.text = text
    }
}
