import Model
import Testing

@Suite struct ExtractionHistoryTests {
    private func history(usual: [Int]) -> ExtractionHistory {
        var history = ExtractionHistory()
        history.note(usual.map { ExtractionHistory.Sample(byteCount: $0) })
        return history
    }

    private let usual = [2400, 1800, 3100, 2600, 900, 2200, 4000, 2500, 2700, 2300]

    @Test func shortNewsNowAndThenAreUsual() {
        var history = history(usual: usual)
        history.note([
            .init(byteCount: 300), .init(byteCount: 2500), .init(byteCount: 200), .init(byteCount: 350),
        ])
        #expect(history.problem == nil)
    }

    @Test func textsThatShrinkInARowAreTold() {
        var history = history(usual: usual)
        history.note([.init(byteCount: 120), .init(byteCount: 90)])
        #expect(history.problem == nil)
        history.note([.init(byteCount: 110)])
        #expect(history.problem == "the last 3 texts have 110 bytes in the middle, where 2500 were usual")
        history.note([.init(byteCount: 2400)])
        #expect(history.problem == nil)
    }

    @Test func noTextAtAllIsTold() {
        var history = history(usual: usual)
        history.note([.init(byteCount: 0), .init(byteCount: 0), .init(byteCount: 0)])
        #expect(history.problem == "no text on the last 3 pages, where 2500 bytes were usual")
    }

    @Test func aSelectorThatFindsNothingIsToldEvenWhereRecognitionStandsIn() {
        var history = history(usual: usual)
        history.note((0..<3).map { _ in .init(byteCount: 2500, missedRule: "article.text") })
        #expect(
            history.problem
                == "article.text found nothing on the last 3 pages: the selector no longer fits them")
    }

    @Test func aSourceThatWritesShorterFromNowOnIsUsualAgainInTime() {
        var history = history(usual: usual)
        history.note((0..<45).map { _ in .init(byteCount: 200) })
        #expect(history.problem == nil)
        #expect(history.usual.allSatisfy { $0 == 200 })
    }

    @Test func aSourceWithoutAPastIsNotJudged() {
        #expect(history(usual: [0, 0, 0, 0]).problem == nil)
        #expect(history(usual: [100, 90, 80, 2000, 10]).problem == nil)
    }
}
