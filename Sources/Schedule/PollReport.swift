import Model

/// How a poll ended.
package enum PollOutcome: Sendable, Equatable {
    /// A body came and could be read.
    case delivered(items: Int, newItems: Int)
    /// The server says that nothing has changed.
    case notModified
    /// The server asks to be left alone (429, 503 with Retry-After), until then if it said so.
    case throttled(until: Timestamp?)
    /// Removed for good, says the server.
    case gone
    /// No body, or one that could not be read; the problem in one line.
    case failed(problem: String)
    /// Our own network was down (``OutageWatch``): it says nothing of the source.
    case offline(problem: String)
    /// Our own disk or database failed: it says nothing of the source either.
    case hindered(problem: String)
}

/// One poll as the schedule sees it.
package struct PollReport: Sendable, Equatable {
    package var outcome: PollOutcome
    /// What a delivered body said of its rhythm.
    package var hints: ScheduleHints?
    /// How long the server calls its answer fresh: `max-age`, or else `Expires` minus `Date`.
    package var freshFor: Duration?
    /// Validators of a delivered body, exactly as sent.
    package var etag: String?
    package var lastModified: String?
    /// What a person should look at though the poll went well, in one line.
    package var warning: String?
    /// What the pages fetched at this poll gave, in their order.
    package var texts: [ExtractionHistory.Sample] = []

    package init(
        _ outcome: PollOutcome, hints: ScheduleHints? = nil, freshFor: Duration? = nil,
        etag: String? = nil, lastModified: String? = nil
    ) {
        self.outcome = outcome
        self.hints = hints
        self.freshFor = freshFor
        self.etag = etag
        self.lastModified = lastModified
    }
}

/// When a source is polled next, and why then.
package struct PollPlan: Sendable, Equatable {
    package var time: Timestamp
    /// One sentence for people, such as `nothing new in the last 4 polls: 76 min instead of 15 min`.
    package var reason: String

    package init(time: Timestamp, reason: String) {
        self.time = time
        self.reason = reason
    }
}
