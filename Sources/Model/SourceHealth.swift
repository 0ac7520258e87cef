/// What is remembered of a source between polls.
package struct SourceHealth: Sendable, Equatable, Codable {
    package var source: String
    /// What the source was when this was learned: its address and selectors, see ``for(_:)``.
    package var definition: String?
    package var lastPoll: Timestamp?
    package var lastSuccess: Timestamp?
    package var lastNewItem: Timestamp?
    package var nextPoll: Timestamp?
    /// Why the next poll is when it is, for people.
    package var nextReason: String?
    /// The configured interval that ``nextPoll`` was planned with.
    package var plannedFor: Duration?
    /// Polls that failed since the last success.
    package var failures: Int = 0
    /// The last failure in one line, or what is odd about a success; nil when all is well.
    package var problem: String?
    /// Validators for conditional requests, exactly as the server sent them.
    package var etag: String?
    package var lastModified: String?
    /// When the validators were received: they are dropped after 8 days.
    package var validatorsSince: Timestamp?
    /// What the last body said of its rhythm; an unchanged answer repeats none of it.
    package var hints: ScheduleHints?
    /// Items that were new in the last polls that succeeded, oldest first, at most 20.
    package var recentNewItems: [Int] = []
    /// Items listed by those polls, parallel to ``recentNewItems``; 0 for an unchanged answer.
    package var recentItems: [Int] = []

    /// How much text its pages gave lately; nil before the first page.
    package var extraction: ExtractionHistory?

    package init(source: String) {
        self.source = source
    }
}

extension SourceHealth {
    /// The health with which a source is polled: when its address or its selectors were changed in the settings,
    /// nothing learned of the old one holds, and neither its failures nor its validators count.
    package func `for`(_ source: Source) -> SourceHealth {
        let definition = "\(source.kind.rawValue) \(source.url) \(source.listing) \(source.article)"
        if self.definition == definition { return self }
        var health = self.definition == nil ? self : SourceHealth(source: source.name)
        health.definition = definition
        return health
    }
}
