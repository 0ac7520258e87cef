import Testing

@testable import Schedule

struct AdaptiveIntervalTests {
    private func minutes(_ new: [Int], of items: Int = 30, every: Duration = quarter) -> Int {
        let interval = AdaptiveInterval(
            every: every, newItems: new, items: new.map { _ in items })
        return Int(interval.interval / .seconds(60) + 0.5)
    }

    @Test(
        arguments: [
            // Nobody knows anything yet, and a first poll brings everything.
            ([], 15), ([30], 15),
            // Quiet for a while: a quarter of the time in which there was nothing.
            ([0, 0, 0, 0], 15), ([0, 0, 0, 0, 0], 19), ([0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 57),
            ([30] + Array(repeating: 0, count: 19), 426), (Array(repeating: 0, count: 20), 533),
            // About one an hour: as configured. Two an hour, ten a poll: as well.
            ([1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0], 15), (Array(repeating: 1, count: 20), 15),
            (Array(repeating: 10, count: 20), 15),
            // Something new after a quiet time: at once more often.
            (Array(repeating: 0, count: 12) + [4], 28), (Array(repeating: 0, count: 12) + [25], 45),
            (Array(repeating: 0, count: 12) + [25, 25], 22), (Array(repeating: 0, count: 12) + [15], 15),
        ] as [([Int], Int)])
    func theWaitFollowsTheNews(new: [Int], wait: Int) {
        #expect(minutes(new) == wait)
    }

    @Test(arguments: [60, 900, 3600, 86_400, 7 * 86_400, 30 * 86_400] as [Int64])
    func theWaitStaysBetweenConfiguredAndADay(seconds: Int64) {
        let every: Duration = .seconds(seconds)
        for new in [
            [], [0], Array(repeating: 0, count: 100), Array(repeating: 1, count: 100), [-5], [Int(Int32.max)],
        ] {
            let interval = AdaptiveInterval(every: every, newItems: new, items: new.map { _ in 10 }).interval
            #expect(interval >= every)
            #expect(interval <= max(every, longestWait))
        }
    }

    @Test func anUnchangedAnswerCountsAsNothingNew() {
        let quiet = AdaptiveInterval(
            every: quarter, newItems: Array(repeating: 0, count: 8), items: Array(repeating: 0, count: 8))
        #expect(quiet.interval > quarter)
        #expect(quiet.reason == "nothing new in the last 8 polls: 37 min instead of the configured 15 min")
    }

    @Test func historiesOfDifferentLengthAreReadAsFarAsBothGo() {
        #expect(AdaptiveInterval(every: quarter, newItems: [0, 0], items: []).interval == quarter)
    }

    @Test func theReasonCountsTheNews() {
        let some = AdaptiveInterval(
            every: quarter, newItems: Array(repeating: 0, count: 15) + [1, 0],
            items: Array(repeating: 30, count: 17))
        #expect(some.reason == "1 new in the last 17 polls: 4 h 33 min instead of the configured 15 min")
    }

    @Test func aSourceWithOneItemADayIsNotSeenHalfADayLate() {
        // Played through: an item every 24 h, found by the first poll after it.
        var new: [Int] = []
        var elapsed: Duration = .zero
        var seen = 0
        var latest: Duration = .zero
        while elapsed < .seconds(60 * 86_400) {
            let interval = AdaptiveInterval(every: quarter, newItems: new, items: new.map { _ in 30 })
                .interval
            elapsed += interval
            let published = Int(elapsed / .seconds(86_400))
            if published > seen { latest = max(latest, elapsed - .seconds(Int64(published) * 86_400)) }
            new = Array((new + [published - seen]).suffix(20))
            seen = published
        }
        #expect(latest < .seconds(8 * 3600))
        #expect(
            AdaptiveInterval(every: quarter, newItems: new, items: new.map { _ in 30 }).interval
                > .seconds(3600))
    }
}
