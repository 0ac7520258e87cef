import Model
import Testing

@testable import Dedup

@Suite struct TrapTests {
    @Test(arguments: WireText.languages)
    func marketReportsWithOtherFiguresAreNew(language: String) throws {
        let text = try WireText(language)
        let newsroom = TestNewsroom()
        for day in 0..<8 {
            let figures = (1...6).map { 100 * $0 + 37 * day + $0 * day }
            let decision = newsroom.publish(text.report(figures), day: 20_000 + day)
            #expect(decision.verdict == .new, "day \(day): \(decision.reason)")
        }
    }

    @Test(arguments: WireText.languages)
    func anotherOutletsCopyOfAMarketReportIsACopy(language: String) throws {
        let text = try WireText(language)
        let newsroom = TestNewsroom()
        newsroom.publish(text.report([712, 388, 291, 4106, 3977, 1520]))
        newsroom.publish(text.report([714, 391, 287, 4388, 4106, 1499]), day: 20_001)
        let decision = newsroom.publish(
            text.report([714, 391, 287, 4388, 4106, 1499]), by: "b.example", day: 20_001)
        #expect(decision.verdict == .copy(of: 1))
    }

    @Test(arguments: WireText.languages)
    func whatAnOutletPrintsBelowEverythingMergesNothing(language: String) throws {
        let text = try WireText(language)
        let newsroom = TestNewsroom()
        let footer = text.other.dropFirst().joined(separator: "\n")
        for paragraph in text.story.dropFirst() {
            let decision = newsroom.publish("\(paragraph)\n\(footer)")
            #expect(decision.verdict == .new, "\(decision.reason)")
        }
        // Known by now, it is left aside: the copy of the last one has only its own words in common.
        let decision = newsroom.publish("\(text.story[6])\n\(footer)", by: "b.example")
        #expect(decision.verdict == .copy(of: 5))
        #expect(decision.stoppedFingerprints > 10)
    }

    @Test(arguments: WireText.languages)
    func whatEverybodyPrintsForDaysMergesNothing(language: String) throws {
        let text = try WireText(language)
        let newsroom = TestNewsroom()
        let background = text.other.dropFirst().joined(separator: "\n")
        for (day, outlet) in ["a", "b", "c", "d", "e"].enumerated() {
            newsroom.publish(
                "\(text.story[day + 1])\n\(background)", by: "\(outlet).example", day: 20_000 + 2 * day)
        }
        let decision = newsroom.publish("\(text.story[6])\n\(background)", by: "f.example", day: 20_012)
        #expect(decision.verdict == .new, "\(decision.reason)")
    }

    @Test(arguments: WireText.languages)
    func identicalBriefsAreOneStoryAndOtherBriefsAreNot(language: String) throws {
        let text = try WireText(language)
        let newsroom = TestNewsroom()
        let brief = "\(text.story[0])\n\(text.story[2])"
        newsroom.publish(brief)
        #expect(newsroom.publish(brief, by: "b.example").verdict == .copy(of: 0))
        #expect(newsroom.publish("\(text.other[0])\n\(text.other[2])", by: "c.example").verdict == .new)
        // The same headline over another text: filed, whether or not it is the same story.
        #expect(newsroom.publish("\(text.story[0])\n\(text.other[3])", by: "d.example").verdict.isFiled)
    }

    @Test func shortBriefsThatDifferInOneFigureAreTwo() {
        let newsroom = TestNewsroom()
        let briefs = [
            "Magnitude 5.2 quake shakes Alden\nA quake of magnitude 5.2 shook Alden at 03:14, at a depth of 10 km.",
            "Magnitude 6.1 quake shakes Alden\nA quake of magnitude 6.1 shook Alden at 11:52, at a depth of 35 km.",
        ]
        #expect(newsroom.publish(briefs[0]).verdict == .new)
        #expect(newsroom.publish(briefs[1]).verdict == .new)
        #expect(newsroom.publish(briefs[1], by: "b.example").verdict == .copy(of: 1))
    }

    @Test func theSameFewWordsWeeksLaterAreAnotherStory() {
        let newsroom = TestNewsroom()
        newsroom.publish("Stocks close higher on Wall Street", day: 20_000)
        #expect(
            newsroom.publish("Stocks close higher on Wall Street", by: "b.example", day: 20_001).story == 0)
        #expect(
            newsroom.publish("Stocks close higher on Wall Street", by: "c.example", day: 20_020).verdict
                == .new)
        #expect(newsroom.publish("Stocks fall", day: 20_020).verdict == .new)
        #expect(newsroom.publish("Stocks fall", by: "b.example", day: 20_020).verdict == .new)
    }

    @Test func aRoundUpChainsNothing() throws {
        let text = try WireText("en")
        let newsroom = TestNewsroom()
        newsroom.publish(text.storyText)
        let roundUp = (text.story + text.other).joined(separator: "\n")
        #expect(newsroom.publish(roundUp + "\n" + text.quote, by: "b.example").story == 0)
        // The library is not the bridge, although one round-up has both.
        let decision = newsroom.publish(text.otherText, by: "c.example")
        #expect(decision.verdict == .new)
        #expect(decision.story == 2)
    }

    @Test func oneArticleCanShowTwoStoriesToBeOne() throws {
        let text = try WireText("en")
        let newsroom = TestNewsroom()
        newsroom.publish(text.story[1...3].joined(separator: "\n"))
        newsroom.publish(text.story[4...6].joined(separator: "\n"), by: "b.example")
        let decision = newsroom.publish(text.story[1...6].joined(separator: "\n"), by: "c.example")
        #expect(decision.story == 0)
        #expect(decision.joins == [1])
        #expect(newsroom.currentStory(1) == 0)
        let late = newsroom.publish(text.story[4...6].joined(separator: "\n"), by: "d.example")
        #expect(late.story == 0)
    }
}
