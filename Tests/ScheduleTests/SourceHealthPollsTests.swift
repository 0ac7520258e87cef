import Model
import Testing

@testable import Schedule

struct SourceHealthPollsTests {
    private let day: Duration = .seconds(86_400)

    private func delivered(_ items: Int, new: Int, etag: String? = "\"1\"") -> PollReport {
        PollReport(
            .delivered(items: items, newItems: new), hints: ScheduleHints(minimumInterval: .seconds(3600)),
            etag: etag, lastModified: nil)
    }

    @Test func aDeliveryIsRemembered() {
        let health = SourceHealth(source: "s").after(delivered(20, new: 5), every: quarter, now: now)
        #expect(health.lastPoll == now)
        #expect(health.lastSuccess == now)
        #expect(health.lastNewItem == now)
        #expect(health.recentItems == [20])
        #expect(health.recentNewItems == [5])
        #expect(health.etag == "\"1\"")
        #expect(health.validatorsSince == now)
        #expect(health.nextPoll == now + .seconds(3600))
        #expect(health.nextReason == "the feed asks for 60 min between polls")
        #expect(health.plannedFor == quarter)
    }

    @Test func anUnchangedAnswerKeepsHintsAndValidators() {
        let first = SourceHealth(source: "s").after(delivered(20, new: 5), every: quarter, now: now)
        let later = now + .seconds(3600)
        let second = first.after(PollReport(.notModified), every: quarter, now: later)
        #expect(second.hints == first.hints)
        #expect(second.etag == "\"1\"")
        #expect(second.validatorsSince == now)
        #expect(second.lastNewItem == now)
        #expect(second.lastSuccess == later)
        #expect(second.recentNewItems == [5, 0])
        #expect(second.nextPoll == later + .seconds(3600))
    }

    @Test func aBodyWithoutValidatorsDropsTheOldOnes() {
        let first = SourceHealth(source: "s").after(delivered(20, new: 5), every: quarter, now: now)
        let second = first.after(delivered(20, new: 0, etag: nil), every: quarter, now: now)
        #expect(second.etag == nil)
        #expect(second.validatorsSince == nil)
    }

    @Test func failuresAreCountedAndForgottenAfterASuccess() {
        var health = SourceHealth(source: "s").after(delivered(20, new: 5), every: quarter, now: now)
        for outcome in [PollOutcome.failed(problem: "no such host"), .gone, .throttled(until: nil)] {
            health = health.after(PollReport(outcome), every: quarter, now: now)
        }
        #expect(health.failures == 3)
        #expect(health.problem == "too many requests, says the server")
        #expect(health.etag == "\"1\"")
        health = health.after(PollReport(.offline(problem: "no network")), every: quarter, now: now)
        #expect(health.failures == 3)
        #expect(health.problem == "no network")
        health = health.after(PollReport(.notModified), every: quarter, now: now)
        #expect(health.failures == 0)
        #expect(health.problem == nil)
    }

    @Test func theHistoryIsBounded() {
        var health = SourceHealth(source: "s")
        for poll in 0..<50 { health = health.after(delivered(30, new: poll), every: quarter, now: now) }
        #expect(health.recentNewItems == Array(30..<50))
        #expect(health.recentItems.count == 20)
    }

    @Test(arguments: [(0, true), (7, true), (8, false), (100, false), (-1, false)])
    func validatorsAreUsedForEightDays(days: Int, isUsed: Bool) {
        let health = SourceHealth(source: "s").after(delivered(20, new: 5), every: quarter, now: now)
        let later = now + day * days
        #expect((health.validators(now: later).etag != nil) == isUsed)
    }

    @Test func sourcesThatFailTogetherDoNotReturnTogether() {
        let report = PollReport(.failed(problem: "no such host"))
        let times = Set(
            (0..<1000).compactMap { number in
                SourceHealth(source: "source \(number)").after(report, every: quarter, now: now).nextPoll?
                    .seconds
            })
        // A quarter of 15 minutes has 225 seconds, and nearly every one is used.
        #expect(times.count > 200)
    }
}
