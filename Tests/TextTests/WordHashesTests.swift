import Testing

@testable import Text

/// One pass must see what folding and then splitting see.
struct WordHashesTests {
    private func expectSame(_ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) {
        let tokens = words(in: folding.foldedBytes(bytes))
        let hashes = folding.wordHashes(of: bytes.span, most: .max)
        #expect(hashes.hashes == tokens.map(\.hash), sourceLocation: sourceLocation)
        #expect(hashes.scripts == tokens.map(\.script), sourceLocation: sourceLocation)
    }

    @Test(arguments: [
        "", " ", "a", "word", "The CIA's report, 3.14 of 1,000 (G20) … on 5G/COVID-19.",
        "antidisestablishmentarianism ends",
        "exactly8 sevenly eightful sixteenlettersaa b", "“China will – l’ONU d'Iran…”",
        "Ğüneş ÇOĞUL straße ﬁnal ½ № Ⅳ ™",
        "Cafe\u{0301} e\u{0302}te\u{0301} na\u{00EF}ve", "МИД России: комп'ютер С400 и\u{0306}од м’ята",
        "ב2026 עד ٢٠٢٦م צה״ל צה\"ל", "وقالت المحكمة العُليا، اليومـــ", "दिल्ली में क्\u{200D}ष प्रधानमंत्री।",
        "서울에서 CIA가 2026년 \u{1112}\u{1161}\u{11AB}글",
        "林剑2026年CIA，林劍", "東京タワー・です か\u{3099}き\u{309A} ｶﾞｷﾞ か\u{FE0F}\u{3099}", "น้ำท่วม ກຳ ខ្ម မြ", "𠀀𠀁 𝐀𝐁 😀a😀",
        "1,000.5,6.x 1. 2 ,3", "a\u{AD}b\u{200B}c d\u{0301}1", "= \u{0338} =\u{0338}x",
        "\u{0}\u{1}a\u{7F}b\tc\u{85}d\u{2028}e",
        "x\u{0301}\u{0302}\u{0303}", "q'a q’a י'א י’א 1'2 1.а 1.a", "A1B2C3 а1б2 α1β2 א1ב2 一1二2",
    ])
    func oneOrTwoPassesGiveTheSame(text: String) {
        expectSame(Array(text.utf8))
        expectSame(Array((text + "\n" + text + "tail of the text").utf8))
    }

    @Test func anyMixtureGivesTheSame() {
        let pieces = [
            "a", "Zz", "é", "e\u{0301}", "ß", "ﬁ", "…", "’", "'", "\"", "״", ".", ",", " ", "\n", "-", "7",
            "٣", "и", "и\u{0306}",
            "й", "Ж", "ا", "أ", "ـ", "ُ", "ש", "ת", "ह", "ि", "क़", "ং", "த", "ก", "ำ", "ລ", "ខ", "မ", "林",
            "劍", "か", "\u{3099}",
            "ガ", "ﾞ", "ｶ", "한", "\u{1112}", "\u{1161}", "\u{11AB}", "𠀀", "𝐀", "😀", "\u{200B}", "\u{FE0F}",
            "½", "№", "=", "\u{0338}",
            "wordword", "sixteenletterslong", "\u{0}", "\u{A0}", "／", "Ｗ", "５",
        ].map { Array($0.utf8) }
        var state: UInt64 = 42
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        for _ in 0..<4000 {
            var text: [UInt8] = []
            for _ in 0..<random(24) { text += pieces[random(pieces.count)] }
            expectSame(text)
        }
    }

    @Test func invalidBytesAreNoCrash() {
        let broken: [[UInt8]] = [
            [0xFF], [0xC3], [0xE4, 0xB8], [0xED, 0xA0, 0x80], [0xF0, 0x9F], [0xC0, 0x80], [0xF8], [0x80],
        ]
        for piece in broken {
            for around in ["", " ", "a", "и", "林", "か", "1", "abcdefgh"] {
                let bytes = Array(around.utf8) + piece + Array(around.utf8) + piece
                #expect(folding.wordHashes(of: bytes.span, most: .max).hashes.count <= bytes.count)
            }
        }
    }

    @Test func everyCharacterOfTheBMPGivesTheSame() {
        for code in 0..<0x10000 as Range<UInt32> {
            guard let scalar = Unicode.Scalar(code) else { continue }
            let bytes = Array("a\(scalar)b \(scalar) и\(scalar)7\(scalar)カ\(scalar)".utf8)
            let tokens = words(in: folding.foldedBytes(bytes))
            let hashes = folding.wordHashes(of: bytes.span, most: .max)
            if hashes.hashes != tokens.map(\.hash) || hashes.scripts != tokens.map(\.script) {
                Issue.record("U+\(String(code, radix: 16))")
            }
        }
    }

    @Test func wordsOfAnyLengthGiveTheSame() {
        for count in [7, 8, 9, 15, 16, 17, 240, 248, 255, 263, 264, 265, 3000] {
            expectSame(
                Array(
                    (String(repeating: "w", count: count) + " " + String(repeating: "ж", count: count)).utf8))
            expectSame(
                Array(
                    (String(repeating: "w", count: count) + "é " + String(repeating: "1", count: count)).utf8)
            )
        }
    }

    @Test func notMoreWordsThanAskedFor() {
        let text = Array("one two три 四五 six".utf8)
        #expect(
            folding.wordHashes(of: text.span, most: 4).hashes
                == Array(folding.wordHashes(of: text.span, most: 9).hashes.prefix(4)))
        #expect(folding.wordHashes(of: text.span, most: 0).hashes.isEmpty)
    }
}
