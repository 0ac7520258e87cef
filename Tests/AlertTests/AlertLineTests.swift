import Alert
import Foundation
import Model
import Testing

@Test func aLineSaysWhatWhereAndWhy() {
    #expect(
        alertLine(fullAlert(), corpus: "corpus")
            == "2026-02-13T08:01:22Z high \"MFA on CIA\" [zh] 新华社: 林剑答记者问 <https://example.org/a> "
            + "corpus/042_0123456789abcdef.txt (林剑, 中情局) +3 outlets")
}

@Test func whatIsUnknownIsLeftOut() {
    var alert = fullAlert(url: nil, file: nil, matches: [], otherOutlets: 1)
    alert.language = nil
    alert.title = ""
    #expect(
        alertLine(alert, corpus: "corpus/")
            == "2026-02-13T08:01:22Z high \"MFA on CIA\" 新华社: (in story 40) +1 outlet")
}

@Test func nothingFromOutsideForgesALine() {
    let line = alertLine(
        fullAlert(
            rule: "a\" b", title: "x\n2026 critical\u{1B}[2J\u{202E}", url: "https://e.org/> +9 outlets",
            matches: ["a\u{9B}31m", "b\r"]),
        corpus: "corpus")
    #expect(
        line
            == "2026-02-13T08:01:22Z high \"a\\\" b\" [zh] 新华社: x\\n2026 critical\\u{1B}[2J\\u{202E} "
            + "<https://e.org/%3E +9 outlets> corpus/042_0123456789abcdef.txt (a\\u{9B}31m, b\\r) +3 outlets")
}

@Test func longTextsAreCut() {
    let title = String(repeating: "ทรัมป์", count: 10_000)
    let marks = "a" + String(repeating: "\u{301}", count: 1_000_000)
    let line = alertLine(
        fullAlert(title: title, matches: [marks] + Array(repeating: "x", count: 50)), corpus: "c")
    #expect(line.utf8.count < 8_000)
    #expect(line.contains("…"))
    #expect(line.contains("x, …)"))
}

@Test(arguments: [
    "plain", "الرئيس ترامب قال \"نعم\"", "Трамп \\ Kavanaugh", "हिन्दी ट्रंप", "トランプ\u{2028}大統領", "ทรัมป์\u{7F}",
    "\u{0}\u{1B}[0m\u{85}\u{202E}\u{2069}", "👩‍👩‍👧",
])
func jsonLinesCarryAnyTextAndNoControls(title: String) throws {
    let line = alertJSON(fullAlert(title: title, file: nil))
    #expect(
        !line.unicodeScalars.contains { scalar in
            (0...0x1F).contains(scalar.value) || (0x7F...0x9F).contains(scalar.value)
                || (0x2028...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
        })
    let read = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    let readTitle = try #require(read["title"] as? String)
    #expect(readTitle.unicodeScalars.elementsEqual(title.unicodeScalars))
    #expect(read["time"] as? String == "2026-02-13T08:01:22Z")
    #expect(read["file"] is NSNull)
    #expect(read["matches"] as? [String] == ["林剑", "中情局"])
}
