/// Whether a folded letter is a vowel, or a vowel's sign, of its script.
///
/// In Arabic script and Hebrew these are the letters that also write long vowels; in scripts of India the
/// vowel signs and the sign that there is none.
func isVowel(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "a", "e", "i", "o", "u", "y": true
    case "α", "ε", "η", "ι", "ο", "υ", "ω": true
    case "а", "е", "и", "о", "у", "ы", "э", "ю", "я", "і", "ї", "є", "й", "ь", "ў": true
    case "ә", "ө", "ү", "ұ": true
    case "ա", "ե", "է", "ը", "ի", "ո", "օ", "ւ": true
    case "ა", "ე", "ი", "ო", "უ": true
    case "ا", "و", "ي", "ه", "ے": true
    case "א", "ה", "ו", "י": true
    default: isIndicVowelSign(letter.value)
    }
}

/// A dependent vowel sign or virama of Devanagari to Sinhala; these scripts share one layout of 128 code
/// points.
func isIndicVowelSign(_ code: UInt32) -> Bool {
    guard (0x0900...0x0DFF).contains(code) else { return false }
    switch code & 0x7F {
    case 0x3E...0x4D, 0x55...0x57, 0x62...0x63: return true
    // Sinhala keeps its signs further up.
    case 0x4E...0x5F, 0x72...0x73: return code >= 0x0D80
    default: return false
    }
}
