/// A text in UTF-8 into which somebody pasted windows-1252: `Espa\xF1a`, `don\x92t`.
///
/// A byte beyond ASCII that stands alone beside an ASCII letter, or as a word between such words, is no UTF-8, and no remains of a character that was cut
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
        guard before < 0x80, after < 0x80,
            isLetter(before) || isLetter(after) || isWord(at: index, in: text),
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

/// Whether a byte is a word by itself, as `à`, `è` and `ó` are, among words of ASCII letters.
private func isWord(at index: Int, in text: Span<UInt8>) -> Bool {
    guard index >= 1, index + 2 < text.count, text[index - 1] == 0x20, text[index + 1] == 0x20,
        isLetter(text[index + 2])
    else { return false }
    switch text[index] {
    case 0xC0, 0xC8, 0xC9, 0xD2, 0xD3, 0xE0, 0xE8, 0xE9, 0xF2, 0xF3: return true
    default: return false
    }
}

/// What each byte means in windows-1252, U+FFFD where it means nothing; empty should iconv not know the charset.
private let windows1252Characters: [Unicode.Scalar] =
    CharsetCandidate.all.first { $0.charset == .windows1252 }?.characters ?? []

private func windows1252Scalar(_ byte: UInt8) -> Unicode.Scalar? {
    guard Int(byte) < windows1252Characters.count else { return nil }
    let scalar = windows1252Characters[Int(byte)]
    return scalar == "\u{FFFD}" ? nil : scalar
}
