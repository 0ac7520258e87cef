import Testing

@testable import Dedup

@Suite struct HostileTextTests {
    @Test(arguments: [
        "", " ", "\u{0}\u{0}\u{0}", "\u{FEFF}", "...", "a", "一", String(repeating: "\u{0301}", count: 500),
        String(repeating: "\u{0}", count: 100_000), String(repeating: "\n", count: 100_000),
    ])
    func textsWithoutWordsAreNewAndHarmless(text: String) {
        let newsroom = TestNewsroom()
        #expect(newsroom.publish(text).verdict == .new)
        #expect(newsroom.publish(text, by: "b.example").verdict == .new)
    }

    @Test func invalidUTF8IsReadAsFarAsItGoes() {
        let sketcher = Sketcher(folding: TestNewsroom.folding, key: SketchKey(secret: []))
        var bytes = Array("one two three four five six seven".utf8)
        bytes.insert(contentsOf: [0xFF, 0xC3, 0x28, 0xED, 0xA0, 0x80, 0xF8], at: 13)
        bytes.append(0xE4)
        let sketch = sketcher.sketch(of: SketchInput(number: 0, outlet: "a", day: 0, text: bytes))
        #expect(sketch.tokens.count >= 7)
    }

    @Test(arguments: ["a ", "一", "ab cd ", "word one two three four five six "])
    func endlessRepetitionStaysSmall(piece: String) {
        let newsroom = TestNewsroom()
        let text = String(repeating: piece, count: (3 << 20) / piece.utf8.count)
        newsroom.publish(text)
        #expect(newsroom.publish(text, by: "b.example").verdict == .copy(of: 0))
        #expect(newsroom.lastSketch.tokens.count <= Sketcher.mostTokens)
        #expect(newsroom.lastSketch.fingerprints.count < 20)
    }

    @Test func aHugeTextHasABoundedSketch() {
        let newsroom = TestNewsroom()
        let text = (0..<200_000).map { String($0 &* 2_654_435_761 % 99_991, radix: 36) + "x" }.joined(
            separator: " ")
        newsroom.publish(text)
        #expect(newsroom.lastSketch.tokens.count <= Sketcher.mostTokens)
        #expect(newsroom.lastSketch.fingerprints.count <= 4096)
        #expect(newsroom.publish(text, by: "b.example").verdict == .copy(of: 0))
    }

    @Test func aTextOfAllTextsIsComparedWithFew() throws {
        let newsroom = TestNewsroom()
        var all: [String] = []
        for number in 0..<400 {
            let text = (0..<40).map { "w\(number * 40 + $0)" }.joined(separator: " ")
            all.append(text)
            newsroom.publish(text, by: "o\(number).example")
        }
        let finding = newsroom.finding(for: all.joined(separator: "\n"))
        #expect(finding.comparisons.count <= DedupOptions().mostComparisons)
    }

    @Test func numbersAndDaysOutOfRangeAreNoCrash() {
        let sketcher = Sketcher(folding: TestNewsroom.folding, key: SketchKey(secret: []))
        var index = SketchIndex(sketcher: sketcher) { _ in nil }
        for (number, day) in [(0, Int.max), (Int.max, Int.min), (-1, -1), (1 << 40, 1 << 40)] {
            let text = Array("one two three four five six seven eight nine ten".utf8)
            let sketch = sketcher.sketch(of: SketchInput(number: number, outlet: "a", day: day, text: text))
            let decision = index.decision(for: sketch, text: text)
            index.insert(StoredSketch(sketch: sketch, decision: decision))
        }
        index.expire(before: Int.max)
        index.expire(before: Int.min)
    }
}
