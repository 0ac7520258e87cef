import Model
import Testing

@Suite struct StoryTests {
    private func entry(
        _ number: Int, outlet: String, minute: Int, published: Int? = nil, isSuspect: Bool = false,
        state: LedgerEntry.State = .copy, of: Int? = 0, head: Int? = nil, wire: String? = nil
    ) -> LedgerEntry {
        let start: Int64 = 1_771_000_000
        return LedgerEntry(
            number: number, file: state == .copy ? nil : "\(number).txt", digest: "", source: outlet,
            outlet: outlet, url: nil, canonicalURL: nil, key: nil, title: nil, byline: nil,
            published: published.map {
                ZonedDate(instant: Timestamp(seconds: start + Int64($0) * 60), isSuspect: isSuspect)
            }, language: nil, wire: wire.map { WireCredit(agency: $0, evidence: $0) }, state: state, of: of,
            share: nil, story: 0, quotes: [], reason: "",
            time: Timestamp(seconds: start + Int64(minute) * 60),
            head: head)
    }

    @Test func carriersStandInTheOrderInWhichTheyHadIt() throws {
        let story = try #require(
            Story([
                entry(0, outlet: "a", minute: 30, state: .filed, of: nil),
                entry(1, outlet: "b", minute: 40, published: 5),
                entry(2, outlet: "c", minute: 50, published: 3, isSuspect: true),
                entry(3, outlet: "a", minute: 60),
            ]))
        #expect(story.carriers.map(\.number) == [1, 0, 2, 3])
        #expect(story.first.outlet == "b")
        #expect(story.head.number == 0)
        #expect(story.outletCount == 3)
        #expect(story.lag(of: story.carriers[3]) == .seconds(55 * 60))
        #expect(story.halfway == .seconds(25 * 60))
    }

    @Test func theLastToTakeOverLeads() {
        let entries = [
            entry(0, outlet: "a", minute: 0, state: .filed, of: nil),
            entry(1, outlet: "b", minute: 1, state: .filed, head: 1), entry(2, outlet: "c", minute: 2),
            entry(3, outlet: "d", minute: 3, state: .filed, head: 3),
        ]
        #expect(Story(entries)?.head.number == 3)
        #expect(Story(Array(entries.prefix(3)).reversed())?.head.number == 1)
        #expect(Story([]) == nil)
    }

    @Test func theWireIsTheHeadsOrWhatMostSay() {
        let first = entry(0, outlet: "a", minute: 0, state: .filed, of: nil)
        let others = [
            entry(1, outlet: "b", minute: 1, wire: "AFP"), entry(2, outlet: "c", minute: 2, wire: "Reuters"),
            entry(3, outlet: "d", minute: 3, wire: "Reuters"),
        ]
        #expect(Story([first] + others)?.wire == "Reuters")
        #expect(Story([first])?.wire == nil)
    }

    @Test func versionsFollowEachOther() throws {
        let entries = [
            entry(0, outlet: "a", minute: 0, state: .filed, of: nil),
            entry(4, outlet: "a", minute: 4, state: .revised),
            entry(9, outlet: "a", minute: 9, state: .revised, of: 4),
        ]
        let story = try #require(Story(entries))
        #expect(story.versions(of: entries[2]).map(\.number) == [0, 4, 9])
        #expect(story.versions(of: entries[0]).map(\.number) == [0])
    }
}
