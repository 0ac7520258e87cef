import Glibc

extension [UInt8] {
    /// Adds text with each run of white space as one space, none at the beginning of a block; invisible signs without
    /// meaning (soft hyphen, zero-width space, byte order mark) are left out. Joiners stay: Persian and Hindi need them.
    mutating func appendCollapsed(_ utf8: Span<UInt8>, blockStart: Int) {
        var index = 0
        let count = utf8.count
        var endsInSpace = self.count == blockStart || self[self.count - 1] == 0x20
        while index < count {
            let byte = utf8[index]
            let (isSpace, isInvisible, length) = spacing(utf8, index, byte)
            if isSpace {
                if !endsInSpace { append(0x20) }
                endsInSpace = true
                index += length
            } else if isInvisible {
                index += length
            } else {
                // Plain letters are most of any text: they go over in one piece.
                var end = index + 1
                while end < count, isPlain(utf8[end]) { end += 1 }
                utf8.extracting(index..<end).withUnsafeBufferPointer { append(contentsOf: $0) }
                endsInSpace = false
                index = end
            }
        }
    }
}

/// Neither white space nor the first byte of any sign that ``spacing(_:_:_:)`` looks for.
@inline(__always)
private func isPlain(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != 0x7F && byte != 0xC2 && byte != 0xE2 && byte != 0xE3 && byte != 0xEF
}

/// Whether white space or an invisible sign begins at `index`, and how long it is.
@inline(__always)
private func spacing(_ utf8: Span<UInt8>, _ index: Int, _ byte: UInt8) -> (Bool, Bool, Int) {
    if byte <= 0x20 || byte == 0x7F { return (true, false, 1) }
    guard byte >= 0xC2 else { return (false, false, 1) }
    if byte == 0xC2, index + 1 < utf8.count {
        if utf8[index + 1] == 0xA0 { return (true, false, 2) }
        return (false, utf8[index + 1] == 0xAD, 2)
    }
    guard byte >= 0xE2, index + 2 < utf8.count else { return (false, false, 1) }
    switch (byte, utf8[index + 1], utf8[index + 2]) {
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF), (0xE3, 0x80, 0x80):
        return (true, false, 3)
    case (0xE2, 0x80, 0x8B), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF), (0xEF, 0xBF, 0xBC):
        return (false, true, 3)
    default:
        return (false, false, 1)
    }
}

extension ArraySlice<UInt8> {
    /// Whether ASCII `text` occurs.
    func contains(_ text: StaticString) -> Bool {
        withUnsafeBytes { bytes in
            let length = text.utf8CodeUnitCount
            guard let base = bytes.baseAddress, length > 0 else { return length == 0 }
            var start = 0
            while start + length <= bytes.count,
                let found = memchr(base + start, Int32(text.utf8Start[0]), bytes.count - length - start + 1)
            {
                if memcmp(found, text.utf8Start, length) == 0 { return true }
                start = base.distance(to: UnsafeRawPointer(found)) + 1
            }
            return false
        }
    }
}

extension String {
    /// Without white space at its ends.
    var trimmed: String {
        var view = self[...]
        while let first = view.first, first.isWhitespace { view.removeFirst() }
        while let last = view.last, last.isWhitespace { view.removeLast() }
        return String(view)
    }

    /// Each run of white space as one space, none at the ends.
    var collapsed: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        let source = Array(utf8)
        bytes.appendCollapsed(source.span, blockStart: 0)
        if bytes.last == 0x20 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
