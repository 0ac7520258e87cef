import CCLD2
import Testing

@testable import Text

struct LanguageTests {
    let identifier = LanguageIdentifier()

    @Test(arguments: [
        ("en", "The prime minister said on Tuesday that the talks would go on until both sides agreed."),
        ("ru", "Премьер-министр заявил во вторник, что переговоры продолжатся до соглашения сторон."),
        ("zh-Hans", "总理星期二表示，会谈将继续进行，直到双方达成协议为止。"),
        ("zh-Hant", "總理星期二表示，會談將繼續進行，直到雙方達成協議為止。"),
        ("ja", "首相は火曜日、双方が合意するまで協議を続けると述べた。"),
        ("ko", "총리는 화요일 양측이 합의할 때까지 회담을 계속하겠다고 밝혔다."),
        ("ar", "قال رئيس الوزراء يوم الثلاثاء إن المحادثات ستستمر حتى يتفق الجانبان."),
        ("fa", "نخست‌وزیر روز سه‌شنبه گفت گفت‌وگوها تا توافق دو طرف ادامه خواهد داشت."),
        ("ps", "لومړي وزیر د سه شنبې په ورځ وویل چې خبرې به تر هغه دوام کوي چې دواړه لوري موافقې ته ورسېږي."),
        ("ckb", "سەرۆک وەزیران ڕۆژی سێشەممە ڕایگەیاند کە گفتوگۆکان بەردەوام دەبن."),
        ("hi", "प्रधानमंत्री ने मंगलवार को कहा कि दोनों पक्षों के सहमत होने तक बातचीत जारी रहेगी।"),
        ("th", "นายกรัฐมนตรีกล่าวเมื่อวันอังคารว่าการเจรจาจะดำเนินต่อไปจนกว่าทั้งสองฝ่ายจะตกลงกันได้"),
        ("he", "ראש הממשלה אמר ביום שלישי כי השיחות יימשכו עד ששני הצדדים יסכימו."),
        ("sr", "Премијер је у уторак изјавио да ће се преговори наставити док се обе стране не договоре."),
        (
            "sr-Latn",
            "Premijer je u utorak izjavio da će se pregovori nastaviti dok se obe strane ne dogovore, prenosi Tanjug."
        ),
        (
            "pt",
            "O primeiro-ministro disse na terça-feira que as negociações continuarão até que haja acordo."
        ),
        (
            "de",
            "Der Ministerpräsident sagte am Dienstag, die Gespräche würden bis zu einer Einigung fortgesetzt."
        ),
    ])
    func sentencesAreTold(_ code: String, _ text: String) {
        let guess = identifier.language(of: text, hint: nil)
        #expect(guess.code == code)
        #expect(guess.confidence > 0.5)
        #expect(identifier.language(of: text, hint: code).code == code)
    }

    @Test(arguments: ["en", "ru", "zh-Hans", "ar", "hi", "xx", "", "no-such-tag-at-all", "EN_us"])
    func aWrongHintDoesNotHideASentence(_ hint: String) {
        let text =
            "Le premier ministre a déclaré mardi que les discussions se poursuivraient jusqu’à un accord."
        #expect(identifier.language(of: text, hint: hint).code == "fr")
    }

    @Test(arguments: [
        ("hr", "Nova vlada danas o cijenama struje", "hr"),
        ("bs", "Nova vlada danas o cijenama struje", "bs"), ("sr-Latn", "Nova vlada danas", "sr-Latn"),
        ("id", "Harga minyak naik lagi", "id"), ("ms", "Harga minyak naik lagi", "ms"),
        ("sr-Latn-RS", "Nova vlada danas", "sr-Latn"),
        ("zh-TW", "林剑主持记者会并回答提问", "zh-Hans"), ("nb-NO", "Regjeringen legger frem nytt budsjett", "no"),
        ("iw", "הממשלה", "he"),
    ])
    func theSourceDecidesBetweenNeighbours(_ hint: String, _ text: String, _ expected: String) {
        #expect(identifier.language(of: text, hint: hint).code == expected)
    }

    @Test(arguments: ["", " ", "2026", "38–17", "…!?", "\u{0}\u{1}", "🙂🙂"])
    func aTextWithoutLettersHasNoLanguage(_ text: String) {
        #expect(identifier.language(of: text, hint: "en") == LanguageGuess(code: "und", confidence: 0))
    }

