/// Which places of a text lie within a word, as far as that is plain to see.
enum WordInsides {
    /// Whether a place can only be within a word of a script whose words take nothing before them: a small Latin
    /// letter behind another, or a Greek or Cyrillic one behind another.
    ///
    /// - Parameter place: where a character begins.
    @inline(__always)
    static func hold(_ text: UnsafeRawBufferPointer, _ place: Int) -> Bool {
        let byte = text[place]
        if byte < 0x80 { return isSmallLetter(byte) && place > 0 && isSmallLetter(text[place &- 1]) }
        return isTwoByteLead(byte) && place > 1 && isTwoByteLead(text[place &- 2])
    }

    /// From one place where a pattern may begin to the next: the bytes of a character or, as far as ``hold(_:_:)`` would
    /// hold, of the rest of a word.
    ///
    /// - Parameter key: eight bytes from `place` on, the first the lowest; the text has as many zeros behind it.
    @inline(__always)
    static func step(_ key: UInt64, _ text: UnsafeRawBufferPointer, _ place: Int, toNextWord: Bool) -> Int {
        let byte = text[place]
        if byte < 0x80 {
            guard toNextWord else { return 1 }
            let length = leadingSmallLetters(key)
            if length < 8 { return max(1, length) }
            var end = place &+ 8
            while isSmallLetter(text[end]) { end &+= 1 }
            return end &- place
        }
        var end = place &+ 1
        while text[end] & 0xC0 == 0x80 { end &+= 1 }
        if toNextWord, isTwoByteLead(byte) {
            while isTwoByteLead(text[end]) { end &+= 2 }
        }
        return end &- place
    }

    /// Neither letter nor digit.
    @inline(__always)
    static func isASCIIMark(_ byte: UInt8) -> Bool {
        byte < 0x80 && !isSmallLetter(byte) && byte &- 0x30 >= 10 && byte != 0x5F
    }

    /// Places of a UTF-8 text where a capital stands behind a small letter, as in `#StopTrump`; a few others too.
    static func innerCapitals(_ original: [UInt8]) -> [Int] {
        var places: [Int] = []
        original.withUnsafeBytes { bytes in
            var place = 2
            while place < bytes.count {
                if place &+ 8 <= bytes.count {
                    let block = UInt64(
                        littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
                    let skipped = plainBytes(block)
                    if skipped > 0 {
                        place &+= skipped
                        continue
                    }
                }
                if isInnerCapital(bytes, place) { places.append(place) }
                place &+= 1
            }
        }
        return places
    }

    private static func isInnerCapital(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> Bool {
        let byte = bytes[place]
        if byte >= 0x41, byte <= 0x5A { return isSmallLetter(bytes[place - 1]) || bytes[place - 1] >= 0x80 }
        guard byte == 0xD0 || byte == 0xCE, place + 1 < bytes.count else { return false }
        let (lead, last) = (bytes[place - 2], bytes[place - 1])
        let isBehindSmall = lead == 0xD1 || lead == 0xCF || (lead == 0xD0 || lead == 0xCE) && last >= 0xB0
        return isBehindSmall && bytes[place + 1] <= (byte == 0xD0 ? 0xAF : 0xA9)
    }

    private static var ones: UInt64 { 0x0101_0101_0101_0101 }

    /// How many bytes, from the lowest on, are small ASCII letters.
    @inline(__always)
    private static func leadingSmallLetters(_ block: UInt64) -> Int {
        let low = block & (0x7F &* ones)
        let letters = (low &+ 0x1F &* ones) & ~(low &+ 0x05 &* ones) & ~block & (0x80 &* ones)
        return (letters ^ (0x80 &* ones)).trailingZeroBitCount >> 3
    }

    /// How many bytes, from the lowest on, are neither ASCII capitals nor what Greek and Cyrillic capitals begin with.
    @inline(__always)
    private static func plainBytes(_ block: UInt64) -> Int {
        let low = block & (0x7F &* ones)
        let capitals = (low &+ 0x3F &* ones) & ~(low &+ 0x25 &* ones) & ~block
        // A byte is zero where it equals what it is combined with; others may seem so behind one, which does no harm.
        let cyrillic = block ^ (0xD0 &* ones)
        let greek = block ^ (0xCE &* ones)
        let leads = ((cyrillic &- ones) & ~cyrillic) | ((greek &- ones) & ~greek)
        return ((capitals | leads) & (0x80 &* ones)).trailingZeroBitCount >> 3
    }

    @inline(__always)
    private static func isSmallLetter(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }

    /// U+0380 to U+052F: Greek, Coptic and Cyrillic, which after folding hold letters alone.
    @inline(__always)
    private static func isTwoByteLead(_ byte: UInt8) -> Bool { byte &- 0xCE <= 6 }
}
