import Model
import Testing

@testable import Corpus

struct LedgerLineTests {
    @Test func aLineIsReadableByPeople() {
        let line = String(decoding: ledgerLine(fullEntry(42)), as: UTF8.self)
        #expect(
            line == #"{"number":42,"file":"042_ca1e0f11b0c4dd79.txt","digest":"ca1e0f11b0c4dd79","#
                + #""source":"新华社 / Xinhua","outlet":"news.example","url":"https://news.example/a?b=1&c=2","#
                + #""canonicalURL":"https://news.example/a","key":"guid:\"1\"\\2","#
                + #""title":"Шторм\u202e закрыл\u001b порт\u0000\n","byline":"लेखक, นักข่าว","#
                + #""published":{"date":"2026-02-13T08:01:22.123+08:00","precision":"second","suspect":true},"#
                + #""language":"zh-Hans","wire":{"agency":"AFP","evidence":"(وكالة فرانس برس)"},"state":"filed","#
                + #""of":7,"share":0.8125,"story":7,"quotes":[{"number":3,"words":25,"text":"「港は閉鎖」"}],"#
                + #""reason":"81 % of its fingerprints are in 7","time":"2026-02-13T00:01:30.005Z"}"#)
    }

    @Test func absentValuesAreLeftOut() {
        let line = String(decoding: ledgerLine(bareEntry(1)), as: UTF8.self)
        #expect(
            line == #"{"number":1,"digest":"e3b0c44298fc1c14","source":"s","outlet":"o","state":"copy","#
                + #""story":1,"quotes":[],"reason":"r","time":"1970-01-01T00:00:00Z"}"#)
    }

    @Test func aShareThatIsNoNumberIsLeftOut() throws {
        var entry = bareEntry(1)
        entry.share = .nan
        let back = try ledgerEntry(fromLine: ledgerLine(entry))
        #expect(back.share == nil)
    }

    @Test func everyScalarComesBack() throws {
        var entry = bareEntry(1)
        var scalars = String.UnicodeScalarView()
        for value in UInt32(0)...0x30FF { if let scalar = Unicode.Scalar(value) { scalars.append(scalar) } }
        scalars.append(contentsOf: "😀\u{FEFF}\u{FFFF}\u{10FFFF}".unicodeScalars)
        entry.title = String(scalars)
        let back = try ledgerEntry(fromLine: ledgerLine(entry))
        #expect(back.title?.unicodeScalars.elementsEqual(scalars) == true)
    }

    @Test(
        arguments: [
            (1_770_940_882_000, 8 * 3600, "2026-02-13T08:01:22+08:00"),
            (1_770_940_882_000, 0, "2026-02-13T00:01:22Z"),
            (1_770_940_882_000, nil, "2026-02-13T00:01:22"),
            (1_770_940_882_007, -12_600, "2026-02-12T20:31:22.007-03:30"),
            (-1, 0, "1969-12-31T23:59:59.999Z"),
            (-62_135_596_800_000, 0, "0001-01-01T00:00:00Z"),
            (0, 29_143, "1970-01-01T08:05:43+08:05:43"),
            (253_402_300_800_000, 0, "10000-01-01T00:00:00Z"),
        ] as [(Int64, Int?, String)])
    func datesAreWrittenWithTheirZoneAndReadBack(milliseconds: Int64, offset: Int?, text: String) throws {
        let instant = Timestamp(milliseconds: milliseconds)
        #expect(writtenDate(instant, offsetSeconds: offset) == text)
        let back = try #require(readDate(text))
        #expect(back.instant == instant)
        #expect(back.offsetSeconds == offset)
    }

    @Test(arguments: [
        "", "2026", "2026-02-13", "2026-02-30T00:00:00Z", "2026-02-13T24:00:00Z", "2026-02-13T00:00:00z",
        "2026-02-13T00:00:00+8", "2026-02-13T00:00:00+08:00x", "2026-02-13 00:00:00Z",
        "2026-02-13T00:00:00.1Z",
        "2026-02-13T00:60:00Z", "2026-02-13T00:00:00+", "26-02-13T00:00:00Z", "٢٠٢٦-02-13T00:00:00Z",
        "99999999999999-02-13T00:00:00Z",
    ])
    func otherDatesAreNone(text: String) {
        #expect(readDate(text) == nil)
    }
}
