/// Beginnings of lines, looked up by their first bytes.
struct LineTable: Sendable {
    private var beginnings: [UInt64: [[UInt8]]] = [:]
    private var isStart = [Bool](repeating: false, count: 256)
    /// One bit for a hash of the first two bytes of each beginning: most places of a text stop here.
    private var pairs = [UInt64](repeating: 0, count: 64)

    init(_ beginnings: [String]) {
        for beginning in beginnings {
            let bytes = Array(beginning.utf8)
            guard let first = bytes.first else { continue }
            isStart[Int(first)] = true
            if bytes.count == 1 {
                pairs = [UInt64](repeating: .max, count: 64)
            } else {
                let bit = LineTable.pair(first, bytes[1])
                pairs[bit >> 6] |= 1 << UInt64(bit & 63)
            }
            self.beginnings[LineTable.key(bytes, min(4, bytes.count)), default: []].append(bytes)
        }
    }

    /// The length in bytes of the longest beginning that `line` has; nil when it has none.
    ///
    /// - Parameter line: in lowercase, see ``lowercasedLine(_:)``.
    func length(matching line: some RandomAccessCollection<UInt8>) -> Int? {
        guard let first = line.first, isStart[Int(first)] else { return nil }
        if line.count > 1 {
            let bit = LineTable.pair(first, line[line.index(after: line.startIndex)])
            guard pairs[bit >> 6] >> UInt64(bit & 63) & 1 == 1 else { return nil }
        }
        var longest: Int?
        for length in 1...4 where length <= line.count {
            for candidate in beginnings[LineTable.key(line, length)] ?? [] where line.starts(with: candidate)
            {
                longest = max(longest ?? 0, candidate.count)
            }
        }
        return longest
    }

    /// Whether one of the table's lines occurs in `text`, not in the middle of a word.
    ///
    /// - Parameter text: in lowercase, see ``lowercasedLine(_:limit:)``.
    func occurs(in text: [UInt8]) -> Bool {
        firstIndex(in: text) != nil
    }

    /// Where the first of the table's lines begins in `text`.
    func firstIndex(in text: [UInt8]) -> Int? {
        for start in text.indices where isStart[Int(text[start])] {
            let isInWord = start > 0 && isASCIILetter(text[start - 1]) && isASCIILetter(text[start])
            if !isInWord, length(matching: text[start...]) != nil { return start }
        }
        return nil
    }

    private static func pair(_ first: UInt8, _ second: UInt8) -> Int {
        Int((UInt32(first) &* 251 &+ UInt32(second) &* 40_503) >> 2 & 4095)
    }

    private static func key(_ bytes: some Collection<UInt8>, _ length: Int) -> UInt64 {
        bytes.prefix(length).reduce(UInt64(length)) { $0 << 8 | UInt64($1) }
    }
}

/// The beginning of a line with Latin, Greek and Cyrillic letters in lowercase.
///
/// - Returns: at most `limit` bytes.
func lowercasedLine(_ line: ArraySlice<UInt8>, limit: Int = 64) -> [UInt8] {
    var result = Array(line.prefix(limit))
    var index = 0
    while index < result.count {
        let byte = result[index]
        let next = index + 1 < result.count ? result[index + 1] : 0
        switch (byte, next) {
        case (0x41...0x5A, _):
            result[index] = byte | 0x20
        case (0xC3, 0x80...0x9E):
            result[index + 1] = next | 0x20
        case (0xD0, 0x90...0x9F), (0xCE, 0x91...0x9F):
            result[index + 1] = next + 0x20
        case (0xD0, 0xA0...0xAF):
            (result[index], result[index + 1]) = (0xD1, next - 0x20)
        case (0xD0, 0x80...0x8F):
            (result[index], result[index + 1]) = (0xD1, next + 0x10)
        case (0xCE, 0xA0...0xA9):
            (result[index], result[index + 1]) = (0xCF, next - 0x20)
        default:
            break
        }
        index += byte < 0xC0 ? 1 : 2
    }
    return result
}

private func isASCIILetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
