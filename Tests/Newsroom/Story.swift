import Model

/// A story as its wire issued it.
struct Story: Sendable {
    var number: Int
    var language: String
    var wire: Phrasebook.Wire
    /// Whether it names the watched person and place.
    var isWatched: Bool
    var published: Timestamp
    var headline: String
    /// Place and agency, as they stand before the first sentence.
    var dateline: String
    /// The credit as it stands at the end, when it is not in the dateline.
    var creditLine: String
    /// Sentences of each paragraph; the first paragraph is the lead.
    var paragraphs: [[String]]
    var byline: String
    /// Further headlines and leads that outlets may put in place of the wire's.
    var otherHeadlines: [String]
    var otherLeads: [String]
}
