import Foundation
import Glibc
import Testing

@testable import Corpus

struct CorpusFolderTests {
    private func file(_ number: Int, _ text: String) -> CorpusFile {
        CorpusFile(number: number, bytes: Array(text.utf8))
    }

    @Test func aBatchIsFiledAndNothingElseStays() throws {
        let temporary = try TemporaryFolder()
        let folder = try CorpusFolder(path: temporary.path + "/new/corpus")
        try folder.file([file(0, "null"), file(1, ""), file(1000, "新闻")])
        let scan = try folder.scan()
        #expect(scan.files.map(\.number) == [0, 1, 1000])
        #expect(scan.foreignCount == 0)
        #expect(scan.leftovers.isEmpty)
        #expect(scan.lastNumber == 1000)
        #expect(try folder.bytes(of: scan.files[2]) == Array("新闻".utf8))
        for name in scan.files { #expect(digest(of: try folder.bytes(of: name)) == name.digest) }
        var status = stat()
        #expect(stat(folder.pathOf(scan.files[0].description), &status) == 0)
        #expect(status.st_nlink == 1)
    }

    @Test func aBatchLargerThanTheOpenFilesIsFiled() throws {
        let temporary = try TemporaryFolder()
        let folder = try CorpusFolder(path: temporary.path)
        try folder.file((0..<300).map { file($0, "text \($0)") })
        #expect(try folder.scan().files.count == 300)
        try folder.file([])
    }

    @Test func filingTheSameAgainChangesNothing() throws {
        let temporary = try TemporaryFolder()
        let folder = try CorpusFolder(path: temporary.path)
        try folder.file([file(7, "text")])
        try folder.file([file(7, "text"), file(8, "more")])
        #expect(try folder.scan().files.map(\.number) == [7, 8])
    }

    @Test func nothingIsEverReplacedAndAFailedBatchLeavesNothing() throws {
        let temporary = try TemporaryFolder()
        let folder = try CorpusFolder(path: temporary.path)
        let taken = file(2, "text")
        try temporary.write("other", to: taken.name.description)
        #expect(throws: CorpusError.occupied(path: folder.pathOf(taken.name.description))) {
            try folder.file([file(1, "first"), taken, file(3, "third")])
        }
        #expect(try temporary.names() == [taken.name.description])
        #expect(try temporary.text(of: taken.name.description) == "other")
    }

    @Test func aFailedBatchKeepsWhatWasThereBefore() throws {
        let temporary = try TemporaryFolder()
        let folder = try CorpusFolder(path: temporary.path)
        try folder.file([file(1, "first")])
        let taken = file(2, "text")
        try FileManager.default.createDirectory(
            atPath: folder.pathOf(taken.name.description), withIntermediateDirectories: false)
        #expect(throws: CorpusError.self) { try folder.file([file(1, "first"), file(3, "third"), taken]) }
        #expect(try folder.scan().files.map(\.number) == [1])
    }

    @Test func aLinkInTheWayIsNotFollowed() throws {
        let temporary = try TemporaryFolder()
        let folder = try CorpusFolder(path: temporary.path)
        try temporary.write("precious", to: "elsewhere")
        let name = file(5, "text").name.description
        let temporaryName = CorpusFolder.temporaryPrefix + name
        #expect(symlink(temporary.path + "/elsewhere", folder.pathOf(temporaryName)) == 0)
        try folder.file([file(5, "text")])
        #expect(try temporary.text(of: "elsewhere") == "precious")
        #expect(try temporary.text(of: name) == "text")

        let linked = file(6, "more")
        #expect(symlink(temporary.path + "/elsewhere", folder.pathOf(linked.name.description)) == 0)
        #expect(throws: CorpusError.self) { try folder.file([linked]) }
        #expect(throws: CorpusError.self) { try folder.bytes(of: linked.name) }
        #expect(try temporary.text(of: "elsewhere") == "precious")
    }

