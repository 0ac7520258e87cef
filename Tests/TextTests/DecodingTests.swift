import Foundation
import Glibc
import Testing

@testable import Text

/// A text in a charset, by Foundation or by hand.
func encoded(_ text: String, _ charset: String) throws -> [UInt8] {
    let known = try #require(Charset(label: charset))
    let descriptor = iconv_open(known.iconvName, "UTF-8")
    defer { iconv_close(descriptor) }
    var input = text.utf8.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 4 + 64)
    var left = input.count
    var free = output.count
    let result = input.withUnsafeMutableBufferPointer { from in
        output.withUnsafeMutableBufferPointer { to in
            var next = from.baseAddress
            var place = to.baseAddress
            let result = iconv(descriptor, &next, &left, &place, &free)
            return result == 0 ? iconv(descriptor, nil, nil, &place, &free) : result
        }
    }
    try #require(result == 0 && left == 0, "\(charset) cannot hold \(text)")
    return output.prefix(output.count - free).map { UInt8(bitPattern: $0) }
}

struct DecodingTests {
    @Test(arguments: [
        ("The café reopened on Friday, officials said.", "windows-1252"),
        ("Президент прибыл в Москву с официальным визитом.", "windows-1251"),
        ("Президент прибыл в Москву с официальным визитом.", "koi8-r"),
        ("中国外交部发言人林剑主持例行记者会，回答记者提问。", "gb18030"),
        ("外交部發言人今天表示，雙方將繼續保持溝通。", "big5"),
        ("首相は記者会見で新しい経済対策を発表しました。", "shift_jis"),
        ("首相は記者会見で新しい経済対策を発表しました。", "euc-jp"),
        ("首相は記者会見で新しい経済対策を発表しました。", "iso-2022-jp"),
        ("대통령은 기자회견에서 새로운 경제 정책을 발표했다.", "euc-kr"),
        ("وقالت وزارة الخارجية إن المحادثات ستستأنف غدا.", "windows-1256"),
        ("นายกรัฐมนตรีแถลงข่าวเรื่องเศรษฐกิจในวันนี้", "windows-874"),
        ("प्रधानमंत्री ने आज नई दिल्ली में कहा।", "utf-16le"), ("प्रधानमंत्री ने आज नई दिल्ली में कहा।", "utf-16be"),
        ("प्रधानमंत्री ने आज नई दिल्ली में कहा।", "utf-8"),
    ])
    func declaredCharsetIsRead(_ text: String, _ charset: String) throws {
        let page = "<html><head><meta charset=\"\(charset)\"></head><body><p>\(text)</p></body></html>"
        let fromMeta = decodedText(of: try encoded(page, charset), contentType: "text/html", markup: .html)
        #expect(fromMeta.string == page)
        #expect(fromMeta.repairs == [])
        let feed = "<?xml version='1.0' encoding='\(charset)'?><rss><title>\(text)</title></rss>"
        #expect(decodedText(of: try encoded(feed, charset), contentType: nil, markup: .xml).string == feed)
        let type = "text/plain; charset=\(charset.uppercased())"
        let plain = decodedText(of: try encoded(text, charset), contentType: type, markup: .plain)
        if !charset.hasPrefix("utf-16") { #expect(plain.string == text) }
    }

    @Test func validUTF8WinsOverEveryDeclaration() {
        let page = "<meta charset=windows-1251><p>Привет, 世界</p>"
        let text = decodedText(
            of: Array(page.utf8), contentType: "text/html; charset=iso-8859-1", markup: .html)
        #expect(text == DecodedText(charset: "utf-8", bytes: Array(page.utf8), repairs: []))
    }

    @Test(
        arguments: [
            ([0xEF, 0xBB, 0xBF, 0x41], "utf-8"), ([0xFF, 0xFE, 0x41, 0], "utf-16le"),
            ([0xFE, 0xFF, 0, 0x41], "utf-16be"),
            ([0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0], "utf-32le"), ([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x41], "utf-32be"),
        ] as [([UInt8], String)])
    func byteOrderMarkDecides(_ body: [UInt8], _ charset: String) {
        let text = decodedText(of: body, contentType: "text/html; charset=windows-1251", markup: .html)
        #expect(text == DecodedText(charset: charset, bytes: [0x41], repairs: []))
    }

    /// Pages labelled gb2312 use characters only GBK has; a strict decoder loses all that follows.
    @Test func supersetsAreReadUnderTheirOldLabels() throws {
        let page = "<meta charset=gb2312><p>總理朱镕基在會上說：“繁體字也能讀出來”。</p>"
        let text = decodedText(of: try encoded(page, "gb18030"), contentType: nil, markup: .html)
        #expect(text.string == page)
        #expect(text.charset == "gb18030")
    }

    /// Somebody pasted from a text processor into a page in UTF-8.
    @Test(
        arguments: [
            ("新闻 EspaXa 新闻新闻新闻新闻", 0xF1, "ñ"), ("дела: donXt, сказал он вчера", 0x92, "’"),
            ("日本語のニュース caf\u{E9} cafX", 0xE9, "é"), ("ข่าวเช้าวันนี้ X5 ข่าวเช้าวันนี้", 0x80, nil),
            ("कल की ख़बर X काफ़ी लंबी है", 0xE9, nil), ("أخبار الميناء ноX, اليوم", 0xD0, nil),
        ] as [(String, UInt8, String?)])
    func aByteOfWindows1252AmongUTF8IsRead(_ text: String, _ byte: UInt8, _ letter: String?) {
        let body = text.utf8.map { $0 == UInt8(ascii: "X") ? byte : $0 }
        for marked in [body, [0xEF, 0xBB, 0xBF] + body] {
            let decoded = decodedText(of: marked, contentType: nil, markup: .html)
            #expect(decoded.charset == "utf-8")
            if let letter {
                #expect(decoded.string == text.replacing("X", with: letter))
                #expect(decoded.repairs == ["1 bytes of windows-1252 among UTF-8 read as such"])
            } else {
                #expect(decoded.string.contains("\u{FFFD}"))
            }
        }
    }

    @Test func unreadableBytesCostNothingElse() throws {
        var body = try encoded("<meta charset=gb2312><p>中国外交部发言人林剑主持例行记者会，回答记者提问。", "gb18030")
        let rest = try encoded("</p><p>第二段还在这里，没有丢失，一个字也没有少，这一点非常重要。</p>", "gb18030")
        body += [0xFF, 0x3C] + rest
        let text = decodedText(of: body, contentType: nil, markup: .html)
        #expect(text.string.contains("提问。\u{FFFD}<</p><p>第二段还在这里"))
        #expect(text.repairs == ["1 unreadable bytes replaced"])
    }

    @Test func damagedUTF8StaysUTF8() {
        var body = Array("<p>Совет Безопасности ООН соберётся в пятницу на заседание.</p>".utf8)
        body[20] = 0xFF
        let text = decodedText(of: body, contentType: "text/html; charset=windows-1251", markup: .html)
        #expect(text.charset == "utf-8")
        #expect(text.string.hasSuffix("в пятницу на заседание.</p>"))
    }

    @Test func aTornCharacterInASCIIIsUTF8() {
        let body = Array("It was said \u{2014}".utf8.dropLast()) + Array(" and so on".utf8)
        let text = decodedText(of: body, contentType: nil, markup: .plain)
        #expect(text.charset == "utf-8")
        #expect(text.string.hasSuffix(" and so on"))
    }

    @Test func aBodyCutInsideACharacterIsStillUTF8() {
        let body = Array("Le président".utf8.prefix(6))
        #expect(
            decodedText(of: Array("déjà ".utf8) + body, contentType: nil, markup: .plain).charset == "utf-8")
    }

