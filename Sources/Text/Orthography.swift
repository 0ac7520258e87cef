/// How much of a text in Greek, Thai or Korean obeys the writing's own rules, 0…1.
///
/// CLD2 takes these scripts for their language without a look at the letters, so that bytes of another charset read as
/// Greek would always be perfect Greek.
enum Orthography {
    /// Greek words have at most one accent, long ones have one; ς ends a word and σ does not; capitals begin it.
    static func greek(_ text: [Unicode.Scalar]) -> Double {
        share(ofWordsOf: text, in: 0x0370...0x03FF) { word in
            let accents = word.count { accented.contains($0.value) }
            let capitals = word.count { $0.properties.isUppercase }
            if accents > 1 || (accents == 0 && word.count >= 5 && capitals < word.count) { return false }
            if word.contains(where: { $0.value == 0x0390 || $0.value == 0x03B0 }) { return false }
            if word.dropLast().contains(where: { $0.value == 0x03C2 }) { return false }
            if word.count > 1, word.last?.value == 0x03C3 { return false }
            return capitals == word.count || word.dropFirst().allSatisfy { !$0.properties.isUppercase }
        }
    }

    /// Thai vowels and tones stand behind a consonant, or in front of one.
    static func thai(_ text: [Unicode.Scalar]) -> Double {
        var total = 0
        var good = 0
        for index in text.indices where (0x0E00...0x0E7F).contains(text[index].value) {
            total += 1
            let before = index > 0 ? text[index - 1].value : 0
            let after = index + 1 < text.count ? text[index + 1].value : 0
            switch text[index].value {
            case 0x0E30...0x0E3A, 0x0E47...0x0E4E:
                if (0x0E01...0x0E3A).contains(before) || (0x0E47...0x0E4E).contains(before) { good += 1 }
            case 0x0E40...0x0E44:
                if (0x0E01...0x0E2E).contains(after) { good += 1 }
            case 0x0E01...0x0E2F, 0x0E46:
                good += 1
            default:
                break
            }
        }
        guard total > 0 else { return 0 }
        // A tenth of misplaced signs is no Thai any more.
        return max(0, Double(good) / Double(total) - 0.9) * 10
    }

    /// Korean is Hangul in short words; bytes of Chinese and Japanese read as Korean are full of Han characters.
    static func korean(_ text: [Unicode.Scalar]) -> Double {
        let hangul = text.count { (0xAC00...0xD7A3).contains($0.value) }
        let others = text.count {
            (0x4E00...0x9FFF).contains($0.value) || (0xF900...0xFAFF).contains($0.value)
                || (0x3040...0x30FF).contains($0.value)
        }
        let inLongWords = text.split { !(0xAC00...0xD7A3).contains($0.value) }.filter { $0.count > 9 }
            .reduce(0) { $0 + $1.count }
        guard hangul + others > 0 else { return 0 }
        return max(0, Double(hangul - 3 * others - inLongWords) / Double(hangul + others))
    }

    private static let accented = Set("άέήίόύώΐΰΆΈΉΊΌΎΏ".unicodeScalars.map(\.value))

    private static func share(
        ofWordsOf text: [Unicode.Scalar], in script: ClosedRange<UInt32>,
        where isGood: (ArraySlice<Unicode.Scalar>) -> Bool
    ) -> Double {
        var total = 0
        var good = 0
        for word in text.split(whereSeparator: { !script.contains($0.value) }) where word.count > 1 {
            total += word.count
            if isGood(word) { good += word.count }
        }
        // Chance makes half the words good.
        return total == 0 ? 0 : max(0, Double(good) / Double(total) * 2 - 1)
    }
}
