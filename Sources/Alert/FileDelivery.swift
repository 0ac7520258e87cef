import Dispatch
import Glibc
import Model

/// Alerts as JSON Lines at the end of a file.
///
/// The file is opened for each delivery, so it may be moved away at any time, and synced before a delivery
/// counts. What a full disk or a dead machine left of a line is cut off or ended first.
package final class FileDelivery: AlertDelivery {
    package let name: String
    private let path: String
    private let queue: DispatchQueue

    package init(name: String, path: String) {
        self.name = name
        self.path = path
        queue = DispatchQueue(label: "wirewatch.alert.\(name)")
    }

    package func deliver(_ notices: [Notice]) async throws(DeliveryError) {
        let lines = notices.flatMap { noticeJSONLines($0) }
        let bytes: [UInt8] = lines.flatMap { Array($0.utf8) + [0x0A] }
        let path = path
        let problem = await queue.result { append(bytes, to: path) }
        if let problem {
            throw DeliveryError(delivery: name, reason: "\(safeText(path)): \(problem)", delivered: 0)
        }
    }
}

/// Writes all of it behind what the file has, or nothing.
///
/// - Returns: what went wrong; nil when the bytes are on the disk.
private func append(_ bytes: [UInt8], to path: String) -> String? {
    // A pipe or device would be somebody else's reader to wait for.
    let file = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0o640)
    guard file >= 0 else { return String(cString: strerror(errno)) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { return String(cString: strerror(errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else { return "not a regular file" }
    var last: UInt8 = 0x0A
    if status.st_size > 0, pread(file, &last, 1, status.st_size - 1) != 1 {
        return String(cString: strerror(errno))
    }
    var writer = PatientWriter(descriptor: file, patience: .seconds(30))
    guard let problem = writer.write((last == 0x0A ? [] : [0x0A]) + bytes) else {
        return fdatasync(file) == 0 ? nil : String(cString: strerror(errno))
    }
    // Half of it would be repeated whole later.
    _ = ftruncate(file, status.st_size)
    return problem
}
