import Dates
import Model
import Testing

/// 2026-02-15T00:00:00Z
let now = Timestamp(seconds: 1_771_113_600)

@Suite struct MachineDateTests {
    private let reader = DateReader()

    @Test(arguments: [
        // ISO 8601, W3C-DTF, RFC 3339.
        ("2026-02-13T08:01:22Z", "2026-02-13T08:01:22Z second 0"),
        ("2026-02-13T08:01:22+01:00", "2026-02-13T07:01:22Z second 3600"),
        ("2026-02-13T08:01:22-0800", "2026-02-13T16:01:22Z second -28800"),
        ("2026-02-13T08:01:22+05", "2026-02-13T03:01:22Z second 18000"),
        ("2026-02-13T08:01:22+5:30", "2026-02-13T02:31:22Z second 19800"),
        ("2026-02-13T08:01:22−03:00", "2026-02-13T11:01:22Z second -10800"),
        ("2026-02-13T08:01:22.123456789Z", "2026-02-13T08:01:22Z second 0"),
        ("2026-02-13T08:01:22,5Z", "2026-02-13T08:01:22Z second 0"),
        ("2026-02-13t08:01z", "2026-02-13T08:01:00Z minute 0"),
        ("2026-02-13T08:01", "2026-02-13T08:01:00Z minute nil"),
        ("2026-02-13T08Z", "2026-02-13T08:00:00Z minute 0"),
        ("2026-02-13T24:00:00Z", "2026-02-14T00:00:00Z second 0"),
        ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z second 0"),
        ("2026-02-13T", "2026-02-13T00:00:00Z day nil"),
        ("2026-02-13", "2026-02-13T00:00:00Z day nil"),
        ("2026-02-13Z", "2026-02-13T00:00:00Z day 0"),
        ("2026-02-13+01:00", "2026-02-12T23:00:00Z day 3600"),
        ("2026-2-3", "2026-02-03T00:00:00Z day nil"),
        ("2026-02", "2026-02-01T00:00:00Z month nil"),
        ("2026", "2026-01-01T00:00:00Z year nil"),
        ("20260213", "2026-02-13T00:00:00Z day nil"),
        ("20260213T080122Z", "2026-02-13T08:01:22Z second 0"),
        ("20260213T0801+0100", "2026-02-13T07:01:00Z minute 3600"),
        ("202602", "2026-02-01T00:00:00Z month nil"),
        ("260213", "2026-02-13T00:00:00Z day nil"),
        ("20260213080122", "2026-02-13T08:01:22Z second nil"),
        ("202602130801", "2026-02-13T08:01:00Z minute nil"),
        ("2026-044", "2026-02-13T00:00:00Z day nil"),
        ("2026044", "2026-02-13T00:00:00Z day nil"),
        ("2026-W07-5", "2026-02-13T00:00:00Z day nil"),
        ("2026W075", "2026-02-13T00:00:00Z day nil"),
        ("2026-W07", "2026-02-09T00:00:00Z day nil"),
        ("2020-W53-7", "2021-01-03T00:00:00Z day nil"),
        ("2003-012-31T10:14:55+00:00", "2003-12-31T10:14:55Z second 0"),
        ("2017-06-13T03:18:00+00:0", "2017-06-13T03:18:00Z second 0"),
        // SQL, Go, Java and other time stamps.
        ("2026-02-13 08:01:22", "2026-02-13T08:01:22Z second nil"),
        ("2026-02-13 08:01:22.0", "2026-02-13T08:01:22Z second nil"),
        ("2026-02-13 08:01:22 +0100", "2026-02-13T07:01:22Z second 3600"),
        ("2026-02-13 08:01:22 +0000 UTC", "2026-02-13T08:01:22Z second 0"),
        ("2026-02-13 08:01:22 EST", "2026-02-13T13:01:22Z second -18000"),
        ("2026-02-13T08:01:22+01:00[Europe/Paris]", "2026-02-13T07:01:22Z second 3600"),
        ("2026-02-13T08:01:22 Europe/Paris", "2026-02-13T07:01:22Z second 3600"),
        ("2025-07-13T08:01:22 Europe/Paris", "2025-07-13T06:01:22Z second 7200"),
        ("2026/02/13 08:01", "2026-02-13T08:01:00Z minute nil"),
        ("2026/2/3 8:01:22", "2026-02-03T08:01:22Z second nil"),
        ("2026.02.13", "2026-02-13T00:00:00Z day nil"),
        ("2026-Feb-13", "2026-02-13T00:00:00Z day nil"),
        ("2026-02-13 8:01 PM", "2026-02-13T20:01:00Z minute nil"),
        ("2026-02-13, 12:15 a.m.", "2026-02-13T00:15:00Z minute nil"),
        ("  2026-02-13\n", "2026-02-13T00:00:00Z day nil"),
        // RFC 822 and 2822.
        ("Fri, 13 Feb 2026 08:01:22 +0100", "2026-02-13T07:01:22Z second 3600"),
        ("Fri, 13 Feb 2026 08:01:22 GMT", "2026-02-13T08:01:22Z second 0"),
        ("Fri, 13 Feb 2026 08:01 EST", "2026-02-13T13:01:00Z minute -18000"),
        ("13 Feb 2026 08:01:22 -0000", "2026-02-13T08:01:22Z second 0"),
        ("Fri,13 Feb 2026 08:01:22 UT", "2026-02-13T08:01:22Z second 0"),
        ("Fri, 13 Feb, 2026 08:01:22 UTC", "2026-02-13T08:01:22Z second 0"),
        ("Friday, 13-Feb-26 08:01:22 GMT", "2026-02-13T08:01:22Z second 0"),
        ("Thu, 01 Jan 04 19:48:21 GMT", "2004-01-01T19:48:21Z second 0"),
        ("Fri, 13 Feb 99 08:01:22 GMT", "1999-02-13T08:01:22Z second 0"),
        ("Fri, 13 Feb 126 08:01:22 GMT", "2026-02-13T08:01:22Z second 0"),
        ("Fri, 13 February 2026 08:01:22 Z", "2026-02-13T08:01:22Z second 0"),
        ("13 Sept 2025 08:01:22 CEST", "2025-09-13T06:01:22Z second 7200"),
        ("Fri, 13 Feb 2026 08:01:22 GMT+2", "2026-02-13T06:01:22Z second 7200"),
        ("Fri, 13 Feb 2026 08:01:22 GMT-01:01", "2026-02-13T09:02:22Z second -3660"),
        ("Fri, 13 Feb 2026 08:01:22 UTC +03:00", "2026-02-13T05:01:22Z second 10800"),
        ("Fri, 13 Feb 2026 08:01:22 +01:00", "2026-02-13T07:01:22Z second 3600"),
        ("Fri, 13 Feb 2026 08:01:22 +0100 (CET)", "2026-02-13T07:01:22Z second 3600"),
        ("Fri, 13 Feb 2026 08:01:22 (CET)", "2026-02-13T07:01:22Z second 3600"),
        ("Fri, 13 Feb 2026 08:01:22 Etc/GMT", "2026-02-13T08:01:22Z second 0"),
        ("Fri, 13 Feb 2026 08:01:22 XYZT", "2026-02-13T08:01:22Z second nil"),
        ("Fri, 13 Feb 2026 08:01:22 ET", "2026-02-13T13:01:22Z second -18000"),
        ("Sun, 13 Jul 2025 08:01:22 ET", "2025-07-13T12:01:22Z second -14400"),
        ("Fri, 13 Feb 2026 08:01:22 AM PT", "2026-02-13T16:01:22Z second -28800"),
        ("Fr, 13 Feb 2026 08:01:22 MEZ", "2026-02-13T07:01:22Z second 3600"),
        ("Vendr, 13 Feb 2026 08:01:22 +0100", "2026-02-13T07:01:22Z second 3600"),
        ("Fri, 13 Feb 2026", "2026-02-13T00:00:00Z day nil"),
        ("Fri, 13 Feb 2026 24:00:00 GMT", "2026-02-14T00:00:00Z second 0"),
        ("13 FEB 2026 0801 GMT", "2026-02-13T08:01:00Z minute 0"),
        ("Fri, 2026/02/13 08:01:22 EST", "2026-02-13T13:01:22Z second -18000"),
        // asctime, date, JavaScript, and English by hand.
        ("Fri Feb 13 08:01:22 2026", "2026-02-13T08:01:22Z second nil"),
        ("Sun Jan  4 16:29:06 2004", "2004-01-04T16:29:06Z second nil"),
        ("Fri Feb 13 08:01:22 CET 2026", "2026-02-13T07:01:22Z second 3600"),
        ("Fri Feb 13 08:01:22 +0100 2026", "2026-02-13T07:01:22Z second 3600"),
        ("Thu Aug 30 2012 17:26:16 +0200", "2012-08-30T15:26:16Z second 7200"),
        ("Fri Feb 13 2026 11:01:22 GMT+0300 (Moscow Standard Time)", "2026-02-13T08:01:22Z second 10800"),
        ("Sat, Dec 16 2023 02:02:33 PM", "2023-12-16T14:02:33Z second nil"),
        ("Feb 13, 2026 8:01 pm", "2026-02-13T20:01:00Z minute nil"),
        ("February 13th, 2026 at 8:01 p.m. EST", "2026-02-14T01:01:00Z minute -18000"),
        ("13. Feb. 2026", "2026-02-13T00:00:00Z day nil"),
        ("08:01 - 13 Feb 2026", "2026-02-13T08:01:00Z minute nil"),
        ("Feb 2026", "2026-02-01T00:00:00Z month nil"),
        // Since 1970.
        ("1770969682", "2026-02-13T08:01:22Z second 0"),
        ("1770969682.5", "2026-02-13T08:01:22Z second 0"),
        ("1770969682123", "2026-02-13T08:01:22Z second 0"),
        ("1770969682123456", "2026-02-13T08:01:22Z second 0"),
        ("1770969682123456789", "2026-02-13T08:01:22Z second 0"),
        ("2026021308", "2026-02-13T08:00:00Z minute nil"),
    ])
    func readsWhatMachinesWrite(text: String, expected: String) throws {
        let date = try #require(reader.machineDate(Array(text.utf8), now: now))
        #expect(described(date) == expected)
        #expect(!date.isSuspect)
        #expect(reader.date(in: text, language: nil, now: now) == date)
    }

