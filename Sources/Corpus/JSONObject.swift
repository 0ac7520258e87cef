/// A JSON object in the making, on one line, with its keys in the order they were added.
///
/// Foundation's encoder knows no order but the alphabet's, and a person reads a ledger from the left.
struct JSONObject {
    private var body: [UInt8] = []

    /// The object.
    var bytes: [UInt8] { [0x7B] + body + [0x7D] }

    mutating func add(_ key: String, _ value: String?) {
        guard let value else { return }
        addKey(key)
        addText(value)
    }

    mutating func add(_ key: String, _ value: Int?) {
        guard let value else { return }
        addKey(key)
        body += "\(value)".utf8
    }

    /// Infinities and not-a-number have no JSON and are left out.
    mutating func add(_ key: String, _ value: Double?) {
        guard let value, value.isFinite else { return }
        addKey(key)
        body += "\(value)".utf8
    }

    mutating func add(_ key: String, _ value: Bool) {
        addKey(key)
        body += "\(value)".utf8
    }

    mutating func add(_ key: String, _ value: JSONObject?) {
        guard let value else { return }
        addKey(key)
        body += value.bytes
    }

    mutating func add(_ key: String, _ values: [JSONObject]) {
        addKey(key)
        body.append(0x5B)
        for (index, value) in values.enumerated() {
            if index > 0 { body.append(0x2C) }
            body += value.bytes
        }
        body.append(0x5D)
    }

    mutating func add(_ key: String, _ values: [Int]) {
        addKey(key)
        body += "[\(values.map(String.init).joined(separator: ","))]".utf8
    }

    private mutating func addKey(_ key: String) {
        if !body.isEmpty { body.append(0x2C) }
        addText(key)
        body.append(0x3A)
    }

    private mutating func addText(_ text: String) {
        body.append(0x22)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x22: body += "\\\"".utf8
            case 0x5C: body += "\\\\".utf8
            case 0x0A: body += "\\n".utf8
            case 0x0D: body += "\\r".utf8
            case 0x09: body += "\\t".utf8
            // What could drive a terminal that prints the ledger, or turn its reading direction.
            case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069:
                let digits = String(scalar.value, radix: 16)
                body += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8
            default: body += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            }
        }
        body.append(0x22)
    }
}
