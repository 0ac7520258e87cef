import Glibc

/// The lines of a file, one after another, in bounded memory.
final class LineReader {
    /// Longer lines are cut: no article is this long.
    static let maxLineBytes = 64 << 20
    private let file: UnsafeMutablePointer<FILE>
    private var buffer: UnsafeMutablePointer<CChar>?
    private var capacity = 0

    /// Nil when the file cannot be opened; `errno` tells why.
    init?(path: String) {
        guard let file = fopen(path, "re") else { return nil }
        self.file = file
    }

    deinit {
        free(buffer)
        fclose(file)
    }

    /// The next line without its line feed; nil at the end.
    func next() -> [UInt8]? {
        let length = getline(&buffer, &capacity, file)
        guard length >= 0, let buffer else { return nil }
        var line = Array(UnsafeRawBufferPointer(start: buffer, count: min(length, Self.maxLineBytes)))
        if line.last == 0x0A { line.removeLast() }
        return line
    }
}