    @Test(
        arguments: [
            [], [0], [0xFF], [0x80, 0x81, 0x00], [0x1B, 0x24], [0x1B, 0x24, 0x42, 0xFF], [0xFE, 0xFF, 0xD8],
        ] as [[UInt8]])
    func anyBytesGiveValidUTF8(_ body: [UInt8]) {
        for markup in [MarkupKind.xml, .html, .plain] {
            for type in [
                nil, "text/html; charset=utf-16", "x; charset=shift_jis", "x; charset=", ";;=",
                "x; charset=nonsense",
            ] {
                let text = decodedText(of: body, contentType: type, markup: markup)
                #expect(utf8Check(text.bytes.span).isValid)
            }
        }
    }

    @Test(arguments: [
        ("text/html; charset=UTF-8", "UTF-8"), ("text/html;charset=\"koi8-r\"", "koi8-r"),
        ("text/html; boundary=x; Charset='big5' ", "big5"),
        ("text/html", nil), ("", nil), ("charset=utf-8", nil),
    ])
    func charsetParameterOfAHeader(_ header: String, _ expected: String?) {
        #expect(charsetParameter(of: header) == expected)
    }

    @Test(arguments: [
        ("<META HTTP-EQUIV=Content-Type CONTENT='text/html; CHARSET=Big5'>", "big5"),
        ("<meta charset = \"Shift_JIS\" />", "shift_jis"),
        ("<!-- <meta charset=big5> --><meta charset=euc-kr>", "euc-kr"),
        ("<meta name=charset-x content=y><meta charset=gbk>", "gb18030"),
        ("<meta charset=utf-16>", "utf-8"), ("<meta charset=", nil), ("<!-- <meta charset=big5>", nil),
        ("<p>charset=big5</p>", nil),
    ])
    func metaDeclaration(_ head: String, _ expected: String?) {
        #expect(
            declaredCharsets(of: Array(head.utf8).span, contentType: nil, markup: .html).first?.name
                == expected)
    }

    @Test func everyLabelHasAConverter() {
        for line in Charset.labels.split(separator: "\n") {
            let label = String(line.split(separator: " ").first ?? "")
            let charset = Charset(label: label)
            #expect(charset?.name == label)
            #expect(
                charset.flatMap { converted([0x41, 0x41, 0x41, 0x41].span, from: $0) } != nil, "\(label)")
        }
    }
}

