/// Reads JSON from bytes (RFC 8259) without building what is not asked for.
///
/// Strict, but that invalid UTF-8 inside strings passes through and that a lone surrogate becomes U+FFFD. Unsafe
/// buffers because reading a collection is otherwise slower than deduplicating it.
struct JSONScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    /// Values inside values, at most.
    private static let deepest = 64

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// Reads one object and nothing after it; `body` must read each member's value.
    mutating func members(
        _ body: (inout JSONScanner, _ key: [UInt8]) throws(CollectionError) -> Void
    ) throws(CollectionError) {
        try expect(UInt8(ascii: "{"), "an object")
        if !takes(UInt8(ascii: "}")) {
            repeat {
                skipSpace()
                let key = try string()
                try expect(UInt8(ascii: ":"), "a colon")
                skipSpace()
                try body(&self, key)
            } while takes(UInt8(ascii: ","))
            try expect(UInt8(ascii: "}"), "a comma or the object's end")
        }
        skipSpace()
        guard position == bytes.count else { throw error("the line's end") }
    }

    /// The contents of a string, escapes resolved.
    mutating func string() throws(CollectionError) -> [UInt8] {
        guard peek == UInt8(ascii: "\"") else { throw error("a string") }
        position += 1
        var content: [UInt8] = []
        while true {
            let start = position
            skipPlain()
            if content.isEmpty, peek == UInt8(ascii: "\\") { content.reserveCapacity(bytes.count - start) }
            content.append(contentsOf: bytes[start..<position])
            switch peek {
            case UInt8(ascii: "\""):
                position += 1
                return content
            case UInt8(ascii: "\\"):
                position += 1
                try appendEscaped(to: &content)
            default:
                throw error(position < bytes.count ? "an escape for a control character" : "the string's end")
            }
        }
    }

    mutating func stringOrNull() throws(CollectionError) -> [UInt8]? {
        if peek != UInt8(ascii: "n") { return try string() }
        try skip()
        return nil
    }

    /// A string's contents, or a number as it is written.
    mutating func stringOrNumber() throws(CollectionError) -> [UInt8] {
        peek == UInt8(ascii: "\"") ? try string() : Array(bytes[try number()])
    }

    /// A number without its fraction; nil for null.
    mutating func wholeNumber() throws(CollectionError) -> Int64? {
        if peek == UInt8(ascii: "n") {
            try skip()
            return nil
        }
        let start = position
        let digits = String(decoding: bytes[try number()], as: UTF8.self)
        if let number = Int64(digits) { return number }
        guard let number = Double(digits), abs(number) < 1e15 else {
            throw CollectionError(offset: start, wanted: "a number of seconds")
        }
        return Int64(number.rounded(.down))
    }

    /// Reads any value and forgets it.
    mutating func skip() throws(CollectionError) {
        try skip(depth: 0)
    }

    private mutating func skip(depth: Int) throws(CollectionError) {
        guard depth < Self.deepest else { throw error("at most \(Self.deepest) values inside each other") }
        switch peek {
        case UInt8(ascii: "\""): _ = try string()
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            let isObject = peek == UInt8(ascii: "{")
            let end = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
            position += 1
            if takes(end) { return }
            repeat {
                skipSpace()
                if isObject {
                    _ = try string()
                    try expect(UInt8(ascii: ":"), "a colon")
                    skipSpace()
                }
                try skip(depth: depth + 1)
            } while takes(UInt8(ascii: ","))
            try expect(end, "a comma or the end of the values")
        case UInt8(ascii: "t"): try skip(word: "true")
        case UInt8(ascii: "f"): try skip(word: "false")
        case UInt8(ascii: "n"): try skip(word: "null")
        default: _ = try number()
        }
    }

    private mutating func skip(word: StaticString) throws(CollectionError) {
        for index in 0..<word.utf8CodeUnitCount {
            guard peek == word.utf8Start[index] else { throw error("a value") }
            position += 1
        }
    }

    private mutating func number() throws(CollectionError) -> Range<Int> {
        let start = position
        if peek == UInt8(ascii: "-") { position += 1 }
        let isZero = peek == UInt8(ascii: "0")
        let digits = skipDigits()
        guard digits > 0, !isZero || digits == 1 else {
            throw CollectionError(offset: start, wanted: "a value")
        }
        if peek == UInt8(ascii: ".") {
            position += 1
            guard skipDigits() > 0 else { throw error("a digit") }
        }
        if let letter = peek, letter | 0x20 == UInt8(ascii: "e") {
            position += 1
            if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { position += 1 }
            guard skipDigits() > 0 else { throw error("a digit") }
        }
        return start..<position
    }

    private mutating func skipDigits() -> Int {
        let start = position
        while let digit = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) { position += 1 }
        return position - start
    }
}

