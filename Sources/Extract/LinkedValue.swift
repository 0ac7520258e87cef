import Markup

/// A value of JSON-LD as a page wrote it.
indirect enum LinkedValue: Sendable, Equatable {
    case object([(key: String, value: LinkedValue)])
    case array([LinkedValue])
    case string(String)
    /// A number, `true`, `false` or `null`, as written.
    case word(String)

    static func == (left: LinkedValue, right: LinkedValue) -> Bool {
        switch (left, right) {
        case (.object(let left), .object(let right)):
            left.elementsEqual(right) { $0.key == $1.key && $0.value == $1.value }
        case (.array(let left), .array(let right)): left == right
        case (.string(let left), .string(let right)): left == right
        case (.word(let left), .word(let right)): left == right
        default: false
        }
    }

    /// The first value under a key of an object.
    subscript(key: String) -> LinkedValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// The value itself or, of a list, its first one.
    var first: LinkedValue? {
        if case .array(let values) = self { return values.first?.first }
        return self
    }

    var elements: [LinkedValue] {
        if case .array(let values) = self { return values }
        return [self]
    }

    var text: String? {
        if case .string(let text) = self { return text }
        // `{"@value": "…"}`, with a language or a type beside it.
        if case .object(let members) = self, let value = members.first(where: { $0.key == "@value" })?.value,
            case .string(let text) = value
        {
            return text
        }
        return nil
    }

    /// An object that only names another one.
    var isReference: Bool {
        if case .object(let members) = self { return members.count == 1 && members[0].key == "@id" }
        return false
    }

    var word: String? {
        if case .word(let word) = self { return word }
        return nil
    }
}

/// Reads JSON as it stands in pages: with comments, missing or surplus commas, line breaks and bare quotation marks in
/// strings, apostrophes for quotation marks, bare keys, keys with a prefix for schema.org, several values one behind the
/// other, and cut off anywhere.
///
/// - Complexity: O(n); nesting past 48 levels and values past 20,000 are left out.
struct LinkedValueReader {
    private static let depthLimit = 48
    private static let valueLimit = 20_000

    private let bytes: [UInt8]
    private var index = 0
    private var valueCount = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// All values at the top level.
    mutating func values() -> [LinkedValue] {
        var values: [LinkedValue] = []
        while index < bytes.count, valueCount < LinkedValueReader.valueLimit {
            skipFiller()
            guard index < bytes.count else { break }
            if bytes[index] == UInt8(ascii: "{") || bytes[index] == UInt8(ascii: "[") {
                if let value = value(depth: 0) { values.append(value) }
            } else {
                index += 1
            }
        }
        return values
    }
}

