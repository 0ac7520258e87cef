import Foundation
import Testing

@testable import Text

/// Built once: every test folds with the same table.
let folding = Folding()

func folded(_ text: String) -> String {
    String(decoding: folding.foldedBytes(Array(text.utf8)), as: UTF8.self)
}

struct FoldingTests {
    @Test(arguments: [
        // English and other Latin
        ("CIA “Watch” – it’s", "cia \"watch\" - it's"),
        (
            "Ünïcödé Œuvre Łódź Ærø ẞ ß İstanbul ISPARTA ısı",
            "unicode oeuvre lodz aero ss ss istanbul isparta isi"
        ),
        ("Ｆｕｌｌ　Ｗｉｄｔｈ ﬁve ½ № 5", "full width five 1/2 no 5"), ("Việt Nam Đà Nẵng", "viet nam da nang"),
        ("𝐁𝐨𝐥𝐝 𝓢𝓬𝓻𝓲𝓹𝓽", "bold script"),
        // Russian, Ukrainian, Greek
        ("ЁЛКА Йод МОСКВА", "елка йод москва"), ("Її ґанок Ў", "її ґанок ў"),
        ("ΆΝΘΡΩΠΟΣ άνθρωπος Ελλάς", "ανθρωποσ ανθρωποσ ελλασ"),
        // Arabic, Persian, Urdu
        ("الْقَاهِرَة", "القاهره"), ("إيران آسيا أحمد ٱلله", "ايران اسيا احمد الله"),
        ("علی کتاب مصطفى", "علي كتاب مصطفي"),
        ("ســــلام ٢٠٢٦ ۱۴۰۵", "سلام 2026 1405"), ("می‌شود", "ميشود"),
        // Hebrew
        ("שָׁלוֹם צה״ל בן־גוריון", "שלומ צה\"ל בנ-גוריונ"),
        // Hindi, Bengali, Tamil, Thai: vowel signs and tone marks stay
        ("दिल्ली २०२६", "दिल्ली 2026"), ("फ़्रांस", "फ्रांस"), ("প্রধানমন্ত্রী", "প্রধানমন্ত্রী"), ("தமிழ்நாடு", "தமிழ்நாடு"),
        ("น้ำท่วม ๒๕๖๙", "น้ำท่วม 2569"),
        // Chinese and Japanese
        ("漢語聯網臺灣後面國際", "汉语联网台湾后面国际"), ("汉语联网台湾后面国际", "汉语联网台湾后面国际"), ("ｶﾞｷﾞ ガギ がぎ パ", "ガギ ガギ がぎ パ"),
        ("「東京」，２０２６年", "\"东京\",2026年"),
        // Korean
        ("서울 ＣＩＡ가", "서울 cia가"),
        // What nobody sees
        ("co\u{AD}op zero\u{200B}width \u{202E}bidi\u{202C} \u{FEFF}bom", "coop zerowidth bidi bom"),
        ("a\u{A0}b\u{2003}c\u{3000}d", "a b c d"),
    ])
    func comparableSpelling(of text: String, is expected: String) {
        #expect(folded(text) == expected)
        #expect(folded(text).utf8.elementsEqual(expected.utf8))
    }

    @Test(arguments: ["й", "ї", "が", "パ", "ヴ", "ো", "ொ", "ோ", "서울", "한글", "é", "ẫ", "ά", "آ", "ड़"])
    func composedAndDecomposedFoldAlike(_ letter: String) {
        let decomposed = letter.decomposedForTest
        #expect(Array(folded(decomposed).utf8) == Array(folded(letter).utf8))
    }

    @Test func foldingTwiceChangesNothing() {
        for code in UInt32(0x20)..<0x30000 {
            guard let scalar = Unicode.Scalar(code) else { continue }
            let once = folding.foldedBytes(Array("x\(scalar)x".utf8))
            let twice = folding.foldedBytes(once)
            if once != twice { Issue.record("U+\(String(code, radix: 16)): \(once) then \(twice)") }
        }
    }

    @Test func invalidBytesPassThrough() {
        let broken: [[UInt8]] = [
            [0xC3], [0xE4, 0xB8], [0xF0, 0x9F, 0x98], [0x80, 0x80], [0xFF, 0xFE, 0x41], [0xC0, 0x80],
            [0xE0, 0x80, 0x80],
            [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x41, 0xCC], [0], [],
        ]
        for bytes in broken {
            let folded = folding.folded(bytes)
            #expect(folded.bytes.count <= bytes.count * 3)
            _ = words(in: folded.bytes)
        }
    }

    @Test func aTextFullOfLigaturesFits() {
        let text = Array(String(repeating: "ﷺ", count: 5000).utf8)
        let once = folding.foldedBytes(Array("ﷺ".utf8))
        #expect(folding.foldedBytes(text).count == once.count * 5000)
    }
}

struct FoldedTextTests {
    @Test(arguments: [
        ("Le Café est fermé", "cafe", "Café"), ("cafe\u{301} noir", "cafe", "cafe\u{301}"),
        ("eﬃcient", "ffi", "ﬃ"), ("eﬃcient", "f", "ﬃ"),
        ("a co\u{AD}op b", "coop", "co\u{AD}op"), ("x \u{200B}word\u{200B} y", "word", "word"),
        ("المحكمة العُليا", "العليا", "العُليا"),
        ("МИД Ёлки", "елки", "Ёлки"), ("国際聯網發現", "联网", "聯網"), ("ｶﾞｽ", "ガ", "ｶﾞ"),
        ("Straße 5", "strasse", "Straße"),
        ("น้ำท่วม", "น้ำ", "น้ำ"), ("दिल्ली में", "दिल्ली", "दिल्ली"), ("ÀÁÂ word", "word", "word"),
    ])
    func placesLeadBackToTheOriginal(_ text: String, _ needle: String, _ expected: String) throws {
        let original = Array(text.utf8)
        let folded = folding.folded(original)
        let wanted = Array(needle.utf8)
        let start = try #require(
            (0...folded.bytes.count - wanted.count).first { folded.bytes[$0...].starts(with: wanted) })
        let range = folded.originalRange(of: start..<start + wanted.count)
        #expect(String(decoding: original[range], as: UTF8.self) == expected)
    }

    @Test func foldedAndFoldedBytesAgree() {
        let text = Array("Ünï \u{AD} العُليا 漢ｶﾞ ﷺ naïve 서".utf8)
        #expect(folding.folded(text).bytes == folding.foldedBytes(text))
    }
}

extension String {
    var decomposedForTest: String { decomposedStringWithCanonicalMapping }
}
