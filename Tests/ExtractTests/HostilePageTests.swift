import Dates
import Markup
import Model
import Testing
import Text

@testable import Extract

@Suite struct HostilePageTests {
    private static let extractor = Extractor(dates: DateReader(), languages: LanguageIdentifier())

    private func page(_ bytes: [UInt8]) throws(ExtractError) -> ExtractedPage {
        try Self.extractor.article(
            from: bytes, contentType: nil, url: "https://a.example/", item: nil, rules: ArticleRules(),
            languageHint: nil, now: Timestamp(seconds: 1_772_323_200))
    }

    private static let refused: [(String, [UInt8])] = [
        ("PDF", Array("%PDF-1.7\n1 0 obj <p>no page</p>".utf8)),
        ("PNG", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]),
        ("JPEG", [0xFF, 0xD8, 0xFF, 0xE0] + [UInt8](repeating: 7, count: 400)),
        ("archive", [0x50, 0x4B, 0x03, 0x04] + Array("word/document.xml <p>text</p>".utf8)),
        ("film", [0, 0, 0, 0x20] + Array("ftypisom and so on and on".utf8)),
        ("program's data", Array("{\"error\": \"not found\", \"html\": \"<p>no</p>\"}".utf8)),
        ("noise", (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }),
    ]

    @Test(arguments: refused)
    func whatIsNoPageIsRefused(kind: String, bytes: [UInt8]) {
        #expect(throws: ExtractError.notText(url: "https://a.example/")) { try page(bytes) }
    }

    @Test func textInOtherEncodingsIsNoGarbage() throws {
        let text =
            "<html><body><article><p>Das Wetter bleibt schön, sagte die Frau am Hafen, und die Fähren fahren.</p>"
        let utf16: [UInt8] = text.utf16.reduce(into: [0xFF, 0xFE]) {
            $0 += [UInt8($1 & 0xFF), UInt8($1 >> 8)]
        }
        #expect(try page(utf16).article.text.contains("schön"))
        let latin = Array(text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
        #expect(try page(latin).article.text.contains("schön"))
    }

    /// Each ends, and gives what text there is; that time grows with size alone is shown by the stripper's tests.
    @Test(arguments: [
        (
            "nested",
            String(repeating: "<div>", count: 300_000)
                + "<p>A sentence deep inside, and it is long enough to count.</p>"
        ),
        (
            "unclosed",
            String(
                repeating: "<p>One more sentence that nobody closes, though it goes on. <b><i>", count: 20_000
            )
        ),
        (
            "attributes",
            "<p " + String(repeating: "a=1 ", count: 1_000_000)
                + ">A sentence behind attributes, long enough to count.</p>"
        ),
        ("comments", String(repeating: "<!-- ", count: 200_000)),
        (
            "end tags",
            String(repeating: "</div></p>", count: 200_000)
                + "<p>A sentence behind end tags, long enough to count here.</p>"
        ),
        ("links", String(repeating: "<a href=/x>a link that stands here</a> ", count: 50_000)),
        ("list", "<ul>" + String(repeating: "<li>x", count: 200_000)),
        (
            "JSON-LD",
            "<script type=application/ld+json>" + String(repeating: "[", count: 500_000) + "</script>"
        ),
        (
            "headings that nearly are the title",
            "<title>" + String(repeating: "a", count: 4000) + "</title><h1>zzz zzz zzz</h1>"
                + String(repeating: "<h2>aaaaaaab c</h2>", count: 500_000)
        ),
        (
            "summaries that nearly are the declared one",
            (1...200).map {
                "<meta name=description content='" + String(repeating: "a", count: 58) + "b\($0)'>"
            }.joined()
                + "<title>The title</title><h1>The title</h1>"
                + String(repeating: "<h2>" + String(repeating: "aaaaaaa ", count: 170) + "</h2>", count: 3000)
                + String(
                    repeating: "<p>A sentence behind them all, and it is long enough to count.</p>", count: 9)
        ),
    ])
    func hostilePagesEnd(kind: String, html: String) throws {
        let page = try page(Array(html.utf8))
        #expect(page.article.text.utf8.count <= html.utf8.count)
    }
}
