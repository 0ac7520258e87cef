import Foundation
import Glibc
import Model
import Testing

@testable import Corpus

/// A file system of 64 kB to fill, such as `mount -t tmpfs -o size=64k none "$WIREWATCH_SMALL_DISK"`.
private let smallDisk = ProcessInfo.processInfo.environment["WIREWATCH_SMALL_DISK"]

@Suite(.enabled(if: smallDisk != nil, "WIREWATCH_SMALL_DISK names no file system of 64 kB"), .serialized)
struct FullDiskTests {
    @Test func aFullDiskLeavesNoHalfFileAndNothingOfTheBatch() throws {
        let folder = try CorpusFolder(path: try #require(smallDisk) + "/corpus")
        try folder.file([CorpusFile(number: 0, bytes: Array("small".utf8))])
        let before = try folder.scan()
        let batch = [
            CorpusFile(number: 1, bytes: Array("also small".utf8)),
            CorpusFile(number: 2, bytes: [UInt8](repeating: 0x78, count: 200_000)),
        ]
        let error = #expect(throws: CorpusError.self) { try folder.file(batch) }
        #expect(error?.isDiskFull == true)
        #expect(
            error?.description
                == "\(folder.pathOf(batch[1].name.description)): cannot write: No space left on device")
        #expect(try folder.scan() == before)
        // There is room again at once.
        try folder.file([batch[0]])
        #expect(try folder.scan().files.count == 2)
    }

    @Test func aFullDiskLeavesNoHalfLine() throws {
        let folder = try CorpusFolder(path: try #require(smallDisk) + "/ledger")
        let ledger = try Ledger(folder: folder)
        try ledger.append([bareEntry(1)])
        var large = bareEntry(2)
        large.title = String(repeating: "x", count: 200_000)
        let error = #expect(throws: CorpusError.self) { try ledger.append([bareEntry(2), large]) }
        #expect(error?.isDiskFull == true)
        #expect(
            try Data(contentsOf: URL(fileURLWithPath: ledger.path)) == Data(ledgerLine(bareEntry(1)) + [0x0A])
        )
        try ledger.append([bareEntry(2)])
        #expect(try ledger.lastEntry() == bareEntry(2))
    }
}
