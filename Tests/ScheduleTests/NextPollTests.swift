import Model
import Testing

@testable import Schedule

/// 2026-02-13T08:00:00Z, a Friday.
let now = Timestamp(seconds: 1_770_969_600)
let quarter: Duration = .seconds(900)

private func health(
    new: [Int] = [], items: [Int] = [], failures: Int = 0, hints: ScheduleHints? = nil
) -> SourceHealth {
    var health = SourceHealth(source: "s")
    health.recentNewItems = new
    health.recentItems = items
    health.failures = failures
    health.hints = hints
    return health
}

struct NextPollTests {
    private func minutes(_ plan: PollPlan) -> Double {
        (plan.time - now) / .seconds(60)
    }

    @Test func aPollIsPlannedAsConfigured() {
        let plan = nextPoll(
            after: .delivered(items: 20, newItems: 20), health: health(new: [20], items: [20]),
            every: quarter,
            now: now, jitter: 0.9)
        #expect(plan == PollPlan(time: now + quarter, reason: "every 15 min, as configured"))
    }

    @Test(
        arguments: [
            // ttl and sy: are lower bounds, believed up to a day.
            (ScheduleHints(minimumInterval: .seconds(600)), nil, 15, "every 15 min, as configured"),
            (
                ScheduleHints(minimumInterval: .seconds(3600)), nil, 60,
                "the feed asks for 60 min between polls"
            ),
            (
                ScheduleHints(minimumInterval: .seconds(30 * 86_400)), nil, 1440,
                "the feed asks for 30 d between polls, believed up to 24 h"
            ),
            (ScheduleHints(minimumInterval: .seconds(-5)), nil, 15, "every 15 min, as configured"),
            // Cache headers too, up to five hours.
            (nil, .seconds(60), 15, "every 15 min, as configured"),
            (nil, .seconds(7200), 120, "the server calls its answer fresh for 2 h"),
            (
                nil, .seconds(504_576_000), 300,
                "the server calls its answer fresh for 5840 d, believed up to 5 h"
            ),
            (nil, .seconds(-60), 15, "every 15 min, as configured"),
            // The longest counts.
            (
                ScheduleHints(minimumInterval: .seconds(3600)), .seconds(7200), 120,
                "the server calls its answer fresh for 2 h"
            ),
            (
                ScheduleHints(minimumInterval: .seconds(7200)), .seconds(3600), 120,
                "the feed asks for 2 h between polls"
            ),
        ] as [(ScheduleHints?, Duration?, Double, String)])
    func serversMayAskForMoreTime(hints: ScheduleHints?, freshFor: Duration?, wait: Double, reason: String) {
        let plan = nextPoll(
            after: .notModified, health: health(hints: hints), freshFor: freshFor, every: quarter, now: now,
            jitter: 0)
        #expect(minutes(plan) == wait)
        #expect(plan.reason == reason)
    }

    @Test(
        arguments: [
            // 08:15 is open; skipping 8 moves to 9:00, skipping 8 and 9 to 10:00.
            (ScheduleHints(skipHours: [7]), 15), (ScheduleHints(skipHours: [8]), 60),
            (ScheduleHints(skipHours: [9, 8]), 120),
            // Friday skipped: Saturday 0:00; the weekend too: Monday.
            (ScheduleHints(skipDays: [5]), 16 * 60), (ScheduleHints(skipDays: [5, 6, 7]), 64 * 60),
            (ScheduleHints(skipHours: [0, 1], skipDays: [5]), 18 * 60),
            // Rules that leave nothing open are not believed, nor are senseless ones.
            (ScheduleHints(skipHours: Array(0...23)), 15), (ScheduleHints(skipDays: Array(1...7)), 15),
            (ScheduleHints(skipHours: [24, -1, 99], skipDays: [0, 8]), 15),
        ] as [(ScheduleHints, Double)])
    func quietHoursAndDaysAreKept(hints: ScheduleHints, wait: Double) {
        let plan = nextPoll(
            after: .notModified, health: health(hints: hints), every: quarter, now: now, jitter: 0)
        #expect(minutes(plan) == wait)
        if wait != 15 { #expect(plan.reason.hasPrefix("the feed asks not to be polled between ")) }
    }

    @Test func quietHoursDoNotEndForAllAtOnce() {
        let hints = ScheduleHints(skipHours: [8])
        let plan = nextPoll(
            after: .notModified, health: health(hints: hints), every: quarter, now: now, jitter: 0.5)
        #expect(minutes(plan) == 65)
    }

    @Test(
        arguments: [
            (1, 15), (2, 30), (3, 60), (4, 120), (7, 960), (8, 1152), (30, 1152), (1_000_000, 1152), (0, 15),
        ] as [(Int, Double)])
    func failuresDoubleTheWaitUpToADay(failures: Int, wait: Double) {
        let failed = PollOutcome.failed(problem: "x")
        let health = health(failures: failures)
        let least = nextPoll(after: failed, health: health, every: quarter, now: now, jitter: 0)
        let most = nextPoll(after: failed, health: health, every: quarter, now: now, jitter: 0.999_999)
        #expect(minutes(least) == wait)
        #expect(minutes(most) > wait * 1.24 && minutes(most) < wait * 1.25)
        #expect(minutes(most) <= 1440)
    }

    @Test func noFailureIsRetriedSoonerThanConfigured() {
        let rare: Duration = .seconds(7 * 86_400)
        for outcome in [
            PollOutcome.failed(problem: "x"), .gone, .throttled(until: nil), .offline(problem: "x"),
        ] {
            let plan = nextPoll(after: outcome, health: health(failures: 1), every: rare, now: now, jitter: 0)
            #expect(plan.time == now + rare)
        }
    }

    @Test func whatIsGoneIsAskedOnceADay() {
        let plan = nextPoll(after: .gone, health: health(failures: 1), every: quarter, now: now, jitter: 0.5)
        #expect(minutes(plan) == 1440 * 0.9)
        #expect(plan.reason == "gone, says the server: asked again once a day")
    }

    @Test(
        arguments: [
            (3600, 60, "too many requests, says the server: it asks to be left alone for 60 min"),
            (60, 15, "too many requests, says the server: it asks to be left alone for 1 min"),
            (
                10 * 86_400, 1440,
                "too many requests, says the server: it asks to be left alone for 10 d, believed up to 24 h"
            ),
            (-60, 30, "too many requests, says the server: the wait doubles each time, up to a day"),
        ] as [(Int64, Double, String)])
    func aThrottledSourceWaitsAsLongAsAsked(seconds: Int64, wait: Double, reason: String) {
        let until = Timestamp(seconds: now.seconds + seconds)
        let plan = nextPoll(
            after: .throttled(until: until), health: health(failures: 2), every: quarter, now: now, jitter: 0)
        #expect(minutes(plan) == wait)
        #expect(plan.reason == reason)
    }

    @Test func throttledSourcesDoNotReturnTogether() {
        let until = now + .seconds(3600)
        let times = Set(
            (0..<50).map { number in
                nextPoll(
                    after: .throttled(until: until), health: health(failures: 1), every: quarter, now: now,
                    jitter: jitter(of: "source \(number)")
                ).time
            })
        #expect(times.count == 50)
        #expect(times.allSatisfy { $0 >= until && $0 <= until + .seconds(600) })
    }

    @Test func ourOwnOutageCostsNothing() {
        let plan = nextPoll(
            after: .offline(problem: "x"), health: health(failures: 0), every: quarter, now: now, jitter: 0)
        #expect(minutes(plan) == 15)
    }
}
