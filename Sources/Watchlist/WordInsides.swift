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

    /// How many bytes the rest of an ASCII word has, as far as ``hold(_:_:)`` would hold; at least 1.
    ///
    /// - Parameter key: eight bytes from `place` on, the first the lowest; the text has as many zeros behind it.
    @inline(__always)
    static func letters(from place: Int, _ key: UInt64, _ text: UnsafeRawBufferPointer) -> Int {
        let length = leadingSmallLetters(key)
        if length < 8 { return max(1, length) }
        var end = place &+ 8
        while true {
            let next = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: end, as: UInt64.self))
            let length = leadingSmallLetters(next)
            end &+= length
            if length < 8 { return end &- place }
        }
    }

    /// The character that begins eight bytes of valid UTF-8, beyond ASCII, and its length.
    @inline(__always)
    static func character(_ key: UInt64) -> (code: UInt32, length: Int) {
        let bytes = UInt32(truncatingIfNeeded: key)
        let second = bytes &>> 8 & 0x3F
        let third = bytes &>> 16 & 0x3F
        switch bytes & 0xFF {
        case ..<0xE0: return ((bytes & 0x1F) &<< 6 | second, 2)
        case ..<0xF0: return ((bytes & 0x0F) &<< 12 | second &<< 6 | third, 3)
        default: return ((bytes & 7) &<< 18 | second &<< 12 | third &<< 6 | bytes &>> 24 & 0x3F, 4)
        }
    }

    /// Neither letter nor digit.
    @inline(__always)
    static func isASCIIMark(_ byte: UInt8) -> Bool {
        byte < 0x80 && !isSmallLetter(byte) && byte &- 0x30 >= 10 && byte != 0x5F
    }

    /// Places of a UTF-8 text where a capital stands behind a small letter, as in `#StopTrump`; a few others too.
    static func innerCapitals(_ original: UnsafeBufferPointer<UInt8>) -> [Int] {
        let bytes = UnsafeRawBufferPointer(original)
        var places: [Int] = []
        var place = 2
        func look(to end: Int) {
            while place < end {
                if isInnerCapital(bytes, place) { places.append(place) }
                place &+= 1
            }
        }
        while place &+ 17 <= bytes.count {
            if mayHaveInnerCapital(bytes, place) { look(to: place &+ 16) } else { place &+= 16 }
        }
        look(to: bytes.count)
        return places
    }

    /// Whether ``isInnerCapital(_:_:)`` may hold at one of 16 places.
    @inline(__always)
    private static func mayHaveInnerCapital(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> Bool {
        let (here, last) = (byteBlock(bytes, place), byteBlock(bytes, place &- 1))
        let latin = (here &- splat(0x41) .< splat(26)) .& (last .>= splat(0x61))
        // Greek and Cyrillic: 0xCE and 0xD0 begin capitals, these and the next bytes small letters.
        let lead = (here .== splat(0xCE)) .| (here .== splat(0xD0))
        let isBehind = byteBlock(bytes, place &- 2) &- splat(0xCE) .< splat(4)
        let behind = isBehind .& (last .>= splat(0x80))
        let other = lead .& behind .& (byteBlock(bytes, place &+ 1) .< splat(0xB0))
        return hasAny(latin .| other)
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

    @inline(__always)
    private static func isSmallLetter(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }

    /// U+0380 to U+052F: Greek, Coptic and Cyrillic, which after folding hold letters alone.
    @inline(__always)
    static func isTwoByteLead(_ byte: UInt8) -> Bool { byte &- 0xCE <= 6 }
}