    @Test func errorsNameTheFileAndTheReason() throws {
        let temporary = try TemporaryFolder()
        let path = temporary.path + "/gone"
        let folder = try CorpusFolder(path: path)
        #expect(rmdir(path) == 0)
        let entry = file(1, "text")
        let error = #expect(throws: CorpusError.self) { try folder.file([entry]) }
        let wanted = "\(path)/.filing-\(entry.name): cannot create: No such file or directory"
        #expect(error?.description == wanted)
        #expect(error?.isDiskFull == false)
        #expect(CorpusError.failed(action: "write", path: "x", code: ENOSPC).isDiskFull)
        #expect(
            CorpusError.failed(action: "write", path: "x", code: ENOSPC).description
                == "x: cannot write: No space left on device")
    }

    @Test func whatIsNoFolderCannotBeACorpus() throws {
        let temporary = try TemporaryFolder()
        try temporary.write("text", to: "file")
        #expect(throws: CorpusError.failed(action: "open", path: temporary.path + "/file", code: ENOTDIR)) {
            try CorpusFolder(path: temporary.path + "/file")
        }
        #expect(throws: CorpusError.self) { try CorpusFolder(path: temporary.path + "/file/corpus") }
    }

    @Test func lookingCreatesNothing() throws {
        let temporary = try TemporaryFolder()
        let path = temporary.path + "/none"
        #expect(throws: CorpusError.failed(action: "open", path: path, code: ENOENT)) {
            try CorpusFolder(path: path, isCreated: false)
        }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func whatCouldNotBeReadBackIsNotFiled() throws {
        let temporary = try TemporaryFolder()
        let folder = try CorpusFolder(path: temporary.path)
        let huge = CorpusFile(
            number: 2, bytes: [UInt8](repeating: 0x78, count: CorpusFolder.maxFileBytes + 1))
        #expect(throws: CorpusError.self) { try folder.file([file(1, "text"), huge]) }
        #expect(try temporary.names().isEmpty)
    }

    @Test func theScanTellsOursFromForeignFiles() throws {
        let temporary = try TemporaryFolder()
        let folder = try CorpusFolder(path: temporary.path)
        try folder.file([file(3, "three"), file(1, "one")])
        try temporary.write("{}", to: Ledger.fileName)
        try temporary.write("notes", to: "README")
        try temporary.write("half", to: ".filing-004_0000000000000000.txt")
        #expect(mkdir(folder.pathOf("005_0000000000000000.txt"), 0o755) == 0)
        #expect(mkfifo(folder.pathOf("006_0000000000000000.txt"), 0o644) == 0)
        try temporary.write("again", to: "0003_0123456789abcdef.txt")
        let scan = try folder.scan()
        #expect(scan.files.map(\.number) == [1, 3, 3])
        #expect(scan.repeatedNumbers == [3])
        #expect(scan.foreignCount == 3)
        #expect(scan.leftovers == [".filing-004_0000000000000000.txt"])
        #expect(try folder.removeLeftovers() == 1)
        #expect(try folder.scan().leftovers.isEmpty)
        #expect(try folder.scan().files == scan.files)
    }

    @Test func aDeviceOrPipeIsNotRead() throws {
        let temporary = try TemporaryFolder()
        let folder = try CorpusFolder(path: temporary.path)
        let name = try #require(CorpusName("006_0000000000000000.txt"))
        #expect(mkfifo(folder.pathOf(name.description), 0o644) == 0)
        #expect(throws: CorpusError.notAFile(path: folder.pathOf(name.description))) {
            try folder.bytes(of: name)
        }
    }

    @Test func anEndlessFileIsNotRead() throws {
        let temporary = try TemporaryFolder()
        let folder = try CorpusFolder(path: temporary.path)
        let name = try #require(CorpusName("006_0000000000000000.txt"))
        try temporary.write("", to: name.description)
        #expect(truncate(folder.pathOf(name.description), off_t(CorpusFolder.maxFileBytes + 1)) == 0)
        #expect(throws: CorpusError.self) { try folder.bytes(of: name) }
    }

    @Test func rescuedFilesMoveAndAreNeverReplaced() throws {
        let temporary = try TemporaryFolder()
        let folder = try CorpusFolder(path: temporary.path + "/corpus")
        try folder.file([file(1, "one"), file(2, "two"), file(3, "three")])
        let names = try folder.scan().files
        let rescue = temporary.path + "/state/orphans"
        try folder.move(Array(names.suffix(2)), to: rescue)
        #expect(try folder.scan().files == [names[0]])
        #expect(try CorpusFolder(path: rescue).scan().files == Array(names.suffix(2)))

        // The same file again is no loss; another one under a rescued name stays where it is.
        try folder.file([file(2, "two")])
        try folder.move([names[1]], to: rescue)
        try temporary.write("different", to: "corpus/\(names[2])")
        #expect(throws: CorpusError.self) { try folder.move([names[2]], to: rescue) }
        #expect(try temporary.text(of: "corpus/\(names[2])") == "different")
        #expect(try temporary.text(of: "state/orphans/\(names[2])") == "three")
        try folder.move([], to: temporary.path + "/never")
        #expect(!FileManager.default.fileExists(atPath: temporary.path + "/never"))
    }

    @Test func anImportedFileKeepsItsName() throws {
        let temporary = try TemporaryFolder()
        let folder = try CorpusFolder(path: temporary.path)
        let name = try #require(CorpusName("0042_ca1e0f11b0c4dd79.txt"))
        try folder.file([CorpusFile(imported: name, bytes: Array("text".utf8))])
        #expect(try folder.scan().files.map(\.description) == ["0042_ca1e0f11b0c4dd79.txt"])
    }
}
