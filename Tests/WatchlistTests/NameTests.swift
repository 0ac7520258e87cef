import Testing
import Watchlist

/// One alias, a text that has the name in some form, and that form as written; nil for near misses.
struct NameCase: CustomTestStringConvertible, Sendable {
    var language: String
    var alias: String
    var text: String
    var found: String?

    init(_ language: String, _ alias: String, _ text: String, _ found: String?) {
        self.language = language
        self.alias = alias
        self.text = text
        self.found = found
    }

    /// A name for the entity that has only this alias.
    var entity: String { alias.filter { !" \"".contains($0) } }

    var input: MatchInput { MatchInput(paragraphs: [text], language: language) }

    var testDescription: String { "\(language): \(alias) in \(text)" }
}

private let latinAndGreek = [
    // English
    NameCase("en", "Trump", "President Trump's lawyers said", "Trump"),
    NameCase("en", "Trump", "the TRUMP campaign", "TRUMP"),
    NameCase("en", "Trump", "a brass trumpet played", nil),
    NameCase("en", "Trump", "the Trumpet section", nil),
    NameCase("en", "Xi Jinping", "Chinese leader Xi Jinping's visit", "Xi Jinping"),
    NameCase("en", "Xi", "a taxi to Mexico", nil),
    NameCase("en", "Niger", "talks in Nigeria", nil),
    NameCase("en", "Beyoncé", "a concert by Beyonce", "Beyonce"),
    NameCase("en", "Trump", "follow #StopTrump and #Trump2024", "Trump"),
    NameCase("en", "J. D. Vance", "when J. D. Vance spoke", "J. D. Vance"),
    NameCase("en", "J. K. Rowling", "a book by J. K. Rowling", "J. K. Rowling"),
    NameCase("en", "U. S. Steel", "shares of U. S. Steel fell", "U. S. Steel"),
    NameCase("de", "E. T. A. Hoffmann", "von E. T. A. Hoffmann", "E. T. A. Hoffmann"),
    NameCase("en", "Paul B. Smith", "said Paul. B. Smith left", nil),
    // German
    NameCase("de", "Ukraine", "der Ukrainekrieg dauert an", "Ukrainekrieg"),
    NameCase("de", "Merz", "Merz’ Regierung", "Merz"),
    NameCase("de", "Trump", "Trumps Anwälte", "Trumps"),
    NameCase("de", "India", "im Staat Indiana", nil),
    NameCase("de", "Weißes Haus", "das weisse haus und das Weisse Haus", nil),
    NameCase("de", "Müller", "Frau Mueller und Herr Muller", "Muller"),
    // Spanish, French, Italian, Portuguese
    NameCase("es", "García Márquez", "la obra de Garcia Marquez", "Garcia Marquez"),
    NameCase("es", "Irán", "el presidente de Iran", "Iran"),
    NameCase("es", "Cuba", "un cubano en cubas de vino", nil),
    NameCase("fr", "ONU", "l’ONU a dit", "ONU"),
    NameCase("fr", "Trump", "les trumpistes d'Amérique", "trumpistes"),
    NameCase("fr", "Macron", "la micronésie et Micron", nil),
    // Polish, Czech
    NameCase("pl", "Trump", "rozmowa z Trumpem", "Trumpem"),
    NameCase("pl", "Moskwa", "w Moskwie i o Moskwie", "Moskwie"),
    NameCase("cs", "Praha", "starosta Prahy", "Prahy"),
    NameCase("cs", "Trump", "Trumpova vláda", "Trumpova"),
    NameCase("cs", "Čína", "trestný čin se stal", nil),
    // Turkish, Finnish, Hungarian
    NameCase("tr", "Trump", "Trump'ın avukatları", "Trump"),
    NameCase("tr", "Erdoğan", "Erdoğanın sözleri", "Erdoğanın"),
    NameCase("tr", "İstanbul", "ISTANBUL'da toplantı", "ISTANBUL"),
    NameCase("tr", "Niger", "Nijerya ve Nigeria", nil),
    NameCase("fi", "Trump", "Trumpin hallinto", "Trumpin"),
    NameCase("fi", "Kiina", "Kiinassa ja Kiinan", "Kiinassa"),
    NameCase("fi", "Skotlanti", "Skotlannin hallitus", "Skotlannin"),
    NameCase("fi", "Virtanen", "Virtasen puhe", "Virtasen"),
    NameCase("fi", "Kiina", "kiinnostava kirja", nil),
    NameCase("hu", "Trump", "Trumppal és Trumpnak", "Trumppal"),
    NameCase("hu", "India", "az Independent című lap", nil),
    // Lithuanian, Latvian
    NameCase("lt", "Trumpas", "prezidento Trumpo patarėjai", "Trumpo"),
    NameCase("lt", "Trump", "jie trumpai žaidė", nil),
    NameCase("lv", "Tramps", "Trampa mītiņš", "Trampa"),
    NameCase("lv", "Kavano", "tiesnesis Kaveno", "Kaveno"),
    NameCase("lv", "Kavano", "brāļi Kevina un Kavina", nil),
    // Greek
    NameCase("el", "Τραμπ", "Ο ΤΡΑΜΠ είπε", "ΤΡΑΜΠ"),
    NameCase("el", "Ουκρανία", "της Ουκρανίας", "Ουκρανίας"),
    NameCase("el", "Πούτιν", "πουτίγκα για όλους", nil),
    // Vietnamese: the marks are the word
    NameCase("vi", "Đức", "thủ tướng Đức nói", "Đức"),
    NameCase("vi", "Đức", "bộ giáo dục và đạo đức", nil),
    NameCase("vi", "Trung Quốc", "ở Trung Quốc", "Trung Quốc"),
]

