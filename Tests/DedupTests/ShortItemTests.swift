import Model
import Testing

@testable import Dedup

/// Briefs, standfirsts and feed summaries, before and after the full text.
@Suite struct ShortItemTests {
    @Test(arguments: WireText.languages)
    func aHeadlineWithItsFirstParagraphIsAnExcerpt(language: String) throws {
        let text = try WireText(language)
        let newsroom = TestNewsroom()
        newsroom.publish(text.storyText)
        let decision = newsroom.publish(text.story[...1].joined(separator: "\n"), by: "b.example")
        #expect(decision.verdict == .excerpt(of: 0), "\(decision.reason)")
    }

    @Test(arguments: WireText.languages)
    func aFeedSummaryIsAnExcerpt(language: String) throws {
        let text = try WireText(language)
        let newsroom = TestNewsroom()
        newsroom.publish(text.storyText)
        // Without the headline, broken off in the middle of a sentence.
        let summary = text.story[1] + "\n" + text.story[2].prefix(text.story[2].count / 2) + "…"
        let decision = newsroom.publish(summary, by: "b.example")
        #expect(decision.verdict == .excerpt(of: 0), "\(decision.reason)")
    }

    @Test(arguments: WireText.languages)
    func aFullTextTakesTheStoryOverFromItsBrief(language: String) throws {
        let text = try WireText(language)
        let newsroom = TestNewsroom()
        newsroom.publish(text.story[...1].joined(separator: "\n"))
        let full = newsroom.publish(text.storyText, by: "b.example")
        #expect(full.verdict == .contains(0), "\(full.reason)")
        #expect(full.takesOver)
        #expect(full.verdict.isFiled)
        #expect(full.reason.hasSuffix("filed and from now on the story's head"))
        // What only the full text has is a piece of the story now, not of something that embeds it.
        let late = newsroom.publish(text.story[4...6].joined(separator: "\n"), by: "c.example")
        #expect(late.story == 0, "\(late.reason)")
        #expect(late.verdict == .excerpt(of: 1))
    }

    @Test(arguments: WireText.languages)
    func aRoundUpTakesNothingOver(language: String) throws {
        let text = try WireText(language)
        let newsroom = TestNewsroom()
        newsroom.publish(text.otherText, by: "a.example")
        newsroom.publish(text.story[...1].joined(separator: "\n"), by: "b.example")
        let roundUp = newsroom.publish(text.storyText + "\n" + text.otherText, by: "c.example")
        #expect(!roundUp.takesOver, "\(roundUp.reason)")
        // Two stories pasted together make neither of them the other.
        #expect(newsroom.currentStory(0) != newsroom.currentStory(1))
        #expect(newsroom.publish(text.otherText, by: "d.example").story == 0)
    }
}
