import Model
import Testing

@testable import Dedup

/// One language in two scripts is one text.
@Suite struct ScriptTests {
    private let serbian = Result { try TrapText("sr") }

    @Test func serbianInLatinLettersIsACopyOfTheCyrillic() throws {
        let text = try serbian.get()
        let newsroom = TestNewsroom()
        newsroom.publish(text["story"])
        let latin = newsroom.publish(inLatin(text["story"]), by: "b.example")
        #expect(latin.verdict == .copy(of: 0))
        #expect(latin.reason.hasPrefix("word for word"))
        #expect(newsroom.publish(inLatin(text["other"]), by: "b.example").verdict == .new)
        #expect(newsroom.publish(text["other"], by: "c.example").verdict == .copy(of: 2))
    }

    @Test func aCyrillicPieceOfALatinTextIsAnExcerpt() throws {
        let text = try serbian.get()["story"].split(separator: "\n").map(String.init)
        let newsroom = TestNewsroom()
        newsroom.publish(inLatin(text.joined(separator: "\n")))
        let decision = newsroom.publish(text[...1].joined(separator: "\n"), by: "b.example")
        #expect(decision.verdict == .excerpt(of: 0), "\(decision.reason)")
    }

    @Test func quotesAreShownInTheLettersTheyStandIn() throws {
        let text = try serbian.get()
        let quote = text["story"].split(separator: "\n").map(String.init)[2]
        let newsroom = TestNewsroom()
        newsroom.publish(inLatin([text["other"], text["other"].uppercased(), quote].joined(separator: "\n")))
        let wire = try WireText("de")
        let decision = newsroom.publish(
            [quote, text["story"].split(separator: "\n").suffix(2).joined(separator: "\n"), wire.storyText]
                .joined(separator: "\n"), by: "b.example")
        let shown = try #require(decision.quotes.first)
        #expect(quote.contains(shown.text), "\(shown.text)")
        #expect(shown.text.hasSuffix("обали") || shown.text.hasSuffix("обали."))
    }

    @Test(arguments: ["ru", "ar", "zh", "en"])
    func otherLanguagesAreLeftAsTheyAre(language: String) throws {
        let bytes = Array(try WireText(language).storyText.utf8)
        let isSerbian = SerbianLatin(bytes.span) != nil
        #expect(!isSerbian)
    }

    @Test func placesLeadBackToTheOriginal() throws {
        let text = Array("Његов џем, Ljubav и Ђурђевак: кућа".utf8)
        let converted = SerbianLatin(text.span, keepsOrigins: true)
        let latin = try #require(converted)
        #expect(String(decoding: latin.bytes, as: UTF8.self) == "njegov džem, Ljubav i đurđevak: kuća")
        #expect(latin.origins.count == latin.bytes.count + 1)
        #expect(latin.origins.last == UInt32(text.count))
        #expect(latin.origins.prefix(4) == [0, 0, 2, 4])
    }

    @Test func textsThatAreNotWholeAreNoCrash() {
        for bytes: [UInt8] in [[0xD0], [0xD1, 0x98, 0xD0], [0xD1, 0x98, 0xD1, 0xFF], [0xD1, 0x98]] {
            _ = SerbianLatin(bytes.span, keepsOrigins: true)
        }
    }
}
