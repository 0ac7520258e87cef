import Glibc

/// The bytes of a file in their order; what begins as gzip or zstd does is decompressed on the way, in bounded memory.
package final class ByteStream {
    private enum Form {
        case unknown, plain
        case compressed(any Decompressor)
    }

    private let descriptor: Int32
    private let isOwned: Bool
    private var form = Form.unknown
    /// Bytes as they stand in the file, and what of them is not yet used.
    private var input = [UInt8](repeating: 0, count: 1 << 18)
    private var rest = 0..<0
    private var isAtEnd = false

    /// Bytes of the file that were read so far, as they stand there.
    package private(set) var byteCount = 0

    /// - Parameter descriptor: open for reading; it stays the caller's.
    package init(descriptor: Int32) {
        self.descriptor = descriptor
        isOwned = false
    }

    package init(path: String) throws(ArchiveError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(code: errno) }
        isOwned = true
    }

    deinit {
        if isOwned { close(descriptor) }
    }

    /// Fills at least a part of `target`, which must not be empty.
    ///
    /// - Returns: the number of bytes; 0 at the end.
    package func read(into target: UnsafeMutableRawBufferPointer) throws(ArchiveError) -> Int {
        if case .unknown = form { try recognise() }
        switch form {
        case .unknown, .plain: return try readPlain(into: target)
        case .compressed(let decompressor): return try decompress(with: decompressor, into: target)
        }
    }

    /// All bytes that are left.
    ///
    /// - Parameter limit: bytes at most, after decompression; a longer file is refused.
    package func all(limit: Int) throws(ArchiveError) -> [UInt8] {
        let bytes = try start(limit: limit + 1)
        guard bytes.count <= limit else { throw .tooLong(limit: limit) }
        return bytes
    }

    /// The next `limit` bytes, or what there is.
    package func start(limit: Int) throws(ArchiveError) -> [UInt8] {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: min(limit, 1 << 18))
        while bytes.count < limit {
            let room = min(piece.count, limit - bytes.count)
            let count = try piece.withUnsafeMutableBufferPointer { (piece) throws(ArchiveError) in
                try read(
                    into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: piece[..<room])))
            }
            if count == 0 { break }
            bytes += piece[..<count]
        }
        return bytes
    }

    private func recognise() throws(ArchiveError) {
        while !isAtEnd, rest.count < 4 { try fill() }
        switch Array(input[rest].prefix(4)) {
        case let magic where magic.starts(with: [0x1F, 0x8B]): form = .compressed(try GzipDecompressor())
        case [0x28, 0xB5, 0x2F, 0xFD]: form = .compressed(try ZstdDecompressor())
        default: form = .plain
        }
    }

    private func readPlain(into target: UnsafeMutableRawBufferPointer) throws(ArchiveError) -> Int {
        if rest.isEmpty { return isAtEnd ? 0 : try readFile(into: target) }
        let count = min(rest.count, target.count)
        input.withUnsafeBytes { input in
            target.copyMemory(from: UnsafeRawBufferPointer(rebasing: input[rest.prefix(count)]))
        }
        rest.removeFirst(count)
        return count
    }

    private func decompress(
        with decompressor: any Decompressor, into target: UnsafeMutableRawBufferPointer
    ) throws(ArchiveError) -> Int {
        while true {
            if rest.isEmpty, !isAtEnd { try fill() }
            let range = rest
            let step = try input.withUnsafeBufferPointer { (input) throws(ArchiveError) in
                try decompressor.step(
                    UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: input[range])), into: target)
            }
            rest.removeFirst(step.used)
            if step.made > 0 { return step.made }
            if step.isFinished {
                rest = rest.upperBound..<rest.upperBound
                isAtEnd = true
                return 0
            }
            guard step.used > 0 || rest.isEmpty else {
                throw .damaged(reason: "the compressed data are damaged")
            }
            if rest.isEmpty, isAtEnd {
                guard decompressor.isBetweenParts else {
                    throw .damaged(reason: "the compressed data break off")
                }
                return 0
            }
        }
    }

    /// Reads behind what is left.
    private func fill() throws(ArchiveError) {
        let left = Array(input[rest])
        input.replaceSubrange(0..<left.count, with: left)
        let count = try input.withUnsafeMutableBufferPointer { (input) throws(ArchiveError) in
            try readFile(
                into: UnsafeMutableRawBufferPointer(
                    UnsafeMutableBufferPointer(rebasing: input[left.count...])))
        }
        rest = 0..<left.count + count
    }

    private func readFile(into target: UnsafeMutableRawBufferPointer) throws(ArchiveError) -> Int {
        while true {
            let count = Glibc.read(descriptor, target.baseAddress, target.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .system(code: errno) }
            isAtEnd = count == 0
            byteCount += count
            return count
        }
    }
}

/// Why a file of old material cannot be read on.
package enum ArchiveError: Error, Equatable, CustomStringConvertible {
    /// What the system said: errno.
    case system(code: Int32)
    /// It is compressed, and not as its own header says.
    case damaged(reason: String)
    /// More bytes than may be held at once.
    case tooLong(limit: Int)

    package var description: String {
        switch self {
        case .system(let code): String(cString: strerror(code))
        case .damaged(let reason): "\(reason): get the file again, or what came before it as text"
        case .tooLong(let limit): "more than \(limit >> 20) MiB; cut it into several files"
        }
    }
}
