import Foundation
import Model
import Testing

@testable import Dedup

@Suite struct SeedsTests {
    @Test(.enabled(if: seedsFolder() != nil, "no ../shared/seeds beside the checkout"))
    func theSeedsAreThreeStoriesThatShareAQuote() throws {
        let folder = try #require(seedsFolder())
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        for secret in ["one", "two", "three", "four", "five"] {
            let newsroom = TestNewsroom(secret: secret)
            var decisions: [Decision] = []
            for name in names.prefix(3) {
                let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
                decisions.append(newsroom.publish(text, by: name))
            }
            #expect(decisions.map(\.verdict) == [.new, .new, .new])
            #expect(decisions.map(\.story) == [0, 1, 2])
            let quote = try #require(decisions[1].quotes.first)
            #expect(quote.number == 0)
            #expect((25...34).contains(quote.words))
            #expect(quote.text.hasPrefix("China will take all necessary measures"))
            #expect(decisions[2].quotes.map(\.number).sorted() == [0, 1])
            #expect(decisions[2].quotes.allSatisfy { (24...27).contains($0.words) })
        }
    }
}
