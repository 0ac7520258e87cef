import Foundation
import Model
import Testing

@testable import Settings

/// Every file that should be accepted, and every one that should not, beside what is to be said of it.
struct SettingsFixtureTests {
    private static func names(_ ending: String) throws -> [String] {
        let folder = try #require(Bundle.module.url(forResource: "Fixtures/settings", withExtension: nil))
        return try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(ending) }.sorted()
    }

    private func bytes(_ name: String) throws -> [UInt8] {
        let url = try #require(
            Bundle.module.url(forResource: "Fixtures/settings/\(name)", withExtension: nil))
        return [UInt8](try Data(contentsOf: url))
    }

    @Test func goodFilesAreAccepted() throws {
        for name in try Self.names(".good.json") {
            #expect(throws: Never.self, "\(name)") { try settings(from: bytes(name), path: name) }
        }
    }

    @Test func badFilesAreRefusedWithAllTheirProblems() throws {
        for name in try Self.names(".bad.json") {
            let wanted = try bytes(name.replacingOccurrences(of: ".json", with: ".txt"))
            let error = #expect(throws: SettingsError.self, "\(name)") {
                try settings(from: bytes(name), path: name)
            }
            #expect((error?.description ?? "") + "\n" == String(decoding: wanted, as: UTF8.self), "\(name)")
        }
    }
}
