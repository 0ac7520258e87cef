import Testing

@testable import Dedup

@Suite struct HorizonTests {
    private func days(_ days: [Int], window: Int = 90, patience: Int = 4) -> Horizon {
        var horizon = Horizon(windowDays: window, patience: patience)
        for day in days { _ = horizon.pass(day) }
        return horizon
    }

    @Test func materialInOrderIsForgottenBehindItsWindow() {
        let horizon = days(Array(stride(from: 1000, to: 2000, by: 10)))
        #expect((1800...1910).contains(horizon.day ?? 0))
        #expect(horizon.lateCount == 0)
    }

    @Test func oneDateInTheFutureForgetsNothing() {
        #expect(days([1000, 1001, 90_000, 1002, 1003, 1003, 1004, 1005]).day == 910)
    }

    @Test func anEarlierYearSetsTheHorizonBack() {
        let horizon = days(Array(stride(from: 1000, to: 2000, by: 10)) + [400])
        #expect(horizon.day == 310)
        #expect(horizon.lateCount == 1)
        let later = days(
            Array(stride(from: 1000, to: 2000, by: 10)) + Array(stride(from: 400, to: 900, by: 10)))
        #expect((700...810).contains(later.day ?? 0))
    }

    @Test func materialInNoOrderKeepsEverything() {
        let scattered = (0..<200).map { 1000 + $0 * 7919 % 2000 }
        #expect((days(scattered, patience: 50).day ?? 0) < 1100)
    }

    @Test func smallStepsForwardAreNotWorthForgettingFor() {
        var horizon = Horizon(windowDays: 80, patience: 1)
        let moves = (1000..<1100).compactMap { horizon.pass($0) }
        #expect(moves.count == 10)
    }
}
