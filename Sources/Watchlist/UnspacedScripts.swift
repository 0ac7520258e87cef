import Text

/// Where a term may lie within text that does not part its words.
///
/// Chinese and Japanese are searched for substrings, with one exception: a short katakana word is only found
/// as a whole katakana run, for インド (India) begins インドネシア (Indonesia). In Thai, Lao, Khmer and Burmese a term
/// may not tear a syllable apart: no vowel or tone sign may follow it, no vowel that is read behind its
/// consonant may stand before it.
func mayLie(
    _ term: TermTable.Segment, before: Unicode.Scalar?, after: Unicode.Scalar?
) -> Bool {
    switch term.script {
    case .kana, .han:
        guard term.letters < minFreeKatakana, term.isKatakana else { return true }
        return !isKatakana(before) && !isKatakana(after)
    case .thai, .lao:
        return !isLeadingVowel(before) && !isDependentSign(after)
    case .khmer, .burmese:
        return before?.value != 0x17D2 && !isDependentSign(after)
    default:
        return true
    }
}

/// From this many katakana on, a term may be a part of a longer run.
private let minFreeKatakana = 4

extension Term.Segment {
    var isKatakana: Bool {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy { isKatakanaScalar($0) }
    }
}

func isKatakana(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map(isKatakanaScalar) ?? false
}

/// Letters of katakana and the bar that lengthens them; not the middle dot.
private func isKatakanaScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30A1...0x30FA, 0x30FC...0x30FE, 0x31F0...0x31FF: true
    default: false
    }
}

/// เ แ โ ใ ไ and their Lao sisters.
private func isLeadingVowel(_ scalar: Unicode.Scalar?) -> Bool {
    switch scalar?.value ?? 0 {
    case 0x0E40...0x0E44, 0x0EC0...0x0EC4: true
    default: false
    }
}

/// Signs that belong to the letter before them.
private func isDependentSign(_ scalar: Unicode.Scalar?) -> Bool {
    switch scalar?.value ?? 0 {
    case 0x0E31, 0x0E33...0x0E3A, 0x0E47...0x0E4E, 0x0EB1, 0x0EB3...0x0EBC, 0x0EC8...0x0ECD: true
    case 0x102B...0x103E, 0x17B4...0x17D3: true
    default: false
    }
}