    @Test(arguments: [
        ("2026-02-30T08:01:22Z", "2026-02-28T08:01:22Z second 0"),
        ("Sun, 31 Jun 2004 19:48:21 GMT", "2004-06-30T19:48:21Z second 0"),
        ("2025-02-29", "2025-02-28T00:00:00Z day nil"),
        ("2026-02-13T25:00:00Z", "2026-02-13T00:00:00Z day 0"),
        ("2026-02-13T08:01:22+99:00", "2026-02-13T08:01:22Z second nil"),
        ("2026-02-17T00:00:01Z", "2026-02-17T00:00:01Z second 0"),
        ("2062-02-13", "2062-02-13T00:00:00Z day nil"),
        ("4102444800", "2100-01-01T00:00:00Z second 0"),
        ("Thu, 01 Jan 1970 00:00:00 GMT", "1970-01-01T00:00:00Z second 0"),
        ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z second 0"),
    ])
    func flagsImpossibleAndFutureDates(text: String, expected: String) throws {
        let date = try #require(reader.machineDate(Array(text.utf8), now: now))
        #expect(described(date) == expected)
        #expect(date.isSuspect)
    }

    @Test func tomorrowIsNoSuspect() {
        #expect(reader.machineDate(Array("2026-02-16T23:59:59Z".utf8), now: now)?.isSuspect == false)
    }

