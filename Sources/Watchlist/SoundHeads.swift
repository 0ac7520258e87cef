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

    private mutating func insert(_ key: UInt64) {
        let place = (key &* 0x9E37_79B9_7F4A_7C15) >> shift
        filter[Int(place >> 6)] |= 1 << (place & 63)
    }

    /// Calls `body` with this as it lies in memory.
    ///
    /// - Parameter classes: by code point, the raw values of ``ScriptClass``.
    func withView<Result>(over classes: UnsafeBufferPointer<UInt8>, _ body: (View) -> Result) -> Result {
        filter.withUnsafeBufferPointer { filter in
            vowels.withUnsafeBufferPointer { vowels in
                body(View(filter: filter, vowels: vowels, classes: classes, shift: shift))
            }
        }
    }

    /// This while ``withView(over:_:)`` works. Unsafe buffers because every word of many articles is asked about.
    struct View {
        fileprivate let filter: UnsafeBufferPointer<UInt64>
        fileprivate let vowels: UnsafeBufferPointer<UInt64>
        fileprivate let classes: UnsafeBufferPointer<UInt8>
        fileprivate let shift: UInt64

        /// Whether the skeleton of the word that begins at `start` may begin like one of these; katakana is not asked.
        ///
        /// - Parameter text: folded, with eight zeros at its end.
        func mayBegin(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
            let bytes = UnsafeRawBufferPointer(text)
            var letters: UInt64 = 0
            var count = 0
            var hasVowel = false
            var place = start
            while true {
                let key = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
                let byte = UInt8(truncatingIfNeeded: key)
                let (code, length) = byte < 0x80 ? (UInt32(byte), 1) : WordInsides.character(key)
                place &+= length
                let low = Int(code & 0xFFFF)
                if classes[low] == ScriptClass.hangul.rawValue { return has(UInt64(low)) }
                if code < 0x10000, classes[low] == ScriptClass.none.rawValue {
                    // The marks that may be within a word.
                    guard
                        byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ".")
                            || byte == UInt8(ascii: ",")
                    else { return false }
                }
                if vowels[low &>> 6] &>> UInt64(low & 63) & 1 != 0 {
                    if hasVowel { continue }
                    hasVowel = true
                }
                letters = letters &<< 16 | UInt64(low)
                count &+= 1
                if count == SoundHeads.letters { return has(letters) }
            }
        }

        @inline(__always)
        private func has(_ letters: UInt64) -> Bool {
            let place = (letters &* 0x9E37_79B9_7F4A_7C15) &>> shift
            return filter[Int(truncatingIfNeeded: place &>> 6)] &>> (place & 63) & 1 != 0
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
