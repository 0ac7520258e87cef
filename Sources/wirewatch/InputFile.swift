import Glibc

/// Bound on one document named on the command line, as generous as a machine's memory allows.
private let maxInputBytes = 256 << 20

/// The bytes of a file, or of standard input for `-`.
func inputBytes(at path: String) throws(UnreadableInput) -> [UInt8] {
    let file = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw UnreadableInput(path: path, code: errno) }
    defer { if file != STDIN_FILENO { close(file) } }
    return try bytes(of: file, path: path, limit: maxInputBytes)
}

/// The bytes of a regular file, for what a daemon reads again and again: a pipe would make it wait.
func regularFileBytes(at path: String, limit: Int) throws(UnreadableInput) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw UnreadableInput(path: path, code: errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
        throw UnreadableInput(path: path, reason: "is not a regular file")
    }
    return try bytes(of: file, path: path, limit: limit)
}

private func bytes(of file: Int32, path: String, limit: Int) throws(UnreadableInput) -> [UInt8] {
    var bytes: [UInt8] = []
    var status = stat()
    if fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
        bytes.reserveCapacity(min(Int(status.st_size), limit))
    }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = read(file, &chunk, chunk.count)
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw UnreadableInput(path: path, code: errno) }
        if count == 0 { return bytes }
        bytes += chunk[..<count]
        guard bytes.count <= limit else {
            throw UnreadableInput(path: path, reason: "has more than \(limit >> 20) MB")
        }
    }
}

/// A file named on the command line that is not there or cannot be read.
struct UnreadableInput: Error, CustomStringConvertible {
    var path: String
    var reason: String

    init(path: String, reason: String) {
        self.path = path
        self.reason = reason
    }

    /// - Parameter code: errno.
    init(path: String, code: Int32) {
        self.init(path: path, reason: "cannot be read: \(String(cString: strerror(code)))")
    }

    var description: String { "\(path == "-" ? "standard input" : path): \(reason)" }
}