struct UTF8CheckTests {
    @Test(arguments: [
        ("ascii only, rather long", 0, 0), ("é", 1, 0), ("漢字かな", 4, 0), ("😀", 1, 0),
        ("aaaaaaaé12345678漢", 2, 0),
    ])
    func wellFormedTextHasNoErrors(_ text: String, _ sequences: Int, _ errors: Int) {
        let check = utf8Check(Array(text.utf8).span)
        #expect(check.sequences == sequences && check.errors == errors && check.isValid)
    }

    @Test(
        arguments: [
            [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE0, 0x9F, 0xBF], [0xF4, 0x90, 0x80, 0x80],
            [0xF5, 0x80, 0x80, 0x80], [0x80], [0xC3, 0x28], [0xFF],
        ] as [[UInt8]])
    func malformedSequencesAreErrors(_ bytes: [UInt8]) {
        #expect(utf8Check((bytes + [0x41]).span).errors > 0)
        #expect(String(validating: bytes + [0x41], as: UTF8.self) == nil)
    }

    /// The words must agree with the standard library wherever a character or its damage stands.
    @Test func longTextsAreCheckedAsTheLibraryDoes() {
        let fillings = ["a", "é", "日", "😀", "ж ", "ไท", "a\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}"]
        let pieces: [[UInt8]] = [
            [0xC3, 0xA9], [0xE6, 0x97, 0xA5], [0xF0, 0x9F, 0x98, 0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80],
            [0xE0, 0x9F, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80], [0xC3],
            [0xE6, 0x97],
            [0xF0, 0x9F, 0x98], [0xFF], [0x1B],
        ]
        var mistakes: [String] = []
        for filling in fillings {
            let characters = String(repeating: filling, count: 100).unicodeScalars.prefix(100).map {
                Array(String($0).utf8)
            }
            for piece in pieces {
                for place in 0...characters.count {
                    let bytes = Array((characters[..<place] + [piece] + characters[place...]).joined())
                    let text = String(validating: bytes, as: UTF8.self)
                    let check = utf8Check(bytes.span)
                    let isRight =
                        check.isValid == (text != nil) && check.hasEscape == (piece == [0x1B])
                        && text.map { $0.unicodeScalars.count { $0.value > 0x7F } == check.sequences } ?? true
                    if !isRight { mistakes.append("\(filling) \(piece) \(place)") }
                }
            }
        }
        #expect(mistakes.isEmpty)
    }

