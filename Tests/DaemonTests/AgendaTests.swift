import Model
import Testing

@testable import Daemon

@Suite struct AgendaTests {
    private func at(_ seconds: Int64) -> Timestamp { Timestamp(seconds: seconds) }

    @Test func theLongestDueComesFirst() {
        var agenda = Agenda()
        agenda.schedule("b", at: at(20))
        agenda.schedule("a", at: at(10))
        agenda.schedule("c", at: at(30))
        #expect(agenda.nextTime() == at(10))
        #expect(agenda.popDue(now: at(25)) == "a")
        #expect(agenda.popDue(now: at(25)) == "b")
        #expect(agenda.popDue(now: at(25)) == nil)
        #expect(agenda.nextTime() == at(30))
    }

    @Test func sourcesDueTogetherKeepTheirOrder() {
        var agenda = Agenda()
        for name in ["x", "м", "新", "a"] { agenda.schedule(name, at: at(5)) }
        #expect((0..<4).compactMap { _ in agenda.popDue(now: at(5)) } == ["x", "м", "新", "a"])
    }

    @Test func aMovedSourceStandsThereOnce() {
        var agenda = Agenda()
        agenda.schedule("a", at: at(10))
        agenda.schedule("a", at: at(50))
        #expect(agenda.popDue(now: at(20)) == nil)
        #expect(agenda.popDue(now: at(60)) == "a")
        #expect(agenda.popDue(now: at(60)) == nil)
        #expect(agenda.nextTime() == nil)
    }

    @Test func aRemovedSourceDoesNotComeBack() {
        var agenda = Agenda()
        agenda.schedule("a", at: at(10))
        agenda.schedule("b", at: at(11))
        agenda.remove("a")
        #expect(agenda.popDue(now: at(99)) == "b")
        #expect(agenda.popDue(now: at(99)) == nil)
    }
}
