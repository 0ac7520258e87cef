import Testing

@testable import Fetch

@Suite struct AdmissionTests {
    @Test func hostsHoldUpOnlyTheirOwn() {
        var admission = Admission<Int>(limit: 10, limitPerHost: 2)
        #expect(admission.enter(1, host: "a") == [1])
        #expect(admission.enter(2, host: "a") == [2])
        #expect(admission.enter(3, host: "a") == [])
        #expect(admission.enter(4, host: "b") == [4])
        #expect(admission.leave(1) == [3])
        #expect(admission.leave(4) == [])
    }

    @Test func totalIsBoundedAndInOrder() {
        var admission = Admission<Int>(limit: 2, limitPerHost: 1)
        #expect(admission.enter(1, host: "a") == [1])
        #expect(admission.enter(2, host: "b") == [2])
        #expect(admission.enter(3, host: "c") == [])
        #expect(admission.enter(4, host: "a") == [])
        #expect(admission.enter(5, host: "d") == [])
        #expect(admission.leave(1) == [3])
        #expect(admission.leave(2) == [5])
        #expect(admission.leave(3) == [4])
        #expect(admission.leave(5) == [])
        #expect(admission.leave(4) == [])
    }

    @Test func whoGivesUpWaitingIsForgotten() {
        var admission = Admission<Int>(limit: 1, limitPerHost: 1)
        #expect(admission.enter(1, host: "a") == [1])
        #expect(admission.enter(2, host: "a") == [])
        #expect(admission.enter(3, host: "b") == [])
        #expect(admission.enter(4, host: "b") == [])
        #expect(admission.leave(2) == [])
        #expect(admission.leave(3) == [])
        #expect(admission.leave(3) == [])
        #expect(admission.leave(1) == [4])
        #expect(admission.leave(4) == [])
        #expect(admission.enter(5, host: "a") == [5])
    }

    @Test func everyoneGetsTheirTurn() {
        var admission = Admission<Int>(limit: 5, limitPerHost: 2)
        var running: [Int] = []
        var finished = 0
        for id in 0..<500 {
            running += admission.enter(id, host: "host\(id % 7)")
            #expect(running.count <= 5)
        }
        while !running.isEmpty {
            let id = running.removeFirst()
            finished += 1
            running += admission.leave(id)
            #expect(running.count <= 5)
            #expect(Dictionary(grouping: running) { $0 % 7 }.values.allSatisfy { $0.count <= 2 })
        }
        #expect(finished == 500)
    }
}
