import Model
import Testing
import Text
import Watchlist

private func matches(_ query: String, in paragraphs: [String], language: String = "de") throws -> [RuleMatch]
{
    try watchlist(query).matches(in: MatchInput(title: "Tag", paragraphs: paragraphs, language: language))
}

@Test func aBrokenWordStandsWhereItsPartsStand() throws {
    let text = "Gestern trat die Regie-\nrung in Rom zurück."
    let match = try #require(try matches("Regierung", in: ["Vorab.", text]).first)
    #expect(match.words == ["Regierung"])
    let place = try #require(match.places.first)
    #expect(match.places.count == 1)
    #expect(place.paragraph == 1)
    #expect(String(decoding: Array(text.utf8)[place.bytes], as: UTF8.self) == "Regie-\nrung")
    let snippet = try #require(match.snippet(in: ["Vorab.", text]))
    #expect(snippet.text.contains("rung in Rom"))
}

@Test(arguments: [
    ("Regierung NEAR/2 Rom", true), ("Regierung NEAR/1 Rom", false), ("trat ONEAR/3 Regierung", true),
    ("Regierung ONEAR/3 trat", false), ("\"die Regierung in Rom\"", true), ("title:Regierung", false),
])
func aBrokenWordHasNeighbours(query: String, isFound: Bool) throws {
    let found = try matches(query, in: ["Gestern trat die Regie-\nrung in Rom zurück."])
    #expect(found.isEmpty == !isFound)
}

@Test func whatStandsBesideABrokenWordIsFoundOnce() throws {
    let match = try #require(try matches("Rom", in: ["Die Regie-\nrung in Rom trat zurück."]).first)
    #expect(match.places.count == 1)
}

@Test func aParagraphThatEndsWithAHyphenGoesNoFurther() throws {
    #expect(try matches("Regierung", in: ["Die Regie-", "rung in Rom."]).isEmpty)
}

@Test func brokenWordsAreFoundInTextsWithLookalikes() throws {
    let text = "Tрaмп и новые санк-\nции против банков"
    let match = try #require(try matches("санкции", in: [text], language: "ru").first)
    #expect(match.words == ["санкции"])
    let place = try #require(match.places.first)
    #expect(String(decoding: Array(text.utf8)[place.bytes], as: UTF8.self) == "санк-\nции")
}

@Test func aTextOfBrokenWordsAloneIsReadInBoundedTime() throws {
    let text = String(repeating: "a-\nb", count: 200_000)
    #expect(try matches("Regierung OR ab", in: [text]).count <= 1)
}

@Test(arguments: [
    ("\"Regie rung\"", "die Regie- rung in Rom", "Regie- rung"),
    ("Nordkorea", "aus nord-\nkorea gemeldet", "nordkorea"),
    ("\"санк ции\"", "новые санк- ции здесь", "санк- ции"), ("санкции", "новые санк-\nции здесь", "санкции"),
])
func onlyWhatIsReadAsOneIsTold(query: String, text: String, word: String) throws {
    let language = text.contains("ц") ? "ru" : "de"
    #expect(try matches(query, in: [text], language: language).first?.words == [word])
}
