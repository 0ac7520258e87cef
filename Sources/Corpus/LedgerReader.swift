import Glibc
import Model

/// A line of a ledger that could not be read.
package struct LedgerDamage: Error, Equatable, CustomStringConvertible {
    /// Counting from 1; 0 for a line by itself.
    package var line: Int
    /// What is wrong with it, such as `has no "digest"`.
    package var what: String

    package var description: String { "line \(line) \(what)" }
}

/// Reads a ledger from its beginning, line by line, also while another process appends to it.
///
/// Memory is one buffer and one line, whatever the size of the ledger.
package struct LedgerReader: ~Copyable {
    /// One line.
    package enum Record: Sendable, Equatable {
        case entry(LedgerEntry)
        case damaged(LedgerDamage)
    }

    private static let readSize = 256 << 10
    private let path: String
    private let file: Int32
    private var offset = 0
    private var buffer: [UInt8] = []
    private var position = 0
    private var line = 0

    /// - Parameter path: of the ledger, usually `ledger.jsonl` in the corpus folder.
    package init(path: String) throws(CorpusError) {
        self.path = path
        file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { throw .failed(action: "open", path: path, code: errno) }
    }

    deinit { close(file) }

    /// The next line that is not empty, read or damaged; nil at the end.
    package mutating func next() throws(CorpusError) -> Record? {
        while let (bytes, isCut) = try nextLine() {
            line += 1
            if isCut {
                return .damaged(
                    LedgerDamage(line: line, what: "is longer than \(Ledger.maxLineBytes) bytes"))
            }
            if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) { continue }
            do throws(LedgerDamage) {
                return .entry(try ledgerEntry(fromLine: bytes))
            } catch {
                return .damaged(LedgerDamage(line: line, what: error.what))
            }
        }
        return nil
    }

    /// - Returns: the line, or an empty one and true when it was too long; nil at the end.
    private mutating func nextLine() throws(CorpusError) -> (bytes: [UInt8], isCut: Bool)? {
        var line: [UInt8] = []
        var isCut = false
        var hasAny = false
        while true {
            if position == buffer.count {
                buffer = try bytes(of: file, from: offset, count: Self.readSize, path: path)
                offset += buffer.count
                position = 0
                if buffer.isEmpty { return hasAny ? (line, isCut) : nil }
            }
            hasAny = true
            let end = buffer[position...].firstIndex(of: 0x0A)
            if !isCut { line += buffer[position..<(end ?? buffer.count)] }
            if line.count >= Ledger.maxLineBytes {
                line = []
                isCut = true
            }
            position = end.map { $0 + 1 } ?? buffer.count
            if end != nil { return (line, isCut) }
        }
    }
}
