/// The tokens of a JSON5 document, byte by byte. The bytes are known to be UTF-8.
struct JSON5Scanner {
    let bytes: [UInt8]
    private(set) var offset = 0

    init(bytes: [UInt8], offset: Int = 0) {
        self.bytes = bytes
        self.offset = offset
    }

    var isAtEnd: Bool { offset >= bytes.count }

    /// The byte at hand; 0 at the end, where no token starts either.
    var peek: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

    mutating func advance() { offset += 1 }

    mutating func skip(_ byte: UInt8) -> Bool {
        guard !isAtEnd, bytes[offset] == byte else { return false }
        offset += 1
        return true
    }

    /// Skips `word` when it stands here and no identifier goes on behind it.
    mutating func skip(word: String) -> Bool {
        guard bytes[offset...].starts(with: word.utf8) else { return false }
        let end = offset + word.utf8.count
        guard end == bytes.count || !isIdentifierByte(bytes[end]) else { return false }
        offset = end
        return true
    }

    /// Skips white space of every kind, line ends and comments.
    mutating func skipSpace() throws(JSON5Error) {
        while let scalar = scalar() {
            if scalar == "/" {
                try skipComment()
            } else if scalar.properties.isWhitespace || scalar == "\u{FEFF}" {
                offset += UTF8.width(scalar)
            } else {
                return
            }
        }
    }

    /// A key: quoted, or an identifier as ECMAScript has them.
    mutating func key() throws(JSON5Error) -> String {
        if peek == UInt8(ascii: "\"") || peek == UInt8(ascii: "'") { return try string() }
        var key = String.UnicodeScalarView()
        while let scalar = scalar() {
            if scalar == "\\" {
                let start = offset
                offset += 1
                guard skip(UInt8(ascii: "u")) else { throw unexpected("\\u and four hex digits", at: start) }
                key.append(try unicodeEscape(from: start))
            } else if isIdentifier(scalar, isFirst: key.isEmpty) {
                key.append(scalar)
                offset += UTF8.width(scalar)
            } else {
                break
            }
        }
        guard !key.isEmpty else { throw unexpected("a key or \"}\"") }
        return String(key)
    }

    /// A string in either kind of quotes.
    mutating func string() throws(JSON5Error) -> String {
        let start = offset
        let quote = peek
        offset += 1
        var text: [UInt8] = []
        while !isAtEnd {
            let byte = bytes[offset]
            if byte == quote {
                offset += 1
                return String(decoding: text, as: UTF8.self)
            }
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                throw JSON5Error(
                    offset: offset, found: "a line end within a string",
                    wanted: "the closing quote, or \\n")
            }
            offset += 1
            if byte == UInt8(ascii: "\\") {
                try escape(into: &text)
            } else {
                text.append(byte)
            }
        }
        throw JSON5Error(
            offset: start, found: "a string that does not end", wanted: "its closing quote")
    }

    /// A number, and as it is written.
    mutating func number() throws(JSON5Error) -> (Double, written: String) {
        let start = offset
        while !isAtEnd,
            peek < 0x80 && isIdentifierByte(peek) || peek == UInt8(ascii: "+")
                || peek == UInt8(ascii: "-") || peek == UInt8(ascii: ".")
        {
            offset += 1
        }
        let written = String(decoding: bytes[start..<offset], as: UTF8.self)
        guard let number = json5Number(written) else {
            throw JSON5Error(
                offset: start, found: quoted(written), wanted: "a number, or quotes around a text")
        }
        return (number, written)
    }

    /// The error that something else stands here.
    func unexpected(_ wanted: String, at start: Int? = nil) -> JSON5Error {
        let start = start ?? offset
        guard start < bytes.count else {
            return JSON5Error(offset: bytes.count, found: "the end of the file", wanted: wanted)
        }
        let word = bytes[start...].prefix(40).prefix(while: isIdentifierByte)
        if !word.isEmpty {
            return JSON5Error(
                offset: start, found: quoted(String(decoding: word, as: UTF8.self)), wanted: wanted)
        }
        return JSON5Error(
            offset: start, found: quoted(scalar(at: start).map { String($0) } ?? ""), wanted: wanted)
    }
}

extension JSON5Scanner {
    private func scalar() -> Unicode.Scalar? { scalar(at: offset) }

    private func scalar(at offset: Int) -> Unicode.Scalar? {
        guard offset < bytes.count else { return nil }
        if bytes[offset] < 0x80 { return Unicode.Scalar(bytes[offset]) }
        return String(decoding: bytes[offset..<min(offset + 4, bytes.count)], as: UTF8.self)
            .unicodeScalars.first
    }

    private var isAtLineEnd: Bool {
        // The line and paragraph separators U+2028 and U+2029 end lines too.
        peek == 0x0A || peek == 0x0D || peek == 0xE2 && bytes[offset...].starts(with: [0xE2, 0x80, 0xA8])
            || peek == 0xE2 && bytes[offset...].starts(with: [0xE2, 0x80, 0xA9])
    }

