import Model
import Testing

@testable import Corpus

struct SeedDocumentArticleTests {
    private func rendered(_ article: Article) -> String {
        String(decoding: SeedDocument(article: article).bytes, as: UTF8.self)
    }

    private func dated(
        _ seconds: Int64, offset: Int? = nil, _ precision: ZonedDate.Precision = .second,
        isSuspect: Bool = false
    ) -> ZonedDate {
        ZonedDate(
            instant: Timestamp(seconds: seconds), offsetSeconds: offset, precision: precision,
            isSuspect: isSuspect)
    }

    @Test func aNewArticleHasItsDayHeadlineAndParagraphs() {
        var article = Article(title: "暴风雨关闭港口", paragraphs: ["第一段。", "Второй абзац.", "الفقرة الثالثة."])
        article.published = dated(1_770_912_000, offset: 8 * 3600)
        #expect(rendered(article) == " date 2026-02-13 暴风雨关闭港口\n\n第一段。\n\nВторой абзац.\n\nالفقرة الثالثة.")
    }

    @Test func theDayIsThatOfThePublishersZone() {
        // 2026-02-12T16:30Z is the 13th in China and the 12th in New York.
        var article = Article(title: "x", paragraphs: [])
        article.published = dated(1_770_913_800, offset: 8 * 3600)
        #expect(rendered(article) == " date 2026-02-13 x")
        article.published = dated(1_770_913_800, offset: -5 * 3600)
        #expect(rendered(article) == " date 2026-02-12 x")
    }

    @Test func vagueAndDoubtfulDatesMakeNoHeader() {
        var article = Article(title: "x", paragraphs: ["y"])
        for date in [
            dated(0, .month), dated(0, .year), dated(0, isSuspect: true), dated(300_000_000_000),
            dated(-70_000_000_000),
        ] {
            article.published = date
            #expect(rendered(article) == "x\n\ny")
        }
    }

    @Test func aHeadlineThatLooksLikeAHeaderIsText() throws {
        let article = Article(title: " date 2026-02-12 of the fair", paragraphs: ["y"])
        #expect(rendered(article) == "date 2026-02-12 of the fair\n\ny")
        #expect(try SeedDocument(bytes: Array(rendered(article).utf8)).day == nil)
    }

    @Test func controlCharactersGoAndEveryParagraphIsOneLine() {
        let article = Article(
            title: "\u{FEFF}Head\u{1B}[31m\u{202E}line\u{0}",
            paragraphs: [
                "one\ntwo\r\nthree\tfour\u{2028}five\u{85}six", "\u{7F}\u{9B}", "   ",
                "\u{A0}seven\u{2066}\u{A0}eight ",
            ])
        #expect(rendered(article) == "Head[31mline\n\none two  three four five six\n\nseven\u{A0}eight")
    }

    @Test func anEmptyArticleIsAnEmptyFile() throws {
        #expect(rendered(Article()) == "")
        let noTitle = Article(title: "\u{0}", paragraphs: ["only"])
        #expect(rendered(noTitle) == "only")
    }

    @Test(arguments: [
        ("Storm closes the harbour", ["First.", "Second."]), ("Шторм закрыл порт", ["Первый."]),
        ("嵐で港が閉鎖", ["本文。"]), ("พายุปิดท่าเรือ", ["เนื้อหา"]), ("तूफान से बंदरगाह बंद", ["पाठ।"]),
        ("العاصفة تغلق الميناء", ["نص."]), ("暴风雨关闭港口", ["正文。"]),
    ])
    func anArticleIsReadBackAsItWasFiled(title: String, paragraphs: [String]) throws {
        var article = Article(title: title, paragraphs: paragraphs)
        article.published = dated(1_770_854_400, .day)
        let back = try SeedDocument(bytes: SeedDocument(article: article).bytes).article
        #expect(back == article)
    }
}
