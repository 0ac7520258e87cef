import Foundation
import Model
import Testing

@testable import Settings

struct SettingsValueTests {
    private func everything(environment: [String: String] = [:]) throws -> WirewatchSettings {
        let url = try #require(
            Bundle.module.url(forResource: "Fixtures/settings/everything.good", withExtension: "json"))
        return try settings(
            from: [UInt8](try Data(contentsOf: url)), path: "/etc/wirewatch/feeds.json",
            environment: environment)
    }

    private func read(_ text: String, path: String = "feeds.json", environment: [String: String] = [:]) throws
        -> WirewatchSettings
    {
        try settings(from: Array(text.utf8), path: path, environment: environment)
    }

    @Test func everyKeyIsRead() throws {
        let settings = try everything()
        #expect(settings.corpus == "/etc/wirewatch/news/corpus")
        #expect(settings.state == "/var/lib/wirewatch/state")
        #expect(settings.sources.count == 5)

        let radio = settings.sources[0]
        #expect(radio.name == "Радио Север")
        #expect(radio.kind == .feed)
        #expect(radio.url == "https://radio.example/rss.xml")
        #expect(radio.language == "ru")
        #expect(radio.tags == ["public", "радио"])
        #expect(radio.every == .seconds(600))
        #expect(radio.fullText == false)
        #expect(radio.maxBodyBytes == 4 << 20)
        #expect(radio.timeout == .seconds(45))

        let ministry = settings.sources[1]
        #expect(ministry.kind == .page)
        #expect(ministry.url == "https://mfa.example/briefings/")
        #expect(ministry.language == "zh-Hans")
        #expect(ministry.fullText)
        #expect(ministry.every == .seconds(1800))
        #expect(ministry.listing.links == "ul.list a")
        #expect(ministry.listing.title == "h3")
        #expect(ministry.listing.date == ".day")
        #expect(ministry.listing.summary == "//p[1]")
        #expect(ministry.article.text == "#content")
        #expect(ministry.article.title == "h1")
        #expect(ministry.article.date == ".time")
        #expect(ministry.article.byline == ".author")
        #expect(ministry.article.remove == [".share", "//aside"])
        #expect(
            ministry.headers == [
                Header(name: "X-Api-Key", value: "s3cret"), Header(name: "Accept", value: "text/html"),
            ])

        #expect(settings.sources[2].kind == .sitemap)
        #expect(settings.sources[2].maxBodyBytes == 65_536)
        #expect(settings.sources[2].timeout == .seconds(150))
        #expect(settings.sources[3].every == .seconds(2))
        #expect(settings.sources[3].allowPrivateAddresses)
        #expect(settings.sources[4].url.hasPrefix("https://xn--"))

        #expect(settings.entities["lin-jian"]?.count == 9)
        #expect(settings.entities["порт"] == ["порт", "port"])
        #expect(
            settings.watchlist[0]
                == WatchRule(
                    name: "all", query: "@lin-jian AND (CIA OR ЦРУ OR 中情局) NOT sport", severity: .high,
                    deliver: ["stdout", "log"], repeatsForCopies: true))
        #expect(settings.watchlist[1] == WatchRule(name: "port", query: "title:@порт lang:ru"))
        #expect(settings.dedupWindow == .seconds(30 * 86_400))
        #expect(settings.webListen == ListenAddress(host: "::1", port: 8642))
        #expect(settings.fetch.userAgent == "newsdesk/1.0 (+mailto:desk@news.example)")
        #expect(settings.fetch.concurrency == 8)
    }

    @Test func anEmptyFileHasEveryDefault() throws {
        let settings = try read("{}")
        var wanted = WirewatchSettings(path: "feeds.json", corpus: "corpus", state: "state")
        wanted.dedupWindow = .seconds(90 * 86_400)
        #expect(settings == wanted)
        #expect(settings.webListen == nil)
        #expect(settings.fetch.concurrency == 64)
    }

    @Test func aSourceWithoutMoreHasTheDefaultsOfTheModel() throws {
        let settings = try read("{sources: [{name: 'n', feed: 'https://news.example/'}]}")
        #expect(settings.sources == [Source(name: "n", kind: .feed, url: "https://news.example/")])
    }

    @Test(
        arguments: [
            ("feeds.json", nil, "corpus"), ("./feeds.json", nil, "corpus"),
            ("sub/feeds.json", nil, "sub/corpus"),
            ("/etc/wirewatch/feeds.json", nil, "/etc/wirewatch/corpus"), ("/feeds.json", nil, "/corpus"),
            ("/etc/wirewatch/feeds.json", "/var/lib/wirewatch", "/var/lib/wirewatch/corpus"),
            ("/etc/wirewatch/feeds.json", "/var/lib/a:/var/lib/b", "/var/lib/a/corpus"),
            ("/etc/wirewatch/feeds.json", "", "/etc/wirewatch/corpus"),
        ] as [(String, String?, String)])
    func foldersAreRelativeToTheFileOrTheStateDirectory(path: String, state: String?, corpus: String) throws {
        let environment = state.map { ["STATE_DIRECTORY": $0] } ?? [:]
        #expect(try read("{}", path: path, environment: environment).corpus == corpus)
        #expect(try read("{corpus: '/srv/news'}", path: path, environment: environment).corpus == "/srv/news")
    }

    @Test func aThousandProblemsAreCountedAndTheFirstAreShown() {
        let text = "{\n" + (0..<1000).map { "x\($0): 1,\n" }.joined() + "}"
        let error = #expect(throws: SettingsError.self) { try read(text) }
        #expect(error?.problems.count == 500)
        #expect(error?.problems.first?.line == 2)
        #expect(error?.description.hasSuffix("\n… and 500 more problems") == true)
    }

    @Test func secretsAreNotRepeated() {
        let text = """
            {sources: [{name: "n", feed: "https://user:hunter2@news.example/ x?token=hunter2",
             headers: {"Authorization": "Bearer hunter2\\n"}}]}
            """
        let error = #expect(throws: SettingsError.self) { try read(text) }
        #expect(error?.problems.count == 2)
        #expect(error?.description.contains("hunter2") == false)
    }

    @Test func whatAProblemQuotesCannotDriveATerminal() {
        let error = #expect(throws: SettingsError.self) {
            try read("{'\u{1B}[2J\u{202E}': '\u{7}'}", path: "a\nb")
        }
        #expect(
            error?.description.unicodeScalars.contains { $0.properties.generalCategory == .control } == false)
        #expect(error?.description.unicodeScalars.contains("\u{202E}") == false)
    }
}
