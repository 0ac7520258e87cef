import Foundation
import Testing

@testable import Settings

/// Nothing that a file can hold makes the reader crash.
struct HostileSettingsTests {
    private func everything() throws -> [UInt8] {
        let url = try #require(
            Bundle.module.url(forResource: "Fixtures/settings/everything.good", withExtension: "json"))
        return [UInt8](try Data(contentsOf: url))
    }

    private func survives(_ bytes: [UInt8]) {
        do throws(SettingsError) {
            _ = try settings(from: bytes, path: "feeds.json")
        } catch {
            #expect(!error.problems.isEmpty)
        }
    }

    @Test func aFileCutAnywhereIsRefused() throws {
        let bytes = try everything()
        let end = try #require(bytes.lastIndex(of: UInt8(ascii: "}")))
        for length in stride(from: 0, through: end, by: 3) {
            #expect(throws: SettingsError.self) { try settings(from: Array(bytes.prefix(length)), path: "f") }
        }
    }

    @Test func changedBytesAreReadOrRefused() throws {
        let bytes = try everything()
        var generator = SplitMix(state: 11)
        let special = Array("\"'{}[],:\\/*\n\0xe+-.0\u{7F}".utf8) + [0xFF, 0xC3, 0xE2, 0x80, 0xA8]
        for _ in 0..<1000 {
            var changed = bytes
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let place = Int.random(in: 0..<changed.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: changed[place] = special.randomElement(using: &generator) ?? 0
                case 1: changed.remove(at: place)
                default: changed.insert(special.randomElement(using: &generator) ?? 0, at: place)
                }
            }
            survives(changed)
        }
    }

    @Test func randomBytesAreRefused() {
        var generator = SplitMix(state: 13)
        for _ in 0..<1000 {
            let count = Int.random(in: 0...60, using: &generator)
            survives((0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) })
        }
    }

    @Test func hugeAndDeepFilesAreRefused() {
        survives([UInt8](repeating: UInt8(ascii: "["), count: 1 << 20))
        survives(Array(String(repeating: "{a:", count: 1 << 18).utf8))
        survives(Array(("{corpus: '" + String(repeating: "x", count: 1 << 20) + "\\").utf8))
        survives([UInt8](repeating: 0, count: 1 << 20))
        survives(Array(String(repeating: "/*", count: 1 << 18).utf8))
        survives(Array(("{" + String(repeating: "a:1,", count: 50_000) + "}").utf8))
    }
}

/// Reproducible random numbers.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &+ 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
