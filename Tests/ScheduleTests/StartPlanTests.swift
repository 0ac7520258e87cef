import Model
import Testing

@testable import Schedule

struct StartPlanTests {
    private func health(last: Int64, next: Int64, plannedFor: Duration = quarter, failures: Int = 0)
        -> SourceHealth
    {
        var health = SourceHealth(source: "s")
        health.lastPoll = Timestamp(seconds: now.seconds + last)
        health.nextPoll = Timestamp(seconds: now.seconds + next)
        health.nextReason = "kept"
        health.plannedFor = plannedFor
        health.failures = failures
        return health
    }

    private func plan(_ health: SourceHealth, every: Duration = quarter) -> PollPlan {
        startPlan(health: health, every: every, sourceCount: 40, now: now)
    }

    @Test func firstPollsAreSpreadButSoon() {
        let times = (0..<10_000).map { number in
            startPlan(
                health: SourceHealth(source: "source \(number)"), every: quarter, sourceCount: 10_000,
                now: now
            ).time
        }
        var perMinute: [Int64: Int] = [:]
        for time in times { perMinute[(time.seconds - now.seconds) / 60, default: 0] += 1 }
        #expect(perMinute.keys.allSatisfy { (0..<15).contains($0) })
        #expect(perMinute.values.allSatisfy { (550...790).contains($0) })

        let few = (0..<40).map { number in
            startPlan(health: SourceHealth(source: "\(number)"), every: quarter, sourceCount: 40, now: now)
                .time
        }
        #expect(few.allSatisfy { $0 >= now && $0 < now + .seconds(4) })
    }

    @Test func aPlanThatStillMakesSenseIsKept() {
        let health = health(last: -300, next: 600)
        #expect(plan(health) == PollPlan(time: now + .seconds(600), reason: "kept"))
    }

    @Test func overdueSourcesComeSoonAndSpread() {
        let plan = plan(health(last: -86_400, next: -3600))
        #expect(plan.time >= now && plan.time < now + .seconds(4))
        #expect(plan.reason == "kept")
    }

    @Test(
        arguments: [
            // Set back an hour, a year; the plan alone far ahead.
            (3600, 4500), (31_536_000, 31_536_900), (-60, 31_536_000),
        ] as [(Int64, Int64)])
    func aClockThatWasSetBackDoesNotSilenceASource(last: Int64, next: Int64) {
        let plan = plan(health(last: last, next: next))
        #expect(plan.time >= now && plan.time < now + .seconds(4))
        #expect(plan.reason.hasSuffix("the clock was set back"))
    }

    @Test func aLongWaitThatAServerAskedForIsNoClockJump() {
        let plan = plan(health(last: -60, next: 95 * 3600))
        #expect(plan.reason == "kept")
    }

    @Test func aShorterIntervalTakesEffectAtOnce() {
        let slow: Duration = .seconds(86_400)
        let waiting = health(last: -300, next: 86_100, plannedFor: slow)
        #expect(plan(waiting) == PollPlan(time: now + .seconds(600), reason: "every 15 min, as configured"))
        let overdue = health(last: -3600, next: 82_800, plannedFor: slow)
        #expect(plan(overdue).time < now + .seconds(4))
        // Not while it fails, and not when the interval became longer.
        #expect(plan(health(last: -300, next: 86_100, plannedFor: slow, failures: 3)).reason == "kept")
        #expect(plan(health(last: -300, next: 600), every: slow).reason == "kept")
    }
}
