import Alert
import Model
import Testing

/// 2026-02-13T08:00:00Z, a Friday.
private let morning = Timestamp(seconds: 1_770_969_600)

private func alert(_ policy: AlertPolicy?, severity: Severity = .normal) -> Alert {
    var alert = fullAlert()
    alert.severity = severity
    alert.policy = policy
    return alert
}

@Test(arguments: [
    // Within one day, over midnight, at both ends, in another zone.
    ("07:00-09:00", 7 * 60, 9 * 60, "UTC", "2026-02-13T09:00:00Z"),
    ("22:00-08:30", 22 * 60, 8 * 60 + 30, "UTC", "2026-02-13T08:30:00Z"),
    ("08:00-09:00", 8 * 60, 9 * 60, "UTC", "2026-02-13T09:00:00Z"),
    ("07:00-08:00", 7 * 60, 8 * 60, "UTC", nil),
    ("22:00-07:00", 22 * 60, 7 * 60, "UTC", nil),
    ("Tokyo", 16 * 60, 19 * 60, "Asia/Tokyo", "2026-02-13T10:00:00Z"),
    ("Kathmandu", 13 * 60, 14 * 60, "Asia/Kathmandu", "2026-02-13T08:15:00Z"),
    ("New York", 23 * 60, 4 * 60, "America/New_York", "2026-02-13T09:00:00Z"),
])
func quietHoursEndByTheClocksOfTheirPlace(
    name: String, start: Int, end: Int, zone: String, expected: String?
) {
    let quiet = QuietHours(start: start, end: end, zone: zone)
    #expect(quiet.end(at: morning)?.iso8601 == expected)
}

@Test func theClocksMayChangeDuringQuietHours() {
    // 2026-03-28T23:30:00Z; in Berlin the clocks go forward at 01:00 UTC.
    let night = Timestamp(seconds: 1_774_740_600)
    #expect(
        QuietHours(start: 22 * 60, end: 7 * 60, zone: "Europe/Berlin").end(at: night)?.iso8601
            == "2026-03-29T05:00:00Z")
}

@Test func digestsComeAtTheirTimes() {
    #expect(DigestTimes.every(seconds: 3600).next(after: morning).iso8601 == "2026-02-13T09:00:00Z")
    #expect(
        DigestTimes.daily(minute: 8 * 60, zone: "UTC").next(after: morning).iso8601
            == "2026-02-14T08:00:00Z")
    #expect(
        DigestTimes.daily(minute: 18 * 60, zone: "Asia/Tokyo").next(after: morning).iso8601
            == "2026-02-13T09:00:00Z")
}

@Test func onlyWhatIsCriticalBreaksTheQuiet() {
    let policy = AlertPolicy(quiet: QuietHours(start: 0, end: 1439, zone: "UTC"))
    #expect(holdDecision(for: alert(policy, severity: .critical), earlier: 0, now: morning) == .tell)
    guard case .hold(let until, let reason) = holdDecision(for: alert(policy), earlier: 0, now: morning)
    else {
        Issue.record("told in quiet hours")
        return
    }
    #expect(until.iso8601 == "2026-02-13T23:59:00Z")
    #expect(reason == "quiet hours")
}

@Test func aBurstIsHeldBackUntilItsPeriodEnds() {
    let policy = AlertPolicy(burst: BurstLimit(alerts: 3, seconds: 600))
    #expect(holdDecision(for: alert(policy), earlier: 2, now: morning) == .tell)
    guard case .hold(let until, let reason) = holdDecision(for: alert(policy), earlier: 3, now: morning)
    else {
        Issue.record("a burst went through")
        return
    }
    #expect(until.iso8601 == "2026-02-13T08:10:00Z")
    #expect(reason == "burst: more than 3 alerts in 10 min")
}

@Test func escalationsAndAlertsOfOldAreToldAtOnce() {
    let policy = AlertPolicy(digest: .every(seconds: 3600), burst: BurstLimit(alerts: 1, seconds: 60))
    var escalated = alert(policy)
    escalated.escalated = StorySpread(outlets: 9, languages: 2)
    #expect(holdDecision(for: escalated, earlier: 99, now: morning) == .tell)
    #expect(holdDecision(for: alert(nil), earlier: 99, now: morning) == .tell)
}
