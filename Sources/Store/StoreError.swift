import GRDB

/// The database could not be used: what, where and what to do about it.
package struct StoreError: Error, CustomStringConvertible {
    package enum Cause: Sendable, Equatable {
        /// The file is not a database or its pages contradict each other.
        case damaged
        /// A newer wirewatch wrote it.
        case newer
        /// The disk is full, read-only or failing.
        case disk
        /// Another program keeps it locked.
        case busy
        case other
    }

    package var path: String
    package var cause: Cause
    package var detail: String

    package var description: String {
        switch cause {
        case .damaged:
            "\(path): the database is damaged (\(detail)); move it away and start again: "
                + "it is rebuilt from the corpus and its ledger"
        case .newer:
            "\(path): written by a newer wirewatch (\(detail)); install that version or move the file away"
        case .disk:
            "\(path): cannot be written (\(detail)); nothing filed is lost; make the disk writable, with room on it"
        case .busy:
            "\(path): another program has it locked; end that program and try again"
        case .other:
            "\(path): \(detail)"
        }
    }

    init(path: String, error: any Error) {
        self.path = path
        detail = "\(error)"
        cause = .other
        if error is DecodingError || error is RowDecodingError {
            detail = "a row cannot be read"
            cause = .damaged
        }
        guard let error = error as? DatabaseError else { return }
        detail = error.message ?? "SQLite error \(error.resultCode.rawValue)"
        switch error.resultCode.primaryResultCode {
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: cause = .damaged
        case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_READONLY, .SQLITE_CANTOPEN: cause = .disk
        case .SQLITE_BUSY, .SQLITE_LOCKED: cause = .busy
        case .SQLITE_ERROR where detail.hasPrefix("no such"): cause = .damaged
        default: cause = .other
        }
    }

    init(path: String, cause: Cause, detail: String) {
        self.path = path
        self.cause = cause
        self.detail = detail
    }
}
