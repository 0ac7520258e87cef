/// Beginnings of lines, looked up by their first two bytes.
struct LineTable: Sendable {
    private static let slotCount = 4096
    /// The beginnings, sorted by slot, one behind the other.
    private var bytes: [UInt8] = []
    /// For each beginning, whether a word must end where it does.
    private var endsWord: [Bool] = []
    private let wholeWords: Bool
    private var beginnings: [Range<Int32>] = []
    /// Where the beginnings of each slot begin; one more than there are slots.
    private var slots: [Int32] = []
    private var isStart = [Bool](repeating: false, count: 256)
    /// Bytes that are a beginning by themselves.
    private var isWhole = [Bool](repeating: false, count: 256)

    /// - Parameter wholeWords: whether phrases match whole words only, in scripts that have spaces between them. A
    ///   phrase with `~` behind it is the beginning of a word all the same.
    init(_ beginnings: [String], wholeWords: Bool = false) {
        self.wholeWords = wholeWords
        var sorted = [[(phrase: [UInt8], endsWord: Bool)]](repeating: [], count: LineTable.slotCount)
        for written in beginnings {
            let isStem = wholeWords && written.hasSuffix("~")
            let beginning = Array((isStem ? String(written.dropLast()) : written).utf8)
            guard let first = beginning.first else { continue }
            isStart[Int(first)] = true
            if beginning.count == 1 {
                isWhole[Int(first)] = true
            } else {
                let endsWord =
                    wholeWords && !isStem && isWordScalar(scalarBefore(beginning.count, in: beginning))
                sorted[LineTable.slot(first, beginning[1])].append((beginning, endsWord))
            }
        }
        for slot in sorted {
            slots.append(Int32(self.beginnings.count))
            for (beginning, endsWord) in slot {
                self.beginnings.append(Int32(bytes.count)..<Int32(bytes.count + beginning.count))
                bytes.append(contentsOf: beginning)
                self.endsWord.append(endsWord)
            }
        }
        slots.append(Int32(self.beginnings.count))
    }

    /// The length in bytes of the longest beginning that `line` has; nil when it has none.
    ///
    /// - Parameter line: in lowercase, see ``lowercasedLine(_:)``.
    func length(matching line: ArraySlice<UInt8>) -> Int? {
        line.withUnsafeBufferPointer { length(matching: $0, from: 0) }
    }

    func length(matching line: [UInt8]) -> Int? { length(matching: line[...]) }

    private func length(matching text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard start < text.count, isStart[Int(text[start])] else { return nil }
        var longest = isWhole[Int(text[start])] ? 1 : 0
        if start + 1 < text.count {
            let slot = LineTable.slot(text[start], text[start + 1])
            for index in Int(slots[slot])..<Int(slots[slot + 1]) {
                let range = Int(beginnings[index].lowerBound)..<Int(beginnings[index].upperBound)
                guard range.count > longest, range.count <= text.count - start else { continue }
                var offset = 0
                while offset < range.count, bytes[range.lowerBound + offset] == text[start + offset] {
                    offset += 1
                }
                guard offset == range.count else { continue }
                if endsWord[index], isWordScalar(firstScalar(of: text[(start + offset)...])) { continue }
                longest = offset
            }
        }
        return longest > 0 ? longest : nil
    }

    /// Whether one of the table's lines occurs in `text`, not in the middle of a word.
    ///
    /// - Parameter text: in lowercase, see ``lowercasedLine(_:limit:)``.
    func occurs(in text: [UInt8]) -> Bool {
        firstIndex(in: text) != nil
    }

    /// Where the first of the table's lines begins in `text`.
    func firstIndex(in text: [UInt8]) -> Int? {
        text.withUnsafeBufferPointer { text in
            var isBehindLetter = false
            for start in text.indices {
                let isLetter = isASCIILetter(text[start])
                if !(isBehindLetter && isLetter), length(matching: text, from: start) != nil,
                    !(wholeWords && isInsideWord(start, of: text))
                {
                    return start
                }
                isBehindLetter = isLetter
            }
            return nil
        }
    }

