import Model

extension RuleMatch {
    /// The sentence that holds most of what matched, in the article's own script.
    ///
    /// - Parameter paragraphs: the ones that were matched.
    /// - Parameter length: characters of text shown at most; longer sentences are cut around the first match.
    /// - Returns: nil when no match stands in a paragraph.
    package func snippet(in paragraphs: [String], length: Int = 200) -> Snippet? {
        var best: (paragraph: Int, sentence: Range<Int>, hits: [Range<Int>])?
        for (paragraph, places) in Dictionary(grouping: places, by: \.paragraph) {
            guard let paragraph, paragraphs.indices.contains(paragraph) else { continue }
            let text = Array(paragraphs[paragraph].utf8)
            var rest = places.map(\.bytes).filter { $0.upperBound <= text.count && !$0.isEmpty }
                .sorted { $0.lowerBound < $1.lowerBound }[...]
            while let first = rest.first {
                let sentence = sentence(around: first, in: text)
                let hits = Array(rest.prefix { $0.upperBound <= sentence.upperBound })
                rest = rest.dropFirst(hits.count)
                let isBetter =
                    best.map { best in
                        (hits.count, -paragraph, -sentence.lowerBound)
                            > (best.hits.count, -best.paragraph, -best.sentence.lowerBound)
                    } ?? true
                if isBetter { best = (paragraph, sentence, hits) }
            }
        }
        // A letter under a mountain of marks is not worth showing.
        return best.map { excerpt(of: paragraphs[$0.paragraph], $0.sentence, hits: $0.hits, length: length) }
            .flatMap { $0.text.utf8.count <= 16 * length + 16 ? $0 : nil }
    }
}

/// The sentence of a text that holds a stretch of it; of a very long one, the part around.
///
/// - Complexity: constant for long texts: marks are looked for in the neighbourhood only.
private func sentence(around place: Range<Int>, in text: [UInt8]) -> Range<Int> {
    let reach = 2_000
    var start = place.lowerBound
    while start > max(0, place.lowerBound - reach), !endsSentence(before: start, in: text) { start -= 1 }
    var end = place.upperBound
    while end < min(text.count, place.upperBound + reach), !endsSentence(before: end, in: text) { end += 1 }
    while start > 0, start < text.count, text[start] & 0xC0 == 0x80 { start -= 1 }
    while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
    while start < place.lowerBound, text[start] <= 0x20 { start += 1 }
    return start..<end
}

/// Whether a sentence ends right before a byte.
private func endsSentence(before place: Int, in text: [UInt8]) -> Bool {
    guard place > 0 else { return true }
    switch text[place - 1] {
    case 0x0A, 0x0D: return true
    case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "."):
        // Not inside a number or an address, and a full stop not after an initial or an abbreviation either.
        guard place < text.count, text[place] == 0x20 else { return false }
        return text[place - 1] != UInt8(ascii: ".") || !isAbbreviation(before: place - 1, in: text)
    default:
        return sentenceMarks.contains { mark in
            place >= mark.count && text[(place - mark.count)..<place].elementsEqual(mark)
        }
    }
}

/// Whether what stands before a full stop is cut short by it: an initial, letters with stops between them (U.S.), a usual
/// abbreviation, one before a number, or any word when the text goes on in a small letter.
private func isAbbreviation(before stop: Int, in text: [UInt8]) -> Bool {
    let before = text[..<stop].suffix(25)
    let start = before.lastIndex { $0 <= 0x20 }.map { $0 + 1 } ?? before.startIndex
    guard stop - start <= 24 else { return false }
    let word = String(decoding: text[start..<stop], as: UTF8.self)
    let letters = word.unicodeScalars.filter(\.properties.isAlphabetic)
    if letters.count <= 1 || word.contains(".") { return true }
    let next = String(decoding: text[stop...].dropFirst(2).prefix(4), as: UTF8.self).unicodeScalars.first
    if next?.properties.isLowercase == true || abbreviations.contains(word.lowercased()) { return true }
    return next?.properties.numericType == .decimal && numbering.contains(word.lowercased())
}

