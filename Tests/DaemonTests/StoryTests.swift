import Dedup
import Foundation
import Model
import Store
import Testing

@testable import Daemon

/// Who leads a story, what is kept of it, and what a restart knows of it.
@Suite struct StoryTests {
    private let lead = """
        The old lighthouse on the northern cape will open to visitors again in spring, the mayor said on Monday, after two \
        years of work on the stairs and the lamp.
        """
    private let rest = [
        "Masons replaced every step by hand because no machine fits through the door, and the lamp went by boat to a workshop on the mainland and came back in November without a scratch.",
        "Tickets will be cheap and children will enter free; the council expects guests outside the season, when most of the hotels along the shore stand empty and the ferry sails half full.",
        "The keeper, whose grandfather laid the first stone, plans to tell of the wrecks that made the bay the most feared place on the coast before the light was lit.",
    ]

    private func submission(
        _ bench: Bench, _ paragraphs: [String], outlet: String, key: String = UUID().uuidString,
        wire: String? = nil, published: Timestamp? = nil, isArchived: Bool = false
    ) -> Submission {
        var article = Article(title: "Lighthouse opens again", paragraphs: paragraphs)
        article.wire = wire.map { WireCredit(agency: $0, evidence: $0) }
        article.published = published.map { ZonedDate(instant: $0) }
        var submission = Submission(
            source: outlet, outlet: outlet,
            items: [ItemRecord(source: outlet, key: key, address: nil, updated: nil)], article: article,
            url: nil,
            sketch: bench.workspace.sketcher.sketch(
                of: article.sketchInput(number: 0, outlet: outlet, day: 0)),
            matches: [], time: bench.clock.now)
        submission.isArchived = isArchived
        return submission
    }

    private func file(_ submission: Submission, on bench: Bench) async throws -> LedgerEntry {
        let filings = try await bench.workspace.desk.file([submission])
        guard case .decided(let entry, _)? = filings.first else { throw NotDecided() }
        return entry
    }

    private struct NotDecided: Error {}

    @Test func aFullTextAfterItsBriefIsFiledAndLeadsTheStory() async throws {
        let bench = try Bench()
        let brief = try await file(submission(bench, [lead], outlet: "a.example"), on: bench)
        let full = try await file(submission(bench, [lead] + rest, outlet: "b.example"), on: bench)
        let copy = try await file(submission(bench, [lead] + rest, outlet: "c.example"), on: bench)
        #expect(brief.state == .filed && brief.head == nil)
        #expect(full.state == .filed && full.of == 0 && full.head == 1 && full.story == 0)
        #expect(full.file != nil)
        #expect(copy.state == .copy && copy.story == 0)
        #expect((full.reverseShare ?? 0) > 0.9 && (full.longestRun ?? 0) > 20)
        let story = try #require(Story(try bench.workspace.store.entries(ofStory: 0)))
        #expect(story.head.number == 1)
        #expect(story.first.number == 0)
        #expect(try bench.ledgerLines()[1].contains("\"head\":1"))
    }

    @Test func aPreferredOutletsCopyIsFiledAndLeads() async throws {
        let bench = try Bench(preference: Preference(["trusted.example", "wire"]))
        // Somebody was quicker, with a false last paragraph.
        let poisoned = [lead] + rest.dropLast() + ["The mayor is a thief, as everybody on the island knows."]
        let first = try await file(submission(bench, Array(poisoned), outlet: "quick.example"), on: bench)
        let other = try await file(submission(bench, [lead] + rest, outlet: "b.example"), on: bench)
        let trusted = try await file(submission(bench, [lead] + rest, outlet: "trusted.example"), on: bench)
        #expect(first.state == .filed && other.state == .copy && other.file == nil)
        #expect(trusted.state == .filed && trusted.of != nil && trusted.file != nil && trusted.head == 2)
        #expect(trusted.reason.contains("its outlet is preferred"))
        // One preferred version is enough.
        let second = try await file(
            submission(bench, [lead] + rest, outlet: "xinhuanet.example", wire: "Xinhua"), on: bench)
        #expect(second.state == .copy && second.head == nil)
        #expect(Story(try bench.workspace.store.entries(ofStory: 0))?.head.number == 2)
    }

    @Test(arguments: [
        ("reuters.example", "Reuters", true), ("apnews.example", "AP", true), ("apple.example", "AP", false),
        ("herald.example", "Reuters", false), ("herald.example", nil, false), ("dpa.example", "dpa", true),
    ])
    func theWiresOwnSiteIsKnownByItsName(outlet: String, agency: String?, isPreferred: Bool) {
        let wire = agency.map { WireCredit(agency: $0, evidence: $0) }
        #expect(Preference(["wire"]).isPreferred(outlet: outlet, wire: wire) == isPreferred)
        #expect(!Preference().isPreferred(outlet: outlet, wire: wire))
    }

