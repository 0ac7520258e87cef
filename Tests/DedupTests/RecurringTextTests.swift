import Model
import Testing

@testable import Dedup

/// What newspapers print again and again with other figures, names or bodies is not the same story.
@Suite struct RecurringTextTests {
    @Test(arguments: TrapText.languages)
    func tomorrowsForecastIsAnotherText(language: String) throws {
        let text = try TrapText(language)
        let newsroom = TestNewsroom()
        newsroom.publish(text.filled("weather", [19, 8, 10, 23, 12, 40]), day: 20_000)
        for (day, figures) in [[21, 9, 11, 26, 7, 15], [17, 6, 9, 20, 18, 75]].enumerated() {
            let forecast = text.filled("weather", figures)
            #expect(newsroom.publish(forecast, day: 20_001 + day).verdict == .new)
            #expect(
                newsroom.publish(forecast, by: "b\(day).example", day: 20_001 + day).verdict.other != nil,
                "another outlet's copy of the same forecast")
        }
    }

    @Test(arguments: TrapText.languages)
    func anotherMatchIsAnotherResult(language: String) throws {
        let text = try TrapText(language)
        let names = text.pieces("names", by: ";")
        let newsroom = TestNewsroom()
        newsroom.publish(
            text.filled("result", [3, 1, 4200, 12, 71, 4], names: [names[0], names[2]]))
        let second = text.filled("result", [2, 0, 9150, 33, 48, 9], names: [names[1], names[3]])
        #expect(newsroom.publish(second).verdict == .new)
        #expect(newsroom.publish(second, by: "b.example").verdict == .copy(of: 1))
    }

    @Test(arguments: TrapText.languages)
    func anotherPersonsObituaryIsAnotherText(language: String) throws {
        let text = try TrapText(language)
        let newsroom = TestNewsroom()
        newsroom.publish(text.obituary(of: 0, age: 81))
        let decision = newsroom.publish(text.obituary(of: 1, age: 67), day: 20_003)
        #expect(decision.verdict == .new, "\(decision.reason)")
        #expect(
            newsroom.publish(text.obituary(of: 1, age: 67), by: "b.example", day: 20_003).verdict.other == 1)
    }

    @Test(arguments: TrapText.languages)
    func twoReleasesOfOneCompanyAreTwo(language: String) throws {
        let text = try TrapText(language)
        let wire = try WireText(language)
        let newsroom = TestNewsroom()
        newsroom.publish([wire.storyText, text["footer"]].joined(separator: "\n"))
        let other = [wire.otherText, text["footer"]].joined(separator: "\n")
        let decision = newsroom.publish(other, by: "b.example")
        #expect(decision.verdict == .new, "\(decision.reason)")
        #expect(newsroom.publish(other, by: "c.example").verdict == .copy(of: 1))
    }

    @Test(arguments: TrapText.languages)
    func legalFootersMergeNothing(language: String) throws {
        let text = try TrapText(language)
        let wire = try WireText(language)
        let newsroom = TestNewsroom()
        let parts = wire.story.dropFirst() + wire.other.dropFirst()
        for (number, paragraph) in parts.enumerated() {
            let decision = newsroom.publish("\(paragraph)\n\(text["legal"])", day: 20_000 + number / 3)
            #expect(decision.verdict == .new, "\(decision.reason)")
        }
    }

    @Test(arguments: TrapText.languages)
    func thisWeeksColumnIsNotLastWeeks(language: String) throws {
        let text = try TrapText(language)
        let wire = try WireText(language)
        let newsroom = TestNewsroom()
        let bodies = [
            wire.story[1...3].joined(separator: "\n"), wire.other[1...3].joined(separator: "\n"),
            wire.story[4...6].joined(separator: "\n"),
        ]
        for (week, body) in bodies.enumerated() {
            let decision = newsroom.publish("\(text["column"])\n\(body)", day: 20_000 + 7 * week)
            #expect(decision.verdict == .new, "\(decision.reason)")
        }
    }

    @Test(arguments: TrapText.languages)
    func aBriefingIsOneTextAndTheNextOneAnother(language: String) throws {
        let text = try TrapText(language)
        let wire = try WireText(language)
        let newsroom = TestNewsroom()
        newsroom.publish("\(text["transcript"])\n\(wire.storyText)")
        let next = "\(text["transcript"])\n\(wire.otherText)"
        let decision = newsroom.publish(next, day: 20_001)
        #expect(decision.verdict == .new, "\(decision.reason)")
        #expect(newsroom.publish("\(next)\n\(wire.quote)", by: "b.example", day: 20_001).verdict.other == 1)
    }

    @Test func translationsOfOneTextAreNoCopies() throws {
        let newsroom = TestNewsroom()
        for language in TrapText.languages {
            let decision = newsroom.publish(try TrapText(language)["translation"], by: "\(language).example")
            #expect(decision.verdict == .new, "\(language): \(decision.reason)")
        }
    }
}
