import Testing
import Watchlist

private func explained(_ query: String, entities: [String: [String]] = [:]) throws -> [String] {
    QueryExplanation(try Query(query), entities: entities, folding: folding).lines
        .map { String(repeating: "  ", count: $0.depth) + $0.text }
}

private func warned(
    _ query: String, entities: [String: [String]] = [:], facts: WatchedSources? = nil
) throws -> [QueryWarning] {
    warnings(for: try Query(query), entities: entities, facts: facts, folding: folding)
}

@Test func aQueryIsSaidInWords() throws {
    #expect(
        try explained("@lin NEAR/5 (CIA OR ЦРУ) NOT title:sport", entities: ["lin": ["Lin Jian", "林剑"]]) == [
            "all of these:", "  at most 5 words apart, in any order:",
            "    a name of @lin, in the forms its language gives names: Lin Jian, 林剑",
            "    at least one of these:", "      the word “CIA” as it stands, in capitals or small letters",
            "      the word “ЦРУ” as it stands, in capitals or small letters", "  not in the headline:",
            "    the word “sport” with the endings, prefixes and compounds that the article's language has",
        ])
}

@Test(arguments: [
    ("=US", "the word “US” exactly so: case, accents and endings count"),
    ("trump*", "words that begin with “trump”"),
    ("中情局", "“中情局” anywhere in a line of text"),
    ("インド", "“インド”, standing by itself among katakana"),
    ("선거", "“선거” at the beginning of a word, with or without a particle"),
    (
        "\"supreme court\"",
        "the phrase “supreme court” with the endings, prefixes and compounds that the article's language has"
    ),
])
func aWordIsSaidAsItIsMatched(query: String, said: String) throws {
    #expect(try explained(query) == [said])
}

@Test(arguments: [
    ("un", "Spanish"), ("die OR Merkel", "German"), ("и", "letter"), ("на", "Russian"), ("في", "Arabic"),
    ("के", "Hindi"), ("של", "Hebrew"), ("και", "Greek"), ("的", "one character"), ("の", "one character"),
    ("이", "one syllable"), ("กา", "part of many words"), ("10", "number"), ("x", "letter"), ("ve", "Turkish"),
    ("lang:zh", "no word"), ("un NOT sport", "Spanish"), ("=un", "Spanish"), ("\"of the\"", "English"),
    ("\"de la\"", "Spanish"), ("said", "English"), ("และ", "Thai"), ("我们", "Chinese"), ("から", "Japanese"),
    ("NOT NOT un", "Spanish"),
])
func whatMatchesTooMuchIsWarnedOf(query: String, reason: String) throws {
    let found = try warned(query)
    #expect(found.contains { $0.kind == .tooBroad && $0.text.contains(reason) }, "\(query): \(found)")
}

@Test(arguments: [
    "Iran", "=UN", "=US OR Trump", "un Iran", "\"la paz\"", "中情局", "москва", "sanction*",
    "un NEAR/3 security",
    "title:Iran lang:es", "Iran NOT un", "NOT NOT Iran", "\"Bank of England\"", "\"or\" Iran",
    "lang:sr-Latn Vučić",
    "Iran~off", "มหาวิทยาลัย", "lang:ckb Hewlêr", "near-miss", "Orr", "Andes", "notary",
])
func whatIsNarrowIsNotWarnedOf(query: String) throws {
    #expect(try warned(query).isEmpty)
}

@Test(arguments: [
    "Iran NOT Iran", "Iran NOT (football OR iran)", "lang:zh lang:ru Iran",
    "Iran outlet:a.example outlet:b.example",
    "(Iran NEAR/3 deal) NOT deal", "title:Iran NOT Iran", "(a1x NOT a1x) OR (b1x NOT b1x)",
    "lang:ru lang:(de OR fr) Iran", "Trump NOT Trump*", "Trump~off NOT Trump", "=US NOT us",
    "(NOT NOT Iran) NOT Iran",
])
func whatCanNeverMatchIsWarnedOf(query: String) throws {
    #expect(try warned(query).contains { $0.kind == .neverMatches })
}

@Test(arguments: [
    "Iran NOT football", "lang:zh lang:zh-Hans Iran", "Iran outlet:example outlet:a.example",
    "(Iran OR deal) NOT deal", "Iran NOT title:Iran", "lang:zh OR lang:ru Iran", "Trump* NOT Trump",
    "Trump NOT Trump~off",
    "us NOT =US", "lang:ru lang:(de OR ru) Iran",
])
func whatCanMatchIsNotCalledImpossible(query: String) throws {
    #expect(try !warned(query).contains { $0.kind == .neverMatches })
}

@Test(arguments: [
    ("Iran or Irak", 6, "OR"), ("Iran And Irak", 6, "AND"), ("港口 not 航运", 4, "NOT"),
    ("порт near/5 зерно", 6, "NEAR/5"),
    ("Iran NEAR5 Irak", 6, "NEAR/5"), ("ميناء onear/3 سفن", 7, "ONEAR/3"), ("Iran~of", 1, "~off"),
    ("Iran ~off", 6, "~off"), ("==US", 1, "=US"),
])
func whatLooksLikeAnOperatorIsWarnedOf(query: String, column: Int, right: String) throws {
    let found = try warned(query).filter { $0.kind == .likeOperator }
    #expect(found.map(\.column) == [column] && found[0].text.contains(right), "\(query): \(found)")
}

@Test func aLanguageThatNoArticleHasIsWarnedOf() throws {
    let facts = WatchedSources(names: [], tags: [])
    #expect(try warned("Iran lang:qqx", facts: facts).map(\.kind) == [.neverMatches])
    #expect(try warned("Iran lang:rus", facts: facts).first?.text.hasSuffix("have the code ru") == true)
    for code in ["pt-BR", "tl", "fil", "nb", "no", "mo", "iw", "sh", "cmn", "ckb", "sr-Latn", "zh"] {
        #expect(try warned("Iran lang:\(code)", facts: facts).isEmpty, "\(code)")
    }
    #expect(try warned("lang:nb lang:no Iran", facts: facts).isEmpty)
    #expect(try warned("lang:nb lang:sv Iran", facts: facts).map(\.kind) == [.neverMatches])
}

@Test func conditionsOnSourcesThatDoNotExistAreWarnedOf() throws {
    let facts = WatchedSources(names: ["BBC Русская служба"], tags: ["public"])
    #expect(try warned("Iran source:BBC tag:public", facts: facts).isEmpty)
    #expect(try warned("Iran source:CNN", facts: facts).map(\.kind) == [.neverMatches])
    #expect(try warned("Iran tag:privat", facts: facts).first?.column == 10)
    #expect(try warned("Iran NOT source:CNN", facts: facts).isEmpty)
}

@Test func anAliasThatIsACommonWordIsWarnedOf() throws {
    let found = try warned("@un", entities: ["un": ["United Nations", "UN"]])
    #expect(found.map(\.column) == [1])
    #expect(try warned("@un", entities: ["un": ["United Nations", "=UN"]]).isEmpty)
}
