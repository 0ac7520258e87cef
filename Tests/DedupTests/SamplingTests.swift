import Testing

@testable import Dedup

@Suite struct SamplingTests {
    private let sketcher = Sketcher(
        folding: TestNewsroom.folding, key: SketchKey(secret: Array("sampling".utf8)))

    private func sketch(_ text: String) -> Sketch {
        sketcher.sketch(of: SketchInput(number: 0, outlet: "a", day: 0, text: Array(text.utf8)))
    }

    /// Words nobody else has.
    private func words(_ count: Int, _ random: inout SplitMix) -> String {
        (0..<count).map { _ in "w" + String(random.next() >> 40, radix: 36) }.joined(separator: " ")
    }

    /// Chinese characters at random.
    private func characters(_ count: Int, _ random: inout SplitMix) -> String {
        String(
            String.UnicodeScalarView(
                (0..<count).compactMap { _ in Unicode.Scalar(0x4E00 + UInt32(random.next() % 8000)) }))
    }

    @Test func anyCommonRunOfTwentyWordsHasACommonFingerprint() {
        var random = SplitMix(seed: 7)
        for _ in 0..<300 {
            let quote = words(20, &random)
            let one = sketch(
                words(Int(random.next() % 300), &random) + " " + quote + " " + words(80, &random))
            let other = sketch(
                words(200, &random) + " " + quote + " " + words(Int(random.next() % 90), &random))
            #expect(!Set(one.fingerprints).isDisjoint(with: other.fingerprints))
        }
    }

    @Test func anyCommonRunOfThirtyTwoChineseCharactersHasACommonFingerprint() {
        var random = SplitMix(seed: 8)
        for _ in 0..<300 {
            let quote = characters(32, &random)
            let one = sketch(
                characters(Int(random.next() % 500), &random) + "，" + quote + "。" + characters(100, &random))
            let other = sketch(characters(300, &random) + "「" + quote + "」" + characters(80, &random))
            #expect(!Set(one.fingerprints).isDisjoint(with: other.fingerprints))
        }
    }

    @Test func aShortTextKeepsEveryShingle() {
        var random = SplitMix(seed: 9)
        let sketch = sketch(words(30, &random))
        #expect(sketch.fingerprints.count == 26)
        #expect(sketch.positions == (0..<26).map { $0 })
    }

    @Test func aTextOfFewerThanFiveWordsIsOneShingle() {
        #expect(sketch("three little words").fingerprints.count == 1)
        #expect(sketch("three little words").fingerprints == sketch("Three, LITTLE “words”!").fingerprints)
    }

    @Test func aMediumTextKeepsTheFewest() {
        var random = SplitMix(seed: 10)
        #expect(sketch(words(60, &random)).fingerprints.count >= 32)
    }

    @Test func aboutAnEighthOfALongTextIsKept() {
        var random = SplitMix(seed: 11)
        let count = sketch(words(8000, &random)).fingerprints.count
        #expect((900...1300).contains(count))
    }

    @Test func aPageOfChineseHasAsManySamplesAsItHasWords() {
        var random = SplitMix(seed: 12)
        // 12,800 characters are worth 8,000 words.
        let count = sketch(characters(12_800, &random)).fingerprints.count
        #expect((900...1400).contains(count))
    }

    @Test func positionsAscendAndFingerprintsAreDistinct() {
        var random = SplitMix(seed: 13)
        let passage = words(50, &random)
        let sketch = sketch(passage + " " + words(100, &random) + " " + passage)
        #expect(sketch.positions == sketch.positions.sorted())
        #expect(Set(sketch.fingerprints).count == sketch.fingerprints.count)
    }

    @Test(arguments: [
        ("2026年2月13日", "2026年2月13日，"), ("ＣＩＡ 中情局", "CIA 中情局"), ("Ğüneş DOĞDU", "gunes dogdu"),
        ("ガンダム", "ｶﾞﾝﾀﾞﾑ"), ("林劍表示", "林剑表示"), ("الأخبار", "الاخبار"),
    ])
    func whatReadersTakeForTheSameHasTheSameTokens(one: String, other: String) {
        #expect(sketch(one).tokens == sketch(other).tokens)
    }
}

/// A small generator with a seed (Steele, Lea, Flood, 2014).
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return mixed(state)
    }
}
