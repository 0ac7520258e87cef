import Glibc
import Logging
import Model

/// A log handler that writes one escaped line a message to standard error.
///
/// When standard error is the journal's, lines begin with the `<N>` priority and carry no time of their own;
/// otherwise they begin with the time and the level.
package struct StandardErrorLog: LogHandler {
    package var logLevel: Logger.Level
    package var metadata: Logger.Metadata = [:]
    private let isJournal: Bool

    package init(level: Logger.Level, isJournal: Bool) {
        logLevel = level
        self.isJournal = isJournal
    }

    /// Whether `JOURNAL_STREAM` names the device and inode that standard error is connected to.
    package static func isJournal(environment: [String: String]) -> Bool {
        guard let stream = environment["JOURNAL_STREAM"] else { return false }
        var status = stat()
        guard fstat(STDERR_FILENO, &status) == 0 else { return false }
        return stream == "\(status.st_dev):\(status.st_ino)"
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var fields = metadata
        fields.merge(event.metadata ?? [:]) { _, new in new }
        write(line(level: event.level, message: event.message, metadata: fields) + "\n")
    }

    /// A record as it is written, without its line feed.
    package func line(level: Logger.Level, message: Logger.Message, metadata: Logger.Metadata) -> String {
        let now = Timestamp(seconds: Int64(time(nil)))
        let head = isJournal ? "<\(priority(of: level))>" : "\(now.iso8601) \(level.rawValue): "
        var line = head + safeText("\(message)")
        for (key, value) in metadata.sorted(by: { $0.key < $1.key }) {
            line += " \(key)=\(quoted(safeText("\(value)")))"
        }
        return line
    }

    /// One `write` a line, so that lines of several threads do not mix.
    private func write(_ line: String) {
        var bytes = Array(line.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
            if count > 0 {
                bytes = bytes.dropFirst(count)
            } else if errno != EINTR {
                return
            }
        }
    }

    private func quoted(_ text: String) -> String {
        let isPlain = !text.isEmpty && !text.utf8.contains { $0 == 0x20 || $0 == 0x22 || $0 == 0x3D }
        return isPlain ? text : "\"\(text.split(separator: "\"").joined(separator: "'"))\""
    }

    private func priority(of level: Logger.Level) -> Int {
        switch level {
        case .critical: 2
        case .error: 3
        case .warning: 4
        case .notice: 5
        case .info: 6
        case .debug, .trace: 7
        }
    }
}
