/// What rules are matched against: an article's words and what is known of it.
package struct MatchInput: Sendable, Equatable {
    package var title: String?
    /// Plain text in reading order. No match reaches from one into the next.
    package var paragraphs: [String]
    /// Name of the configured source.
    package var source: String?
    /// Registrable domain of the publisher.
    package var outlet: String?
    package var tags: [String]
    /// BCP 47; decides which endings a word may have. nil allows what any language of the script does.
    package var language: String?
    /// The credited agency.
    package var wire: String?

    package init(
        title: String? = nil, paragraphs: [String], source: String? = nil, outlet: String? = nil,
        tags: [String] = [], language: String? = nil, wire: String? = nil
    ) {
        self.title = title
        self.paragraphs = paragraphs
        self.source = source
        self.outlet = outlet
        self.tags = tags
        self.language = language
        self.wire = wire
    }
}
