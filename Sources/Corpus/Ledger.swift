import Glibc
import Model
import Synchronization

/// The record of every decision: one JSON object a line, appended, synced, never rewritten.
///
/// One process writes it; while it is open for writing, another that tries gets ``CorpusError/inUse(path:)``.
package final class Ledger: Sendable {
    /// Its name in the corpus folder.
    package static let fileName = "ledger.jsonl"
    /// Bound on one line, its line feed included; longer ones are damage.
    package static let maxLineBytes = 4 << 20

    package let path: String
    /// What a crash left of a line at the end, cut off when the ledger was opened; nil when it ended well.
    /// The decision it was to record is the first one to append again.
    package let removedTail: [UInt8]?
    /// The descriptor, guarded so that lines of two threads do not mix.
    private let file: Mutex<Int32>

    /// Opens the ledger of `folder` for appending, creates it when missing and mends its end.
    ///
    /// A last line without a line feed is completed when it is a whole entry, otherwise cut off.
    package init(folder: CorpusFolder) throws(CorpusError) {
        path = folder.pathOf(Self.fileName)
        let flags = O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC
        let file = openat(folder.descriptor, Self.fileName, flags, 0o644)
        guard file >= 0 else { throw .failed(action: "open", path: path, code: errno) }
        do throws(CorpusError) {
            guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
                if errno == EWOULDBLOCK { throw CorpusError.inUse(path: path) }
                throw CorpusError.failed(action: "lock", path: path, code: errno)
            }
            removedTail = try mendedTail(of: file, path: path)
            guard fsync(folder.descriptor) == 0 else {
                throw CorpusError.failed(action: "sync", path: folder.path, code: errno)
            }
        } catch {
            close(file)
            throw error
        }
        self.file = Mutex(file)
    }

    deinit {
        file.withLock { _ = close($0) }
    }

    /// Appends the entries, in order, and waits until they are on disk: all of them or, when it fails, none.
    package func append(_ entries: [LedgerEntry]) throws(CorpusError) {
        guard !entries.isEmpty else { return }
        var lines: [UInt8] = []
        for entry in entries {
            lines += ledgerLine(entry)
            lines.append(0x0A)
        }
        let path = path
        try file.withLock { file throws(CorpusError) in
            let size = try byteCount(of: file, path: path)
            do throws(CorpusError) {
                try write(lines, to: file, path: path)
                guard fdatasync(file) == 0 else {
                    throw CorpusError.failed(action: "sync", path: path, code: errno)
                }
            } catch {
                // Leaves no half line; should even this fail, the next start mends the end.
                ftruncate(file, off_t(size))
                throw error
            }
        }
    }
}

/// Mends a last line without a line feed, and says what had to be cut off.
private func mendedTail(of file: Int32, path: String) throws(CorpusError) -> [UInt8]? {
    let size = try byteCount(of: file, path: path)
    let start = max(0, size - Ledger.maxLineBytes)
    let end = try bytes(of: file, from: start, count: size - start, path: path)
    guard let last = end.last, last != 0x0A else { return nil }
    let lineStart = end.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    guard lineStart > 0 || start == 0 else { throw .notALedger(path: path) }
    let tail = Array(end[lineStart...])
    if (try? ledgerEntry(fromLine: tail)) != nil {
        try write([0x0A], to: file, path: path)
        guard fdatasync(file) == 0 else { throw .failed(action: "sync", path: path, code: errno) }
        return nil
    }
    guard ftruncate(file, off_t(start + lineStart)) == 0, fdatasync(file) == 0 else {
        throw .failed(action: "cut", path: path, code: errno)
    }
    return tail
}

private func byteCount(of file: Int32, path: String) throws(CorpusError) -> Int {
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .failed(action: "examine", path: path, code: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path: path) }
    return Int(status.st_size)
}
