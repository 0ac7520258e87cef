/// The part of a text that tells its language, safe to hand to CLD2.
struct LanguageSample {
    /// Well-formed UTF-8 with spaces in the place of control characters, no longer than asked for.
    let bytes: [UInt8]
    /// The same without words that begin with a capital (after an opening quote at most); empty when all do.
    let wordsWithoutCapital: [UInt8]
    let hasCapitals: Bool

    init(of utf8: [UInt8], longest: Int) {
        var end = min(utf8.count, longest)
        while end < utf8.count, end > 0, utf8[end] & 0xC0 == 0x80 { end -= 1 }
        var text = Array(utf8[..<end])
        if !utf8Check(text.span).isValid { text = Array(String(decoding: text, as: UTF8.self).utf8) }
        for index in text.indices where text[index] < 0x20 || text[index] == 0x7F { text[index] = 0x20 }
        bytes = text
        var plain: [UInt8] = []
        var dropped = false
        for word in text.split(separator: 0x20) {
            if beginsWithCapital(word) {
                dropped = true
            } else {
                plain += word
                plain.append(0x20)
            }
        }
        wordsWithoutCapital = plain
        hasCapitals = dropped
    }
}

/// Whether one of the first two characters is a capital.
private func beginsWithCapital(_ word: ArraySlice<UInt8>) -> Bool {
    var decoder = UTF8()
    var bytes = word.prefix(8).makeIterator()
    for _ in 0..<2 {
        guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return false }
        if scalar.value < 0x80 {
            if (0x41...0x5A).contains(scalar.value) { return true }
        } else if scalar.properties.isUppercase {
            return true
        }
    }
    return false
}
