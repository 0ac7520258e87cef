/// A text as an outlet published it, extracted from its page or feed.
package struct Article: Sendable, Equatable {
    /// How much of an article the page turned out to hold.
    package enum Quality: String, Sendable, Codable {
        case full, teaser, consent, notAnArticle = "not an article"
    }

    package var title: String?
    /// In reading order, plain text, one line each, none empty.
    package var paragraphs: [String]
    package var byline: String?
    package var published: ZonedDate?
    package var modified: ZonedDate?
    /// BCP 47 (`zh-Hans`, `sr-Latn`).
    package var language: String?
    package var canonicalURL: String?
    package var wire: WireCredit?
    package var section: String?
    package var imageURL: String?
    package var quality: Quality = .full

    package init(title: String? = nil, paragraphs: [String] = []) {
        self.title = title
        self.paragraphs = paragraphs
    }

    /// Paragraphs joined by blank lines.
    package var text: String { paragraphs.joined(separator: "\n\n") }
}

/// The agency an article is credited to, and how that is known.
package struct WireCredit: Sendable, Equatable, Codable {
    /// Its usual English name, such as `Reuters`, `AFP`, `Xinhua`.
    package var agency: String
    /// The words of the article that say so.
    package var evidence: String

    package init(agency: String, evidence: String) {
        self.agency = agency
        self.evidence = evidence
    }
}
