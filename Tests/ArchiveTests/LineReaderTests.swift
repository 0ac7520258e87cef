import Foundation
import Testing

@testable import Archive

@Suite struct LineReaderTests {
    @Test(arguments: Compression.allCases)
    func linesOfAnyLengthAreRead(compression: Compression) throws {
        let lengths = [0, 1, 5, 1 << 20, (1 << 20) - 1, 3, 3 << 20, 0, 17]
        let lines = lengths.enumerated().map { String(repeating: "\($0 % 10)", count: $1) }
        for end in ["", "\n"] {
            let file = try TemporaryFile(
                compression.applied(to: Array((lines.joined(separator: "\n") + end).utf8)))
            #expect(try file.lines() == lines)
        }
    }

    @Test func aLineThatIsTooLongIsPassedOver() throws {
        let long = String(repeating: "x", count: LineReader.mostLineBytes + 3_000_000)
        let file = try TemporaryFile(Array("a\n\(long)\nb\n\(long)".utf8))
        #expect(try file.lines() == ["a", "too long", "b", "too long"])
    }

    @Test func anEmptyFileHasNoLine() throws {
        #expect(try TemporaryFile([]).lines() == [])
    }

    @Test func membersAndFramesFollowEachOther() throws {
        for compression in [Compression.gzip, .zstd] {
            let parts = ["one\ntw", "o\n", "", "three"].map { compression.applied(to: Array($0.utf8)) }
            #expect(try TemporaryFile(Array(parts.joined())).lines() == ["one", "two", "three"])
        }
        // Zeros behind gzip data are padding.
        let padded = Compression.gzip.applied(to: Array("one".utf8)) + [UInt8](repeating: 0, count: 512)
        #expect(try TemporaryFile(padded).lines() == ["one"])
    }

    @Test(arguments: [Compression.gzip, .zstd])
    func whatBreaksOffIsToldAfterWhatCameBefore(compression: Compression) throws {
        var random = SystemRandomNumberGenerator()
        let text = (0..<20_000).map { _ in "\(random.next())" }.joined(separator: "\n")
        let whole = compression.applied(to: Array(text.utf8))
        let file = try TemporaryFile(Array(whole.dropLast(100)))
        let reader = LineReader(try ByteStream(path: file.path))
        var count = 0
        #expect(throws: ArchiveError.self) { while try reader.next({ _ in count += 1 }) {} }
        #expect(count > 1000)
    }

    @Test(arguments: [Compression.gzip, .zstd])
    func damageIsTold(compression: Compression) throws {
        var bytes = compression.applied(to: Array(String(repeating: "news ", count: 5000).utf8))
        for index in 12..<min(bytes.count, 30) { bytes[index] ^= 0x5A }
        let file = try TemporaryFile(bytes)
        #expect(throws: ArchiveError.self) { _ = try file.lines() }
    }

    @Test func aSmallFileThatIsHugeInsideIsRefusedWhereItIsHeldWhole() throws {
        let bomb = Compression.zstd.applied(to: [UInt8](repeating: 0, count: 64 << 20))
        let file = try TemporaryFile(bomb)
        #expect(throws: ArchiveError.tooLong(limit: 1 << 20)) {
            _ = try ByteStream(path: file.path).all(limit: 1 << 20)
        }
        #expect(try ByteStream(path: file.path).start(limit: 10) == [UInt8](repeating: 0, count: 10))
    }

    @Test func aFileThatIsNotThereSaysSo() {
        #expect(throws: ArchiveError.system(code: ENOENT)) { _ = try ByteStream(path: "/nowhere/at/all") }
        #expect(throws: ArchiveError.system(code: EISDIR)) { _ = try ByteStream(path: "/").all(limit: 9) }
    }

    @Test(arguments: [
        ("a.jsonl", "a.jsonl"), ("a.jsonl.gz", "a.jsonl"), ("b.TXT.ZST", "b.TXT"), ("c.gz.txt", "c.gz.txt"),
        ("gz", "gz"),
    ])
    func endingsOfCompressionAreNoPartOfTheName(name: String, plain: String) {
        #expect(uncompressedName(name) == plain)
    }
}
