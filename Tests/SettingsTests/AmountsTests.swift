import Testing

@testable import Settings

struct AmountsTests {
    @Test(
        arguments: [
            ("15m", 900), ("90s", 90), ("1h30m", 5400), ("2w", 1_209_600), ("1w2d3h4m5s", 788_645), ("0s", 0),
            ("007m", 420),
            ("36500d", 3_153_600_000),
        ] as [(String, Int64)])
    func durationsAreRead(text: String, seconds: Int64) {
        #expect(duration(text) == .seconds(seconds))
    }

    @Test(arguments: [
        "", "m", "15", "15 m", "15M", "1.5h", "1m1h", "1m1m", "-1m", "+1m", "15min", "١٥m", "36501d",
        "99999999999s",
        "15m ", "1h30", "\0m",
    ])
    func otherDurationsAreNone(text: String) {
        #expect(duration(text) == nil)
    }

    @Test func durationsAreWrittenAsTheyAreRead() {
        for seconds: Int64 in [0, 1, 60, 900, 5400, 86_400, 90_061] {
            #expect(duration(durationText(.seconds(seconds))) == .seconds(seconds))
        }
    }

    @Test(
        arguments: [
            ("8MB", 8 << 20), ("512kB", 512 << 10), ("1gb", 1 << 30), ("100B", 100), ("0KB", 0),
            ("1024GB", 1 << 40),
            ("1025GB", nil), ("8", nil), ("8M", nil), ("8 MB", nil), ("-8MB", nil), ("MB", nil), ("", nil),
            ("99999999999B", nil),
            ("8TB", nil),
        ] as [(String, Int?)])
    func sizesAreRead(text: String, bytes: Int?) {
        #expect(byteCount(.string(text)) == bytes)
    }

    @Test(
        arguments: [
            (0, 0), (65_536, 65_536), (1.5, nil), (-1, nil), (.infinity, nil), (.nan, nil), (1e300, nil),
        ] as [(Double, Int?)])
    func sizesMayBeNumbers(number: Double, bytes: Int?) {
        #expect(byteCount(.number(number, written: "")) == bytes)
    }

    @Test(
        arguments: [
            ("ru", "ru"), ("RU", "ru"), ("zh-hans", "zh-Hans"), ("ZH-HANT-tw", "zh-Hant-TW"),
            ("pt-br", "pt-BR"),
            ("sr-Latn", "sr-Latn"), ("es-419", "es-419"), ("de-1996", "de-1996"), ("yue", "yue"),
            ("ckb", "ckb"),
            ("", nil), ("russian", nil), ("r", nil), ("ru_RU", nil), ("ru-", nil), ("-ru", nil), ("рус", nil),
            ("zh--Hans", nil),
            ("en-x", nil), ("en-abcdefghi", nil), ("1a", nil), ("en us", nil),
        ] as [(String, String?)])
    func languageTagsHaveTheirShape(text: String, tag: String?) {
        #expect(languageTag(text) == tag)
    }

    @Test(
        arguments: [
            ("evry", "every"), ("EVERY", "every"), ("yevre", nil), ("fulltext", "fullText"),
            ("full_text", "fullText"),
            ("interval", nil), ("", nil), ("nmae", "name"), (String(repeating: "x", count: 100_000), nil),
            ("名", nil),
        ] as [(String, String?)])
    func theNearestKeyIsFound(written: String, key: String?) {
        #expect(nearest(to: written, among: ["every", "fullText", "name"]) == key)
    }
}
