import Foundation
import Testing

/// `cluster`, `compare` and `show`, as a user meets them.
@Suite struct StoryCommandTests {
    private let program: Program
    private let scratch: Scratch
    private let story = [
        "The old lighthouse on the northern cape will open to visitors again in spring, the mayor said on Monday, after two years of work on the stairs and the lamp.",
        "Masons replaced every step by hand because no machine fits through the door, and the lamp came back from the mainland in November without a scratch.",
        "Tickets will be cheap and children will enter free; the council expects guests outside the season, when most of the hotels along the shore stand empty.",
    ]

    init() throws {
        program = try Program("wirewatch")
        scratch = try Scratch()
        try scratch.write("feeds.json", "{ sources: [] }")
    }

    private func run(_ arguments: String..., input: String = "") throws -> Program.Outcome {
        try program.run(arguments, input: input, in: scratch.path)
    }

    /// One line of a collection.
    private func line(_ id: String, _ paragraphs: [String], outlet: String, minute: Int = 0) throws -> String
    {
        let fields: [String: Any] = [
            "id": id, "t": 1_771_000_000 + 60 * minute, "outlet": outlet, "title": "Lighthouse",
            "text": paragraphs.joined(separator: "\n"),
        ]
        return String(decoding: try JSONSerialization.data(withJSONObject: fields), as: UTF8.self)
    }

    @Test func aCollectionIsClusteredWithPairsAndReasons() throws {
        let other = [
            "Schools in the hill villages will get new buses before the year begins, the ministry announced after months of complaints about long journeys."
        ]
        let lines = try [
            line("one", story, outlet: "a.example"), line("two", other, outlet: "b.example"),
            line("three", ["Agency."] + story, outlet: "c.example"),
        ].joined(separator: "\n")
        #expect(try run("cluster", "-", input: lines).output == "one\tone\ntwo\ttwo\nthree\tone\n")
        let pairs = try run("cluster", "-", "--pairs", "--json", input: lines).output
        #expect(pairs.split(separator: "\n").count == 1)
        #expect(pairs.contains("\"id\":\"three\"") && pairs.contains("\"other\":\"one\""))
        #expect(pairs.contains("enough text with one:"))
        let json = try run("cluster", "-", "--json", input: lines).output.split(separator: "\n")
        #expect(json.count == 3 && json[2].hasPrefix("{\"cluster\":\"one\","))
    }

    @Test func whatIsWrongWithACollectionIsSaidAndTheRestIsClustered() throws {
        let first = try line("one", story, outlet: "a.example")
        let outcome = try run("cluster", "-", input: "\(first)\n\n{\"id\":3\n\(first)\n")
        #expect(outcome.status == 65)
        #expect(outcome.output == "one\tone\n")
        #expect(
            outcome.errors.contains("-:3:") && outcome.errors.contains("one: a text with this id came before")
        )
    }

    @Test func aFolderIsReadWithAllBelowIt() throws {
        try FileManager.default.createDirectory(
            atPath: scratch.path + "/texts/deep", withIntermediateDirectories: true)
        try scratch.write("texts/a.txt", story.joined(separator: "\n\n"))
        try scratch.write("texts/deep/b.txt", story.dropLast().joined(separator: "\n\n"))
        try scratch.write("texts/picture.png", "no text")
        let outcome = try run("cluster", "texts")
        #expect(outcome.output == "a.txt\ta.txt\ndeep/b.txt\ta.txt\n")
        #expect(try run("cluster", "nowhere").status == 66)
    }

    @Test func filesAreComparedPassageByPassage() throws {
        try scratch.write("a.txt", story.joined(separator: "\n\n"))
        try scratch.write(
            "b.txt",
            ([story[0].replacingOccurrences(of: "Monday", with: "Tuesday")] + story[1...]).joined(
                separator: "\n\n"))
        let text = try run("compare", "a.txt", "b.txt")
        #expect(text.status == 0)
        #expect(text.output.contains("B is a copy of A."))
        #expect(text.output.contains("- Monday") && text.output.contains("+ Tuesday"))
        #expect(!text.output.contains("\u{1B}"), "no colours where nobody looks")
        let json = try run("compare", "a.txt", "b.txt", "--json").output
        #expect(json.contains("\"verdict\":\"copy\"") && json.contains("\"kind\":\"shared\""))
        #expect(try run("compare", "a.txt", "missing.txt").status == 66)
        #expect(try run("compare", "1", "2").status == 66)
    }

    @Test func aStorysTimelineAndVersionsAreShown() throws {
        let revised = [
            story[0], "Masons replaced all ninety steps by hand because no machine fits through the door.",
            story[2],
            "The ferry company announced two extra trips a day for the weekends of April and May, and a third on holidays.",
        ]
        try scratch.write(
            "old.jsonl",
            try [
                line("1", [story[0]], outlet: "quick.example"),
                line("2", story, outlet: "full.example", minute: 30),
                line("3", story, outlet: "copy.example", minute: 45),
                line("4", revised, outlet: "full.example", minute: 90),
            ].joined(separator: "\n"))
        #expect(try run("backfill", "old.jsonl").status == 0)
        let shown = try run("show", "3").output
        #expect(shown.contains("4 carriers; 3 outlets"))
        #expect(
            shown.contains("takes over from 0") && shown.contains("copy of 1") && shown.contains("revises 1"))
        #expect(shown.contains("Versions 1, 3.") && shown.contains("+ all ninety steps"))
        // Of a copy only the sketch is kept, which is enough to compare.
        let compared = try run("compare", "1", "2")
        #expect(compared.status == 0 && compared.output.contains("B is a copy of A."))
        #expect(try run("compare", "1", "99").status == 66)
    }
}
