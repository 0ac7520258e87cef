/// A duration as people write it: `15m`, `90s`, `1h30m`, `7d`, `2w`. Largest units first, each at most once.
///
/// - Returns: nil for anything else, and beyond a hundred years.
func duration(_ text: String) -> Duration? {
    let units: [(UInt8, Int64)] = [
        (UInt8(ascii: "w"), 604_800), (UInt8(ascii: "d"), 86_400), (UInt8(ascii: "h"), 3600),
        (UInt8(ascii: "m"), 60), (UInt8(ascii: "s"), 1),
    ]
    var rest = Array(text.utf8)[...]
    var allowed = units[...]
    var seconds: Int64 = 0
    while !rest.isEmpty {
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        guard let number = Int64(String(decoding: digits, as: UTF8.self)), digits.count <= 10,
            let unit = rest.dropFirst(digits.count).first,
            let position = allowed.firstIndex(where: { $0.0 == unit })
        else { return nil }
        seconds += number * allowed[position].1
        allowed = allowed[(position + 1)...]
        rest = rest.dropFirst(digits.count + 1)
    }
    guard !text.isEmpty, seconds <= 36_500 * 86_400 else { return nil }
    return .seconds(seconds)
}

/// A duration written as ``duration(_:)`` reads it.
func durationText(_ duration: Duration) -> String {
    var seconds = duration.components.seconds
    var text = ""
    for (unit, size) in [("d", Int64(86_400)), ("h", 3600), ("m", 60), ("s", 1)] where seconds >= size {
        text += "\(seconds / size)\(unit)"
        seconds %= size
    }
    return text.isEmpty ? "0s" : text
}

/// A size in bytes: a number, or a text such as `8MB`, `512kB`, `1GB`; the units are powers of 1,024.
///
/// - Returns: nil for anything else, and beyond 2⁴⁰.
func byteCount(_ kind: JSON5Value.Kind) -> Int? {
    switch kind {
    case .number(let number, _):
        return number >= 0 && number <= 1_099_511_627_776 && number == number.rounded() ? Int(number) : nil
    case .string(let text):
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard digits.utf8.count <= 10, let number = Int(digits) else { return nil }
        let shifts = ["b": 0, "kb": 10, "mb": 20, "gb": 30]
        guard let shift = shifts[text.dropFirst(digits.count).lowercased()], number <= 1 << (40 - shift)
        else { return nil }
        return number << shift
    default:
        return nil
    }
}

/// A language tag in the usual case (`zh-Hans`, `pt-BR`), when the text has the shape of one.
///
/// Language, then script, region and variants, RFC 5646 §2.1; whether they are registered is not asked.
package func languageTag(_ text: String) -> String? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let language = parts.first, parts.count <= 8, (2...3).contains(language.utf8.count),
        language.utf8.allSatisfy(isLetter)
    else { return nil }
    var tag = language.lowercased()
    for part in parts.dropFirst() {
        guard (2...8).contains(part.utf8.count), part.utf8.allSatisfy({ isLetter($0) || isDigit($0) })
        else { return nil }
        switch part.utf8.count {
        case 2: tag += "-" + part.uppercased()
        case 4 where part.utf8.allSatisfy(isLetter):
            tag += "-" + part.prefix(1).uppercased() + part.dropFirst().lowercased()
        default: tag += "-" + part.lowercased()
        }
    }
    return tag
}

private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}

func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

/// A number without a fraction, when it lies in the range.
func wholeNumber(_ kind: JSON5Value.Kind, in range: ClosedRange<Double>) -> Int? {
    guard case .number(let number, _) = kind, range.contains(number), number == number.rounded() else {
        return nil
    }
    return Int(number)
}
