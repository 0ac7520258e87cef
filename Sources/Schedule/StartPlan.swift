import Model

/// When a source is polled after a start, a reload of the settings, or a jump of the clock.
///
/// A plan that still makes sense is kept. Sources without one, overdue ones and those whose plan a jump of the
/// clock made senseless are spread over a tenth of a second each, at most the configured interval, so that ten
/// thousand of them do not start at once.
///
/// - Parameter health: what is known of the source; of a new one, nothing but its name.
/// - Parameter every: the configured interval.
/// - Parameter sourceCount: how many sources there are.
package func startPlan(health: SourceHealth, every: Duration, sourceCount: Int, now: Timestamp) -> PollPlan {
    let window = min(every, .milliseconds(100) * max(sourceCount, 0))
    let soon = now + window * jitter(of: health.source)
    guard let planned = health.nextPoll, let last = health.lastPoll else {
        return PollPlan(time: soon, reason: "never polled")
    }
    if last > now {
        return PollPlan(time: soon, reason: "the last poll lies in the future: the clock was set back")
    }
    // Quiet days can add three days to what servers and backoff ask for; no plan lies farther ahead.
    if planned > now + max(every, longestWait) * 1.25 + longestWait * 4 {
        return PollPlan(time: soon, reason: "the next poll lay too far ahead: the clock was set back")
    }
    if planned <= soon {
        return PollPlan(time: soon, reason: health.nextReason ?? "overdue")
    }
    return plan(keeping: planned, last: last, health: health, every: every, earliest: soon)
}

/// The kept plan, or a nearer one when the interval it was made for has become shorter since.
private func plan(
    keeping planned: Timestamp, last: Timestamp, health: SourceHealth, every: Duration, earliest: Timestamp
) -> PollPlan {
    let kept = PollPlan(time: planned, reason: health.nextReason ?? "as planned before the start")
    guard health.failures == 0, let plannedFor = health.plannedFor, every < plannedFor else { return kept }
    let renewed = nextPoll(
        after: .notModified, health: health, every: every, now: last, jitter: jitter(of: health.source))
    return renewed.time < planned
        ? PollPlan(time: max(renewed.time, earliest), reason: renewed.reason) : kept
}
