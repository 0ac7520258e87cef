import Text

/// Names spelled by their sound: where a language writes foreign names as it hears them, one outlet has Kavano and another
/// Kaveno, one カバノー and another カバナー.
///
/// All consonants and the first vowel must agree; one later vowel may be another, and in scripts that do not write every vowel
/// one may be there or not. Only long names have enough consonants for that.
enum SoundSpelling {
    /// What every such spelling of a name begins with; nil for names that are too short, and for scripts that copy names.
    static func commonBeginning(of segment: Term.Segment) -> [UInt8]? {
        guard !segment.hasArticle else { return nil }
        switch segment.script {
        case .kana:
            return segment.letters >= 4 ? Array(segment.bytes.prefix(6)) : nil
        case .hangul:
            return segment.letters >= 3 ? Array(segment.bytes.prefix(3)) : nil
        case .latin, .cyrillic, .greek, .arabic, .hebrew, .devanagari, .bengali, .indic, .armenian, .georgian:
            guard segment.letters >= 6, let second = secondVowel(in: segment.bytes), second >= 2 else {
                return nil
            }
            return Array(segment.bytes[..<second])
        default:
            return nil
        }
    }

    /// The word with one vowel put as the name has it; nil when they differ in another way or not at all.
    ///
    /// - Parameter name: folded; its first vowel is left alone.
    static func corrected(_ word: ArraySlice<UInt8>, like name: [UInt8], script: ScriptClass) -> [UInt8]? {
        let common = commonPrefixCount(name[...], word)
        guard common < name.count, let first = firstVowelEnd(in: name), common >= first else { return nil }
        let missing = name[common...]
        let present = word.dropFirst(common)
        guard let wanted = firstScalar(of: missing) else { return nil }
        let wantedBytes = missing.prefix(UTF8.width(wanted))
        let found = firstScalar(of: present)
        let head = Array(word.prefix(common))
        if let found, isVowel(found), isVowel(wanted) {
            return head + wantedBytes + present.dropFirst(UTF8.width(found))
        }
        guard omitsVowels(script) else { return nil }
        if let found, isVowel(found) { return head + present.dropFirst(UTF8.width(found)) }
        if isVowel(wanted) { return head + wantedBytes + present }
        return nil
    }

    /// Whether two runs of katakana differ in the vowel of one letter behind the first.
    static func differInOneVowel(katakana first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Bool {
        differInOne(first, second) { left, right in
            katakanaRows.contains { $0.contains(left) && $0.contains(right) }
        }
    }

    /// Whether two words of Hangul differ in the vowel of one syllable behind the first.
    static func differInOneVowel(hangul first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Bool {
        differInOne(first, second) { left, right in
            guard let left = syllable(left), let right = syllable(right) else { return false }
            // Initial × 21 vowels × 28 finals (The Unicode Standard, §3.12).
            return left / 588 == right / 588 && left % 28 == right % 28
        }
    }

    private static func syllable(_ scalar: Unicode.Scalar) -> UInt32? {
        (0xAC00...0xD7A3).contains(scalar.value) ? scalar.value - 0xAC00 : nil
    }

    private static func differInOne(
        _ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>,
        alike: (Unicode.Scalar, Unicode.Scalar) -> Bool
    ) -> Bool {
        guard first.count == second.count, first.prefix(3).elementsEqual(second.prefix(3)) else {
            return false
        }
        let left = String(decoding: first, as: UTF8.self).unicodeScalars
        let right = String(decoding: second, as: UTF8.self).unicodeScalars
        let differences = zip(left, right).filter { $0 != $1 }
        return differences.count == 1 && differences.allSatisfy(alike)
    }

    /// Scripts whose vowel letters or signs are often left out or put in.
    private static func omitsVowels(_ script: ScriptClass) -> Bool {
        switch script {
        case .arabic, .hebrew, .devanagari, .bengali, .indic: true
        default: false
        }
    }

    private static func firstVowelEnd(in bytes: [UInt8]) -> Int? {
        vowelPlaces(in: bytes).first?.upperBound
    }

    private static func secondVowel(in bytes: [UInt8]) -> Int? {
        vowelPlaces(in: bytes).dropFirst().first?.lowerBound
    }

    private static func vowelPlaces(in bytes: [UInt8]) -> [Range<Int>] {
        var places: [Range<Int>] = []
        var place = 0
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            let end = place + UTF8.width(scalar)
            if isVowel(scalar) { places.append(place..<end) }
            place = end
        }
        return places
    }

    private static let katakanaRows: [Set<Unicode.Scalar>] = [
        "アイウエオ", "カキクケコ", "ガギグゲゴ", "サシスセソ", "ザジズゼゾ", "タチツテト", "ダヂヅデド", "ナニヌネノ", "ハヒフヘホ",
        "バビブベボ", "パピプペポ", "マミムメモ", "ヤユヨ", "ラリルレロ", "ワヲ", "ァィゥェォ", "ャュョ",
    ].map { Set($0.unicodeScalars) }
}
