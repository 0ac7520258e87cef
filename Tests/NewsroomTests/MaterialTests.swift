import Foundation
import Model
import Testing

@testable import Newsroom

@Suite struct MaterialTests {
    private let end = Timestamp(seconds: 1_770_940_800)

    private func material(seed: UInt64 = 7) throws -> Material {
        try Material(seed: seed, paperCount: 36, storyCount: 1200, end: end)
    }

    @Test func theSameSeedGivesTheSame() throws {
        let (first, second, other) = (try material(), try material(), try material(seed: 8))
        #expect(first.feed(ofPaper: 5) == second.feed(ofPaper: 5))
        #expect(first.page(ofPaper: 5) == second.page(ofPaper: 5))
        #expect(first.text(ofStory: 5) == second.text(ofStory: 5))
        #expect(first.articles(500) == second.articles(500))
        #expect(first.feed(ofPaper: 5) != other.feed(ofPaper: 5))
    }

    @Test func twelvePapersInARowHaveTwelveLanguages() throws {
        let material = try material()
        let languages = Set(material.articles(3000).map(\.lang))
        #expect(languages.count == 12)
        let feeds = (0..<12).map { material.feed(ofPaper: $0) }
        #expect(Set(feeds).count == 12)
        for feed in feeds { #expect((10_000...300_000).contains(feed.count), "\(feed.count) bytes") }
    }

    @Test func articlesComeInOrderAndMostStoriesFromSeveralPapers() throws {
        let articles = try material().articles(1000)
        #expect(articles.count == 1000)
        #expect(Set(articles.map(\.id)).count == 1000)
        #expect(articles.map(\.t) == articles.map(\.t).sorted())
        #expect(articles.allSatisfy { $0.t < end.seconds + 6 * 3600 && !$0.text.isEmpty })
        let carriers = Dictionary(grouping: articles) { $0.id.prefix { $0 != "-" } }
        #expect(carriers.values.count(where: { $0.count > 1 }) > carriers.count * 9 / 10)
        #expect(carriers.values.allSatisfy { Set($0.map(\.outlet)).count == $0.count })
    }

    @Test func mostOfAPageIsNotItsText() throws {
        let material = try material()
        for number in 0..<12 {
            let page = String(decoding: material.page(ofPaper: number), as: UTF8.self)
            #expect(page.contains("<article>") && page.contains("<style>") && page.contains("window.state"))
            #expect(page.utf8.count > 20_000)
        }
    }
}
