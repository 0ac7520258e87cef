/// Path, query and fragment with everything percent-encoded that a URL may not hold; what is encoded stays so.
/// In the path backslashes become slashes.
func escapedTail(_ tail: ArraySlice<UInt8>) -> [UInt8] {
    var escaped: [UInt8] = []
    escaped.reserveCapacity(tail.count + 16)
    var isPath = true
    var hasFragment = false
    for byte in tail {
        switch byte {
        case UInt8(ascii: "?"):
            isPath = false
            escaped.append(byte)
        case UInt8(ascii: "#"):
            isPath = false
            if hasFragment { appendEscaped(byte, to: &escaped) } else { escaped.append(byte) }
            hasFragment = true
        case UInt8(ascii: "\\") where isPath:
            escaped.append(UInt8(ascii: "/"))
        default:
            if isForbiddenInURL(byte) { appendEscaped(byte, to: &escaped) } else { escaped.append(byte) }
        }
    }
    return escaped
}

/// RFC 3986 §6.2.2: unreserved characters plain, all other escapes in capitals, a lone `%` escaped.
func normalisedPercent(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var normal: [UInt8] = []
    normal.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
        guard bytes[index] == UInt8(ascii: "%") else {
            if isForbiddenInURL(bytes[index]) {
                appendEscaped(bytes[index], to: &normal)
            } else {
                normal.append(bytes[index])
            }
            index += 1
            continue
        }
        guard let value = escapedValue(bytes, at: index) else {
            normal += Array("%25".utf8)
            index += 1
            continue
        }
        if isUnreserved(value) { normal.append(value) } else { appendEscaped(value, to: &normal) }
        index += 3
    }
    return String(decoding: normal, as: UTF8.self)
}

/// The bytes with every well-formed escape resolved.
func unescaped(_ bytes: some Collection<UInt8>) -> [UInt8] {
    let bytes = Array(bytes)
    var plain: [UInt8] = []
    var index = 0
    while index < bytes.count {
        if let value = escapedValue(bytes, at: index) {
            plain.append(value)
            index += 3
        } else {
            plain.append(bytes[index])
            index += 1
        }
    }
    return plain
}

func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}

func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

private func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
    default: isLetter(byte) || isDigit(byte)
    }
}

func isForbiddenInURL(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x7F...0xFF: true
    case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "^"),
        UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
        true
    default: false
    }
}

private func appendEscaped(_ byte: UInt8, to bytes: inout [UInt8]) {
    let digits = Array("0123456789ABCDEF".utf8)
    bytes.append(UInt8(ascii: "%"))
    bytes.append(digits[Int(byte >> 4)])
    bytes.append(digits[Int(byte & 15)])
}

/// The value of the escape `%XX` at `index`; nil when there is none.
private func escapedValue(_ bytes: [UInt8], at index: Int) -> UInt8? {
    guard index + 2 < bytes.count, bytes[index] == UInt8(ascii: "%"), let high = hexValue(bytes[index + 1]),
        let low = hexValue(bytes[index + 2])
    else { return nil }
    return high << 4 | low
}

private func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
}