/// Titles and measures that stand before names and numbers, in the languages that put a full stop there.
private let abbreviations: Set<String> = [
    "mr", "mrs", "ms", "dr", "st", "prof", "gen", "sen", "rep", "gov", "lt", "col", "sgt", "capt", "rev",
    "jr", "vs",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "inc", "ltd", "corp",
    "co",
    "hr", "fr", "nr", "bzw", "ca", "mio", "mrd", "str", "abg", "sr", "sra", "srta", "dra", "av", "núm",
    "pág", "mme",
    "mlle", "mgr", "sig", "dott", "avv", "ing", "bl", "tzv", "np", "tj", "ul", "zł",
    "tys", "mln", "dhr",
    "mevr", "drs", "bl.a", "kl", "г", "гг", "им", "ул", "др", "тыс", "млн", "млрд", "руб", "стр",
    "проф", "ген", "акад",
    "м", "обл", "грн", "вул", "тис", "κ", "κα", "δρ", "αρ", "डॉ", "श्री", "सुश्री", "د", "أ", "ד", "פרופ",
]

/// Cut short before a number, and ordinary words elsewhere.
private let numbering: Set<String> = ["no", "art", "doc", "fig", "p", "pp", "vol"]

/// Full stops of scripts that have their own: Chinese and Japanese, Urdu and Arabic, Indic, Armenian, Ethiopic,
/// Khmer, Burmese, Tibetan.
private let sentenceMarks: [[UInt8]] = [
    "。", "！", "？", "｡", "۔", "؟", "।", "॥", "։", "።", "។", "။", "།",
].map { Array($0.utf8) }

private func excerpt(of text: String, _ sentence: Range<Int>, hits: [Range<Int>], length: Int) -> Snippet {
    let utf8 = text.utf8
    func index(_ offset: Int) -> String.Index { utf8.index(text.startIndex, offsetBy: offset) }
    let whole = text[index(sentence.lowerBound)..<index(sentence.upperBound)]
    let first = hits[0]
    let hit = text[index(first.lowerBound)..<index(first.upperBound)]
    let before = whole[..<hit.startIndex]
    let after = whole[hit.endIndex...]
    // Code points are bounded besides: one character may be a megabyte of marks.
    let room = max(0, length - hit.count)
    let share = max(room / 2, room - after.prefix(room).count)
    let head = cut(before.unicodeScalars.suffix(4 * share), to: share, fromEnd: true, whole: before)
    let tail = cut(
        after.unicodeScalars.prefix(4 * length), to: max(0, room - head.count), fromEnd: false, whole: after)
    let start = utf8.distance(from: text.startIndex, to: head.startIndex)
    let end = utf8.distance(from: text.startIndex, to: tail.endIndex)
    let opening = head.startIndex > whole.startIndex ? "…" : ""
    let closing = tail.endIndex < whole.endIndex ? "…" : ""
    // Every control is one byte, and so is the space in its place.
    let shown = Array(utf8)[start..<end].map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }
    let shift = opening.utf8.count - start
    return Snippet(
        text: opening + String(decoding: shown, as: UTF8.self) + closing,
        hits: hits.filter { $0.lowerBound >= start && $0.upperBound <= end }
            .map { $0.lowerBound + shift..<$0.upperBound + shift })
}

/// At most so many characters from one end of a text, rather a few less than half a word.
private func cut(
    _ part: Substring.UnicodeScalarView, to length: Int, fromEnd: Bool, whole: Substring
) -> Substring {
    let part = Substring(part)
    let kept = fromEnd ? part.suffix(length) : part.prefix(length)
    let isWhole = fromEnd ? kept.startIndex == whole.startIndex : kept.endIndex == whole.endIndex
    if isWhole { return kept }
    if fromEnd {
        let space = kept.prefix(20).firstIndex(of: " ")
        return space.map { kept[kept.index(after: $0)...] } ?? kept
    }
    let space = kept.suffix(20).lastIndex(of: " ")
    return space.map { kept[..<$0] } ?? kept
}