    /// But for windows-1255, where iconv puts points and letters together and browsers do not.
    @Test(arguments: [
        "windows-1252", "windows-1251", "windows-874", "koi8-u", "iso-8859-7", "ibm866",
    ])
    func singleBytesAreReadAsIconvReadsThem(name: String) throws {
        let charset = try #require(Charset(label: name))
        let bytes = (0...511).map { UInt8(truncatingIfNeeded: $0) }
        #expect(converted(bytes.span, from: charset) == iconvConverted(bytes.span, from: charset))
    }

    /// A short text that says it is UTF-8, or says nothing, and into which a headline in Latin-1 was pasted.
    @Test(arguments: [
        ("", "Événement à Paris", "Новости дня再见"),
        ("encoding='utf-8'", "Événement à l'Élysée", "ประกาศข่าวใหม่ของรัฐบาล"),
        ("encoding='UTF-8'", "Più voci è già", "أخبار اليوم في القاهرة"),
        ("encoding='utf-8'", "Año nuevo ó no", "आज की ताज़ा खबर"),
    ])
    func aPastedHeadlineDoesNotSpoilAShortText(declaration: String, pasted: String, rest: String) throws {
        let start = "<?xml version='1.0' \(declaration)?><rss><title>"
        let bytes =
            Array(start.utf8) + (try encoded(pasted, "windows-1252"))
            + Array("</title><a>\(rest)</a></rss>".utf8)
        let text = decodedText(of: bytes, contentType: nil, markup: .xml)
        #expect(text.charset == "utf-8")
        #expect(text.string == start + pasted + "</title><a>\(rest)</a></rss>")
        #expect(text.repairs.contains { $0.contains("windows-1252 among UTF-8") })
    }

    @Test func escapeIsSeenAnywhere() {
        for count in [40, 200] {
            for position in 0..<count {
                var bytes = [UInt8](repeating: 0x41, count: count)
                bytes[position] = 0x1B
                #expect(utf8Check(bytes.span).hasEscape)
            }
            #expect(!utf8Check([UInt8](repeating: 0x41, count: count).span).hasEscape)
        }
    }

    /// Text of another charset is given up early: whatever follows, its damage must be too much.
    @Test(
        arguments: [
            // windows-1251, KOI8-R, windows-1256, windows-1252, with UTF-8 behind it.
            [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2], [0xF0, 0xD2, 0xC9, 0xD7, 0xC5, 0xD4],
            [0xE3, 0xD1, 0xCD, 0xC8, 0xC7], [0x63, 0x61, 0x66, 0xE9, 0x20, 0xFF, 0xDF, 0x6F],
        ] as [[UInt8]])
    func whatIsGivenUpCouldNotHaveBeenMostlyValid(_ word: [UInt8]) {
        for (words, characters) in [(1, 200), (5, 200), (20, 200), (200, 200), (200, 20)] {
            let damaged = Array(repeating: word, count: words).joined()
            let bytes = damaged + Array(String(repeating: "ж日", count: characters).utf8)
            var whole = UTF8Check()
            bytes.withUnsafeBufferPointer { buffer in
                var position = 0
                while position < buffer.count {
                    position += buffer[position] < 0x80 ? 1 : step(over: position, in: buffer, &whole)
                }
            }
            #expect(utf8Check(Array(bytes).span).isMostlyValid == whole.isMostlyValid)
        }
    }

    private func step(
        over position: Int, in buffer: UnsafeBufferPointer<UInt8>, _ check: inout UTF8Check
    ) -> Int {
        switch sequence(at: position, in: buffer) {
        case .wellFormed(let length):
            check.sequences += 1
            return length
        case .torn(let length):
            check.errors += 1
            check.torn += 1
            return length
        case .malformed, .cutOff:
            check.errors += 1
            return 1
        }
    }
}
