/// The interval that a source's news justify: a quarter of the time that passes between two new items.
///
/// Starting from the configured interval, the last polls are gone through once, oldest first. A poll of which
/// more than 67 % was known came early: the wait may grow, by at most half, towards a quarter of the average
/// time between new items (or of the time in which there was none). One of which less than 33 % was known came
/// late, and entries may have scrolled out of the feed: the wait is halved, and counting starts again, because
/// what was caught up with says nothing of the rate. The result depends on nothing but the configured interval
/// and the history, so a changed setting takes effect at once.
///
/// The thresholds are those of Media Cloud's rss-fetcher, the rate is Miniflux's idea.
package struct AdaptiveInterval: Sendable, Equatable {
    private static let mostlyKnown = 0.67
    private static let mostlyNew = 0.33
    private static let pollsPerNewItem = 4

    /// At least the configured interval, at most that or a day.
    package private(set) var interval: Duration
    /// Why, in one sentence.
    package private(set) var reason: String

    /// - Parameter every: the configured interval.
    /// - Parameter newItems: new items of the last successful polls, oldest first.
    /// - Parameter items: items of the same polls; 0 for an unchanged answer.
    package init(every: Duration, newItems: [Int], items: [Int]) {
        var interval = every
        var watched = Duration.zero
        var counted = (polls: 0, newItems: 0)
        for (new, all) in zip(newItems, items) {
            let known = all > 0 ? 1 - Double(min(max(new, 0), all)) / Double(all) : 1
            if known < Self.mostlyNew {
                (watched, counted) = (.zero, (0, 0))
                interval = max(interval / 2, every)
                continue
            }
            watched += interval
            counted = (counted.polls + 1, counted.newItems + max(new, 0))
            let justified = watched / (Self.pollsPerNewItem * max(counted.newItems, 1))
            let bound = known > Self.mostlyKnown ? interval * 1.5 : interval
            interval = min(max(min(justified, bound), every), max(longestWait, every))
        }
        self.interval = interval
        let wait = "\(intervalText(interval)) instead of the configured \(intervalText(every))"
        if intervalText(interval) == intervalText(every) {
            // Also when they differ by less than is shown.
            reason = "every \(intervalText(every)), as configured"
        } else if counted.newItems == 0 {
            reason = "nothing new in the last \(counted.polls) polls: \(wait)"
        } else {
            reason = "\(counted.newItems) new in the last \(counted.polls) polls: \(wait)"
        }
    }
}
