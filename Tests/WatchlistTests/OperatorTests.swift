import Model
import Testing
import Watchlist

/// Text in the languages of the world, one sentence each, that operators are tried on.
private let text = """
    The US envoy met Lin Jian of China in Geneva.
    外交部发言人林剑就美国中央情报局的招募视频回答记者提问。
    林剣報道官は中央情報局の動画について記者の質問に答えた。
    وقال المتحدث لين جيان إن بكين سترد على وكالة المخابرات المركزية.
    Представитель МИД Линь Цзянь ответил на вопрос о ролике ЦРУ.
    โฆษกกระทรวงการต่างประเทศหลินเจี้ยนตอบคำถามเรื่องซีไอเอ
    चीनी विदेश मंत्रालय के प्रवक्ता लिन जियान ने सीआईए के वीडियो पर जवाब दिया।
    """

private let operators: [(String, Bool)] = [
    ("林剑 AND 中央情报局", true), ("林剑 中央情报局", true), ("林剑 AND 联合国", false), ("联合国 OR 林剑", true),
    ("林剑 NOT 联合国", true), ("林剑 NOT 中央情报局", false), ("(联合国 OR 林剑) AND (ЦРУ OR FBI)", true),
    ("NOT (联合国 OR FBI) AND ЦРУ", true), ("ЦРУ NOT (联合国 OR 林剑)", false),
    ("\"Lin Jian of China\"", true), ("\"Jian Lin\"", false), ("\"Линь Цзянь ответил\"", true),
    ("\"لين جيان\"", true), ("\"جيان لين\"", false), ("\"विदेश मंत्रालय\"", true), ("\"मंत्रालय विदेश\"", false),
    ("\"外交部发言人\"", true), ("\"中央情報局の動画\"", true), ("\"โฆษกกระทรวง\"", true),
    ("\"Geneva 外交部\"", false),
    ("envoy NEAR/2 Lin", true), ("Lin NEAR/2 envoy", true), ("envoy NEAR/1 Lin", false),
    ("envoy ONEAR/2 Lin", true), ("Lin ONEAR/2 envoy", false),
    ("envoy NEAR/9 中央情报局", false), ("林剑 NEAR/2 美国", true), ("林剑 NEAR/3 记者", false), ("林剑 NEAR/9 记者", true),
    ("Цзянь ONEAR/5 ролик", true), ("Цзянь ONEAR/4 ролик", false), ("لين NEAR/2 المتحدث", true),
    ("โฆษก ONEAR/9 ซีไอเอ", false), ("โฆษก ONEAR/13 ซีไอเอ", true), ("लिन ONEAR/3 सीआईए", true),
    ("(Lin OR FBI) NEAR/3 (China OR UN)", true), ("US NEAR/1 envoy NEAR/3 Jian", true),
    ("Lin NEAR/5 Lin", false),
    ("gene*", true), ("gene", false), ("Предст*", true), ("Предс", false), ("गीता*", false), ("विदेश*", true),
    ("=US", true), ("=us", false), ("=Us", false), ("us", true), ("=\"US envoy\"", true),
    ("=\"Us envoy\"", false),
    ("=Gene*", true), ("=gene*", false), ("=林剑", true), ("=林劍", false), ("林劍", true), ("=ролике", true),
    ("=ролик", false),
    ("=الله", false), ("title:Lin", false), ("NOT title:Lin AND Lin", true),
]

private let operatorQueries = Result { try Queries(operators.map(\.0)) }

@Test(arguments: operators)
func operatorsMeanWhatTheySay(query: String, matches: Bool) throws {
    let input = MatchInput(paragraphs: text.split(separator: "\n").map(String.init))
    #expect((try operatorQueries.get().found(query, in: input) != nil) == matches)
}

private let fields: [(String, Bool)] = [
    ("title:林剑", true), ("title:记者会", true), ("title:中央情报局", false), ("title:(中央情报局 OR 林剑)", true),
    ("title:(林剑 AND 中央情报局)", false), ("title:(林剑 NOT 中央情报局) AND 中央情报局", true),
    ("title:\"林剑主持\"", true), ("title:(林剑 NEAR/3 记者会)", true), ("title:@lin", true),
    ("林剑 NEAR/9 中央情报局", false),
    ("source:新华社 林剑", true), ("source:\"新华社 中文\"", true), ("source:中文", true), ("source:新华", true),
    ("source:法新社", false), ("source:BBC", false),
    ("outlet:xinhua.example", true), ("outlet:example", true), ("outlet:hua.example", false),
    ("outlet:news.xinh*", true), ("outlet:xinhua*", false), ("outlet:XINHUA.example", true),
    ("tag:state", true), ("tag:State", true), ("tag:stat", false), ("tag:stat*", true),
    ("lang:zh", true), ("lang:zh-Hans", true), ("lang:ZH-HANS", true), ("lang:z", false),
    ("lang:zh-Hant", false),
    ("lang:(ru OR zh)", true), ("wire:Xinhua", true), ("wire:\"Xinhua News Agency\"", false),
    ("wire:AFP", false),
    ("林剑 NOT wire:AFP", true), ("林剑 NOT wire:Xinhua", false),
]

private let fieldQueries = Result { try Queries(fields.map(\.0), entities: ["lin": ["Lin Jian", "林剑"]]) }

@Test(arguments: fields)
func fieldsAskForWhatIsKnownOfTheArticle(query: String, matches: Bool) throws {
    let input = MatchInput(
        title: "林剑主持例行记者会", paragraphs: ["中央情报局的视频。"], source: "新华社 中文", outlet: "news.xinhua.example",
        tags: ["state", "asia"], language: "zh-Hans", wire: "Xinhua")
    #expect((try fieldQueries.get().found(query, in: input) != nil) == matches)
}

