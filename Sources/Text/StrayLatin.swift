/// A text in UTF-8 into which somebody pasted windows-1252: `Espa\xF1a`, `don\x92t`.
///
/// A byte beyond ASCII that stands alone beside an ASCII letter is no UTF-8, and no remains of a character that was cut
/// either: these have other letters of their script beside them.
///
/// - Returns: the text with these bytes as UTF-8, and how many they were; nil when there are none.
/// - Complexity: O(n).
func withStrayLatinRead(_ text: Span<UInt8>) -> (bytes: [UInt8], count: Int)? {
    var bytes: [UInt8] = []
    var count = 0
    var copied = 0
    for index in text.indices where text[index] >= 0x80 {
        let before = index > 0 ? text[index - 1] : 0x20
        let after = index + 1 < text.count ? text[index + 1] : 0x20
        guard before < 0x80, after < 0x80, isLetter(before) || isLetter(after),
            let scalar = windows1252Scalar(text[index])
        else { continue }
        text.extracting(copied..<index).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        copied = index + 1
        count += 1
    }
    guard count > 0 else { return nil }
    text.extracting(copied...).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    return (bytes, count)
}

/// What windows-1252 has where Latin-1 has controls; zero where it has nothing.
private let upperControls: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
    0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,
    0x017E, 0x0178,
]

private func windows1252Scalar(_ byte: UInt8) -> Unicode.Scalar? {
    guard byte < 0xA0 else { return Unicode.Scalar(byte) }
    let value = upperControls[Int(byte) - 0x80]
    return value == 0 ? nil : Unicode.Scalar(value)
}
