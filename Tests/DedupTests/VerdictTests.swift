import Model
import Testing

@testable import Dedup

@Suite struct VerdictTests {
    @Test(arguments: WireText.languages)
    func aCopyInAnotherOutletsDressIsACopy(language: String) throws {
        let text = try WireText(language)
        let newsroom = TestNewsroom()
        newsroom.publish(text.storyText)
        let copy = ([text.other[0]] + text.story.dropFirst() + [text.other[2]]).joined(separator: "\n")
        let decision = newsroom.publish(copy, by: "b.example")
        #expect(decision.verdict == .copy(of: 0))
        #expect(decision.story == 0)
        #expect(decision.containment > 0.6)
        #expect(decision.reverseContainment > 0.8)
    }

    @Test(arguments: WireText.languages)
    func unrelatedTextsAreNew(language: String) throws {
        let text = try WireText(language)
        let newsroom = TestNewsroom()
        newsroom.publish(text.storyText)
        let decision = newsroom.publish(text.otherText, by: "b.example")
        #expect(decision.verdict == .new)
        #expect(decision.story == 1)
        #expect(decision.quotes.isEmpty)
    }

    @Test(arguments: WireText.languages)
    func aTruncatedCopyIsAnExcerpt(language: String) throws {
        let text = try WireText(language)
        let newsroom = TestNewsroom()
        newsroom.publish(text.storyText)
        let decision = newsroom.publish(text.story[...2].joined(separator: "\n"), by: "b.example")
        #expect(decision.verdict == .excerpt(of: 0))
        #expect(decision.containment > 0.95)
        #expect(decision.reverseContainment < 0.75)
    }

    @Test(arguments: WireText.languages)
    func aFullTextAfterItsExcerptIsFiledToo(language: String) throws {
        let text = try WireText(language)
        let newsroom = TestNewsroom()
        newsroom.publish(text.story[...2].joined(separator: "\n"))
        let decision = newsroom.publish(text.storyText, by: "b.example")
        #expect(decision.verdict == .contains(0))
        #expect(decision.verdict.isFiled)
        #expect(decision.story == 0)
    }

    @Test(arguments: WireText.languages)
    func anEmbeddedCopyIsFiledAsContainingIt(language: String) throws {
        let text = try WireText(language)
        let newsroom = TestNewsroom()
        newsroom.publish(text.story[...3].joined(separator: "\n"))
        let roundUp = (text.other + text.story[1...3] + [text.quote]).joined(separator: "\n")
        let decision = newsroom.publish(roundUp, by: "b.example")
        #expect(decision.verdict == .contains(0))
        #expect(decision.containment < 0.6)
        #expect(decision.reverseContainment > 0.8)
    }

    @Test(arguments: WireText.languages)
    func aQuoteInTwoStoriesIsShownNotMerged(language: String) throws {
        let text = try WireText(language)
        let newsroom = TestNewsroom()
        newsroom.publish((text.story + [text.quote]).joined(separator: "\n"))
        let decision = newsroom.publish((text.other + [text.quote]).joined(separator: "\n"), by: "b.example")
        #expect(decision.verdict == .new)
        let quote = try #require(decision.quotes.first)
        #expect(quote.number == 0)
        #expect(quote.words >= 18)
        #expect(text.quote.contains(quote.text))
        #expect(quote.text.count * 5 > text.quote.count * 4)
    }

    @Test(arguments: WireText.languages)
    func theSameOutletsLaterVersionIsARevision(language: String) throws {
        let text = try WireText(language)
        let newsroom = TestNewsroom()
        newsroom.publish(text.story[...5].joined(separator: "\n"))
        let later = (text.story[...4] + [text.quote, text.story[6]]).joined(separator: "\n")
        let decision = newsroom.publish(later)
        #expect(decision.verdict == .revised(of: 0))
        #expect(decision.verdict.isFiled)
        #expect(decision.story == 0)
    }

    @Test(arguments: WireText.languages)
    func theSameOutletsSameTextIsACopy(language: String) throws {
        let text = try WireText(language)
        let newsroom = TestNewsroom()
        newsroom.publish(text.storyText)
        #expect(newsroom.publish(text.storyText).verdict == .copy(of: 0))
    }

    @Test(arguments: WireText.languages)
    func aCopyOfACopyBelongsToTheFirst(language: String) throws {
        let text = try WireText(language)
        let newsroom = TestNewsroom()
        newsroom.publish(text.storyText)
        let second = (text.story[0...4] + [text.quote, text.other[1]]).joined(separator: "\n")
        newsroom.publish(second, by: "b.example")
        let third = ([text.other[0]] + text.story[3...4] + [text.quote, text.other[1]]).joined(
            separator: "\n")
        let decision = newsroom.publish(third, by: "c.example")
        #expect(decision.verdict.other == 1)
        #expect(decision.story == 0)
    }

    @Test(arguments: WireText.languages)
    func aRewordedCopyIsRecognised(language: String) throws {
        let text = try WireText(language)
        let newsroom = TestNewsroom()
        newsroom.publish(text.storyText)
        // Every eleventh word is another one; in scripts without spaces every twenty-third character.
        let hasSpaces = text.storyText.split(separator: " ").count > 60
        let reworded: String
        if hasSpaces {
            let words = text.storyText.split(whereSeparator: \.isWhitespace)
            reworded = words.enumerated().map { $0 % 11 == 5 ? "xyz" : String($1) }.joined(separator: " ")
        } else {
            reworded = String(text.storyText.enumerated().map { $0 % 23 == 11 ? "的" : $1 })
        }
        let decision = newsroom.publish(reworded, by: "b.example")
        #expect(decision.story == 0)
    }

    @Test func traditionalAndSimplifiedChineseAreOneStory() throws {
        let simplified = try WireText("zh")
        let traditional = try WireText("zh-Hant")
        let newsroom = TestNewsroom()
        newsroom.publish(simplified.storyText)
        let decision = newsroom.publish(traditional.storyText, by: "b.example")
        #expect(decision.verdict == .copy(of: 0))
        #expect(newsroom.publish(traditional.otherText, by: "c.example").verdict == .new)
    }

    @Test func aReasonHasItsFigures() throws {
        let text = try WireText("en")
        let newsroom = TestNewsroom()
        #expect(
            newsroom.publish(text.storyText).reason == "nothing filed in the window shares a passage with it")
        let reason = newsroom.publish(text.storyText, by: "b.example").reason
        #expect(
            reason.hasPrefix("word for word the text of number 0: 100 % of its words are there and 100 %"))
        #expect(reason.hasSuffix("0 fingerprints left aside as boilerplate; a copy"))
    }
}
