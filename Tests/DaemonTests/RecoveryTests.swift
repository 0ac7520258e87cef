import Corpus
import Daemon
import Foundation
import Model
import Store
import Testing

/// What every kind of sudden end leaves behind, made by hand, and what the next start makes of it.
@Suite struct RecoveryTests {
    private let bench: Bench
    private let source = Source(name: "Harbour", kind: .feed, url: "https://harbour.example/feed.xml")

    init() throws {
        bench = try Bench()
        for number in 1...3 { put(number) }
    }

    /// A story with words of its own.
    private func put(_ number: Int) {
        let paragraphs = (0..<4).map { line in
            (0..<30).map { "w\(number)x\(line)y\(($0 * 7919 + number * 31 + line) % 9973)" }.joined(
                separator: " ")
        }
        bench.shelf.put(
            "https://harbour.example/\(number)", page(title: "Story number \(number)", paragraphs: paragraphs)
        )
    }

    private func pollStories(_ numbers: ClosedRange<Int>) async throws {
        let items = numbers.map { ("\($0)", "Story number \($0)", "https://harbour.example/\($0)", "") }
        bench.shelf.put(source.url, rss(items))
        try await bench.poll(source)
    }

    private func append(_ text: String) throws {
        let handle = try #require(FileHandle(forWritingAtPath: bench.corpusPath + "/ledger.jsonl"))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(text.utf8))
        try handle.close()
    }

    @Test func halfWrittenFilesAreRemoved() async throws {
        try await pollStories(1...2)
        try bench.restart {
            try Data("half".utf8).write(to: URL(fileURLWithPath: bench.corpusPath + "/.filing-abc"))
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: bench.corpusPath)
        #expect(!names.contains { $0.hasPrefix(".filing") })
        #expect(try bench.files().count == 2)
    }

    @Test func aFileWithoutADecisionIsMovedAsideAndItsItemFiledAgain() async throws {
        try await pollStories(1...2)
        let bytes = Array("Orphan\n\nText".utf8)
        let name = CorpusName(number: 2, bytes: bytes).description
        try bench.workspace.store.announce([name])
        try bench.restart {
            try Data(bytes).write(to: URL(fileURLWithPath: bench.corpusPath + "/" + name))
        }
        #expect(FileManager.default.fileExists(atPath: bench.statePath + "/rescued/" + name))
        try await pollStories(1...3)
        #expect(try bench.files().map { String($0.prefix(3)) } == ["000", "001", "002"])
    }

    @Test func somebodyElsesFileStaysAndItsNumberIsNotUsed() async throws {
        try await pollStories(1...1)
        try bench.restart {
            try Data("foreign".utf8)
                .write(to: URL(fileURLWithPath: bench.corpusPath + "/005_0123456789abcdef.txt"))
        }
        try await pollStories(1...2)
        #expect(try bench.files().map { String($0.prefix(3)) } == ["000", "005", "006"])
    }

    @Test func withoutDatabaseAndLedgerTheCorpusStaysWhereItIs() async throws {
        try await pollStories(1...3)
        let files = try bench.files()
        try bench.restart {
            for suffix in ["", "-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: bench.statePath + "/wirewatch.db" + suffix)
            }
            try FileManager.default.removeItem(atPath: bench.corpusPath + "/ledger.jsonl")
        }
        #expect(try bench.files() == files)
    }

    @Test func aBatchWhoseDecisionsCannotBeWrittenLeavesNoFiles() async throws {
        try await pollStories(1...1)
        // A decision that is there already: the transaction must fail after the files were linked.
        var entry = try #require(try bench.workspace.store.entry(number: 0))
        entry.number = 1
        try bench.workspace.store.commit([
            DecisionRecord(entry: entry, items: [], sketch: nil, day: 0, alerts: [], repeatedRules: [])
        ])
        try await pollStories(1...2)
        #expect(try bench.files().map { String($0.prefix(3)) } == ["000"])
        try bench.restart()
        try await pollStories(1...2)
        #expect(try bench.files().map { String($0.prefix(3)) } == ["000", "002"])
    }

    @Test func aTornLedgerLineIsWrittenAgain() async throws {
        try await pollStories(1...2)
        let whole = try bench.ledgerLines()
        try bench.restart {
            let path = bench.corpusPath + "/ledger.jsonl"
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            try bytes.dropLast(40).write(to: URL(fileURLWithPath: path))
        }
        #expect(try bench.ledgerLines() == whole)
    }

    @Test func aLostLedgerIsWrittenAnew() async throws {
        try await pollStories(1...3)
        let whole = try bench.ledgerLines()
        try bench.restart {
            try FileManager.default.removeItem(atPath: bench.corpusPath + "/ledger.jsonl")
        }
        #expect(try bench.ledgerLines() == whole)
    }

