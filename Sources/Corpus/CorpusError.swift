import Glibc

/// Why the corpus folder or its ledger could not be read or written.
package enum CorpusError: Error, Equatable, CustomStringConvertible {
    /// A system call failed. `code` is errno.
    case failed(action: String, path: String, code: Int32)
    /// The name is taken by other bytes; nothing was replaced.
    case occupied(path: String)
    /// Larger than anything this program writes, so it was not read.
    case tooLarge(path: String, byteCount: Int)
    /// Not a regular file: a link, a folder, a device.
    case notAFile(path: String)
    /// Another process writes this ledger.
    case inUse(path: String)
    /// What should be a ledger holds no lines.
    case notALedger(path: String)

    package var description: String {
        switch self {
        case .failed(let action, let path, let code):
            "\(path): cannot \(action): \(String(cString: strerror(code)))"
        case .occupied(let path):
            "\(path): exists with other contents; nothing was replaced"
        case .tooLarge(let path, let byteCount):
            "\(path): \(byteCount) bytes; wanted at most \(CorpusFolder.maxFileBytes)"
        case .notAFile(let path):
            "\(path): is not a regular file"
        case .inUse(let path):
            "\(path): another wirewatch writes it; give this one a corpus of its own, or stop the other"
        case .notALedger(let path):
            "\(path): has no line end in its last \(Ledger.maxLineBytes) bytes; wanted one JSON object a line"
        }
    }

    /// Whether the disk is full or a quota is used up: worth waiting for, not a defect of the article.
    package var isDiskFull: Bool {
        if case .failed(_, _, let code) = self { return code == ENOSPC || code == EDQUOT }
        return false
    }

    /// Whether it is about one file of a batch: the others can be filed without it.
    package var concernsOneFile: Bool {
        switch self {
        case .occupied, .tooLarge: true
        default: false
        }
    }
}
