import Foundation
import Testing

@testable import Dedup

@Suite struct SnapshotTests {
    private let path = FileManager.default.temporaryDirectory.path + "/wirewatch-\(UUID().uuidString)"

    private func filled(_ newsroom: TestNewsroom, languages: ArraySlice<String>) throws {
        for (index, language) in languages.enumerated() {
            let text = try WireText(language)
            let day = 20_000 + index * 3
            newsroom.publish(text.storyText, by: "a\(index % 3).example", day: day)
            newsroom.publish(text.story[1...3].joined(separator: "\n"), by: "b.example", day: day)
            newsroom.publish((text.other + [text.quote]).joined(separator: "\n"), by: "c.example", day: day)
            newsroom.publish(
                (text.story + [text.quote]).joined(separator: "\n"), by: "c.example", day: day + 1)
        }
    }

    @Test func aSavedIndexGoesOnAsIfNothingHadHappened() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        let running = TestNewsroom()
        let restarted = TestNewsroom()
        for newsroom in [running, restarted] {
            try filled(newsroom, languages: WireText.languages[..<8])
            newsroom.expire(before: 20_006)
        }
        try restarted.saveAndRestart(at: path)
        #expect(restarted.byteCount == running.byteCount)
        for newsroom in [running, restarted] {
            try filled(newsroom, languages: WireText.languages[4...])
            newsroom.expire(before: 20_015)
            try filled(newsroom, languages: WireText.languages[...])
        }
        #expect(running.decisions == restarted.decisions)
        #expect(running.byteCount == restarted.byteCount)
    }

    @Test func whatCameAfterTheSnapshotIsInsertedFromTheLog() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        let newsroom = TestNewsroom()
        try filled(newsroom, languages: WireText.languages[..<6])
        try newsroom.save(at: path)
        try filled(newsroom, languages: WireText.languages[6...])
        let text = try WireText("tr")
        let expected = newsroom.decision(for: text.storyText)
        try newsroom.restart(from: path)
        #expect(newsroom.decision(for: text.storyText) == expected)
        #expect(expected.verdict.other != nil)
    }

    @Test func aDamagedSnapshotIsRefused() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        let newsroom = TestNewsroom()
        try filled(newsroom, languages: WireText.languages[..<3])
        try newsroom.save(at: path)
        let whole = try Data(contentsOf: URL(filePath: path))
        for place in [0, 9, 17, 30, 60, 100, whole.count / 2, whole.count - 1] {
            var damaged = whole
            damaged[place] ^= 0x41
            try damaged.write(to: URL(filePath: path))
            #expect(throws: SnapshotError.self, "byte \(place)") { try newsroom.restart(from: path) }
        }
        for place in stride(from: 0, to: 240, by: 8) {
            for number in [Int64.min, .max, -1] {
                var damaged = whole
                withUnsafeBytes(of: number) { damaged.replaceSubrange(place..<place + 8, with: $0) }
                // The very bytes that stand there are no damage.
                if damaged == whole { continue }
                try damaged.write(to: URL(filePath: path))
                #expect(throws: SnapshotError.self, "\(number) at \(place)") {
                    try newsroom.restart(from: path)
                }
            }
        }
        for count in [0, 5, 24, 1000, whole.count - 1] {
            try whole.prefix(count).write(to: URL(filePath: path))
            #expect(throws: SnapshotError.self) { try newsroom.restart(from: path) }
        }
        try whole.write(to: URL(filePath: path))
        try newsroom.restart(from: path)
    }

    @Test func anotherInstallationsSnapshotIsRefused() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        let newsroom = TestNewsroom(secret: "one")
        try filled(newsroom, languages: WireText.languages[..<1])
        try newsroom.save(at: path)
        #expect(throws: SnapshotError.unusable(reason: "the saved index is of another installation")) {
            try TestNewsroom(secret: "two").restart(from: path)
        }
    }

    @Test func daysThatAreForgottenAreNotClaimedToBeThere() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        let newsroom = TestNewsroom()
        try filled(newsroom, languages: WireText.languages[..<4])
        newsroom.expire(before: 20_006)
        try newsroom.save(at: path)
        #expect(throws: SnapshotError.self) { try newsroom.restart(from: path, since: 20_000) }
        try newsroom.restart(from: path, since: 20_007)
    }

    @Test func noSnapshotIsNoDamage() {
        #expect(throws: SnapshotError.missing) { try TestNewsroom().restart(from: path) }
    }
}