@Test(arguments: [
    ("nb", "no", true), ("fil", "tl", true), ("tl", "tl", true), ("mo", "ro", true), ("iw", "he", true),
    ("sh", "hr", true),
    ("cmn", "zh-Hant", true), ("sr", "sr-Latn", true), ("sr-Cyrl", "sr-Latn", false), ("pt-BR", "pt", true),
    ("nb", "sv", false), ("n", "no", false), ("zh-TW", "zh-Hans", false), ("ar", "arz", false),
])
func aLanguageIsAskedForByAnyOfItsCodes(code: String, language: String, matches: Bool) throws {
    let input = MatchInput(paragraphs: ["x"], language: language)
    #expect(try watchlist("lang:\(code)").matches(in: input).isEmpty != matches)
}

@Test func missingFieldsHoldNothing() throws {
    let input = MatchInput(paragraphs: ["x"])
    for query in ["source:x", "outlet:x", "tag:x", "lang:x", "wire:x"] {
        #expect(try watchlist(query).matches(in: input).isEmpty)
    }
}

@Test func aMatchTellsItsWordsAndPlaces() throws {
    let title = "Трамп: «Кавано — \u{1F3DB} судья»"
    let paragraphs = ["Речь Трампа о Трампе.", "Ничего.", "Wählt DONALD\u{A0}TRUMP!"]
    let input = MatchInput(title: title, paragraphs: paragraphs, language: "ru")
    let list = try watchlist("@trump OR судья", entities: ["trump": ["Трамп", "Donald Trump"]])
    let match = try #require(list.matches(in: input).first)
    #expect(match.words == ["Трамп", "судья", "Трампа", "Трампе", "DONALD\u{A0}TRUMP"])
    let texts = match.places.map { place -> String in
        let text = place.paragraph.map { paragraphs[$0] } ?? title
        return String(decoding: Array(text.utf8)[place.bytes], as: UTF8.self)
    }
    #expect(texts == match.words)
    #expect(match.places.map(\.paragraph) == [nil, nil, 0, 0, 2])
}

@Test func nearTellsTheWordsAndNotWhatLiesBetween() throws {
    #expect(
        try found("Trump NEAR/9 Kavanaugh", in: "Trump said that he likes Kavanaugh.", language: "en")
            == ["Trump", "Kavanaugh"])
}

@Test func fieldsAloneMatchWithoutWords() throws {
    let input = MatchInput(paragraphs: ["anything"], tags: ["urgent"])
    let match = try #require(try watchlist("tag:urgent").matches(in: input).first)
    #expect(match.words.isEmpty)
    #expect(match.places.isEmpty)
}

@Test func everyRuleAnswersForItselfInOrder() throws {
    let queries = ["Trump", "Kavanaugh", "Trump NOT Kavanaugh", "lang:en", "Putin"]
    let list = try CompiledWatchlist(
        rules: queries.map { WatchRule(name: $0, query: $0) }, entities: [:], folding: folding)
    let input = MatchInput(paragraphs: ["Trump and Kavanaugh"], language: "en")
    #expect(list.matches(in: input).map(\.rule.name) == ["Trump", "Kavanaugh", "lang:en"])
}

@Test func aliasesMayAskForExactCase() throws {
    let entities = ["who": ["=WHO", "World Health Organization", "ВОЗ"]]
    #expect(try found("@who", in: "who is who", language: "en", entities: entities) == nil)
    #expect(try found("@who", in: "the WHO said", language: "en", entities: entities) == ["WHO"])
    #expect(
        try found("@who", in: "the world health organization", language: "en", entities: entities)
            == ["world health organization"])
}

@Test func anEmptyArticleMatchesNothing() throws {
    let list = try watchlist("a OR b* OR \"c d\"".replacing("b*", with: "bbbb*"))
    #expect(list.matches(in: MatchInput(paragraphs: [])).isEmpty)
    #expect(list.matches(in: MatchInput(title: "", paragraphs: ["", ""])).isEmpty)
}

@Test(arguments: [
    ("Trump~off", "ru", "с Trump и у Trumps", "Trump"), ("трамп~off", "ru", "ТРАМП сказал", "ТРАМП"),
    ("Regierung~off", "de", "die Regierungen und die Regierung", "Regierung"),
    ("\"la paz\"~off", "es", "en La Paz", "La Paz"), ("وزير~off", "ar", "قال وزير إن الوزير", "وزير"),
    ("선거~off", "ko", "선거 결과 선거에서", "선거"), ("選挙~off", "ja", "衆院選挙で", "選挙"),
    ("चुनाव~off", "hi", "चुनाव और चुनावों", "चुनाव"), ("เลือกตั้ง~off", "th", "การเลือกตั้ง", "เลือกตั้ง"),
])
func aWordWithItsFormsOffIsFoundAsItStands(query: String, language: String, text: String, word: String) throws
{
    #expect(try found(query, in: text, language: language) == [word])
}

@Test(arguments: [
    ("трамп~off", "ru", "у Трампа"), ("Regierung~off", "de", "Regierungskrise"), ("וזיר~off", "he", "הוזיר"),
    ("وزير~off", "ar", "الوزير"), ("선거~off", "ko", "선거에서"), ("protest~off", "en", "protests"),
])
func aWordWithItsFormsOffIsNotFoundInThem(query: String, language: String, text: String) throws {
    #expect(try found(query, in: text, language: language) == nil)
}

@Test func aNameMayHaveItsFormsOff() throws {
    #expect(try foundName("Trump~off", in: "Trumps Rede", language: "de") == nil)
    #expect(try foundName("Lin Jian~off", in: "said Lin Jian", language: "en") == ["Lin Jian"])
}