private let otherScripts = [
    // Russian, Ukrainian, Serbian
    NameCase("ru", "Трамп", "по словам Трампа", "Трампа"),
    NameCase("ru", "Зеленский", "встреча с Зеленским", "Зеленским"),
    NameCase("ru", "Россия", "в Россию и из России", "Россию"),
    NameCase("ru", "Россия", "Джек Росс и роса", nil),
    NameCase("ru", "А. С. Пушкин", "стихи А. С. Пушкина", "А. С. Пушкина"),
    NameCase("ru", "Линь Цзянь", "слова Линя Цзяня", "Линя Цзяня"),
    NameCase("ru", "Киев", "киевские улицы", "киевские"),
    NameCase("ru", "Иран", "президент Ирана", "Ирана"),
    NameCase("ru", "Сочи", "сочный арбуз", nil),
    NameCase("uk", "Київ", "мешканці КИЇВ", "КИЇВ"),
    NameCase("uk", "Росія", "з Росією", "Росією"),
    NameCase("sr", "Трамп", "Tрaмпoвa администрација", "Tрaмпoвa"),
    NameCase("bg", "Тръмп", "срещата на Тръмп", "Тръмп"),
    // Arabic: clitics and the article
    NameCase("ar", "ترامب", "قال وترامب إن", "ترامب"),
    NameCase("ar", "الصين", "زيارة للصين", "صين"),
    NameCase("ar", "الصين", "وبالصين أيضا", "صين"),
    NameCase("ar", "لبنان", "شرب اللبن", nil),
    NameCase("ar", "إيران", "في ايران", "ايران"),
    NameCase("ar", "كافانو", "القاضي كَافَانُو", "كَافَانُو"),
    NameCase("fa", "ترامپ", "گفت ترامپ‌ها", "ترامپ‌ها"),
    NameCase("fa", "کاوانا", "قاضی کاوانو", "کاوانو"),
    NameCase("fa", "ایران", "شهر ویران شد", nil),
    NameCase("ur", "ٹرمپ", "صدر ٹرمپ نے", "ٹرمپ"),
    // Hebrew
    NameCase("he", "טראמפ", "הנשיא שטראמפ", "טראמפ"),
    NameCase("he", "קבאנו", "השופט קוואנו", "קוואנו"),
    NameCase("he", "ארה\"ב", "נשיא ארה״ב", "ארה״ב"),
    NameCase("he", "סין", "בבסיס ובסיני", nil),
    // Hindi, Bengali, Tamil
    NameCase("hi", "ट्रंप", "राष्ट्रपति ट्रम्प ने कहा", "ट्रम्प"),
    NameCase("hi", "चीन", "प्राचीन मंदिर", nil),
    NameCase("hi", "मोदी", "मोदीजी ने", "मोदीजी"),
    NameCase("bn", "চীন", "চীনের সরকার", "চীনের"),
    NameCase("bn", "ট্রাম্প", "ট্রাম্পের ভাষণ", "ট্রাম্পের"),
    NameCase("ta", "டிரம்ப்", "டிரம்பின் பேச்சு", "டிரம்பின்"),
    // Thai, Lao, Khmer, Burmese
    NameCase("th", "ทรัมป์", "ประธานาธิบดีทรัมป์กล่าว", "ทรัมป์"),
    NameCase("th", "กา", "เกาหลีใต้", nil),
    NameCase("th", "จน", "จนี้", nil),
    NameCase("lo", "ລາວ", "ປະເທດລາວໄດ້", "ລາວ"),
    NameCase("km", "កម្ពុជា", "ប្រទេសកម្ពុជាបាន", "កម្ពុជា"),
    NameCase("my", "ရန်ကုန်", "ရန်ကုန်မြို့", "ရန်ကုန်"),
    // Chinese, Japanese, Korean
    NameCase("zh", "特朗普", "美国总统特朗普说", "特朗普"),
    NameCase("zh-Hant", "林剑", "外交部發言人林劍表示", "林劍"),
    NameCase("zh", "林剑", "林间的剑", nil),
    NameCase("zh", "唐纳德·特朗普", "总统唐纳德特朗普说", "唐纳德特朗普"),
    NameCase("ja", "トランプ", "ﾄﾗﾝﾌﾟ大統領", "ﾄﾗﾝﾌﾟ"),
    NameCase("ja", "インド", "インドネシア政府", nil),
    NameCase("ja", "インド", "インド政府は", "インド"),
    NameCase("ja", "カバノー", "カバナー氏の証言", "カバナー"),
    NameCase("ja", "カヴァノー", "カバノー判事", "カバノー"),
    NameCase("ja", "コンピューター", "スーパーコンピュータの開発", "コンピュータ"),
    NameCase("ja", "ガス", "カスの話", nil),
    NameCase("ja", "岸田文雄", "岸田文雄首相", "岸田文雄"),
    NameCase("ko", "트럼프", "트럼프는 말했다", "트럼프는"),
    NameCase("ko", "트럼프", "도널드트럼프 대통령", "트럼프"),
    NameCase("ko", "중국", "중국의 정부", "중국의"),
    NameCase("ko", "인도", "인도네시아 정부", nil),
    NameCase("ko", "린젠", "대변인 린젠은", "린젠은"),
    // Amharic, Georgian, Armenian
    NameCase("am", "ትራምፕ", "የትራምፕ መንግሥት", "ትራምፕ"),
    NameCase("ka", "ტრამპი", "ტრამპის ადმინისტრაცია", "ტრამპის"),
    NameCase("hy", "Թրամփ", "Թրամփի վարչակազմը", "Թրամփի"),
]

