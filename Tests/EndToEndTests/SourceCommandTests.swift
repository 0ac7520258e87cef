import Foundation
import Testing

/// `add` and `opml`: how sources come into the settings and out of them.
@Suite struct SourceCommandTests {
    private let program: Program
    private let scratch: Scratch

    init() throws {
        program = try Program("wirewatch")
        scratch = try Scratch()
    }

    private func run(_ arguments: String..., input: String = "") throws -> Program.Outcome {
        try program.run(arguments, input: input, in: scratch.path)
    }

    private let list = """
        <opml version="2.0"><head><title>Desk</title></head><body>
        <outline text="Häfen"><outline type="rss" text="Hafenpost" xmlUrl="https://hafen.example/rss"/>
        <outline type="rss" text="港新聞" xmlUrl="https://minato.example/feed" language="ja"/></outline>
        <outline type="rss" text="Hafenpost" xmlUrl="https://other.example/rss"/>
        </body></opml>
        """

    @Test func aListComesInAndGoesOut() throws {
        try scratch.write(
            "feeds.json",
            """
            {
              // Ours.
              sources: [
                { name: "Watched", feed: "https://www.minato.example/feed" }
              ],
            }
            """)
        let dry = try run("opml", "import", "--dry-run", "-", input: list)
        #expect(dry.status == 0)
        #expect(
            dry.output == """
                { name: "Hafenpost", feed: "https://hafen.example/rss", tags: ["Häfen"] }
                { name: "Hafenpost (other.example)", feed: "https://other.example/rss" }

                """)
        try scratch.write("list.opml", list)
        let outcome = try run("opml", "import", "list.opml", "--tag", "new")
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("2 sources added") && outcome.errors.contains("1 watched already"))
        let settings = try scratch.read("feeds.json")
        #expect(settings.contains("// Ours.") && settings.contains("tags: [\"Häfen\", \"new\"]"))
        #expect(try run("check").status == 0)
        #expect(try run("opml", "import", "list.opml").errors.contains("0 sources added"))
        #expect(try scratch.read("feeds.json") == settings)

        let exported = try run("opml", "export", "--title", "Hers & ours")
        #expect(exported.status == 0)
        let back = try run("opml", "import", "--config", "new.json", "-", input: exported.output)
        #expect(back.errors.contains("3 sources added"))
        #expect(
            try run("opml", "export", "--config", "new.json", "--title", "Hers & ours").output
                == exported.output)
    }

    @Test func whatIsNoListIsRefused() throws {
        try scratch.write("feeds.json", "{ sources: [] }")
        let outcome = try run("opml", "import", "-", input: "<rss version='2.0'><channel/></rss>")
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("wanted a list of feeds (OPML)"))
        #expect(try run("opml", "import", "nowhere.opml").status == 66)
        #expect(try scratch.read("feeds.json") == "{ sources: [] }")
    }

    @Test func addSaysWhyThereIsNothing() throws {
        try scratch.write("feeds.json", "{ sources: [] }")
        let outcome = try run("add", "http://127.0.0.1:1/")
        #expect(outcome.status == 69)
        #expect(outcome.errors.contains("http://127.0.0.1:1/"))
        #expect(try run("add", "javascript:alert(1)").status == 64)
        #expect(try scratch.read("feeds.json") == "{ sources: [] }")
    }

    @Test func brokenSettingsAreNotAddedTo() throws {
        try scratch.write("feeds.json", "{ sources: [ }")
        #expect(try run("add", "http://127.0.0.1:1/").status == 78)
        #expect(try run("opml", "import", "-", input: list).status == 78)
        #expect(try scratch.read("feeds.json") == "{ sources: [ }")
    }
}
