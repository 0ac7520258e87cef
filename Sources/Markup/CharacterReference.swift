/// A character reference of HTML or XML, read from text: `&eacute;`, `&#233;`, `&#xE9;`.
package struct CharacterReference: Equatable, Sendable {
    /// One code point, or two for a few names; 0 stands for none.
    package var codePoints: (UInt32, UInt32)
    /// Bytes it takes in the text, from the `&` to the `;` where there is one.
    package var byteCount: Int
    /// Whether the text gave a number instead of a name.
    package var isNumeric: Bool
    /// Whether the number named a place of windows-1252's upper control block and was read as windows-1252.
    package var isWindows1252 = false
    /// Whether a semicolon closed it.
    package var isClosed: Bool

    package static func == (left: CharacterReference, right: CharacterReference) -> Bool {
        left.codePoints == right.codePoints && left.byteCount == right.byteCount
            && left.isNumeric == right.isNumeric && left.isWindows1252 == right.isWindows1252
            && left.isClosed == right.isClosed
    }

    /// Appends the characters as UTF-8.
    package func append(to bytes: inout [UInt8]) {
        appendUTF8(codePoints.0, to: &bytes)
        if codePoints.1 != 0 { appendUTF8(codePoints.1, to: &bytes) }
    }
}

/// Reads the character reference that starts at `ampersand`, as browsers do.
///
/// Numbers of the C1 block mean windows-1252 (`&#150;` is a dash), impossible numbers U+FFFD; a number needs no semicolon,
/// and neither do the names that HTML has always read without one, unless a letter, digit or `=` follows.
///
/// - Parameter text: UTF-8; only `text[ampersand...]` is read, at most 34 bytes of it.
/// - Returns: nil when it is no reference but a bare `&`.
package func characterReference(in text: Span<UInt8>, at ampersand: Int) -> CharacterReference? {
    let start = ampersand + 1
    guard start < text.count else { return nil }
    return text[start] == UInt8(ascii: "#")
        ? numericReference(in: text, at: ampersand) : namedReference(in: text, at: ampersand)
}

private func numericReference(in text: Span<UInt8>, at ampersand: Int) -> CharacterReference? {
    var position = ampersand + 2
    var isHexadecimal = false
    if position < text.count, text[position] | 0x20 == UInt8(ascii: "x") {
        isHexadecimal = true
        position += 1
    }
    var value: UInt32 = 0
    let firstDigit = position
    while position < text.count, position - firstDigit < 24,
        let digit = digitValue(text[position], isHexadecimal: isHexadecimal)
    {
        value = min(value, 0x0FFF_FFFF) * (isHexadecimal ? 16 : 10) + digit
        position += 1
    }
    guard position > firstDigit else { return nil }
    let isClosed = position < text.count && text[position] == UInt8(ascii: ";")
    if isClosed { position += 1 }
    let isControl = (0x80...0x9F).contains(value)
    let codePoint =
        isControl ? windows1252CodePoints[Int(value) - 0x80] : (Unicode.Scalar(value)?.value ?? 0xFFFD)
    return CharacterReference(
        codePoints: (codePoint == 0 ? 0xFFFD : codePoint, 0), byteCount: position - ampersand,
        isNumeric: true, isWindows1252: isControl, isClosed: isClosed)
}

private func digitValue(_ byte: UInt8, isHexadecimal: Bool) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f") where isHexadecimal: UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F") where isHexadecimal: UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
}

private func namedReference(in text: Span<UInt8>, at ampersand: Int) -> CharacterReference? {
    var end = ampersand + 1
    let limit = min(text.count, ampersand + 1 + HTMLEntities.longestName)
    while end < limit, isLetterOrDigit(text[end]) { end += 1 }
    guard end > ampersand + 1 else { return nil }
    if end < text.count, text[end] == UInt8(ascii: ";") {
        guard let entity = HTMLEntities.named(text.extracting(ampersand + 1..<end)) else { return nil }
        return CharacterReference(
            codePoints: (entity.first, entity.second), byteCount: end + 1 - ampersand, isNumeric: false,
            isClosed: true)
    }
    guard end == text.count || text[end] != UInt8(ascii: "=") else { return nil }
    guard let entity = HTMLEntities.named(text.extracting(ampersand + 1..<end)), entity.isReadUnclosed else {
        return nil
    }
    return CharacterReference(
        codePoints: (entity.first, entity.second), byteCount: end - ampersand, isNumeric: false,
        isClosed: false)
}

/// What the bytes 0x80…0x9F mean in windows-1252; 0 where it leaves one undefined.
let windows1252CodePoints: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
]

/// Appends one code point as UTF-8; one that is no Unicode scalar becomes U+FFFD.
package func appendUTF8(_ codePoint: UInt32, to bytes: inout [UInt8]) {
    let scalar = Unicode.Scalar(codePoint) ?? "\u{FFFD}"
    bytes.append(contentsOf: Unicode.UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter)
}

/// Whether a byte is an ASCII letter or digit.
package func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"):
        true
    default: false
    }
}

/// The byte that windows-1252 has for a character, its undefined places standing for themselves; nil for all others.
package func windows1252Byte(_ scalar: Unicode.Scalar) -> UInt8? {
    if scalar.value < 0x80 || (0xA0...0xFF).contains(scalar.value) { return UInt8(scalar.value) }
    if (0x80...0x9F).contains(scalar.value) {
        return windows1252CodePoints[Int(scalar.value) - 0x80] == 0 ? UInt8(scalar.value) : nil
    }
    return windows1252CodePoints.firstIndex(of: scalar.value).map { UInt8(0x80 + $0) }
}
