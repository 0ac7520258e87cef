import Testing

@testable import Dedup

@Suite struct TextAlignmentTests {
    private let sketcher = Sketcher(folding: TestNewsroom.folding, key: SketchKey(secret: []))

    private func alignment(_ first: String, _ second: String) -> TextAlignment {
        TextAlignment(
            of: sketcher.alignedText(Array(first.utf8)), with: sketcher.alignedText(Array(second.utf8)))
    }

    /// Passages as `=text`, `-text`, `+text`.
    private func diff(_ first: String, _ second: String) -> [String] {
        alignment(first, second).passages.map { passage in
            let sign = [.shared: "=", .first: "-", .second: "+"][passage.kind] ?? "?"
            return sign + (passage.isMoved ? "~" : "") + (passage.text ?? "nil")
        }
    }

    @Test func changedWordsStandBetweenWhatBothHave() {
        #expect(
            diff(
                "The bridge opened on Monday after five years of hard work.",
                "The bridge opened on Tuesday after five years of hard work, at last.")
                == [
                    "=The bridge opened on ", "-Monday ", "+Tuesday ", "=after five years of hard work, ",
                    "+at last.",
                ])
    }

    @Test func everythingOfTheSecondTextIsShownOnceAndInOrder() throws {
        for language in WireText.languages {
            let text = try WireText(language)
            let first = text.storyText
            let second = ([text.other[1]] + text.story.reversed() + [text.quote]).joined(separator: "\n")
            let passages = alignment(first, second).passages
            #expect(
                passages.filter { $0.kind != .first }.compactMap(\.text).joined() == second, "\(language)")
            #expect(passages.contains { $0.isMoved }, "\(language)")
            #expect(passages.contains { $0.kind == .second }, "\(language)")
        }
    }

    @Test func whatOnlyTheFirstHasIsShownOnce() throws {
        for language in WireText.languages {
            let text = try WireText(language)
            let first = (text.story + [text.quote] + text.other).joined(separator: "\n")
            let passages = alignment(first, text.storyText).passages
            let lonely = passages.filter { $0.kind == .first }.compactMap(\.text).joined()
            // Two words in a row may be the same by chance.
            #expect(lonely.count * 10 > (text.quote.count + text.other.joined().count) * 9, "\(language)")
            #expect(!lonely.contains(text.story[2]), "\(language)")
        }
    }

    @Test func aTextOfWhichOnlyTheSketchWasKeptShowsWhatIsShared() throws {
        let text = try WireText("ru")
        let copy = (text.story[...3] + [text.quote]).joined(separator: "\n")
        let sketch = sketcher.sketch(of: SketchInput(number: 1, outlet: "b", day: 0, text: Array(copy.utf8)))
        let passages = TextAlignment(
            of: sketcher.alignedText(Array(text.storyText.utf8)), with: sketcher.alignedText(sketch)
        ).passages
        #expect(passages.contains { $0.kind == .shared && ($0.text ?? "").contains(text.story[2]) })
        #expect(passages.contains { $0.kind == .second && $0.text == nil && $0.words > 15 })
    }

    @Test func emptyAndTinyTextsAlign() {
        #expect(alignment("", "").passages.isEmpty)
        #expect(diff("", "One.") == ["+One."])
        #expect(diff("One.", "") == ["-One."])
        #expect(diff("Same words here", "Same words here") == ["=Same words here"])
    }
}