extension JSONScanner {
    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    private func error(_ wanted: String) -> CollectionError {
        CollectionError(offset: position, wanted: wanted)
    }

    private mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { position += 1 }
    }

    private mutating func takes(_ byte: UInt8) -> Bool {
        skipSpace()
        guard peek == byte else { return false }
        position += 1
        return true
    }

    private mutating func expect(_ byte: UInt8, _ wanted: String) throws(CollectionError) {
        if !takes(byte) { throw error(wanted) }
    }

    /// Steps over bytes that stand for themselves, eight at a time: all but `"`, `\` and those below space.
    private mutating func skipPlain() {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let high: UInt64 = 0x80 &* ones
        let raw = UnsafeRawBufferPointer(bytes)
        while position &+ 8 <= raw.count {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            // A zero byte shows in the high bit of (x − 1) & ~x (Hacker's Delight, §6-1); so does, with x − 0x20, a
            // byte below space.
            let quote = word ^ (0x22 &* ones)
            let backslash = word ^ (0x5C &* ones)
            let found =
                ((quote &- ones) & ~quote | (backslash &- ones) & ~backslash | (word &- 0x20 &* ones) & ~word)
                & high
            if found != 0 {
                position &+= found.trailingZeroBitCount >> 3
                return
            }
            position &+= 8
        }
        while let byte = peek, byte != 0x22, byte != 0x5C, byte >= 0x20 { position += 1 }
    }

    /// Resolves the escape whose backslash was just read.
    private mutating func appendEscaped(to content: inout [UInt8]) throws(CollectionError) {
        guard let letter = peek else { throw error("an escape") }
        let byte: UInt8
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): byte = letter
        case UInt8(ascii: "b"): byte = 0x08
        case UInt8(ascii: "f"): byte = 0x0C
        case UInt8(ascii: "n"): byte = 0x0A
        case UInt8(ascii: "r"): byte = 0x0D
        case UInt8(ascii: "t"): byte = 0x09
        case UInt8(ascii: "u"):
            position += 1
            return content.append(contentsOf: utf8(of: try escapedScalar()))
        default: throw error("one of the escapes \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u")
        }
        position += 1
        content.append(byte)
    }

    /// The code point of `\uXXXX`, of which `\u` is read, with its second half when it has one.
    private mutating func escapedScalar() throws(CollectionError) -> Unicode.Scalar {
        let first = try fourDigits()
        guard 0xD800..<0xDC00 ~= first, position + 1 < bytes.count, peek == UInt8(ascii: "\\"),
            bytes[position + 1] == UInt8(ascii: "u")
        else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
        let afterFirst = position
        position += 2
        let second = try fourDigits()
        guard 0xDC00..<0xE000 ~= second else {
            position = afterFirst
            return "\u{FFFD}"
        }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + second - 0xDC00) ?? "\u{FFFD}"
    }

    private mutating func fourDigits() throws(CollectionError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw error("four hex digits")
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }

    private func utf8(of scalar: Unicode.Scalar) -> [UInt8] { Array(String(scalar).utf8) }
}
