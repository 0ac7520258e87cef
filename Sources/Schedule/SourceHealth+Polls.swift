import Model

/// How long validators are used: some servers answer "not modified" for ever.
private let longestValidity: Duration = .seconds(8 * 86_400)
/// Polls whose items are remembered.
private let historyLength = 20

extension SourceHealth {
    /// The health after a poll: what it taught, and when and why the next one comes.
    ///
    /// - Parameter report: how the poll went.
    /// - Parameter every: the configured interval.
    package func after(_ report: PollReport, every: Duration, now: Timestamp) -> SourceHealth {
        var health = recorded(report, at: now)
        let plan = Schedule.nextPoll(
            after: report.outcome, health: health, freshFor: report.freshFor, every: every, now: now,
            jitter: jitter(of: source, attempt: health.failures))
        health.nextPoll = plan.time
        health.nextReason = plan.reason
        health.plannedFor = every
        return health
    }

    /// The health with a poll's result recorded; its plan is left as it was.
    package func recorded(_ report: PollReport, at now: Timestamp) -> SourceHealth {
        var health = self
        health.lastPoll = now
        if !report.texts.isEmpty {
            var extraction = health.extraction ?? ExtractionHistory()
            extraction.note(report.texts)
            health.extraction = extraction
        }
        switch report.outcome {
        case .delivered(let items, let newItems):
            health.succeed(items: items, newItems: newItems, now: now)
            // Told, but no failure.
            health.problem = report.warning
            health.hints = report.hints
            health.etag = report.etag
            health.lastModified = report.lastModified
            health.validatorsSince = report.etag == nil && report.lastModified == nil ? nil : now
        case .notModified:
            // What was wrong with the document still is.
            let warning = failures == 0 ? problem : nil
            health.succeed(items: 0, newItems: 0, now: now)
            health.problem = warning
        case .throttled:
            health.fail("too many requests, says the server")
        case .gone:
            health.fail("gone, says the server")
        case .failed(let problem):
            health.fail(problem)
        case .offline(let problem), .hindered(let problem):
            // Told, but not held against the source.
            health.problem = problem
        }
        return health
    }

    /// The validators to send with the next request; none when they are older than eight days, or younger than
    /// now because the clock was set back.
    package func validators(now: Timestamp) -> (etag: String?, lastModified: String?) {
        guard let since = validatorsSince, since <= now, now - since < longestValidity else {
            return (nil, nil)
        }
        return (etag, lastModified)
    }

    private mutating func succeed(items: Int, newItems: Int, now: Timestamp) {
        lastSuccess = now
        failures = 0
        problem = nil
        if newItems > 0 { lastNewItem = now }
        recentNewItems = Array((recentNewItems + [newItems]).suffix(historyLength))
        recentItems = Array((recentItems + [items]).suffix(historyLength))
    }

    private mutating func fail(_ problem: String) {
        failures += 1
        self.problem = problem
    }
}
