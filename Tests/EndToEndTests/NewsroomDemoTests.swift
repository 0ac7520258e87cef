import Foundation
import Testing

/// The daemon against the simulated newsroom, over real HTTP.
@Suite(.serialized) struct NewsroomDemoTests {
    private func demo(_ arguments: [String]) throws -> Program.Outcome {
        let scratch = try Scratch()
        let wirewatch = try Program("wirewatch")
        return try Program("newsroom").run(
            ["demo", "--wirewatch", wirewatch.path, "--out", scratch.path + "/demo"] + arguments)
    }

    @Test func everyStoryIsFiledOnceEveryCopyRecognisedEveryAlertRaised() throws {
        let outcome = try demo(["--seconds", "40", "--seed", "3"])
        #expect(outcome.status == 0, "\(outcome.output.suffix(6000))")
    }

    @Test func killedInTheMiddleNothingIsHalfTwiceOrMissing() throws {
        let outcome = try demo(["--seconds", "45", "--seed", "4", "--crashes", "3"])
        #expect(outcome.status == 0, "\(outcome.output.suffix(6000))")
        #expect(outcome.output.contains("killed and started again: 3 times"))
    }
}