    private func isInsideWord(_ start: Int, of text: UnsafeBufferPointer<UInt8>) -> Bool {
        start > 0 && isWordScalar(scalarBefore(start, in: text))
            && isWordScalar(firstScalar(of: text[start...]))
    }

    @inline(__always)
    private static func slot(_ first: UInt8, _ second: UInt8) -> Int {
        Int((UInt32(first) &* 251 &+ UInt32(second) &* 40_503) >> 2 & 4095)
    }
}

/// The scalar that `bytes` of valid UTF-8 begin with; 0 without one.
func firstScalar(of bytes: some Collection<UInt8>) -> UInt32 {
    guard let first = bytes.first else { return 0 }
    if first < 0x80 { return UInt32(first) }
    let rest = bytes.dropFirst().prefix(first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3)
    let lead = UInt32(first) & (first < 0xE0 ? 0x1F : first < 0xF0 ? 0x0F : 0x07)
    return rest.reduce(lead) { $0 << 6 | UInt32($1 & 0x3F) }
}

/// The scalar that ends before `end` in valid UTF-8; 0 without one.
func scalarBefore<Bytes: RandomAccessCollection>(_ end: Int, in bytes: Bytes) -> UInt32
where Bytes.Element == UInt8, Bytes.Index == Int {
    var start = end - 1
    guard start >= 0 else { return 0 }
    while start > 0, end - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return firstScalar(of: bytes[start..<end])
}

/// Whether a scalar is part of a word that has spaces around it: letters, marks and digits, and no sign of a script that
/// is written without spaces.
func isWordScalar(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
    case 0..<0xC0, 0xD7, 0xF7, 0x037E, 0x0387, 0x0589, 0x05BE, 0x05C0, 0x05C3, 0x060C, 0x061B, 0x061F,
        0x066A...0x066D,
        0x06D4, 0x0964, 0x0965, 0x1362:
        return false
    // The joiners stand inside words.
    case 0x200C, 0x200D: return true
    case 0x2000...0x2BFF, 0x3000...0x303F, 0xFE10...0xFE6F, 0xFF00...: return false
    default: return !isSpaceless(scalar)
    }
}

/// The beginning of a line with Latin, Greek and Cyrillic letters in lowercase.
///
/// - Returns: at most `limit` bytes.
func lowercasedLine(_ line: ArraySlice<UInt8>, limit: Int = 64) -> [UInt8] {
    var result = Array(line.prefix(limit))
    let length = result.count
    result.withUnsafeMutableBufferPointer { result in
        var index = 0
        while index < length {
            let byte = result[index]
            if byte < 0xC0 {
                if (0x41...0x5A).contains(byte) { result[index] = byte | 0x20 }
                index += 1
                continue
            }
            let next = index + 1 < length ? result[index + 1] : 0
            switch (byte, next) {
            case (0xC3, 0x80...0x9E):
                result[index + 1] = next | 0x20
            case (0xD0, 0x90...0x9F), (0xCE, 0x91...0x9F):
                result[index + 1] = next + 0x20
            case (0xD0, 0xA0...0xAF):
                (result[index], result[index + 1]) = (0xD1, next - 0x20)
            case (0xC4, 0x80...0xB7) where next & 1 == 0 && next != 0xB0,
                (0xC5, 0x8A...0xB7) where next & 1 == 0, (0xC4, 0xB9...0xBE) where next & 1 == 1,
                (0xC5, 0x81...0x87) where next & 1 == 1, (0xC5, 0xB9...0xBE) where next & 1 == 1:
                result[index + 1] = next + 1
            case (0xE1, 0xB8...0xBB) where index + 2 < length && result[index + 2] & 1 == 0:
                result[index + 2] += 1
            case (0xD0, 0x80...0x8F):
                (result[index], result[index + 1]) = (0xD1, next + 0x10)
            case (0xCE, 0xA0...0xA9):
                (result[index], result[index + 1]) = (0xCF, next - 0x20)
            default:
                break
            }
            index += 2
        }
    }
    return result
}

private func isASCIILetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
