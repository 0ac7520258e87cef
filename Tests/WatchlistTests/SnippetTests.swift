import Foundation
import Model
import Testing
import Watchlist

private func snippet(_ query: String, in paragraphs: [String], language: String, length: Int = 200) throws
    -> Snippet?
{
    let list = try watchlist(query)
    let input = MatchInput(title: "Headline", paragraphs: paragraphs, language: language)
    return try #require(list.matches(in: input).first).snippet(in: paragraphs, length: length)
}

/// What the hits of a snippet are.
private func hits(_ snippet: Snippet) -> [String] {
    let utf8 = Array(snippet.text.utf8)
    return snippet.hits.map { String(decoding: utf8[$0], as: UTF8.self) }
}

@Test(arguments: [
    (
        "en", "harbour", "It rained. The harbour was closed at 10.30 p.m. on Monday. Ships waited.",
        "The harbour was closed at 10.30 p.m. on Monday.", "harbour"
    ),
    ("zh", "林剑", "昨天下雨。外交部发言人林剑主持记者会。他没有评论。", "外交部发言人林剑主持记者会。", "林剑"),
    ("ja", "トランプ", "雨だった。トランプ氏は否定した！次の話。", "トランプ氏は否定した！", "トランプ"),
    ("ar", "ترامب", "هل وصل؟ قال ترامب إنه لن يأتي. انتهى الأمر الآن.", "قال ترامب إنه لن يأتي.", "ترامب"),
    ("ur", "لاہور", "بارش ہوئی۔ لاہور میں جلسہ ہوا۔ ختم۔", "لاہور میں جلسہ ہوا۔", "لاہور"),
    ("hi", "दिल्ली", "बारिश हुई। दिल्ली में बैठक हुई। वह गया।", "दिल्ली में बैठक हुई।", "दिल्ली"),
    ("ru", "порт", "Шёл дождь. Порт закрыт с 5 ч. утра. Суда ждут.", "Порт закрыт с 5 ч. утра.", "Порт"),
    ("th", "ทรัมป์", "ฝนตก ประธานาธิบดีทรัมป์กล่าวว่า จบ", "ฝนตก ประธานาธิบดีทรัมป์กล่าวว่า จบ", "ทรัมป์"),
])
func theSentenceAroundTheMatchIsShown(
    language: String, query: String, text: String, sentence: String, hit: String
) throws {
    let found = try #require(try snippet(query, in: ["Nothing here.", text], language: language))
    #expect(found.text == sentence)
    #expect(hits(found) == [hit])
}

/// A full stop ends a sentence unless it ends an abbreviation.
@Test(arguments: [
    ("Trump", "He ended the war. Trump then left.", "Trump then left."),
    (
        "harbour", "He said no. The harbour is open, see art. 5 and No. 7 of the law. They left.",
        "The harbour is open, see art. 5 and No. 7 of the law."
    ),
    (
        "Smith", "Gen. Smith and Dr. Jones met J. P. Brown in the U.S. Senate. They left.",
        "Gen. Smith and Dr. Jones met J. P. Brown in the U.S. Senate."
    ),
    (
        "план", "Так кончился год. План стоит 3 млрд. руб. и рассчитан до 2027 г. включительно. Его обсудят.",
        "План стоит 3 млрд. руб. и рассчитан до 2027 г. включительно."
    ),
    (
        "Merkel", "Er war da. Merkel sprach mit Dr. Braun bzw. dessen Rat. Alle gingen.",
        "Merkel sprach mit Dr. Braun bzw. dessen Rat."
    ),
])
func abbreviationsEndNoSentence(query: String, text: String, sentence: String) throws {
    #expect(try snippet(query, in: [text], language: "en")?.text == sentence)
}

@Test func aLongSentenceIsCutAroundTheMatch() throws {
    let long = String(repeating: "слово ", count: 500)
    let found = try #require(
        try snippet("Порт", in: [long + "Порт " + long], language: "ru", length: 60))
    #expect(found.text.count <= 62)
    #expect(found.text.hasPrefix("…") && found.text.hasSuffix("…"))
    #expect(hits(found) == ["Порт"])
    let han = try #require(
        try snippet(
            "林剑", in: [String(repeating: "字", count: 3000) + "林剑" + String(repeating: "字", count: 3000)],
            language: "zh"))
    #expect(han.text.count <= 202)
    #expect(hits(han) == ["林剑"])
}

@Test func theSentenceWithMostMatchesIsShown() throws {
    let found = try #require(
        try snippet(
            "harbour OR pilot",
            in: ["The harbour is open.", "The pilot knew the harbour well. A pilot left."],
            language: "en"))
    #expect(found.text == "The pilot knew the harbour well.")
    #expect(hits(found) == ["pilot", "harbour"])
}

@Test func aMatchInTheHeadlineAloneHasNoSnippet() throws {
    #expect(try snippet("headline", in: ["Nothing here."], language: "en") == nil)
}

@Test func hostileTextsMakeBoundedSnippets() throws {
    let marks = "harbour" + String(repeating: "\u{301}", count: 100_000)
    #expect(try snippet("harbour", in: [marks], language: "en") == nil)
    let found = try #require(try snippet("harbour", in: ["harbour x\u{1B}[2J\n\ty"], language: "en"))
    #expect(!found.text.utf8.contains { $0 < 0x20 })
    #expect(hits(found) == ["harbour"])
}
