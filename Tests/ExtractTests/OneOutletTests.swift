import Dates
import Model
import Testing
import Text

@testable import Extract

/// Twelve pages of one outlet: what learning from them gains.
@Suite struct OneOutletTests {
    private static let extractor = Extractor(dates: DateReader(), languages: LanguageIdentifier())
    private static let places = [
        "school", "tunnel", "market", "theatre", "library", "stadium", "museum", "bakery", "garden",
        "hospital",
        "station", "lighthouse",
    ]

    private func text(_ place: String) -> [String] {
        [
            "The \(place) on the northern shore will close from Monday, because rain comes through its roof, the town said in a letter.",
            "Whoever works in the \(place) is to be paid until the summer, and nobody will have to move away, the mayor promised on the steps of the \(place).",
            "A new roof for the \(place) would cost four million; the council will speak of it when the snow is gone and the roads are dry.",
        ]
    }

    /// Furniture that no list of phrases knows, in the way of each page.
    private func html(_ place: String) -> String {
        let text = text(place)
        return """
            <html lang="en"><head><title>Rain in the \(place)</title></head><body><article><h1>Rain in the \(place)</h1>
            <p>Hello! You are on the pages that the islanders print themselves, every day but Sunday.</p>
            <p>\(text[0])</p><p>Our reporters carry a lantern: ask them anything, they like to answer.</p><p>\(text[1])</p>
            <p>\(text[2])</p><p>The Lantern belongs to 4,100 islanders, and each of them owns one share of it.</p>
            </article></body></html>
            """
    }

    private func page(_ place: String) throws -> Article {
        try Self.extractor.article(
            from: Array(html(place).utf8), contentType: nil, url: "https://lantern.example/\(place)",
            item: nil,
            rules: ArticleRules(), languageHint: nil, now: Timestamp(seconds: 1_772_323_200)
        ).article
    }

    @Test func learningMakesEveryPageExact() throws {
        let articles = try Self.places.map(page)
        var furniture = OutletFurniture()
        for article in articles { furniture.learn(article, day: 20_000) }
        let exactBefore = zip(Self.places, articles).count { $1.paragraphs == text($0) }
        let exactAfter = zip(Self.places, articles).count { furniture.cut($1).paragraphs == text($0) }
        #expect(exactBefore == 0)
        #expect(exactAfter == Self.places.count)
    }

    /// As the pages come: from the third story on the lines are known.
    @Test func aDaemonKnowsThemFromTheThirdStoryOn() throws {
        var furniture = OutletFurniture()
        var exact: [Bool] = []
        for place in Self.places {
            let article = try page(place)
            furniture.learn(article, day: 20_000)
            exact.append(furniture.cut(article).paragraphs == text(place))
        }
        #expect(exact == [false, false] + [Bool](repeating: true, count: 10))
    }
}
