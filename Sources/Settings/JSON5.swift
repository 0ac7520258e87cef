/// A value of a JSON5 document, and where it stands.
struct JSON5Value: Sendable, Equatable {
    enum Kind: Sendable, Equatable {
        case null
        case bool(Bool)
        /// The number, and as it is written.
        case number(Double, written: String)
        case string(String)
        case array([JSON5Value])
        /// In the order of the document, repeated keys included.
        case object([JSON5Member])
    }

    var kind: Kind
    /// The byte it starts at.
    var offset: Int
    /// The byte behind it.
    var end: Int
}

/// A key of an object with its value.
struct JSON5Member: Sendable, Equatable {
    var key: String
    /// The byte the key starts at.
    var offset: Int
    var value: JSON5Value
}

/// Why bytes are no JSON5 document.
struct JSON5Error: Error, Equatable {
    /// The byte where the trouble starts; nil when it is the whole document.
    var offset: Int?
    var found: String
    var wanted: String
}

/// How large a document may be.
struct JSON5Bounds: Sendable {
    var maxBytes = 64 << 20
    /// Arrays and objects inside each other.
    var maxDepth = 32
    /// Values of every kind, each of which costs some fifty bytes.
    var maxValues = 2_000_000
}

/// Reads a whole document (json5.org, version 1.0.0).
///
/// Of JSON's grammar it relaxes what JSON5 does: comments, trailing commas, unquoted keys, single quotes, line
/// continuations, hexadecimal and signed numbers. Every value keeps its place, which is why this is not
/// Foundation's reader.
///
/// - Parameter bytes: UTF-8, with or without a byte order mark.
func json5Value(_ bytes: [UInt8], bounds: JSON5Bounds = JSON5Bounds()) throws(JSON5Error) -> JSON5Value {
    guard bytes.count <= bounds.maxBytes else {
        throw JSON5Error(
            offset: nil, found: "more than \(bounds.maxBytes) bytes", wanted: "fewer")
    }
    do throws(UTF8.ValidationError) {
        _ = try UTF8Span(validating: bytes.span)
    } catch {
        throw JSON5Error(
            offset: error.byteOffsets.lowerBound, found: "a byte that is not UTF-8",
            wanted: "a text in UTF-8")
    }
    var reader = JSON5Reader(bytes: bytes, bounds: bounds)
    return try reader.document()
}

/// The state of reading one document. Its bytes are known to be UTF-8.
private struct JSON5Reader {
    var scanner: JSON5Scanner
    let bounds: JSON5Bounds
    var valueCount = 0

    init(bytes: [UInt8], bounds: JSON5Bounds) {
        scanner = JSON5Scanner(bytes: bytes)
        self.bounds = bounds
    }

    mutating func document() throws(JSON5Error) -> JSON5Value {
        let value = try value(depth: 0)
        try scanner.skipSpace()
        guard scanner.isAtEnd else { throw scanner.unexpected("the end of the file") }
        return value
    }

    private mutating func value(depth: Int) throws(JSON5Error) -> JSON5Value {
        try scanner.skipSpace()
        let start = scanner.offset
        valueCount += 1
        guard valueCount <= bounds.maxValues else {
            throw JSON5Error(
                offset: start, found: "more than \(bounds.maxValues) values", wanted: "fewer")
        }
        let kind: JSON5Value.Kind
        switch scanner.peek {
        case UInt8(ascii: "{"): kind = .object(try members(depth: try deeper(depth)))
        case UInt8(ascii: "["): kind = .array(try elements(depth: try deeper(depth)))
        case UInt8(ascii: "\""), UInt8(ascii: "'"): kind = .string(try scanner.string())
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
            UInt8(ascii: "."), UInt8(ascii: "I"), UInt8(ascii: "N"):
            let (number, written) = try scanner.number()
            kind = .number(number, written: written)
        default: kind = try literal()
        }
        return JSON5Value(kind: kind, offset: start, end: scanner.offset)
    }

    private func deeper(_ depth: Int) throws(JSON5Error) -> Int {
        guard depth < bounds.maxDepth else {
            throw JSON5Error(
                offset: scanner.offset, found: "more than \(bounds.maxDepth) levels of lists and objects",
                wanted: "fewer")
        }
        return depth + 1
    }

    private mutating func literal() throws(JSON5Error) -> JSON5Value.Kind {
        let literals: [(String, JSON5Value.Kind)] = [
            ("true", .bool(true)), ("false", .bool(false)), ("null", .null),
        ]
        for (word, kind) in literals where scanner.skip(word: word) { return kind }
        throw scanner.unexpected("a value")
    }

    private mutating func elements(depth: Int) throws(JSON5Error) -> [JSON5Value] {
        scanner.advance()
        var elements: [JSON5Value] = []
        while true {
            try scanner.skipSpace()
            if scanner.skip(UInt8(ascii: "]")) { return elements }
            elements.append(try value(depth: depth))
            try scanner.skipSpace()
            if scanner.skip(UInt8(ascii: ",")) { continue }
            guard scanner.peek == UInt8(ascii: "]") else { throw scanner.unexpected("\",\" or \"]\"") }
        }
    }

    private mutating func members(depth: Int) throws(JSON5Error) -> [JSON5Member] {
        scanner.advance()
        var members: [JSON5Member] = []
        while true {
            try scanner.skipSpace()
            if scanner.skip(UInt8(ascii: "}")) { return members }
            let start = scanner.offset
            let key = try scanner.key()
            try scanner.skipSpace()
            guard scanner.skip(UInt8(ascii: ":")) else { throw scanner.unexpected("\":\" after the key") }
            members.append(JSON5Member(key: key, offset: start, value: try value(depth: depth)))
            try scanner.skipSpace()
            if scanner.skip(UInt8(ascii: ",")) { continue }
            guard scanner.peek == UInt8(ascii: "}") else { throw scanner.unexpected("\",\" or \"}\"") }
        }
    }
}
