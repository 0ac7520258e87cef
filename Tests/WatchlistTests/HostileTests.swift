import Model
import Testing
import Watchlist

/// Texts that would be slow, or worse, for a careless matcher.
private let longTexts = [
    String(repeating: "a", count: 30_000), String(repeating: "aaaaaaaa ", count: 3_000),
    String(repeating: "Trump ", count: 3_000), String(repeating: "TrumpTrump", count: 2_000),
    String(repeating: "特朗普", count: 5_000), String(repeating: "トランプ", count: 5_000),
    String(repeating: "트럼프", count: 5_000), String(repeating: "ทรัมป์", count: 2_000),
    String(repeating: "وال", count: 5_000), String(repeating: "Тraмп", count: 3_000),
    String(repeating: "\u{301}", count: 10_000), String(repeating: "a\u{0}b\u{1B}", count: 5_000),
    String(repeating: "\n", count: 10_000), String(repeating: "1", count: 20_000),
    "Trump" + String(repeating: "1", count: 20_000), String(repeating: "🏛", count: 5_000),
]

private let hostileList = Result {
    let entities = [
        "trump": [
            "Trump", "特朗普", "トランプ", "트럼프", "ทรัมป์", "ترامب", "Трамп", "aaaaaaaa aaaaaaaa",
            "aaaaaaaaaaaaaaaaaa*",
        ]
    ]
    return try watchlist(
        "@trump OR (a NEAR/5 b) OR \"1 1\" OR (Trump NEAR/100 Trump)", entities: entities)
}

@Test(arguments: longTexts)
func longAndOddTextsEnd(text: String) throws {
    let list = try hostileList.get()
    for language in ["en", "ru", "ja", nil] {
        let match = list.matches(in: MatchInput(title: text, paragraphs: [text], language: language))
        #expect(match.allSatisfy { $0.places.count <= 100 && $0.words.count <= 20 })
    }
}

@Test func tenThousandNamesWithOneBeginningAreToldApart() throws {
    let names = (0..<10_000).map { "Chrysanthemum\($0)" }
    let list = try watchlist("@flowers", entities: ["flowers": names])
    let text = String(repeating: "Chrysanthemum ", count: 20_000) + "Chrysanthemum9876 Chrysanthemum98765"
    #expect(
        list.matches(in: MatchInput(paragraphs: [text], language: "en")).first?.words == ["Chrysanthemum9876"]
    )
}

@Test func namesThatBeginEachOtherAreAllFound() throws {
    let names = (1...150).map { String(repeating: "国", count: $0) }
    let list = try CompiledWatchlist(
        rules: names.map { WatchRule(name: $0, query: $0) }, entities: [:], folding: folding)
    let text = String(repeating: "国", count: 120)
    #expect(list.matches(in: MatchInput(paragraphs: [text])).count == 120)
}

@Test func aRuleOfTenThousandWordsIsOneRule() throws {
    let query = (0..<10_000).map { "word\($0)" }.joined(separator: " OR ")
    let list = try watchlist(query)
    #expect(
        list.matches(in: MatchInput(paragraphs: ["a word5000 b"])).first?.words == ["word5000"])
    #expect(list.matches(in: MatchInput(paragraphs: ["a word b word10000"])).isEmpty)
}

@Test(arguments: ["Trump", "BushObama", "Трамп"])
func aWordOfManyCapitalsIsReadOnce(part: String) throws {
    let text = String(repeating: part, count: 50_000)
    for name in ["Trump", "Obama", "Трамп"] where part.hasSuffix(name) {
        #expect(try foundName(name, in: text, language: nil) != nil)
    }
    #expect(try foundName("Merkel", in: text, language: "en") == nil)
}

@Test(arguments: [("eა", "lt"), ("eა", "az"), ("ae", "lt"), ("aи", "ru"), ("아e", "ko")])
func vowelsWithoutEndAreNoName(vowels: String, language: String) throws {
    let text = String(repeating: vowels, count: 50_000)
    #expect(try foundName("Kavanovic", "Кавано", "카바노", in: text, language: language) == nil)
    #expect(
        try foundName("Kavanovic", in: text + " Kavanovic", language: language) == ["Kavanovic"])
}

/// Beginnings of a word of many letters, all of which a text of `a` has everywhere.
private let beginnings = (4..<54).map { String(repeating: "a", count: $0) + "*" }.joined(
    separator: " OR ")

@Test(arguments: [
    beginnings, "\(beginnings) OR b", "(\(beginnings)) (\(beginnings))",
    "(\(beginnings)) NEAR/100 (\(beginnings))",
    Array(repeating: "aaaa*", count: 200).joined(separator: " OR "),
    Array(repeating: "aaaa*", count: 12).joined(separator: " NEAR/100 "),
    Array(repeating: "(aaaa* OR aaaaa* OR aaaaaa*)", count: 12).joined(separator: " NEAR/100 "),
])
func rulesThatHoldEverywhereCostNoMoreThanTheirShare(query: String) throws {
    let word = String(repeating: "a", count: 60) + " "
    let text = String(repeating: word, count: 1_200)
    let match = try watchlist(query).matches(in: MatchInput(paragraphs: [text], language: "en")).first
    #expect(match?.places.count == 100 || match?.words.count == 1)
}

@Test func phrasesThatNearlyHoldEverywhereEnd() throws {
    let phrases = (100..<103).map { count in
        "\"" + String(repeating: "a ", count: count) + "b\" OR \"" + String(repeating: "a ", count: count)
            + "\""
    }
    let text = String(repeating: "a ", count: 3_000)
    let match = try watchlist(phrases.joined(separator: " OR ")).matches(
        in: MatchInput(paragraphs: [text, "and here"], language: "en"))
    #expect(match.first?.places.count == 100)
}

@Test func aWordFoundEverywhereHidesNoOther() throws {
    let text = String(repeating: "aaaa ", count: 6_000)
    let rules = ["aaaa", "aaaa OR Trump", "Trump", "(aaaa OR Trump) NEAR/3 Putin", "aaaa* NEAR/5 aaaa"]
    let list = try CompiledWatchlist(
        rules: rules.map { WatchRule(name: $0, query: $0) }, entities: [:], folding: folding)
    let input = MatchInput(paragraphs: [text, "Trump and Putin"], language: "en")
    #expect(list.matches(in: input).map(\.rule.name) == rules)
}

@Test func aNearWithinNearTellsEachWordOnce() throws {
    let words = try found("a NEAR/3 b NEAR/3 a NEAR/3 b", in: "a x b y a z b", language: "en")
    #expect(words == ["a", "b"])
}
