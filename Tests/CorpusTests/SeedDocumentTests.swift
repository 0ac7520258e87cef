import Foundation
import Model
import Testing

@testable import Corpus

/// Three real files, present beside the project or not.
private let seedFolder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("shared/seeds").path
private let hasSeeds = FileManager.default.fileExists(atPath: seedFolder)

struct SeedDocumentTests {
    @Test(.enabled(if: hasSeeds, "no seeds at ../shared/seeds"))
    func theSeedsComeBackByteForByte() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: seedFolder).compactMap(
            CorpusName.init)
        #expect(names.count == 3)
        for name in names {
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(seedFolder)/\(name)")))
            let document = try SeedDocument(bytes: bytes)
            #expect(document.bytes == bytes)
            #expect(!document.paragraphs.isEmpty)
        }
    }

    @Test(.enabled(if: hasSeeds, "no seeds at ../shared/seeds"))
    func theSeedsHaveTheirDaysAndHeadlines() throws {
        var found: [Int: (day: String?, headline: String?)] = [:]
        for name in try CorpusFolder(path: seedFolder).scan().files {
            let document = try SeedDocument(bytes: try CorpusFolder(path: seedFolder).bytes(of: name))
            found[name.number] = (document.day?.iso, document.headline)
        }
        #expect(found[0]?.day == "2026-02-12")
        #expect(found[0]?.headline != nil)
        #expect(found[1]?.day == "2026-02-13")
        #expect(found[1]?.headline == nil)
        #expect(found[3]?.day == nil)
        #expect(found[3]?.headline == "CIA targets Chinese military officers in new recruitment video")
    }

    @Test(
        arguments: [
            ("dated-without-headline", "2026-03-04", nil, 4),
            ("undated-extra-blank-lines-no-break-spaces", nil, "Hafen von Northport bleibt geschlossen", 3),
            ("dated-carriage-returns", "2026-03-04", "北港封闭", 1),
        ] as [(String, String?, String?, Int)])
    func filesComeBackByteForByte(name: String, day: String?, headline: String?, paragraphs: Int) throws {
        let url = try #require(Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: "txt"))
        let bytes = [UInt8](try Data(contentsOf: url))
        let document = try SeedDocument(bytes: bytes)
        #expect(document.bytes == bytes)
        #expect(document.day?.iso == day)
        #expect(document.headline == headline)
        #expect(document.paragraphs.count == paragraphs)
    }

    @Test(arguments: [
        "", "\n", "\n\n\n", " date 2026-02-12 ", " date 2026-02-12 Head\n\nText",
        "Head\n\n\n\n\u{A0}\nText\n",
        " date 2026-02-30 no such day", " date 2026-02-1", "date 2026-02-12 no space",
        "  date 2026-02-12 two",
        "\u{FEFF} date 2026-02-12 after a mark", "line\r\nline\r\n\r\n", "a\0b", "é e\u{301}",
        "नमस्ते\n\nข่าว\n\nالخبر",
        " date 2026-02-12 date 2026-02-13 twice", " date 0000-01-01 x", " date -026-01-01 x",
    ])
    func anyTextComesBackByteForByte(text: String) throws {
        let bytes = Array(text.utf8)
        #expect(try SeedDocument(bytes: bytes).bytes == bytes)
    }

    @Test func randomTextComesBackByteForByte() throws {
        var generator = SplitMix(state: 7)
        let pieces = [
            " date 2026-02-12 ", "\n", "\n\n", " ", "\u{A0}", "\r", "新华社", "a", "\u{0301}", "🗞️", "\t",
            "\u{2028}",
        ]
        for _ in 0..<2000 {
            let text = (0..<Int.random(in: 0...12, using: &generator))
                .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            let bytes = Array(text.utf8)
            #expect(try SeedDocument(bytes: bytes).bytes == bytes)
        }
    }

    @Test(
        arguments: [
            ([0x61, 0xFF, 0x62], 1), ([0xC3], 0), ([0x61, 0xED, 0xA0, 0x80], 1),
            ([0xF5, 0x80, 0x80, 0x80], 0),
            ([0xC0, 0x80], 0),
        ] as [([UInt8], Int)])
    func whatIsNotUTF8IsRefusedWithItsPlace(bytes: [UInt8], offset: Int) {
        #expect(throws: SeedError.notUTF8(offset: offset)) { try SeedDocument(bytes: bytes) }
    }

    @Test(
        arguments: [
            ("Storm closes the harbour\n\nText.", "Storm closes the harbour", ["Text."]),
            ("  Шторм закрыл порт \n\n Текст.\n\n\n\nЕщё.", "Шторм закрыл порт", ["Текст.", "Ещё."]),
            ("暴风雨关闭港口\n\n正文。", "暴风雨关闭港口", ["正文。"]),
            ("العاصفة تغلق الميناء\n\nنص.", "العاصفة تغلق الميناء", ["نص."]),
            ("พายุปิดท่าเรือ\n\nเนื้อหา", "พายุปิดท่าเรือ", ["เนื้อหา"]),
            ("तूफान से बंदरगाह बंद\n\nपाठ।", "तूफान से बंदरगाह बंद", ["पाठ।"]),
            ("嵐で港が閉鎖\r\n\r\n本文。\r\n", "嵐で港が閉鎖", ["本文。"]),
            ("Line one\nline two\n\nText.", nil, ["Line one", "line two", "Text."]),
            ("\nText.", nil, ["Text."]),
            ("", nil, []),
        ] as [(String, String?, [String])])
    func headlineAndParagraphsAreTold(text: String, headline: String?, paragraphs: [String]) throws {
        let document = try SeedDocument(bytes: Array(text.utf8))
        #expect(document.headline == headline)
        #expect(document.paragraphs == paragraphs)
    }

    @Test func aLongSentenceIsNoHeadline() throws {
        let sentence = String(repeating: "The harbour stays closed, ", count: 5) + "officials said."
        #expect(try SeedDocument(bytes: Array("\(sentence)\n\nMore.".utf8)).headline == nil)
        let endless = String(repeating: "港", count: 101)
        #expect(try SeedDocument(bytes: Array("\(endless)\n\nMore.".utf8)).headline == nil)
    }

    @Test func composedAndDecomposedLettersAreNotEqual() throws {
        let composed = try SeedDocument(bytes: Array("\u{E9}".utf8))
        let decomposed = try SeedDocument(bytes: Array("e\u{301}".utf8))
        #expect(composed != decomposed)
    }
}

/// Reproducible random numbers.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &+ 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
