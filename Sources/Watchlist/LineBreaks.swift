import Text

/// A word that hard-wrapped text parts with a hyphen at a line's end, and what stands around it.
///
/// `Regie-⏎rung` may be `Regierung` or two words with a hyphen between: the text is read both ways. Pages put a space where
/// the line ended: `Regie- rung`, which is not the hyphen of `Vor- und Nachteile`.
struct BrokenWord {
    /// Bytes of the original: some words, and the first part of the broken one.
    var before: Range<Int>
    /// The rest of the broken word, and some words.
    var after: Range<Int>

    /// Bytes of text on either side that a phrase may need.
    private static let context = 48
    /// Longer parts are no words.
    private static let maxPart = 64
    /// Words behind a hyphen and a space that stand between two halves, in languages that leave one out so.
    private static let links = Set(
        [
            "und", "oder", "sowie", "bzw", "bis", "and", "or", "to", "en", "of", "och", "eller", "og", "ja",
            "tai", "i", "a",
            "y", "e", "o", "u", "et", "ou", "и", "или", "і", "й", "та", "або",
        ].map { Array($0.utf8) })

    /// All words of a text that are broken so, in reading order.
    ///
    /// A capital behind a small letter is no broken word: `Nord-⏎Korea`.
    /// - Parameter original: UTF-8; unsafe because every byte of every article passes here.
    /// - Parameter limit: words to look at; a text of nothing but broken words is nobody's.
    static func all(
        in original: UnsafeBufferPointer<UInt8>, classes: UnsafeBufferPointer<UInt8>, limit: Int
    ) -> [BrokenWord] {
        let bytes = UnsafeRawBufferPointer(original)
        var words: [BrokenWord] = []
        var place = 0
        while place &+ 17 <= bytes.count, words.count < limit {
            let (here, next) = (byteBlock(bytes, place), byteBlock(bytes, place &+ 1))
            let last = (here .== splat(0x2D)) .| (here .== splat(0xAD)) .| (here .== splat(0x90))
            let ends = (next .== splat(0x0A)) .| (next .== splat(0x0D)) .| (next .== splat(0x20))
            if hasAny(last .& ends) {
                for index in place..<place + 16 {
                    if let word = word(brokenBehind: index, in: original, classes) { words.append(word) }
                }
            }
            place &+= 16
        }
        for index in place..<max(place, bytes.count) {
            if let word = word(brokenBehind: index, in: original, classes) { words.append(word) }
        }
        return words
    }

    /// - Parameter last: the last byte of a hyphen, if it is one.
    private static func word(
        brokenBehind last: Int, in text: UnsafeBufferPointer<UInt8>, _ classes: UnsafeBufferPointer<UInt8>
    ) -> BrokenWord? {
        guard last + 1 < text.count else { return nil }
        let isCollapsed = text[last + 1] == 0x20
        guard isCollapsed || text[last + 1] == 0x0A || text[last + 1] == 0x0D else { return nil }
        guard let hyphen = startOfHyphen(endingAt: last, in: text), hyphen > 0 else { return nil }
        var next = last + 1
        if text[next] == 0x0D { next += 1 }
        guard next < text.count, isCollapsed || text[next] == 0x0A else { return nil }
        next += 1
        while !isCollapsed, next < text.count, text[next] == 0x20 || text[next] == 0x09 { next += 1 }
        guard let first = lastScalar(of: text[..<hyphen].suffix(4)), isBreakable(first, classes),
            let second = firstScalar(of: text[next...].prefix(4)), isBreakable(second, classes),
            !second.properties.isUppercase || first.properties.isUppercase
        else { return nil }
        // Without the line's end to show it, only a small letter goes on with a word.
        if isCollapsed {
            guard second.properties.isLowercase else { return nil }
            let rest = text[next...].prefix { $0 > 0x40 }
            guard rest.count > 10 || !links.contains(Array(rest)) else { return nil }
        }
        var start = hyphen
        while start > 0, text[start - 1] > 0x20 { start -= 1 }
        var end = next
        while end < text.count, text[end] > 0x20 { end += 1 }
        guard hyphen - start <= maxPart, end - next <= maxPart else { return nil }
        return BrokenWord(
            before: contextStart(start, in: text)..<hyphen, after: next..<contextEnd(end, in: text))
    }

    /// Where a hyphen begins that ends at a byte: `-`, the hyphen U+2010 and the soft hyphen U+00AD.
    private static func startOfHyphen(endingAt last: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
        switch text[last] {
        case 0x2D: last
        case 0xAD: last > 0 && text[last - 1] == 0xC2 ? last - 1 : nil
        case 0x90: last > 1 && text[last - 1] == 0x80 && text[last - 2] == 0xE2 ? last - 2 : nil
        default: nil
        }
    }

    /// Whether lines break within words behind or before a letter: in all scripts with spaces but Korean.
    private static func isBreakable(_ scalar: Unicode.Scalar, _ classes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard scalar.value < 0x10000, let script = ScriptClass(rawValue: classes[Int(scalar.value)]) else {
            return false
        }
        return script.hasSpaces && script != .none && script != .number && script != .hangul
    }

    /// Whole words before a word, in its text.
    private static func contextStart(_ word: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
        var start = word
        var place = word
        while place > 0, word - place < context, text[place - 1] != 0x0A {
            place -= 1
            if text[place] == 0x20 { start = place + 1 }
        }
        return place == 0 || text[place - 1] == 0x0A ? place : start
    }

    /// Whole words behind a word, in its text.
    private static func contextEnd(_ word: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
        var end = word
        var place = word
        while place < text.count, place - word < context, text[place] != 0x0A {
            if text[place] == 0x20 { end = place }
            place += 1
        }
        return place == text.count || text[place] == 0x0A ? place : end
    }
}
