import Text

/// What the skeletons of names begin with: tells of nearly every word, by its first letters, that it is none of them.
struct SoundHeads: Sendable {
    /// Letters that are compared; every skeleton has as many.
    private static let letters = SoundSpelling.minSkeletonLetters
    private var filter: [UInt64]
    private let shift: UInt64
    /// By code point of the BMP: ``Kind``s.
    private let kinds: [UInt8]

    /// What a character is, as far as skeletons differ by it.
    private enum Kind {
        static let vowel: UInt8 = 1
        static let hangul: UInt8 = 2
        /// Ends a word.
        static let mark: UInt8 = 4
    }

    init(of skeletons: [[UInt8]]) {
        kinds = Self.allKinds()
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
    func withView<Result>(_ body: (View) -> Result) -> Result {
        filter.withUnsafeBufferPointer { filter in
            kinds.withUnsafeBufferPointer { kinds in
                body(View(filter: filter, kinds: kinds, shift: shift))
            }
        }
    }

    /// This while ``withView(_:)`` works. Unsafe buffers because every word of many articles is asked about.
    struct View {
        fileprivate let filter: UnsafeBufferPointer<UInt64>
        fileprivate let kinds: UnsafeBufferPointer<UInt8>
        fileprivate let shift: UInt64

        /// Whether the skeleton of the word that begins at `start` may begin like one of these; katakana is not asked.
        ///
        /// Looks no further than skeletons are made of: vowels may go on and on.
        ///
        /// - Parameter text: folded, with eight zeros at its end.
        @inline(__always)
        func mayBegin(_ text: UnsafeRawBufferPointer, at start: Int) -> Bool {
            var letters: UInt64 = 0
            var count = 0
            var hasVowel = false
            var place = start
            while place &- start <= SoundSpelling.maxWordBytes {
                let key = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: place, as: UInt64.self))
                let byte = UInt32(truncatingIfNeeded: key & 0xFF)
                let (code, length) = byte < 0x80 ? (byte, 1) : WordInsides.character(key)
                place &+= length
                let low = code & 0xFFFF
                let kind = code < 0x10000 ? kinds[Int(low)] : 0
                if kind > Kind.vowel { return kind == Kind.hangul && has(UInt64(low)) }
                if kind == Kind.vowel {
                    if hasVowel { continue }
                    hasVowel = true
                }
                letters = letters &<< 16 | UInt64(low)
                count &+= 1
                if count == SoundHeads.letters { return has(letters) }
            }
            return true
        }

        @inline(__always)
        private func has(_ letters: UInt64) -> Bool {
            let place = (letters &* 0x9E37_79B9_7F4A_7C15) &>> shift
            return filter[Int(truncatingIfNeeded: place &>> 6)] &>> (place & 63) & 1 != 0
        }
    }

    private static func allKinds() -> [UInt8] {
        let (none, hangul) = (ScriptClass.none.rawValue, ScriptClass.hangul.rawValue)
        var kinds = ScriptTable.classes.map { $0 == none ? Kind.mark : $0 == hangul ? Kind.hangul : 0 }
        // The marks that may be within a word.
        for mark in "'\".,".utf8 { kinds[Int(mark)] = 0 }
        for code in UInt32(0)..<0x10000 where kinds[Int(code)] == 0 {
            if let scalar = Unicode.Scalar(code), isVowel(scalar) { kinds[Int(code)] = Kind.vowel }
        }
        return kinds
    }
}
