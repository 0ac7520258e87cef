/// Beginnings of lines, looked up by their first two bytes.
struct LineTable: Sendable {
    private static let slotCount = 4096
    /// The beginnings, sorted by slot, one behind the other.
    private var bytes: [UInt8] = []
    private var beginnings: [Range<Int32>] = []
    /// Where the beginnings of each slot begin; one more than there are slots.
    private var slots: [Int32] = []
    private var isStart = [Bool](repeating: false, count: 256)
    /// Bytes that are a beginning by themselves.
    private var isWhole = [Bool](repeating: false, count: 256)

    init(_ beginnings: [String]) {
        var sorted = [[[UInt8]]](repeating: [], count: LineTable.slotCount)
        for beginning in beginnings.map({ Array($0.utf8) }) {
            guard let first = beginning.first else { continue }
            isStart[Int(first)] = true
            if beginning.count == 1 {
                isWhole[Int(first)] = true
            } else {
                sorted[LineTable.slot(first, beginning[1])].append(beginning)
            }
        }
        for slot in sorted {
            slots.append(Int32(self.beginnings.count))
            for beginning in slot {
                self.beginnings.append(Int32(bytes.count)..<Int32(bytes.count + beginning.count))
                bytes.append(contentsOf: beginning)
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
                if offset == range.count { longest = offset }
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
                if !(isBehindLetter && isLetter), length(matching: text, from: start) != nil { return start }
                isBehindLetter = isLetter
            }
            return nil
        }
    }

    @inline(__always)
    private static func slot(_ first: UInt8, _ second: UInt8) -> Int {
        Int((UInt32(first) &* 251 &+ UInt32(second) &* 40_503) >> 2 & 4095)
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
