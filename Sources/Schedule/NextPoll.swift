import Model

/// The longest wait that anything but the configured interval or a server's quiet days can cause.
package let longestWait: Duration = .seconds(24 * 3600)
/// The longest that cache headers are believed; `max-age` of sixteen years has been seen.
private let longestFreshness: Duration = .seconds(5 * 3600)

/// When to poll a source again, and why then.
///
/// After a success: the interval its news justify (``AdaptiveInterval``), not below what the feed and the server
/// ask for (`ttl`, `sy:`, `max-age`, `Expires`), outside its quiet hours and days. After a failure: twice as
/// long each time, up to a day, and never given up. Never sooner than `every`.
///
/// - Parameter outcome: how the poll that just ended went.
/// - Parameter health: what is known of the source, that poll included (``SourceHealth/recorded(_:at:)``).
/// - Parameter freshFor: how long the server calls its answer fresh.
/// - Parameter every: the configured interval.
/// - Parameter jitter: 0..<1, the source's own (``jitter(of:attempt:)``), so that sources that failed together
///   do not return together.
package func nextPoll(
    after outcome: PollOutcome, health: SourceHealth, freshFor: Duration? = nil, every: Duration,
    now: Timestamp, jitter: Double
) -> PollPlan {
    switch outcome {
    case .delivered, .notModified:
        planAfterSuccess(health: health, freshFor: freshFor, every: every, now: now, jitter: jitter)
    case .failed, .gone:
        planAfterFailure(outcome, failures: health.failures, every: every, now: now, jitter: jitter)
    case .throttled(let until):
        planAfterThrottling(
            until: until, failures: health.failures, every: every, now: now, jitter: jitter)
    case .offline:
        PollPlan(
            time: now + every + every * (jitter / 4),
            reason: "our own network seems to be down: tried again after \(intervalText(every))")
    case .hindered:
        PollPlan(
            time: now + every + every * (jitter / 4),
            reason: "our own disk or database failed: tried again after \(intervalText(every))")
    }
}

private func planAfterSuccess(
    health: SourceHealth, freshFor: Duration?, every: Duration, now: Timestamp, jitter: Double
) -> PollPlan {
    let adaptive = AdaptiveInterval(
        every: every, newItems: health.recentNewItems, items: health.recentItems)
    var interval = adaptive.interval
    var reason = adaptive.reason
    let hints = health.hints ?? ScheduleHints()
    if let minimum = hints.minimumInterval, min(minimum, longestWait) > interval {
        interval = min(minimum, longestWait)
        reason =
            "the feed asks for \(intervalText(minimum)) between polls"
            + cap(minimum, at: longestWait)
    }
    if let freshFor, min(freshFor, longestFreshness) > interval {
        interval = min(freshFor, longestFreshness)
        reason =
            "the server calls its answer fresh for \(intervalText(freshFor))"
            + cap(freshFor, at: longestFreshness)
    }
    let time = now + interval
    guard let open = hints.openTime(from: time), open != time else {
        return PollPlan(time: time, reason: reason)
    }
    // Feeds with the same quiet hours would all come at the full hour.
    return PollPlan(
        time: open + min(every, .seconds(600)) * jitter,
        reason: "the feed asks not to be polled between \(time.iso8601) and \(open.iso8601)")
}

private func planAfterFailure(
    _ outcome: PollOutcome, failures: Int, every: Duration, now: Timestamp, jitter: Double
) -> PollPlan {
    if outcome == .gone {
        return PollPlan(
            time: now + max(every, longestWait * (0.8 + jitter / 5)),
            reason: "gone, says the server: asked again once a day")
    }
    return PollPlan(
        time: now + backoff(failures: failures, every: every, jitter: jitter),
        reason: failures < 2
            ? "the last poll failed: tried again after \(intervalText(every)) or a little more"
            : "\(failures) polls failed in a row: the wait doubles each time, up to a day")
}

private func planAfterThrottling(
    until: Timestamp?, failures: Int, every: Duration, now: Timestamp, jitter: Double
) -> PollPlan {
    guard let until, until > now else {
        return PollPlan(
            time: now + backoff(failures: failures, every: every, jitter: jitter),
            reason: "too many requests, says the server: the wait doubles each time, up to a day")
    }
    let wanted = until - now
    let wait = max(every, min(wanted, longestWait))
    return PollPlan(
        time: now + wait + min(every, .seconds(600)) * jitter,
        reason: "too many requests, says the server: it asks to be left alone for \(intervalText(wanted))"
            + cap(wanted, at: longestWait))
}

/// Exponential backoff with up to a quarter on top: `every`, twice, four times …, at most a day or `every`.
private func backoff(failures: Int, every: Duration, jitter: Double) -> Duration {
    let doublings = min(max(failures - 1, 0), 30)
    let wait = max(min(every * (1 << doublings), longestWait * 0.8), every)
    // Added, not multiplied: a rounded product could come a moment too soon.
    return wait + wait * (jitter / 4)
}

private func cap(_ wanted: Duration, at bound: Duration) -> String {
    wanted > bound ? ", believed up to \(intervalText(bound))" : ""
}