/// Every alias of the tables as an entity of its own.
private let names = Result {
    let entities = Dictionary(
        (latinAndGreek + otherScripts).map { ($0.entity, [$0.alias]) },
        uniquingKeysWith: { first, _ in first })
    return try Queries(entities.keys.map { "@" + $0 }, entities: entities)
}

@Test(arguments: latinAndGreek)
func namesAreFoundInLatinAndGreek(_ name: NameCase) throws {
    #expect(try names.get().found("@" + name.entity, in: name.input)?.first == name.found)
}

@Test(arguments: otherScripts)
func namesAreFoundInOtherScripts(_ name: NameCase) throws {
    #expect(try names.get().found("@" + name.entity, in: name.input)?.first == name.found)
}

@Test(arguments: [
    ("Путин", "Путину и Рutinу", "Путину"), ("Трамп", "Тpaмп", "Тpaмп"), ("Trump", "Тrumр says", "Тrumр"),
    ("Τραμπ", "Tραμπ", "Tραμπ"),
])
func lookalikeLettersDoNotHideAName(alias: String, text: String, word: String) throws {
    #expect(try foundName(alias, in: text, language: nil)?.first == word)
}

@Test func namesAreFoundWithoutKnowingTheLanguage() throws {
    for (alias, text) in [
        ("Trump", "z Trumpem"), ("Трамп", "Трампом"), ("ترامب", "وترامب"), ("Kavanaugh", "Kavanaughin"),
        ("林剑", "林劍"),
    ] {
        #expect(try foundName(alias, in: text, language: nil) != nil, "\(text)")
    }
}