    @Test func aLostDatabaseIsRebuiltFromCorpusAndLedger() async throws {
        try await pollStories(1...3)
        let before = try (0..<3).map { try bench.workspace.store.entry(number: $0) }
        try bench.restart {
            for suffix in ["", "-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: bench.statePath + "/wirewatch.db" + suffix)
            }
            try append("{\"number\": broken\n")
        }
        #expect(try (0..<3).map { try bench.workspace.store.entry(number: $0) } == before)
        // Nothing is filed again, and a copy is still recognised.
        try await pollStories(1...3)
        #expect(try bench.files().count == 3)
        let other = Source(name: "Other", kind: .feed, url: "https://other.example/feed")
        bench.shelf.put(other.url, rss([("x", "Story number 2", "https://other.example/2", "")]))
        for outcome in [await bench.shelf.get(.init(url: "https://harbour.example/2"))] {
            bench.shelf.put("https://other.example/2", outcome)
        }
        #expect(try await bench.poll(other).decided == [.copy: 1])
    }

    @Test func aFileWhoseLedgerLineIsDamagedStaysKnown() async throws {
        try await pollStories(1...3)
        try bench.restart {
            for suffix in ["", "-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: bench.statePath + "/wirewatch.db" + suffix)
            }
            var lines = try bench.ledgerLines()
            lines[1] = String(lines[1].dropLast(20))
            try Data((lines.joined(separator: "\n") + "\n").utf8)
                .write(to: URL(fileURLWithPath: bench.corpusPath + "/ledger.jsonl"))
        }
        #expect(try bench.workspace.store.entry(number: 1)?.title == "Story number 2")
        try await pollStories(1...3)
        #expect(try bench.files().count == 3)
    }

    @Test func corpusAndStateCannotBeOneFolder() throws {
        let folder = bench.folder + "/both"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: folder + "-link", withDestinationPath: folder)
        #expect(throws: StateLock.Refusal.self) {
            _ = try Workspace(
                corpusPath: folder, statePath: folder + "-link", windowDays: 90, deliveries: [],
                folding: Bench.folding, clock: bench.clock, logger: bench.logger)
        }
    }

    /// A name can claim any number; neither our own nor the comparison may follow it.
    @Test(arguments: ["5000000000", "999999999999999999"])
    func aFileWithAnAbsurdNumberDoesNotCarryOursAway(number: String) async throws {
        try await pollStories(1...1)
        try bench.restart {
            try Data("foreign".utf8)
                .write(to: URL(fileURLWithPath: bench.corpusPath + "/\(number)_0123456789abcdef.txt"))
        }
        try await pollStories(1...2)
        #expect(try bench.files().map { String($0.prefix(4)) } == ["000_", "001_", String(number.prefix(4))])
    }

    @Test(arguments: ["9223372036854775807", "-5", "2147483647"])
    func aLedgerLineWithAnAbsurdNumberIsDamage(number: String) async throws {
        try await pollStories(1...2)
        try bench.restart {
            let line = try bench.ledgerLines()[1].replacingOccurrences(
                of: "\"number\":1,", with: "\"number\":\(number),")
            #expect(line.contains(number))
            try append(line + "\n")
        }
        try await pollStories(1...3)
        #expect(try bench.workspace.store.lastNumber() == 2)
    }

    @Test func aSecondDaemonIsRefused() throws {
        #expect(throws: StateLock.Refusal.self) {
            _ = try Workspace(
                corpusPath: bench.corpusPath, statePath: bench.statePath, windowDays: 90, deliveries: [],
                folding: Bench.folding, clock: bench.clock, logger: bench.logger)
        }
    }

    @Test func aBatchThatCannotBeWrittenCountsForNothingAndIsFiledLater() async throws {
        try await pollStories(1...1)
        // The folder is deleted under the daemon's hands: nothing can be written any more.
        let folder = bench.corpusPath
        let away = folder + "-away"
        try FileManager.default.moveItem(atPath: folder, toPath: away)
        try FileManager.default.removeItem(atPath: away)
        let failed = try await { () async throws -> Bool in
            try await pollStories(1...2)
            let health = try bench.workspace.store.healths()["Harbour"]
            // Told, but not held against the source.
            return health?.problem != nil && health?.failures == 0
        }()
        #expect(failed)
        #expect(try bench.workspace.store.lastNumber() == 0)
        try bench.restart()
        try await pollStories(1...2)
        #expect(try bench.workspace.store.lastNumber() == 1)
        #expect(try bench.files().map { String($0.prefix(3)) } == ["001"])
    }
}
