import Foundation
import Glibc
import Model
import Testing

@testable import Corpus

/// An entry with something in every place, in many scripts, with everything that needs care.
func fullEntry(_ number: Int) -> LedgerEntry {
    LedgerEntry(
        number: number, file: "042_ca1e0f11b0c4dd79.txt", digest: "ca1e0f11b0c4dd79", source: "新华社 / Xinhua",
        outlet: "news.example", url: "https://news.example/a?b=1&c=2", canonicalURL: "https://news.example/a",
        key: "guid:\"1\"\\2", title: "Шторм\u{202E} закрыл\u{1B} порт\u{0}\n", byline: "लेखक, นักข่าว",
        published: ZonedDate(
            instant: Timestamp(milliseconds: 1_770_940_882_123), offsetSeconds: 8 * 3600, isSuspect: true),
        language: "zh-Hans", wire: WireCredit(agency: "AFP", evidence: "(وكالة فرانس برس)"), state: .filed,
        of: 7,
        share: 0.8125, story: 7, quotes: [SharedQuote(number: 3, words: 25, text: "「港は閉鎖」")],
        reason: "81 % of its fingerprints are in 7", time: Timestamp(milliseconds: 1_770_940_890_005))
}

func bareEntry(_ number: Int) -> LedgerEntry {
    LedgerEntry(
        number: number, file: nil, digest: "e3b0c44298fc1c14", source: "s", outlet: "o", url: nil,
        canonicalURL: nil, key: nil, title: nil, byline: nil, published: nil, language: nil, wire: nil,
        state: .copy, of: nil, share: nil, story: number, quotes: [], reason: "r", time: Timestamp(seconds: 0)
    )
}

struct LedgerTests {
    private func records(_ path: String) throws -> [LedgerReader.Record] {
        var reader = try LedgerReader(path: path)
        var records: [LedgerReader.Record] = []
        while let record = try reader.next() { records.append(record) }
        return records
    }

