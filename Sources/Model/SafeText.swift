/// `text` with everything escaped that could drive a terminal, forge a line or turn the reading direction.
///
/// Escaped are C0 and C1 controls, DEL, the line and paragraph separators U+2028 and U+2029, and the bidi
/// embeddings, overrides, isolates and deprecated controls U+202A–202E and U+2066–206F. Line feed, carriage return and tab become
/// `\n`, `\r`, `\t`; the others `\u{…}` with hex digits. All other text, in any script, stays as it is.
///
/// - Parameter text: anything from outside that is about to reach a terminal or a log.
/// - Returns: one line, safe to print.
/// - Complexity: O(n); text without such characters is returned without a copy.
package func safeText(_ text: String) -> String {
    escaped(text) { scalar in
        switch scalar {
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        default: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        }
    }
}

/// The same for a text that is already JSON: `\u` escapes, which every JSON reader undoes.
///
/// JSON writers leave DEL, C1 controls, U+2028 and the bidi characters as they are; inside JSON they can only
/// stand within strings.
///
/// - Parameter json: one JSON value on one line, as written by an encoder.
/// - Returns: equivalent JSON that is safe to print.
package func safeJSON(_ json: String) -> String {
    escaped(json) { scalar in
        let digits = String(scalar.value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}

/// Safe text that keeps its reading direction to itself: between U+2068 and U+2069 when it has letters that run
/// from right to left, so that numbers and brackets beside it stay where they are. Other text stays as it is.
///
/// - Parameter text: has no bidi characters of its own; see ``safeText(_:)``.
package func isolatedText(_ text: String) -> String {
    text.unicodeScalars.contains(where: runsRightToLeft) ? "\u{2068}\(text)\u{2069}" : text
}

/// Hebrew, Arabic, Syriac, Thaana, N'Ko and their neighbours, with their presentation forms.
private func runsRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
}

/// Whether a scalar must not reach a terminal as it is. All of these lie below U+10000.
private func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x206F: true
    default: false
    }
}

private func escaped(_ text: String, _ escape: (Unicode.Scalar) -> String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var result = String.UnicodeScalarView()
    result.reserveCapacity(text.utf8.count + 16)
    for scalar in text.unicodeScalars {
        if isUnsafe(scalar) {
            result.append(contentsOf: escape(scalar).unicodeScalars)
        } else {
            result.append(scalar)
        }
    }
    return String(result)
}
