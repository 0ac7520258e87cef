import Glibc

/// Lines of a file, compressed or not, read in large blocks.
package final class LineReader {
    private let stream: ByteStream
    private var buffer: [UInt8] = []
    /// What of the buffer is not yet given out.
    private var rest = 0..<0
    private var isAtEnd = false
    private static let blockSize = 1 << 20

    /// Bytes of the longest line; a longer one is given out without its contents.
    package static let mostLineBytes = 16 << 20

    /// Bytes of the file that were read so far, as they stand there.
    package var byteCount: Int { stream.byteCount }

    package init(_ stream: ByteStream) {
        self.stream = stream
        buffer = .init(repeating: 0, count: Self.blockSize)
    }

    /// One line.
    package enum Line {
        /// Its bytes, without the line feed; valid only during the call.
        case bytes(UnsafeBufferPointer<UInt8>)
        case tooLong
    }

    /// Calls `body` with the next line.
    ///
    /// - Returns: false at the end, then `body` was not called.
    package func next(_ body: (Line) -> Void) throws(ArchiveError) -> Bool {
        var searched = 0
        var isTooLong = false
        while true {
            if let end = lineFeed(from: rest.lowerBound + searched) {
                give(rest.lowerBound..<end, isTooLong: isTooLong, to: body)
                rest = end + 1..<rest.upperBound
                return true
            }
            if isAtEnd {
                if rest.isEmpty, !isTooLong { return false }
                give(rest, isTooLong: isTooLong, to: body)
                rest = rest.upperBound..<rest.upperBound
                return true
            }
            if rest.count > Self.mostLineBytes {
                isTooLong = true
                rest = rest.upperBound..<rest.upperBound
            }
            searched = rest.count
            try fill()
        }
    }

    private func give(_ range: Range<Int>, isTooLong: Bool, to body: (Line) -> Void) {
        if isTooLong || range.count > Self.mostLineBytes { return body(.tooLong) }
        buffer.withUnsafeBufferPointer { body(.bytes(UnsafeBufferPointer(rebasing: $0[range]))) }
    }

    private func lineFeed(from start: Int) -> Int? {
        buffer.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, start < rest.upperBound,
                let found = memchr(base + start, 0x0A, rest.upperBound - start)
            else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }

    /// Moves what is left to the front and reads behind it.
    private func fill() throws(ArchiveError) {
        let count = rest.count
        if rest.lowerBound > 0 {
            buffer.withUnsafeMutableBytes { bytes in
                if let base = bytes.baseAddress { memmove(base, base + rest.lowerBound, count) }
            }
        }
        if buffer.count - count < Self.blockSize {
            buffer.append(contentsOf: repeatElement(0, count: max(Self.blockSize, buffer.count)))
        }
        rest = 0..<count
        let got = try buffer.withUnsafeMutableBufferPointer { (bytes) throws(ArchiveError) in
            try stream.read(
                into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: bytes[count...])))
        }
        isAtEnd = got == 0
        rest = 0..<count + got
    }
}
