import Testing

@testable import Text

struct CharsetRankingTests {
    static let sentences: [(text: String, charset: String)] = [
        ("The café’s owner said “no” – and closed.", "windows-1252"),
        ("Le président a déclaré que l’été serait très chaud à Paris", "windows-1252"),
        ("Der Präsident sagte, für die Bürger ändere sich nichts; größere Übel gebe es.", "windows-1252"),
        ("O governo não tomará medidas, disse o ministro das Relações Exteriores", "windows-1252"),
        ("Sejm przyjął ustawę, która zmienia zasady głosowania i żąda więcej świadków", "windows-1250"),
        ("Sejm przyjął ustawę, która zmienia zasady głosowania i żąda więcej świadków", "iso-8859-2"),
        ("Vláda schválila důležitý zákon, řekl ministr při návštěvě školy", "windows-1250"),
        ("A kormány őszi ülésén döntött a törvényről, közölte a szóvivő", "windows-1250"),
        ("Hükümet yeni yasayı görüştü, başbakan açıklama yaptı", "windows-1254"),
        ("Seimas priėmė įstatymą, kuris keičia rinkimų tvarką, pranešė žurnalistai", "windows-1257"),
        ("Президент прибыл в Москву с официальным визитом", "windows-1251"),
        ("Президент прибыл в Москву с официальным визитом", "koi8-u"),
        ("Президент прибыл в Москву с официальным визитом", "ibm866"),
        ("Президент прибыл в Москву с официальным визитом", "iso-8859-5"),
        ("Скупштина је усвојила закон о изборима, каже премијер", "windows-1251"),
        ("Η κυβέρνηση ανακοίνωσε νέα μέτρα για την οικονομία", "windows-1253"),
        ("ראש הממשלה אמר כי השיחות יימשכו בשבוע הבא", "windows-1255"),
        ("قال رئيس الوزراء إن المحادثات ستستمر حتى يتفق الجانبان", "windows-1256"),
        ("قال رئيس الوزراء إن المحادثات ستستمر حتى يتفق الجانبان", "iso-8859-6"),
        ("นายกรัฐมนตรีแถลงข่าวเรื่องเศรษฐกิจในวันนี้", "windows-874"),
        ("总理星期二表示，会谈将继续进行，直到双方达成协议为止。", "gb18030"),
        ("總理星期二表示，會談將繼續進行，直到雙方達成協議為止。", "big5"),
        ("首相は火曜日、双方が合意するまで協議を続けると述べた。", "shift_jis"),
        ("首相は火曜日、双方が合意するまで協議を続けると述べた。", "euc-jp"),
        ("총리는 화요일 양측이 합의할 때까지 회담을 계속하겠다고 밝혔다.", "euc-kr"),
    ]

    @Test(arguments: sentences)
    func undeclaredTextIsRead(_ text: String, _ charset: String) throws {
        #expect(decodedText(of: try encoded(text, charset), contentType: nil, markup: .plain).string == text)
        let page = "<html><head><script>var a = '<p>';</script></head><body><p>\(text)</p></body></html>"
        #expect(
            decodedText(of: try encoded(page, charset), contentType: "text/html", markup: .html).string
                == page)
    }

    /// Servers call everything Latin-1, and templates keep the charset of the page they were copied from.
    @Test(arguments: sentences.filter { $0.charset != "windows-1252" && $0.charset != "iso-8859-2" })
    func aDeclarationThatCannotBeTrueIsNotBelieved(_ text: String, _ charset: String) throws {
        let long = String(repeating: text + "\n", count: 8)
        let body = try encoded(long, charset)
        for wrong in ["iso-8859-1", "utf-8"] {
            let decoded = decodedText(of: body, contentType: "text/html; charset=\(wrong)", markup: .html)
            #expect(decoded.string == long, "\(charset) declared as \(wrong)")
            #expect(decoded.repairs.contains { $0.hasPrefix("declared ") })
        }
    }

    /// A declaration of Thai is believed by a look at the bytes alone where there are many of them.
    @Test(arguments: sentences.filter { $0.charset != "windows-874" && $0.charset != "iso-8859-2" })
    func otherLettersDeclaredToBeThaiAreNot(_ text: String, _ charset: String) throws {
        let long = String(repeating: text + "\n", count: 60)
        let decoded = decodedText(
            of: try encoded(long, charset), contentType: "text/html; charset=tis-620", markup: .html)
        #expect(decoded.string == long)
    }

    @Test func thaiThatNoTableKnowsIsThaiWhenDeclared() throws {
        let letters = Array("กขคงจชซญดตถทนบปผพภมยรลวสหอ".unicodeScalars)
        let text = String(String.UnicodeScalarView((0..<900).map { letters[$0 * 7 % letters.count] }))
        let body = try encoded(text, "windows-874")
        #expect(
            decodedText(of: body, contentType: "text/html; charset=tis-620", markup: .html).string == text)
    }

    @Test(arguments: [
        ("Trump zmar³, ê", "iso-8859-15"), ("A naïve rôle", "windows-1254"), ("Ñandú", "macintosh"),
        ("Ħal Għaxaq fil-gżira", "iso-8859-3"),
    ])
    func aDeclarationThatMayBeTrueIsBelieved(_ text: String, _ charset: String) throws {
        guard let body = try? encoded(text, charset) else { return }
        #expect(
            decodedText(of: body, contentType: "text/plain; charset=\(charset)", markup: .plain).charset
                == charset)
    }

    /// Currency signs, quotes, accents: bytes that are letters in Thai, Greek, Cyrillic, Hebrew and Arabic charsets.
    @Test(arguments: [
        ("¤", [0xA4]), ("Price: 5 £", [0xA3]), ("«Oui", [0xAB]), ("caf\u{E9} \u{A9} desk", [0xE9, 0xA9]),
        ("\u{2019}", [0x92]),
    ])
    func aStrayByteIsReadAsWindows1252(_ text: String, _ beyond: [UInt8]) {
        var rest = beyond[...]
        let body = text.unicodeScalars.map { $0.isASCII ? UInt8($0.value) : rest.removeFirst() }
        #expect(decodedText(of: body, contentType: nil, markup: .html).string == text)
    }

    @Test func oneRareLetterFarDownIsSeen() throws {
        let french = "Le président a été réélu à la tête de la région, où l'été fut très chaud. "
        let text = String(repeating: french, count: 100) + "La sœur du maire."
        #expect(
            decodedText(of: try encoded(text, "iso-8859-15"), contentType: nil, markup: .plain).string == text
        )
    }

    @Test func sampleHoldsTextOnly() {
        let page =
            "<p title='é'>a\u{E9}b</p><script>x='\u{E9}'</script><style>/*\u{E9}*/</style>plain<b>c\u{E9}</b>"
        let latin = page.unicodeScalars.map { UInt8($0.value) }
        #expect(charsetSample(of: latin.span) == [0x61, 0xE9, 0x62, 0x0A, 0x63, 0xE9, 0x0A])
        #expect(charsetSample(of: Array("plain ascii".utf8).span) == [])
    }

    @Test(arguments: [
        "<", "<\u{E9}", "\u{E9}<script>\u{E9}", "<![CDATA[\u{E9}]]>", "<!--\u{E9}", "</", "<style", "\u{E9}",
    ])
    func brokenMarkupIsSampled(_ page: String) {
        let latin = page.unicodeScalars.map { UInt8($0.value) }
        #expect(charsetSample(of: latin.span).count <= latin.count + 1)
        #expect(!decodedText(of: latin, contentType: nil, markup: .html).bytes.isEmpty)
    }
}