    private mutating func skipComment() throws(JSON5Error) {
        let start = offset
        switch offset + 1 < bytes.count ? bytes[offset + 1] : 0 {
        case UInt8(ascii: "/"):
            while !isAtEnd, !isAtLineEnd { offset += 1 }
        case UInt8(ascii: "*"):
            offset += 2
            while offset + 1 < bytes.count {
                if bytes[offset] == UInt8(ascii: "*"), bytes[offset + 1] == UInt8(ascii: "/") {
                    offset += 2
                    return
                }
                offset += 1
            }
            throw JSON5Error(offset: start, found: "a comment that does not end", wanted: "*/")
        default:
            throw unexpected("a comment: // or /*")
        }
    }

    /// What stands behind a backslash in a string.
    private mutating func escape(into text: inout [UInt8]) throws(JSON5Error) {
        let start = offset - 1
        guard let scalar = scalar() else { return }
        offset += UTF8.width(scalar)
        switch scalar {
        case "b": text.append(0x08)
        case "f": text.append(0x0C)
        case "n": text.append(0x0A)
        case "r": text.append(0x0D)
        case "t": text.append(0x09)
        case "v": text.append(0x0B)
        case "0" where !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(peek): text.append(0)
        case "0"..."9":
            throw JSON5Error(offset: start, found: quoted("\\\(scalar)"), wanted: "\\x and two hex digits")
        case "x": text += String(Character(try scalarEscape(digits: 2, from: start))).utf8
        case "u": text += String(Character(try unicodeEscape(from: start))).utf8
        case "\r": _ = skip(0x0A)
        case "\n", "\u{2028}", "\u{2029}": break
        default: text += String(Character(scalar)).utf8
        }
    }

    /// The scalar of `\uXXXX`, or of two that form a surrogate pair; the `\u` is behind us.
    private mutating func unicodeEscape(from start: Int) throws(JSON5Error) -> Unicode.Scalar {
        let wanted = "\\u and four hex digits, in pairs for letters beyond U+FFFF"
        guard let first = hexNumber(digits: 4) else { throw unexpected(wanted, at: start) }
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, skip(UInt8(ascii: "\\")), skip(UInt8(ascii: "u")),
            let second = hexNumber(digits: 4),
            (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw unexpected(wanted, at: start) }
        return scalar
    }

    private mutating func scalarEscape(digits: Int, from start: Int) throws(JSON5Error) -> Unicode.Scalar {
        guard let number = hexNumber(digits: digits), let scalar = Unicode.Scalar(number) else {
            throw unexpected("\\x and two hex digits", at: start)
        }
        return scalar
    }

    private mutating func hexNumber(digits: Int) -> UInt32? {
        guard offset + digits <= bytes.count else { return nil }
        var number: UInt32 = 0
        for byte in bytes[offset..<offset + digits] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            number = number << 4 + UInt32(digit)
        }
        offset += digits
        return number
    }
}

/// A number as JSON5 writes them; nil for anything else. A leading zero would be octal elsewhere and is refused.
private func json5Number(_ written: String) -> Double? {
    var text = written[...]
    var sign = 1.0
    if text.hasPrefix("+") || text.hasPrefix("-") { sign = text.removeFirst() == "-" ? -1 : 1 }
    if text == "Infinity" { return sign * .infinity }
    if text == "NaN" { return .nan }
    if text.hasPrefix("0x") || text.hasPrefix("0X") {
        guard text.utf8.count <= 18, let number = UInt64(text.dropFirst(2), radix: 16) else { return nil }
        return text.dropFirst(2).hasPrefix("+") ? nil : sign * Double(number)
    }
    let mantissa = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let digits = mantissa.filter { $0 != "." }
    guard !digits.isEmpty, mantissa.utf8.count - digits.utf8.count <= 1, text.utf8.count <= 400,
        mantissa.utf8.count < 2 || !mantissa.hasPrefix("0") || mantissa.hasPrefix("0.")
    else { return nil }
    var exponent = text.dropFirst(mantissa.count)
    if !exponent.isEmpty {
        guard exponent.removeFirst().lowercased() == "e" else { return nil }
        let size = exponent.hasPrefix("+") || exponent.hasPrefix("-") ? exponent.dropFirst() : exponent
        guard !size.isEmpty, size.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    }
    let whole = mantissa.hasPrefix(".") ? "0" + mantissa : String(mantissa)
    let padded = whole.hasSuffix(".") ? whole + "0" : whole
    return Double(padded + text.dropFirst(mantissa.count)).map { sign * $0 }
}

private func isIdentifierByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"):
        true
    default: byte >= 0x80
    }
}

private func isIdentifier(_ scalar: Unicode.Scalar, isFirst: Bool) -> Bool {
    if scalar == "$" || scalar == "_" { return true }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber:
        return true
    case .nonspacingMark, .spacingMark, .decimalNumber, .connectorPunctuation:
        return !isFirst
    default:
        return !isFirst && (scalar == "\u{200C}" || scalar == "\u{200D}")
    }
}
