/// A place in the bytes of a written date, moving forward.
struct ByteCursor {
    let bytes: [UInt8]
    var index: Int
    let end: Int

    /// Over `bytes` without white space at either end.
    init(trimming bytes: [UInt8]) {
        var start = 0
        var end = bytes.count
        while start < end, bytes[start] <= 0x20 { start += 1 }
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        self.bytes = bytes
        index = start
        self.end = end
    }

    var isAtEnd: Bool { index >= end }

    /// The byte `distance` ahead; nil beyond the end.
    func peek(_ distance: Int = 0) -> UInt8? {
        index + distance < end ? bytes[index + distance] : nil
    }

    /// Steps over `byte`; false when something else is next.
    mutating func skip(_ byte: UInt8) -> Bool {
        guard peek() == byte else { return false }
        index += 1
        return true
    }

    /// Steps over spaces, tabs, line ends and no-break spaces.
    mutating func skipSpaces() {
        while let byte = peek() {
            if byte <= 0x20 {
                index += 1
            } else if byte == 0xC2, peek(1) == 0xA0 {
                index += 2
            } else if byte == 0xE2, peek(1) == 0x80, peek(2) == 0xAF {
                index += 3
            } else {
                return
            }
        }
    }

    /// How many ASCII digits are next.
    var digitCount: Int {
        var count = 0
        while let byte = peek(count), isDigit(byte) { count += 1 }
        return count
    }

    /// The number in the next `count` bytes, which must be digits, at most 18 of them.
    mutating func number(_ count: Int) -> Int {
        var value = 0
        for byte in bytes[index..<index + count] { value = value * 10 + Int(byte & 15) }
        index += count
        return value
    }

    /// The number in the digits that are next; nil when there are none or more than `most`.
    mutating func number(upTo most: Int) -> Int? {
        let count = digitCount
        guard count > 0, count <= most else { return nil }
        return number(count)
    }

    /// Steps over the ASCII letters that are next.
    mutating func word() -> PackedWord? {
        var word = PackedWord()
        while let byte = peek(), isLetter(byte) {
            word.append(byte | 0x20)
            index += 1
        }
        return word.count > 0 ? word : nil
    }
}

/// Up to eight lower-case letters in one integer: a word that can be compared and looked up without allocation.
struct PackedWord: Hashable {
    /// The first eight letters.
    private(set) var letters: UInt64 = 0
    /// All letters, also those beyond the eighth.
    private(set) var count = 0

    init() {}

    init(_ text: String) {
        for byte in text.utf8 { append(byte) }
    }

    mutating func append(_ letter: UInt8) {
        if count < 8 { letters = letters << 8 | UInt64(letter) }
        count += 1
    }

    /// The first three letters, or fewer.
    var firstThree: PackedWord {
        guard count > 3 else { return self }
        var short = PackedWord()
        short.letters = letters >> UInt64(8 * (min(count, 8) - 3))
        short.count = 3
        return short
    }
}

func isDigit(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10
}

func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26
}
