import Model
import Testing

@testable import Newsroom

@Suite struct DemoReportTests {
    private let truth = Truth(
        seed: 1,
        stories: [
            story(0, language: "ru", rules: ["Kestrel Strait"], outlets: ["a", "b"]),
            story(1, language: "en", rules: [], outlets: ["c", "d"]),
        ], traffic: ["a": Truth.Traffic(polls: 9, notModified: 7, throttled: 1)])

    private static func story(
        _ number: Int, language: String, rules: [String], outlets: [String]
    ) -> Truth.PublishedStory {
        Truth.PublishedStory(
            number: number, language: language, wire: "Northwire", headline: "h\(number)", published: 0,
            rules: rules,
            carriers: outlets.map {
                Truth.Carrier(
                    outlet: $0, edit: .verbatim, url: "http://\($0).localhost:1/\(number)",
                    link: "http://\($0).localhost:1/go/\(number)")
            })
    }

    private func line(_ number: Int, _ url: String, _ state: String, of: Int? = nil) -> String {
        let of = of.map { #", "of": \#($0)"# } ?? ""
        return #"{"number": \#(number), "url": "http://\#(url)", "state": "\#(state)"\#(of), "extra": [1]}"#
            + "\n"
    }

    private let alert =
        #"2026-02-13T08:01:22Z high "Kestrel Strait" [ru] Папер: "Ну [да] <" <http://a.localhost:1/0> 0.txt (x)"#

    @Test func everythingInItsPlaceIsClean() throws {
        let ledger =
            line(0, "a.localhost:1/0", "filed") + line(1, "b.localhost:1/go/0", "copy", of: 0)
            + line(2, "c.localhost:1/1", "filed") + line(3, "d.localhost:1/1", "filed", of: 2)
        let report = try DemoReport(truth: truth, ledger: ledger, alertLines: ["noise", alert])
        #expect(report.isClean, "\(report.text)")
        #expect((report.filed, report.copies, report.fuller) == (2, 1, 1))
        #expect(report.alerts == ["Kestrel Strait": ["Cyrillic": 1]])
        #expect(report.text.contains("polls answered            9: 7 not modified, 1 throttled, 0 failed"))
    }

    @Test func whatWentWrongIsNamed() throws {
        let ledger =
            line(0, "a.localhost:1/0", "filed") + line(1, "b.localhost:1/0", "filed")
            + line(2, "c.localhost:1/1", "copy", of: 0) + line(3, "c.localhost:1/about", "filed")
        let report = try DemoReport(truth: truth, ledger: ledger, alertLines: [])
        #expect(!report.isClean)
        #expect(report.filedTwice == [0])
        #expect(report.lost == [1])
        #expect(report.missing.map(\.carrier.outlet) == ["d"])
        #expect(report.misjudged.map(\.carrier.outlet) == ["c"])
        #expect(report.strangers == ["http://c.localhost:1/about"])
        #expect(report.alertsMissing == ["Kestrel Strait [ru] h0"])
    }

    @Test func whatWasFiledAsARevisionIsMisjudgedButNotLost() throws {
        let ledger =
            line(0, "a.localhost:1/0", "filed") + line(1, "b.localhost:1/0", "copy", of: 0)
            + line(2, "c.localhost:1/1", "revised", of: 0) + line(3, "d.localhost:1/1", "excerpt", of: 2)
        let report = try DemoReport(truth: truth, ledger: ledger, alertLines: [alert])
        #expect(report.lost.isEmpty)
        #expect(report.misjudged.map(\.carrier.outlet) == ["c"])
    }

    @Test func alertForTheWrongStoryIsUnfounded() throws {
        let wrong = alert.replacing("a.localhost:1/0", with: "c.localhost:1/1")
        let report = try DemoReport(truth: truth, ledger: "", alertLines: [wrong])
        #expect(report.alertsUnfounded == [wrong])
        #expect(report.missing.count == 4)
    }

    @Test func damagedLedgerIsAnError() {
        #expect(throws: (any Error).self) { try DemoReport(truth: truth, ledger: "{", alertLines: []) }
    }
}
