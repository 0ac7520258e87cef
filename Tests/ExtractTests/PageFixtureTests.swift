import Dates
import Foundation
import Model
import Testing
import Text

@testable import Extract

/// One page of ours and what has to be found on it: `NAME.html`, and in `NAME.txt` facts as `key: value` lines, a blank
/// line, and the exact text.
struct PageFixture: CustomTestStringConvertible, Sendable {
    var name: String
    var html: [UInt8]
    var facts: [String: String]
    var text: String

    var testDescription: String { name }

    static func all() throws -> [PageFixture] {
        let folder = try #require(Bundle.module.url(forResource: "Fixtures/Pages", withExtension: nil))
        return try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".html") }.sorted().map { file in
                let name = String(file.dropLast(5))
                let wanted = try String(contentsOf: folder.appending(path: name + ".txt"), encoding: .utf8)
                let head =
                    wanted.prefix { $0 != "\n" }.isEmpty ? "" : wanted.components(separatedBy: "\n\n")[0]
                let facts = head.split(separator: "\n").map { $0.split(separator: ":", maxSplits: 1) }
                return PageFixture(
                    name: name, html: Array(try Data(contentsOf: folder.appending(path: file))),
                    facts: Dictionary(
                        uniqueKeysWithValues: facts.map { (String($0[0]), String($0[1].dropFirst())) }),
                    text: String(wanted.dropFirst(head.count + 2).dropLast()))
            }
    }
}

@Suite struct PageFixtureTests {
    private static let extractor = Extractor(dates: DateReader(), languages: LanguageIdentifier())
    /// 2026-03-01T00:00:00Z
    private static let now = Timestamp(seconds: 1_772_323_200)

    private func page(_ fixture: PageFixture) throws -> ExtractedPage {
        try Self.extractor.article(
            from: fixture.html, contentType: nil, url: fixture.facts["url"] ?? "", item: nil,
            rules: ArticleRules(),
            languageHint: nil, now: Self.now)
    }

    @Test func thePagesCoverTheLanguagesOfThePress() throws {
        let fixtures = try PageFixture.all()
        let languages = Set(fixtures.compactMap { $0.facts["language"] })
        #expect(fixtures.count >= 120)
        #expect(languages.count >= 20)
        // Every language has a page that says its date in words only.
        for language in languages {
            let prefix = language == "zh-Hans" ? "zh" : language
            #expect(fixtures.contains { $0.name == prefix + "-visible-date" }, "\(language)")
        }
    }

    @Test func everyPageGivesExactlyItsTextAndFacts() throws {
        for fixture in try PageFixture.all() {
            let page = try page(fixture)
            let article = page.article
            let name = Comment(rawValue: fixture.name)
            let isArticle = fixture.facts["quality"] == "full" || fixture.facts["quality"] == "teaser"
            #expect(article.quality.rawValue == fixture.facts["quality"], name)
            if isArticle || !fixture.text.isEmpty { #expect(article.text == fixture.text, name) }
            let found = [
                "title": article.title, "date": article.published?.day.iso, "byline": article.byline,
                "language": article.language, "canonical": article.canonicalURL,
                "modified": article.modified?.day.iso, "section": article.section, "image": article.imageURL,
            ]
            for (fact, value) in found where fixture.facts[fact] != nil {
                #expect(value == fixture.facts[fact], name)
            }
            #expect(article.wire?.agency == fixture.facts["wire"], name)
            #expect(page.isAMP == fixture.name.hasSuffix("-amp"), name)
        }
    }
}