    @Test func aRevisionIsAVersionOfTheSameStory() async throws {
        let bench = try Bench()
        _ = try await file(submission(bench, [lead] + rest, outlet: "a.example"), on: bench)
        let later = [
            lead, rest[0],
            "On Tuesday the mayor added that the harbour museum will stay closed until summer.", rest[2],
        ]
        let revised = try await file(submission(bench, later, outlet: "a.example"), on: bench)
        #expect(revised.state == .revised && revised.of == 0 && revised.file != nil)
        let story = try #require(Story(try bench.workspace.store.entries(ofStory: 0)))
        #expect(story.versions(of: revised).map(\.number) == [0, 1])
    }

    @Test func aRestartFromTheSavedIndexKnowsTheSame() async throws {
        let bench = try Bench()
        _ = try await file(submission(bench, [lead] + rest, outlet: "a.example"), on: bench)
        await bench.workspace.desk.saveIndex(afterAtLeast: 1)
        #expect(FileManager.default.fileExists(atPath: bench.statePath + "/index.saved"))
        // The log: what came after the index was saved.
        let other = [
            "Schools in the hill villages will get new buses before the year begins, the ministry announced after months of complaints about journeys of two hours in vehicles without heating."
        ]
        _ = try await file(submission(bench, other, outlet: "b.example"), on: bench)
        try bench.restart()
        let copies = [
            try await file(submission(bench, [lead] + rest, outlet: "c.example"), on: bench),
            try await file(submission(bench, other, outlet: "c.example"), on: bench),
        ]
        #expect(copies.map(\.of) == [0, 1])
        // A saved index that is torn is made anew.
        try bench.restart {
            try Data("torn".utf8).write(to: URL(fileURLWithPath: bench.statePath + "/index.saved"))
        }
        #expect(try await file(submission(bench, other, outlet: "d.example"), on: bench).of != nil)
    }

    @Test func oldMaterialIsComparedWithItsOwnTime() async throws {
        let bench = try Bench()
        let years = [2012, 2019].map { Timestamp(seconds: Int64(($0 - 1970) * 365) * 86_400) }
        for year in years {
            let first = try await file(
                submission(bench, [lead] + rest, outlet: "a.example", published: year, isArchived: true),
                on: bench)
            #expect(first.of == nil, "seven years later the same words are another story")
            let copy = try await file(
                submission(bench, [lead] + rest, outlet: "b.example", published: year, isArchived: true),
                on: bench)
            #expect(copy.of == first.number)
        }
        // A run that was stopped goes on where it was.
        try bench.restart()
        let copy = try await file(
            submission(bench, [lead] + rest, outlet: "c.example", published: years[1], isArchived: true),
            on: bench)
        #expect(copy.of == 2)
        // Today's news is not of that time.
        #expect(try await file(submission(bench, [lead] + rest, outlet: "d.example"), on: bench).of == nil)
    }

    /// Archives are as often written from the newest article to the oldest, and a run of them is stopped and started again.
    @Test func oldMaterialFromNewToOldIsComparedToo() async throws {
        let bench = try Bench()
        let old = Timestamp(seconds: Int64(50 * 365) * 86_400)
        let other = [
            "The mill on the northern canal grinds again after eleven years, and the bakers of four towns have "
                + "ordered flour from it for the whole winter, its owners told the local council on Friday."
        ]
        let ago = { (days: Int64) in bench.clock.now + .seconds(-days * 86_400) }
        _ = try await file(
            submission(bench, other, outlet: "a.example", published: ago(1), isArchived: true), on: bench)
        let first = try await file(
            submission(bench, [lead] + rest, outlet: "a.example", published: old, isArchived: true), on: bench
        )
        #expect(first.of == nil)
        try bench.restart()
        let later = try await file(
            submission(bench, other, outlet: "b.example", published: ago(2), isArchived: true), on: bench)
        #expect(later.of == 0)
        let copy = try await file(
            submission(bench, [lead] + rest, outlet: "b.example", published: old, isArchived: true), on: bench
        )
        #expect(copy.of == 1)
    }

    @Test func expiryFollowsTheDayAnArticleCountsFor() async throws {
        let bench = try Bench()
        let old = bench.clock.now + .seconds(-80 * 86_400)
        _ = try await file(submission(bench, [lead] + rest, outlet: "a.example", published: old), on: bench)
        let copy = try await file(submission(bench, [lead] + rest, outlet: "b.example"), on: bench)
        #expect(copy.of == 0)
        for _ in 0..<20 {
            bench.clock.advance(.seconds(86_400))
            try await bench.workspace.desk.expire(today: bench.clock.now.day().daysSinceEpoch)
        }
        // The first has left the window; its copy of later date has not.
        let late = try await file(submission(bench, [lead] + rest, outlet: "c.example"), on: bench)
        #expect(late.of == 1)
        try bench.restart()
        #expect(try await file(submission(bench, [lead] + rest, outlet: "d.example"), on: bench).of == 1)
    }
}
