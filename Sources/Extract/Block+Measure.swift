extension Block {
    /// Counts units and words and looks for punctuation in one pass over the block's bytes of `text`.
    mutating func measure(_ text: [UInt8]) {
        var units: Int32 = 0
        var words: Int32 = 0
        var isInWord = false
        var last: UInt32 = 0
        var index = Int(start)
        let end = Int(end)
        while index < end {
            let (scalar, length) = scalar(in: text, at: index, end: end)
            index += length
            if scalar == 0x20 {
                units += 1
                isInWord = false
                continue
            }
            if isSpaceless(scalar) {
                units += 2
                words += 1
                isInWord = false
            } else {
                units += 1
                if !isInWord {
                    words += 1
                    isInWord = true
                }
            }
            if isPunctuation(scalar) { hasPunctuation = true }
            last = scalar
        }
        self.units = units
        self.words = words
        endsSentence = isSentenceEnd(last)
    }
}

/// The scalar at `index` of valid UTF-8 and its length in bytes.
@inline(__always)
private func scalar(in text: [UInt8], at index: Int, end: Int) -> (UInt32, Int) {
    let first = UInt32(text[index])
    if first < 0x80 { return (first, 1) }
    if first < 0xE0, index + 1 < end { return ((first & 0x1F) << 6 | UInt32(text[index + 1] & 0x3F), 2) }
    if first < 0xF0, index + 2 < end {
        return (
            (first & 0x0F) << 12 | UInt32(text[index + 1] & 0x3F) << 6 | UInt32(text[index + 2] & 0x3F), 3
        )
    }
    return (0x10000, 4)
}

/// A letter of a script written without spaces, or of Hangul: one of them says as much as two others.
@inline(__always)
func isSpaceless(_ scalar: UInt32) -> Bool {
    guard scalar >= 0x0E00 else { return false }
    switch scalar {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x9FFF, 0xAC00...0xD7A3: return true
    default: return false
    }
}

@inline(__always)
private func isPunctuation(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x21, 0x2C, 0x2E, 0x3F, 0x061F, 0x060C, 0x06D4, 0x0964, 0x2026, 0x3001, 0x3002, 0xFF01, 0xFF0C,
        0xFF1F:
        true
    default: false
    }
}

@inline(__always)
private func isSentenceEnd(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x21, 0x22, 0x27, 0x29, 0x2E, 0x3A, 0x3F, 0xBB, 0x061F, 0x06D4, 0x0964, 0x2019, 0x201C, 0x201D,
        0x2026, 0x3002,
        0x300D, 0x300F, 0xFF01, 0xFF09, 0xFF1F:
        true
    default: false
    }
}