    @Test func namesDoNotMakeAHeadlineEnglish() {
        let headline = "West Ham: David Sullivan sinkronizoi London Stadium me New York Times"
        #expect(identifier.language(of: headline, hint: "sq").code == "sq")
        #expect(
            identifier.language(
                of: "Il nuovo disco di Taylor Swift e il ritorno dei Rolling Stones", hint: nil
            ).code == "it")
    }

    @Test func abbreviationsDoNotHideTheScript() {
        #expect(
            identifier.language(of: "CIA и FBI: США расследуют утечку из NSA и IRS", hint: nil).code == "ru")
        #expect(identifier.language(of: "iPhone 18 Pro Max 中国发布会", hint: nil).code == "zh-Hans")
    }

    /// A quotation, a brand or a loan in another script does not make it the language of the text.
    @Test(arguments: [
        (
            "en",
            "The president said that «мы не будем обсуждать это» was all he would tell reporters on Sunday"
        ),
        ("en", "Reporters were told that the 首相 would not resign and that the 国会 would meet on Friday"),
        ("ru", "Президент сказал, что проект startup hub будет запущен в следующем году, сообщает агентство"),
        ("zh-Hans", "Apple 发布 iPhone 17 Pro Max"), ("ko", "Apple iPhone 17 Pro Max 공개"),
        ("ja", "今日は iPhone 17 Pro Max の発売日です"),
        ("hi", "मंत्री ने कहा कि economy बहुत strong है और growth जारी रहेगी"),
        ("ar", "أعلنت الشركة إطلاق منصة cloud services الجديدة في الأسواق العربية هذا العام"),
        ("th", "รัฐมนตรีกล่าวว่าระบบ cloud first ใหม่จะเริ่มใช้งานในปีหน้า"),
        ("he", "השר אמר כי תוכנית startup nation תימשך גם בשנה הבאה"),
    ])
    func aTextInTwoScriptsHasTheLanguageOfMostOfIt(_ code: String, _ text: String) {
        #expect(identifier.language(of: text, hint: nil).code == code)
    }

    /// Words that are too short for any letter group of their language are still the source's.
    @Test(arguments: [
        ("es", "Gol"), ("pt", "O presidente renuncia"), ("fr", "Macron à Berlin"), ("nl", "Rutte in Brussel"),
        ("it", "Meloni a Bruxelles"), ("ckb", "هەواڵ"), ("ru", "Да"), ("hi", "हाँ"),
    ])
    func aFewWordsAreInTheSourcesLanguage(_ hint: String, _ text: String) {
        #expect(identifier.language(of: text, hint: hint).code == hint)
    }

    @Test(arguments: ["Gol", "la", "OPEC", "Merkel Macron Putin", "هەواڵ"])
    func aFewLettersAloneAreNoEvidence(_ text: String) {
        let guess = identifier.language(of: text, hint: nil)
        #expect(guess.confidence < 0.5, "\(guess)")
        // Nor can a hint for another script be believed.
        #expect(identifier.language(of: text, hint: "zh").code != "zh-Hans")
    }

    @Test(arguments: [
        (
            "hr", "sr-Latn",
            "Predsednik Vlade izjavio je da će sledeće nedelje hiljade ljudi u dva okruga dobiti pomoć, preneo je Tanjug u ponedeljak uveče."
        ),
        (
            "id", "ms",
            "Polis menahan dua lelaki kerana cuba menipu sebuah syarikat di Kuala Lumpur dan wang itu telah dirampas, kata ketua polis negeri."
        ),
        (
            "ms", "id",
            "Polisi menangkap dua orang karena mencoba menipu perusahaan di Jakarta dan uang itu telah disita, kata juru bicara kepolisian."
        ),
    ])
    func plainWordsSpeakAgainstTheSourcesLanguage(_ hint: String, _ expected: String, _ text: String) {
        #expect(identifier.language(of: text, hint: hint).code == expected)
    }

    @Test func hostileTextsAreAnswered() {
        let texts: [[UInt8]] = [
            Array(repeating: 0x41, count: 200_000), Array(repeating: 0x20, count: 200_000),
            Array(repeating: 0xFF, count: 1000),
            Array(String(repeating: "漢", count: 50_000).utf8),
            Array(String(repeating: "и ", count: 50_000).utf8),
            [0xEF, 0xBF, 0xBE, 0xEF, 0xBF, 0xBF, 0xEF, 0xB7, 0x90, 0x61, 0x62],
            Array(String(repeating: "a\u{301}\u{302}", count: 30_000).utf8),
            [0xF0, 0x9F, 0x98], Array("word\u{0}word\u{7F}".utf8), Array(0...255),
        ]
        for text in texts {
            let guess = identifier.language(of: text, hint: nil)
            #expect((0...1).contains(guess.confidence))
        }
    }

    /// The full tables must win over the small ones, which know half as many languages.
    @Test func theFullTablesAreLinked() {
        #expect(String(cString: wirewatch_cld2_version()).hasSuffix("20140204"))
        #expect(languageFits(of: Array("پښتو ژبه".utf8)).contains { $0.code == "ps" })
    }
}
