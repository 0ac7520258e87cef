/// How long a text is for a reader, in units of a Latin letter.
///
/// Letters and digits count one; those of Chinese, Japanese, Korean and the scripts of India and South-East Asia two, as
/// they say about twice as much: a letter there is a syllable. Vowel signs, spaces and punctuation count nothing.
func textUnits(_ text: some StringProtocol) -> Int {
    var units = 0
    for scalar in text.unicodeScalars {
        if scalar.value < 0x80 {
            let isLetter = (0x61...0x7A).contains(scalar.value | 0x20)
            if isLetter || (0x30...0x39).contains(scalar.value) { units += 1 }
        } else {
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
                .decimalNumber:
                units += isWide(scalar) ? 2 : 1
            default: break
            }
        }
    }
    return units
}

private func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Devanagari to Sinhala; Thai, Lao, Tibetan, Myanmar; Khmer; kana, Han, Hangul; and the planes of further Han.
    case 0x900...0x109F, 0x1100...0x11FF, 0x1780...0x17FF, 0x3040...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF,
        0x20000...0x3FFFF:
        true
    default: false
    }
}
