import Glibc

/// Why an index cannot be saved, or a saved one is of no use.
package enum SnapshotError: Error, Equatable, CustomStringConvertible {
    /// There is none.
    case missing
    /// What the system said: errno.
    case system(code: Int32)
    /// Not the bytes that were written, or not by this version with this secret.
    case unusable(reason: String)

    package var description: String {
        switch self {
        case .missing: "there is no saved index"
        case .system(let code): String(cString: strerror(code))
        case .unusable(let reason): reason
        }
    }
}

/// A hash of everything that passes, eight bytes at a time.
private struct RunningChecksum {
    private(set) var value: UInt64 = 0x243F_6A88_85A3_08D3

    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        var hash = value ^ UInt64(bytes.count)
        var offset = 0
        while offset &+ 8 <= bytes.count {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash &>> 29
            offset &+= 8
        }
        while offset < bytes.count {
            hash = (hash ^ UInt64(bytes[offset])) &* 0x9E37_79B9_7F4A_7C15
            offset &+= 1
        }
        value = mixed(hash)
    }
}

/// Writes a file beside its place and puts it there when it is whole. Numbers are of the machine's own byte order: a snapshot
/// stays on its machine.
final class SnapshotWriter {
    private let path: String
    private let descriptor: Int32
    private var checksum = RunningChecksum()
    private var pending: [UInt8] = []
    private var isDone = false

    init(path: String) throws(SnapshotError) {
        self.path = path
        descriptor = open(path + ".new", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .system(code: errno) }
    }

    deinit {
        close(descriptor)
        if !isDone { unlink(path + ".new") }
    }

    func write(_ number: Int) throws(SnapshotError) {
        var number = Int64(number)
        try withUnsafeBytes(of: &number, in: write)
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws(SnapshotError) {
        if bytes.isEmpty { return }
        checksum.add(bytes)
        pending.append(contentsOf: bytes)
        if pending.count >= 1 << 20 { try flush() }
    }

    /// Writes the checksum and puts the file in its place.
    func finish() throws(SnapshotError) {
        try write(Int(bitPattern: UInt(checksum.value)))
        try flush()
        guard rename(path + ".new", path) == 0 else { throw .system(code: errno) }
        isDone = true
    }

    private func flush() throws(SnapshotError) {
        var done = 0
        while done < pending.count {
            let count = pending.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress.map { $0 + done }, $0.count - done)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .system(code: errno) }
            done += count
        }
        pending.removeAll(keepingCapacity: true)
    }

    private func withUnsafeBytes(
        of number: inout Int64, in body: (UnsafeRawBufferPointer) throws(SnapshotError) -> Void
    ) throws(SnapshotError) {
        try withUnsafePointer(to: &number) { (pointer) throws(SnapshotError) in
            try body(UnsafeRawBufferPointer(start: pointer, count: 8))
        }
    }
}

/// Reads what ``SnapshotWriter`` wrote. Nothing of it may be used before ``finish()`` says that it is whole.
final class SnapshotReader {
    private let descriptor: Int32
    private var checksum = RunningChecksum()
    /// Bytes of the file that were not read yet.
    private(set) var left: Int

    init(path: String) throws(SnapshotError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw errno == ENOENT ? .missing : .system(code: errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let code = errno
            close(descriptor)
            throw .system(code: code)
        }
        left = Int(status.st_size)
    }

    deinit { close(descriptor) }

    func number() throws(SnapshotError) -> Int {
        var number: Int64 = 0
        try withUnsafeMutablePointer(to: &number) { (pointer) throws(SnapshotError) in
            try read(into: UnsafeMutableRawBufferPointer(start: pointer, count: 8))
        }
        return Int(number)
    }

    /// A number that counts things of `stride` bytes that follow.
    func count(of stride: Int) throws(SnapshotError) -> Int {
        let count = try number()
        guard count >= 0, count <= left / stride else {
            throw .unusable(reason: "the saved index is damaged")
        }
        return count
    }

    func read(into target: UnsafeMutableRawBufferPointer) throws(SnapshotError) {
        guard target.count <= left else { throw .unusable(reason: "the saved index breaks off") }
        var done = 0
        while done < target.count {
            let count = Glibc.read(
                descriptor, target.baseAddress.map { $0 + done }, min(target.count - done, 1 << 24))
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .system(code: errno) }
            guard count > 0 else { throw .unusable(reason: "the saved index breaks off") }
            done += count
        }
        left -= done
        checksum.add(UnsafeRawBufferPointer(target))
    }

    /// Whether everything was read, and is what was written.
    func finish() throws(SnapshotError) {
        let wanted = Int(bitPattern: UInt(checksum.value))
        guard try number() == wanted, left == 0 else { throw .unusable(reason: "the saved index is damaged") }
    }
}
