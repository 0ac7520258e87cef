import Model
import Testing

@testable import Dedup

@Suite struct RestartTests {
    /// A few days of several outlets in all languages: copies, excerpts, quotes, footers, joins.
    private func busyNewsroom() throws -> TestNewsroom {
        let newsroom = TestNewsroom()
        for (index, language) in WireText.languages.enumerated() {
            let text = try WireText(language)
            let day = 20_000 + index % 5
            newsroom.publish(text.storyText, by: "a\(index % 3).example", day: day)
            newsroom.publish(text.story[1...3].joined(separator: "\n"), by: "b.example", day: day)
            newsroom.publish(
                (text.other + [text.quote]).joined(separator: "\n"), by: "c.example", day: day - 1)
            newsroom.publish(
                (text.story + [text.quote]).joined(separator: "\n"), by: "c.example", day: day + 1)
            newsroom.publish(text.report([1, 22, 333, 44, 55, 66]), by: "d.example", day: day)
        }
        return newsroom
    }

    @Test func aRestartDecidesAsIfThereHadBeenNone() throws {
        let running = try busyNewsroom()
        let restarted = try busyNewsroom()
        try restarted.restart()
        for language in WireText.languages {
            let text = try WireText(language)
            for probe in [
                text.storyText, text.otherText, text.quote, text.report([9, 22, 333, 44, 55, 66]),
                text.story[2...4].joined(separator: "\n"),
            ] {
                #expect(running.decision(for: probe) == restarted.decision(for: probe))
            }
        }
    }

    @Test func aReplayDecidesTheSame() throws {
        let first = try busyNewsroom()
        let second = try busyNewsroom()
        #expect(first.decisions == second.decisions)
        #expect(first.decisions.contains { $0.verdict != .new })
    }

    @Test func decidingChangesNothing() throws {
        let newsroom = try busyNewsroom()
        let text = try WireText("en")
        let first = newsroom.decision(for: text.storyText)
        #expect(newsroom.decision(for: text.storyText) == first)
    }

    @Test func whatLeftTheWindowIsNotComparedWith() throws {
        let text = try WireText("ru")
        let newsroom = TestNewsroom()
        newsroom.publish(text.storyText, day: 20_000)
        newsroom.publish(text.otherText, by: "b.example", day: 20_050)
        newsroom.expire(before: 20_050)
        #expect(newsroom.decision(for: text.storyText, day: 20_050).verdict == .new)
        #expect(newsroom.decision(for: text.otherText, day: 20_050).verdict == .copy(of: 1))
        newsroom.expire(before: 20_051)
        #expect(newsroom.decision(for: text.otherText, day: 20_051).verdict == .new)
        #expect(newsroom.publish(text.storyText, by: "c.example", day: 20_051).story == 2)
    }

    @Test func expiryGivesMemoryBackToLaterArticles() throws {
        let newsroom = TestNewsroom()
        var peak = 0
        for round in 0..<6 {
            let day = 20_000 + 100 * round
            newsroom.expire(before: day)
            for number in 0..<300 {
                let words = (0..<80).map { "word\((round * 300 + number) * 80 + $0)" }
                newsroom.publish(words.joined(separator: " "), by: "o\(number).example", day: day)
            }
            if round == 0 { peak = newsroom.byteCount }
        }
        #expect(newsroom.byteCount <= peak * 3 / 2)
    }

    @Test func daysMayComeInAnyOrder() throws {
        let text = try WireText("hi")
        let newsroom = TestNewsroom()
        newsroom.publish(text.storyText, day: 20_010)
        newsroom.publish(text.otherText, by: "b.example", day: 20_002)
        #expect(newsroom.publish(text.storyText, by: "c.example", day: 20_005).verdict == .copy(of: 0))
        #expect(newsroom.publish(text.otherText, by: "d.example", day: 20_001).verdict == .copy(of: 1))
    }

    @Test func aLostSketchOnlyMeansNoComparison() throws {
        let text = try WireText("de")
        var options = DedupOptions()
        options.recentSketches = 0
        let newsroom = TestNewsroom(options: options)
        newsroom.publish(text.storyText)
        newsroom.loseSketches()
        #expect(newsroom.publish(text.storyText, by: "b.example").verdict == .new)
    }

    @Test func whatIsNotYetStoredIsStillCompared() throws {
        let text = try WireText("de")
        let newsroom = TestNewsroom()
        newsroom.publish(text.storyText)
        newsroom.loseSketches()
        #expect(newsroom.publish(text.storyText, by: "b.example").verdict == .copy(of: 0))
    }

    @Test func anotherSecretSamplesOtherShingles() throws {
        let text = try WireText("en")
        let input = SketchInput(number: 0, outlet: "a", day: 0, text: Array(text.storyText.utf8))
        let sketches = ["one", "two"].map { secret in
            Sketcher(folding: TestNewsroom.folding, key: SketchKey(secret: Array(secret.utf8))).sketch(
                of: input)
        }
        #expect(Set(sketches[0].fingerprints).isDisjoint(with: sketches[1].fingerprints))
        #expect(sketches[0].tokens != sketches[1].tokens)
    }
}
