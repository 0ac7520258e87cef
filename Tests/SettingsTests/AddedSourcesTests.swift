import Model
import Settings
import Testing

/// Sources are added to a file that a person wrote, and the file stays that person's.
@Suite struct AddedSourcesTests {
    private let added = [
        Source(name: "朝の新聞", kind: .feed, url: "https://asa.example/rss"),
        Source(name: "Page \"A\"", kind: .page, url: "https://a.example/news/"),
    ]

    private func adding(to text: String) throws -> String {
        let bytes = try #require(settingsBytes(adding: added, to: Array(text.utf8)))
        let settings = try settings(from: bytes, path: "feeds.json")
        #expect(settings.sources.suffix(2).map(\.name) == added.map(\.name))
        #expect(settings.sources.suffix(2).map(\.url) == added.map(\.url))
        #expect(settings.sources.suffix(2).map(\.kind) == added.map(\.kind))
        return String(decoding: bytes, as: UTF8.self)
    }

    private let entries = """
            { name: "朝の新聞", feed: "https://asa.example/rss" },
            { name: "Page \\"A\\"", page: "https://a.example/news/" },
        """

    @Test func aNewFileHasNothingElse() throws {
        #expect(try adding(to: "") == "{\n  sources: [\n\(entries)\n  ],\n}\n")
    }

    @Test func commentsAndLayoutStay() throws {
        let text = """
            // Ours.
            {
              sources: [
                { name: "One", feed: "https://one.example/rss" }   // the first, with a ] in it
                // more to come
              ],
              watchlist: [],
            }

            """
        let wanted = """
            // Ours.
            {
              sources: [
                { name: "One", feed: "https://one.example/rss" },   // the first, with a ] in it
                // more to come
            \(entries)
              ],
              watchlist: [],
            }

            """
        #expect(try adding(to: text) == wanted)
    }

    @Test(arguments: [
        "{}", "{ sources: [] }", "{sources:[]}", "{\"corpus\": \"c\"}", "{ sources: [ /* none */ ] }",
        "{ sources: [{ name: 'One', feed: 'https://one.example/rss' }] }",
        "{ sources: [{ name: 'One', feed: 'https://one.example/rss' }, /* , */ ], }",
        "{ sources: [{ name: 'One', feed: 'https://one.example/rss' } /* , */ ] }",
        "\u{FEFF}{\r\n\tsources: [\r\n\t\t{ name: 'One', feed: 'https://one.example/rss' }\r\n\t]\r\n}",
    ])
    func anyLayoutTakesMore(text: String) throws {
        _ = try adding(to: text)
    }

    @Test func whatIsNoSettingsFileIsLeftAlone() {
        for text in ["[", "[]", "{ sources: {} }", "7"] {
            #expect(settingsBytes(adding: added, to: Array(text.utf8)) == nil)
        }
    }

    @Test func misleadingNamesAreEscapedAndFalseLanguagesLeftOut() throws {
        var source = Source(name: "a\u{202E}b\n\u{2028}", kind: .feed, url: "https://a.example/")
        source.language = "not a language"
        source.tags = ["日本", "x\"y"]
        #expect(
            settingsText(of: source)
                == "{ name: \"a\\u202Eb\\u000A\\u2028\", feed: \"https://a.example/\", tags: [\"日本\", \"x\\\"y\"] }"
        )
        source.language = "PT-br"
        #expect(settingsText(of: source).contains("language: \"pt-BR\""))
    }
}
