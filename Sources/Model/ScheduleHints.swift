/// What a feed says of its own rhythm: RSS `ttl`, `skipHours` and `skipDays`, and the syndication module.
package struct ScheduleHints: Sendable, Equatable, Codable {
    /// The publisher's shortest useful time between two polls, from `ttl` or `sy:updatePeriod` and
    /// `sy:updateFrequency`; the longer one when both stand there.
    package var minimumInterval: Duration?
    /// Hours of the day, UTC, 0…23, in which nothing is published.
    package var skipHours: [Int] = []
    /// Days of the week, UTC, on which nothing is published: 1 Monday … 7 Sunday, as ISO 8601 counts.
    package var skipDays: [Int] = []

    package init(minimumInterval: Duration? = nil, skipHours: [Int] = [], skipDays: [Int] = []) {
        self.minimumInterval = minimumInterval
        self.skipHours = skipHours
        self.skipDays = skipDays
    }
}
