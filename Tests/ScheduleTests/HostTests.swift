import Model
import Testing

@testable import Schedule

struct HostTests {
    @Test func aPauseHoldsForTheWholeHostUntilItEnds() {
        var pauses = HostPauses()
        #expect(pauses.end(of: "a.example", now: now) == nil)
        pauses.pause("a.example", until: now + .seconds(600), now: now)
        #expect(pauses.end(of: "a.example", now: now) == now + .seconds(600))
        #expect(pauses.end(of: "b.example", now: now) == nil)
        #expect(pauses.end(of: "a.example", now: now + .seconds(600)) == nil)
    }

    @Test func aPauseWithoutAnEndLastsFiveMinutesAndAnEndlessOneADay() {
        var pauses = HostPauses()
        pauses.pause("a.example", until: nil, now: now)
        #expect(pauses.end(of: "a.example", now: now) == now + .seconds(300))
        pauses.pause("b.example", until: now + .seconds(864_000), now: now)
        #expect(pauses.end(of: "b.example", now: now) == now + longestWait)
    }

    @Test func theLongerPauseStands() {
        var pauses = HostPauses()
        pauses.pause("a.example", until: now + .seconds(600), now: now)
        pauses.pause("a.example", until: now + .seconds(60), now: now)
        pauses.pause("a.example", until: now + .seconds(-60), now: now)
        #expect(pauses.end(of: "a.example", now: now) == now + .seconds(600))
    }

    @Test func aClockThatWasSetBackEndsPauses() {
        var pauses = HostPauses()
        pauses.pause("a.example", until: now + .seconds(600), now: now)
        #expect(pauses.end(of: "a.example", now: now + .seconds(-30 * 86_400)) == nil)
    }

    @Test func manyHostsInARowMakeAnOutage() {
        var watch = OutageWatch()
        for number in 0..<7 { watch.note(host: "host\(number)", answered: false) }
        for _ in 0..<50 { watch.note(host: "host1", answered: false) }
        #expect(!watch.isOutage)
        watch.note(host: "host8", answered: false)
        #expect(watch.isOutage)
        watch.note(host: "host1", answered: true)
        #expect(!watch.isOutage)
    }

    @Test(arguments: [
        (1, 2, false), (1, 3, true), (4, 3, false), (4, 4, true), (1000, 7, false), (1000, 8, true),
    ])
    func ofFewHostsAllHaveToFail(hostCount: Int, failed: Int, isOutage: Bool) {
        var watch = OutageWatch()
        watch.hostCount = hostCount
        for number in 0..<failed { watch.note(host: "host\(number)", answered: false) }
        #expect(watch.isOutage == isOutage)
    }

    @Test func jitterIsStableAndSpread() {
        #expect(jitter(of: "Le Monde") == jitter(of: "Le Monde"))
        #expect(jitter(of: "Le Monde") != jitter(of: "Le Monde", attempt: 1))
        // The value itself must not change between versions, or all sources would move at once.
        #expect(jitter(of: "新华社") == 0.16041611658880806)
        var tenths = [Int](repeating: 0, count: 10)
        for number in 0..<10_000 { tenths[Int(jitter(of: "source \(number)") * 10)] += 1 }
        #expect(tenths.allSatisfy { (900...1100).contains($0) })
    }

    @Test(
        arguments: [
            (0, "0 s"), (45, "45 s"), (60, "1 min"), (90, "90 s"), (120, "2 min"), (900, "15 min"),
            (7199, "120 min"),
            (7200, "2 h"), (9000, "2 h 30 min"), (86_400, "24 h"), (172_800, "2 d"), (-5, "0 s"),
        ] as [(Int64, String)])
    func waitsAreWrittenForPeople(seconds: Int64, text: String) {
        #expect(intervalText(.seconds(seconds)) == text)
    }
}