    @Test func entriesComeBackInOrder() throws {
        let temporary = try TemporaryFolder()
        let ledger = try Ledger(folder: try CorpusFolder(path: temporary.path))
        #expect(ledger.removedTail == nil)
        try ledger.append([fullEntry(1), bareEntry(2)])
        try ledger.append([])
        try ledger.append([fullEntry(3)])
        #expect(
            try records(ledger.path) == [.entry(fullEntry(1)), .entry(bareEntry(2)), .entry(fullEntry(3))])
    }

    @Test func aSecondWriterIsRefusedUntilTheFirstIsGone() throws {
        let temporary = try TemporaryFolder()
        let folder = try CorpusFolder(path: temporary.path)
        var first: Ledger? = try Ledger(folder: folder)
        try first?.append([bareEntry(1)])
        #expect(throws: CorpusError.inUse(path: folder.pathOf("ledger.jsonl"))) { try Ledger(folder: folder) }
        first = nil
        try Ledger(folder: folder).append([bareEntry(2)])
        #expect(try records(folder.pathOf("ledger.jsonl")).count == 2)
    }

    @Test func aHalfWrittenLastLineIsCutOffAndHandedBack() throws {
        let temporary = try TemporaryFolder()
        let folder = try CorpusFolder(path: temporary.path)
        let path = folder.pathOf("ledger.jsonl")
        let first = ledgerLine(bareEntry(1)) + [0x0A]
        let second = ledgerLine(fullEntry(2))
        for length in stride(from: 1, to: second.count, by: 7) {
            let bytes = first + second.prefix(length)
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            #expect(try Ledger(folder: folder).removedTail == Array(second.prefix(length)))
            #expect([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) == first)
        }
    }

    @Test func aWholeLastLineWithoutLineFeedIsCompleted() throws {
        let temporary = try TemporaryFolder()
        let folder = try CorpusFolder(path: temporary.path)
        let path = folder.pathOf("ledger.jsonl")
        try Data(ledgerLine(fullEntry(1))).write(to: URL(fileURLWithPath: path))
        let ledger = try Ledger(folder: folder)
        #expect(ledger.removedTail == nil)
        try ledger.append([bareEntry(2)])
        #expect(try records(path) == [.entry(fullEntry(1)), .entry(bareEntry(2))])
    }

    @Test func aTailOfZeroBytesIsCutOff() throws {
        let temporary = try TemporaryFolder()
        let folder = try CorpusFolder(path: temporary.path)
        let path = folder.pathOf("ledger.jsonl")
        let zeros = [UInt8](repeating: 0, count: 5000)
        try Data(ledgerLine(bareEntry(1)) + [0x0A] + zeros).write(to: URL(fileURLWithPath: path))
        #expect(try Ledger(folder: folder).removedTail == zeros)
        #expect(try records(path) == [.entry(bareEntry(1))])
    }

    @Test func whatIsNoLedgerIsNotCut() throws {
        let temporary = try TemporaryFolder()
        let folder = try CorpusFolder(path: temporary.path)
        let path = folder.pathOf("ledger.jsonl")
        let bytes = Data(repeating: 0x78, count: Ledger.maxLineBytes + 10)
        try bytes.write(to: URL(fileURLWithPath: path))
        #expect(throws: CorpusError.notALedger(path: path)) { try Ledger(folder: folder) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
    }

    @Test func aLinkIsNotOpened() throws {
        let temporary = try TemporaryFolder()
        let folder = try CorpusFolder(path: temporary.path + "/corpus")
        try temporary.write("precious", to: "elsewhere")
        #expect(symlink(temporary.path + "/elsewhere", folder.pathOf("ledger.jsonl")) == 0)
        #expect(throws: CorpusError.self) { try Ledger(folder: folder) }
        #expect(try temporary.text(of: "elsewhere") == "precious")
    }

    @Test func damagedLinesAreReportedAndPassedOver() throws {
        let temporary = try TemporaryFolder()
        let good = String(decoding: ledgerLine(bareEntry(1)), as: UTF8.self)
        let long = "{\"title\":\"" + String(repeating: "x", count: Ledger.maxLineBytes) + "\"}"
        let lines = [
            good, "", "not JSON", good.replacingOccurrences(of: "\"digest\"", with: "\"digits\""),
            good.replacingOccurrences(of: "\"number\":1", with: "\"number\":\"1\""),
            good.replacingOccurrences(of: "\"copy\"", with: "\"cloned\""),
            good.replacingOccurrences(of: "1970-01-01T00:00:00Z", with: "yesterday"), long,
            String(repeating: "[", count: 100_000), "\0\0", good,
            good.replacingOccurrences(of: "}", with: ",\"new\":[1]}"),
            "{\"number\":1",
        ]
        try temporary.write(lines.joined(separator: "\n"), to: "ledger.jsonl")
        var damages: [String] = []
        var entries = 0
        for record in try records(temporary.path + "/ledger.jsonl") {
            switch record {
            case .entry(let entry):
                #expect(entry == bareEntry(1))
                entries += 1
            case .damaged(let damage): damages.append(damage.description)
            }
        }
        #expect(entries == 3)
        #expect(
            damages == [
                "line 3 is not JSON", "line 4 has no \"digest\"", "line 5 has a \"number\" of the wrong kind",
                "line 6 has an unknown \"state\"", "line 7 has a \"time\" that is no date",
                "line 8 is longer than 4194304 bytes", "line 9 is not JSON", "line 10 is not JSON",
                "line 13 is not JSON",
            ])
    }

    @Test func theLastEntryIsFoundFromTheEnd() throws {
        let temporary = try TemporaryFolder()
        let folder = try CorpusFolder(path: temporary.path)
        let ledger = try Ledger(folder: folder)
        #expect(try ledger.lastEntry() == nil)
        var long = fullEntry(1)
        long.title = String(repeating: "港", count: 100_000)
        try ledger.append([bareEntry(0), long])
        #expect(try ledger.lastEntry() == long)
        try ledger.append([fullEntry(2)])
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: ledger.path))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data("damage\n{}\n".utf8))
        #expect(try ledger.lastEntry() == fullEntry(2))
    }

    @Test func joinedStoriesComeBack() throws {
        var entry = fullEntry(9)
        entry.joins = [3, 7]
        #expect(try ledgerEntry(fromLine: ledgerLine(entry)) == entry)
    }

    @Test func aMissingLedgerIsAnErrorThatSaysSo() throws {
        let temporary = try TemporaryFolder()
        let path = temporary.path + "/ledger.jsonl"
        #expect(throws: CorpusError.failed(action: "open", path: path, code: ENOENT)) {
            var reader = try LedgerReader(path: path)
            _ = try reader.next()
        }
    }
}
