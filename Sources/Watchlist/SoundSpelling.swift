import Text

/// Names spelled by their sound: where a language writes foreign names as it hears them, one outlet has
/// Kavano and another Kaveno, one カバノー and another カバナー.
///
/// All consonants and the first vowel must agree; one later vowel may be another, and in scripts that do not
/// write every vowel one may be there or not. Only long names have enough consonants for that.
enum SoundSpelling {
    /// Names with less than this left in their skeletons are too short.
    static let minSkeletonLetters = 3
    /// Of a longer word only so much is compared.
    static let maxWordBytes = 256

    /// Whether a name is long enough to vary, and of a script that may respell names.
    static func mayVary(_ segment: Term.Segment) -> Bool {
        guard !segment.hasArticle else { return false }
        switch segment.script {
        case .kana: return segment.letters >= 4
        case .hangul: return segment.letters >= 3
        case .latin, .cyrillic, .greek, .arabic, .hebrew, .devanagari, .bengali, .indic, .armenian, .georgian:
            return segment.letters >= 6
        default: return false
        }
    }

    /// What all spellings of a word have in common: its letters without the vowels behind the first one; of
    /// katakana and Hangul behind the first sign, the consonants.
    static func skeleton(of word: some Collection<UInt8>, script: ScriptClass) -> [UInt8] {
        var skeleton = String.UnicodeScalarView()
        var hasVowel = false
        for scalar in String(decoding: word, as: UTF8.self).unicodeScalars {
            switch script {
            case .kana: skeleton.append(skeleton.isEmpty ? scalar : katakanaRow[scalar] ?? scalar)
            case .hangul: skeleton.append(skeleton.isEmpty ? scalar : withoutVowel(scalar))
            default:
                guard isVowel(scalar) else {
                    skeleton.append(scalar)
                    continue
                }
                if !hasVowel { skeleton.append(scalar) }
                hasVowel = true
            }
        }
        return Array(String(skeleton).utf8)
    }

    /// The word with one vowel put as the name has it; nil when they differ in another way or not at all.
    ///
    /// - Parameter name: folded; its first vowel is left alone.
    static func corrected(_ word: ByteSlice, like name: ByteSlice, script: ScriptClass) -> [UInt8]? {
        let common = commonPrefixCount(name, word)
        guard common < name.count, hasVowel(name.prefix(common)) else { return nil }
        let missing = name.dropFirst(common)
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

    /// Whether two words of katakana or Hangul differ in the vowel of one sign behind the first.
    static func differInOneVowel(
        _ first: ByteSlice, _ second: ByteSlice, script: ScriptClass
    ) -> Bool {
        guard first.count == second.count,
            skeleton(of: first, script: script) == skeleton(of: second, script: script)
        else { return false }
        let left = String(decoding: first, as: UTF8.self).unicodeScalars
        let right = String(decoding: second, as: UTF8.self).unicodeScalars
        return zip(left, right).count { $0 != $1 } == 1
    }

    /// Scripts whose vowel letters or signs are often left out or put in.
    private static func omitsVowels(_ script: ScriptClass) -> Bool {
        switch script {
        case .arabic, .hebrew, .devanagari, .bengali, .indic: true
        default: false
        }
    }

    private static func hasVowel(_ bytes: ByteSlice) -> Bool {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.contains(where: isVowel)
    }

    /// A syllable with its vowel set to the first. Initial × 21 vowels × 28 finals (The Unicode Standard,
    /// §3.12).
    private static func withoutVowel(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard (0xAC00...0xD7A3).contains(scalar.value) else { return scalar }
        let syllable = scalar.value - 0xAC00
        return Unicode.Scalar(0xAC00 + syllable / 588 * 588 + syllable % 28) ?? scalar
    }

    /// Katakana by their consonant's first sign.
    private static let katakanaRow: [Unicode.Scalar: Unicode.Scalar] = {
        var rows: [Unicode.Scalar: Unicode.Scalar] = [:]
        for row in [
            "アイウエオ", "カキクケコ", "ガギグゲゴ", "サシスセソ", "ザジズゼゾ", "タチツテト", "ダヂヅデド", "ナニヌネノ",
            "ハヒフヘホ", "バビブベボ", "パピプペポ", "マミムメモ", "ヤユヨ", "ラリルレロ", "ワヲ", "ァィゥェォ", "ャュョ",
        ] {
            for sign in row.unicodeScalars { rows[sign] = row.unicodeScalars.first }
        }
        return rows
    }()
}
