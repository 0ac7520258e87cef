import Model
import Testing

@Suite struct CivilDayTests {
    @Test(arguments: [
        ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2026-02-13", 20_497),
        ("1900-03-01", -25_508), ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
    ])
    func daysAndDatesTurnIntoEachOther(iso: String, days: Int) {
        #expect(CivilDay(daysSinceEpoch: days).iso == iso)
        #expect(CivilDay(iso: iso)?.daysSinceEpoch == days)
    }

    @Test func everyDayOfFourCenturiesComesBack() {
        for day in -80_000..<66_100 {
            #expect(CivilDay(daysSinceEpoch: day).daysSinceEpoch == day)
        }
    }

    @Test(arguments: [
        "", "2026-2-13", "2026-02-30", "2025-02-29", "2026-13-01", "2026-00-10", "20260213", "2026-02-13 ",
        "２０２６-02-13", "-026-02-13",
    ])
    func whatIsNoDayIsRefused(text: String) {
        #expect(CivilDay(iso: text) == nil)
    }

    @Test func aDayDependsOnTheZone() {
        let instant = Timestamp(seconds: 1_770_930_000)
        #expect(instant.iso8601 == "2026-02-12T21:00:00Z")
        #expect(instant.day().iso == "2026-02-12")
        #expect(instant.day(offsetSeconds: 8 * 3600).iso == "2026-02-13")
        #expect(ZonedDate(instant: instant, offsetSeconds: 8 * 3600).day.iso == "2026-02-13")
    }

    @Test func timesBeforeTheEpochAreRoundedDown() {
        let before = Timestamp(milliseconds: -1)
        #expect(before.seconds == -1)
        #expect(before.iso8601 == "1969-12-31T23:59:59Z")
    }

    @Test func durationsAddAndSubtract() {
        let start = Timestamp(seconds: 100)
        #expect((start + .milliseconds(1500)).milliseconds == 101_500)
        #expect(start + .seconds(-200) < start)
        #expect((start + .seconds(60)) - start == .seconds(60))
    }
}
