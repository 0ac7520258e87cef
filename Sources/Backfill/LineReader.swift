import Glibc

/// The lines of a file, one after another, in bounded memory.
final class LineReader {
    /// What is longer is no article: such a line is passed over.
    static let maxLineBytes = 64 << 20
    private static let chunkBytes = 256 << 10
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false
    /// What stopped the reading before the end, as `errno` has it; 0 for nothing.
    private(set) var failure: Int32 = 0

    /// Nil when the file cannot be opened; `errno` tells why.
    init?(path: String) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { return nil }
    }

    deinit { close(descriptor) }

    /// The next line without its line feed, empty when it was too long; nil at the end.
    func next() -> [UInt8]? {
        var line: [UInt8] = []
        var isTooLong = false
        while true {
            if let end = buffer[position...].firstIndex(of: 0x0A) {
                if !isTooLong { line += buffer[position..<end] }
                position = end + 1
                return isTooLong ? [] : line
            }
            isTooLong = isTooLong || line.count + buffer.count - position > Self.maxLineBytes
            if isTooLong { line = [] } else { line += buffer[position...] }
            guard fill() else { return line.isEmpty && !isTooLong ? nil : line }
        }
    }

    private func fill() -> Bool {
        guard !isAtEnd else { return false }
        position = 0
        buffer = [UInt8](unsafeUninitializedCapacity: Self.chunkBytes) { space, count in
            var got = read(descriptor, space.baseAddress, space.count)
            while got < 0, errno == EINTR { got = read(descriptor, space.baseAddress, space.count) }
            if got < 0 { failure = errno }
            count = max(0, got)
        }
        isAtEnd = buffer.isEmpty
        return !isAtEnd
    }
}
