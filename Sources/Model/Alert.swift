/// How loud a rule's alerts are.
package enum Severity: String, Sendable, Codable, CaseIterable {
    case low, normal, high, critical

    /// The next louder one; the loudest stays.
    package var louder: Severity {
        switch self {
        case .low: .normal
        case .normal: .high
        case .high, .critical: .critical
        }
    }
}

/// A named query that raises alerts.
package struct WatchRule: Sendable, Equatable {
    package var name: String
    package var query: String
    package var severity: Severity
    /// Where its alerts go: `stdout`, `log`, or the name of a configured delivery.
    package var deliver: [String]
    /// Alert for every carrier of a story instead of once per story.
    package var repeatsForCopies: Bool
    package var policy: AlertPolicy

    package init(
        name: String, query: String, severity: Severity = .normal, deliver: [String] = ["stdout"],
        repeatsForCopies: Bool = false, policy: AlertPolicy = AlertPolicy()
    ) {
        self.name = name
        self.query = query
        self.severity = severity
        self.deliver = deliver
        self.repeatsForCopies = repeatsForCopies
        self.policy = policy
    }
}

/// A match of one rule in one article, ready to be told.
package struct Alert: Sendable, Equatable, Codable {
    package var time: Timestamp
    package var rule: String
    package var severity: Severity
    package var language: String?
    package var source: String
    package var outlet: String
    package var title: String
    package var url: String?
    /// Corpus number of the article that matched.
    package var number: Int
    /// Its file under the corpus; nil for a copy that was not filed.
    package var file: String?
    package var story: Int
    /// The words that matched, as written, without repeats.
    package var matches: [String]
    /// Other outlets that had the story when the alert was raised.
    package var otherOutlets: Int
    package var deliver: [String]
    /// The sentence around the matches; nil when they all stand in the title.
    package var snippet: Snippet?
    /// nil for alerts of a version that had none.
    package var policy: AlertPolicy?
    /// How far the story had spread when this told of it once more; nil for its first alert.
    package var escalated: StorySpread?

    package init(
        time: Timestamp, rule: String, severity: Severity, language: String?, source: String, outlet: String,
        title: String, url: String?, number: Int, file: String?, story: Int, matches: [String],
        otherOutlets: Int, deliver: [String], snippet: Snippet? = nil, policy: AlertPolicy? = nil,
        escalated: StorySpread? = nil
    ) {
        self.time = time
        self.rule = rule
        self.severity = severity
        self.language = language
        self.source = source
        self.outlet = outlet
        self.title = title
        self.url = url
        self.number = number
        self.file = file
        self.story = story
        self.matches = matches
        self.otherOutlets = otherOutlets
        self.deliver = deliver
        self.snippet = snippet
        self.policy = policy
        self.escalated = escalated
    }
}
