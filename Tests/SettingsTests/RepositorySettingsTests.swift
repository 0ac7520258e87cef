import Foundation
import Testing

@testable import Settings

/// The file that the project ships.
struct RepositorySettingsTests {
    @Test func theShippedFileIsWithoutProblems() throws {
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("feeds.json")
        let settings = try settings(from: [UInt8](try Data(contentsOf: url)), path: "feeds.json")
        #expect(settings.sources.count >= 40)
        #expect(Set(settings.sources.compactMap(\.language)).count >= 15)
        #expect(Set(settings.sources.map(\.kind)).count == 3)
        #expect(settings.sources.allSatisfy { !$0.allowPrivateAddresses && $0.language != nil })
        #expect(settings.watchlist.count >= 3)
    }
}
