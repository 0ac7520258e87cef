import Text

/// What the skeletons of names begin with: tells of nearly every word, by its first letters, that it is none of them.
struct SoundHeads: Sendable {
    /// Letters that are compared; every skeleton has as many.
    private static let letters = SoundSpelling.minSkeletonLetters
    private var filter: [UInt64]
    private let shift: UInt64
    /// By code point of the BMP: whether it is a vowel.
    private let vowels: [UInt64]

    init(of skeletons: [[UInt8]]) {
        vowels = Self.allVowels()
        let width = min(22, max(10, Int.bitWidth - (skeletons.count * 64).leadingZeroBitCount))
        shift = UInt64(64 - width)
        filter = Array(repeating: 0, count: 1 << (width - 6))
        for skeleton in skeletons {
            // Of Hangul and katakana the first sign alone stays as it is.
            var whole: UInt64 = 0
            for (number, scalar) in String(decoding: skeleton, as: UTF8.self).unicodeScalars.prefix(
                Self.letters
            )
            .enumerated() {
                whole = whole << 16 | UInt64(scalar.value & 0xFFFF)
                if number == 0 { insert(whole) }
            }
            insert(whole)
        }
    }

    /// Whether a word's skeleton may begin like one of these; katakana is not asked.
    func mayBegin(_ text: [UInt8], at start: Int, end: Int, _ script: ScriptClass) -> Bool {
        var key: UInt64 = 0
        var count = 0
        var hasVowel = false
        var place = start
        while place < end {
            let (code, length) = codePoint(text, at: place)
            place += length
            if script == .hangul { return has(UInt64(code)) }
            if vowels[Int(code >> 6)] >> UInt64(code & 63) & 1 != 0 {
                if hasVowel { continue }
                hasVowel = true
            }
            key = key << 16 | UInt64(code)
            count += 1
            if count == Self.letters { return has(key) }
        }
        return false
    }

    private mutating func insert(_ key: UInt64) {
        let place = (key &* 0x9E37_79B9_7F4A_7C15) >> shift
        filter[Int(place >> 6)] |= 1 << (place & 63)
    }

    private func has(_ key: UInt64) -> Bool {
        let place = (key &* 0x9E37_79B9_7F4A_7C15) >> shift
        return filter[Int(place >> 6)] >> (place & 63) & 1 != 0
    }

    /// A code point, its low 16 bits, and its length in valid UTF-8.
    @inline(__always)
    private func codePoint(_ text: [UInt8], at place: Int) -> (UInt32, Int) {
        let byte = UInt32(text[place])
        func next(_ offset: Int) -> UInt32 {
            place + offset < text.count ? UInt32(text[place + offset] & 0x3F) : 0
        }
        switch byte {
        case ..<0x80: return (byte, 1)
        case ..<0xE0: return ((byte & 0x1F) << 6 | next(1), 2)
        case ..<0xF0: return ((byte & 0x0F) << 12 | next(1) << 6 | next(2), 3)
        default: return (((byte & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3)) & 0xFFFF, 4)
        }
    }

    private static func allVowels() -> [UInt64] {
        var vowels = [UInt64](repeating: 0, count: 1 << 10)
        for code in UInt32(0)..<0x10000 {
            guard let scalar = Unicode.Scalar(code), isVowel(scalar) else { continue }
            vowels[Int(code >> 6)] |= 1 << UInt64(code & 63)
        }
        return vowels
    }
}