    @Test(arguments: [
        "", " ", "yesterday", "not a date", "0000-00-00", "0000-00-00T00:00:00Z",
        "-0001-11-30T00:00:00+00:00",
        "2026-13-01", "2026-00-10", "2026-W54-1", "2026-W07-", "2026-367", "T08:01", "08:01:22", "12", "123",
        "12345",
        "Fri, 13 Foo 2026", "Fri, Feb", "13 Feb", "2026-02-13 and more", "13 Feb 2026 13 Mar 2026", "1.5",
        "--02-13",
        "Feb", "Friday", "99999999999", "2026-02-13T08:01:22Zjunk", "13 Feb 2026 hello", "\u{0}\u{1}",
        "13\u{202E}Feb 2026",
        "2026-02-13 + 3", "((((", "+", "2026-",
    ])
    func leavesWhatIsNoDate(text: String) {
        #expect(reader.machineDate(Array(text.utf8), now: now) == nil)
    }

    @Test func readsAnyBytesWithoutHarm() {
        var state: UInt64 = 7
        let alphabet = Array("0123456789-:+TZ ,./WFebGMTam()\u{A0}ж月".utf8) + [0, 0xFF, 0xE2, 0x88]
        for length in 0..<400 {
            for _ in 0..<40 {
                let bytes = (0..<length % 70).map { _ in
                    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    return alphabet[Int(state >> 33) % alphabet.count]
                }
                _ = reader.machineDate(bytes, now: now)
            }
        }
        #expect(reader.machineDate([UInt8](repeating: 0x30, count: 1_000_000), now: now) == nil)
    }
}

/// `2026-02-13T08:01:22Z second 3600`
func described(_ date: ZonedDate) -> String {
    "\(date.instant.iso8601) \(date.precision) \(date.offsetSeconds.map(String.init) ?? "nil")"
}

/// Dates cut short, glued to markup or made of noise, as feeds deliver them.
@Suite struct DamagedDateTests {
    @Test func everyPieceOfADateIsReadWithoutATrap() {
        let reader = DateReader()
        let now = Timestamp(seconds: 1_780_000_000)
        let dates = [
            "Tue, 10 Mar 2026 06:15:00 GMTf/pubDate>", "2026-03-10T06:15:00+08:00Zz",
            "Tue Mar 10 06:15:00 PSTX 2026",
            "10 mars 2026 à 06 h 15 CETX", "令和8年3月10日", "۱۹ اسفند ۱۴۰۴", "10 มีนาคม 2569", "10 मार्च 2026",
        ]
        for date in dates {
            let bytes = Array(date.utf8)
            for start in 0...bytes.count {
                for end in start...bytes.count {
                    _ = reader.machineDate(Array(bytes[start..<end]), now: now)
                }
                let tail = String(decoding: bytes[start...], as: UTF8.self)
                _ = reader.date(in: tail, language: nil, now: now)
                _ = reader.firstDate(inVisibleText: tail, language: nil, now: now)
            }
        }
    }
}