extension LinkedValueReader {
    private mutating func value(depth: Int) -> LinkedValue? {
        skipFiller()
        guard index < bytes.count, depth < LinkedValueReader.depthLimit,
            valueCount < LinkedValueReader.valueLimit
        else { return nil }
        valueCount += 1
        switch bytes[index] {
        case UInt8(ascii: "{"): return object(depth: depth)
        case UInt8(ascii: "["): return array(depth: depth)
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): return .string(string())
        default: return word()
        }
    }

    private mutating func object(depth: Int) -> LinkedValue {
        index += 1
        var members: [(key: String, value: LinkedValue)] = []
        while true {
            skipFiller(andCommas: true)
            guard index < bytes.count else { break }
            if bytes[index] == UInt8(ascii: "}") {
                index += 1
                break
            }
            guard let key = key() else {
                if bytes[index] == UInt8(ascii: "]") { break }
                index += 1
                continue
            }
            skipFiller()
            guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { continue }
            index += 1
            guard let value = value(depth: depth + 1) else {
                skipNesting()
                continue
            }
            members.append((localName(key), value))
        }
        return .object(members)
    }

    /// A key in quotes, or a bare one of letters of ASCII, which is not told from other scraps before its colon is looked
    /// for; nil, with the index where it was, when neither begins here.
    private mutating func key() -> String? {
        switch bytes[index] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return string()
        case UInt8(ascii: "@"), UInt8(ascii: "_"), UInt8(ascii: "$"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            let start = index
            while index < bytes.count, index - start < 64, isKeyByte(bytes[index]) { index += 1 }
            return String(decoding: bytes[start..<index], as: UTF8.self)
        default: return nil
        }
    }

    private func isKeyByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "@"), UInt8(ascii: "_"), UInt8(ascii: "$"), UInt8(ascii: "-"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    private mutating func array(depth: Int) -> LinkedValue {
        index += 1
        var values: [LinkedValue] = []
        while true {
            skipFiller(andCommas: true)
            guard index < bytes.count else { break }
            if bytes[index] == UInt8(ascii: "]") {
                index += 1
                break
            }
            if bytes[index] == UInt8(ascii: "}") || bytes[index] == UInt8(ascii: ":") { break }
            guard let value = value(depth: depth + 1) else {
                skipNesting()
                continue
            }
            values.append(value)
        }
        return .array(values)
    }

    /// A value that is not read for its depth is passed over byte by byte.
    private mutating func skipNesting() {
        if index < bytes.count { index += 1 }
    }

    private mutating func word() -> LinkedValue? {
        let start = index
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), 0x00...0x20:
                return start == index ? nil : .word(String(decoding: bytes[start..<index], as: UTF8.self))
            default: index += 1
            }
        }
        return nil
    }

    /// The string whose opening quotation mark is at the index. A quotation mark closes it only where something that may
    /// follow a string follows.
    private mutating func string() -> String {
        let quote = bytes[index]
        index += 1
        var result: [UInt8] = []
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case quote:
                index += 1
                if closesString() { return String(decoding: result, as: UTF8.self) }
                result.append(byte)
            case UInt8(ascii: "\\"):
                index += 1
                appendEscape(to: &result)
            case UInt8(ascii: "&"):
                // Some pages write their JSON as if it were HTML.
                if let reference = characterReference(in: bytes.span, at: index), reference.isClosed {
                    reference.append(to: &result)
                    index += reference.byteCount
                } else {
                    result.append(byte)
                    index += 1
                }
            case 0x00..<0x20:
                result.append(0x20)
                index += 1
            default:
                result.append(byte)
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private func closesString() -> Bool {
        var next = index
        while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
        guard next < bytes.count else { return true }
        switch bytes[next] {
        case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: "\""),
            UInt8(ascii: "/"):
            return true
        default: return false
        }
    }

    private mutating func appendEscape(to result: inout [UInt8]) {
        guard index < bytes.count else { return }
        let byte = bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "n"): result.append(0x0A)
        case UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"): result.append(0x20)
        case UInt8(ascii: "u"): appendCodeUnit(to: &result)
        default: result.append(byte)
        }
    }

    private mutating func appendCodeUnit(to result: inout [UInt8]) {
        guard var value = fourHexadecimalDigits() else { return }
        if (0xD800...0xDBFF).contains(value), index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
            bytes[index + 1] == UInt8(ascii: "u")
        {
            index += 2
            if let low = fourHexadecimalDigits(), (0xDC00...0xDFFF).contains(low) {
                value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
            }
        }
        appendUTF8(value, to: &result)
    }

    private mutating func fourHexadecimalDigits() -> UInt32? {
        guard index + 4 <= bytes.count else { return nil }
        let digits = String(decoding: bytes[index..<(index + 4)], as: UTF8.self)
        guard let value = UInt32(digits, radix: 16) else { return nil }
        index += 4
        return value
    }

    /// Passes over white space, comments of JavaScript and of HTML, and commas where they may stand.
    private mutating func skipFiller(andCommas commas: Bool = false) {
        while index < bytes.count {
            switch bytes[index] {
            case 0x00...0x20: index += 1
            case UInt8(ascii: ",") where commas: index += 1
            case UInt8(ascii: "/"): skipComment()
            case UInt8(ascii: "<"), UInt8(ascii: "!"): index += 1
            case UInt8(ascii: "-") where !startsNumber: index += 1
            default: return
            }
        }
    }

    private var startsNumber: Bool {
        bytes[index] == UInt8(ascii: "-") && index + 1 < bytes.count
            && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index + 1])
    }

    private mutating func skipComment() {
        let isLine = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "/")
        let isBlock = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "*")
        index += 1
        guard isLine || isBlock else { return }
        index += 1
        while index < bytes.count {
            if isLine, bytes[index] == 0x0A { return }
            if isBlock, bytes[index] == UInt8(ascii: "*"), index + 1 < bytes.count,
                bytes[index + 1] == UInt8(ascii: "/")
            {
                index += 2
                return
            }
            index += 1
        }
    }
}
