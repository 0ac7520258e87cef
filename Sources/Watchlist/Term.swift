import Text

/// A word or phrase to look for, folded and split the way texts are.
struct Term: Sendable {
    /// One word, or one run of characters of scripts without spaces.
    struct Segment: Sendable {
        /// Folded; of an Arabic word with the article, without it.
        var bytes: [UInt8]
        /// As written by the user.
        var original: [UInt8]
        var script: ScriptClass
        /// Code points as written, an article included.
        var letters: Int
        /// Whether an article was taken off, which the text must then have.
        var hasArticle = false
    }

    /// In reading order, at least one.
    var segments: [Segment]
    /// The segment that the text is searched for first: the longest.
    var anchor: Int
    var isPrefix: Bool
    var isExact: Bool
    var isUninflected: Bool
    /// The alphabets that it was turned between, if it was: it counts only in languages that are written in both.
    var pairs: ScriptPairs = []
    /// Whether it is an entity's alias, which inflects as a name.
    var isName: Bool

    /// - Returns: nil when nothing is left of the text after folding.
    init?(_ text: QueryText, isName: Bool, folding: Folding) {
        let utf8 = Array(text.text.utf8)
        let folded = folding.folded(utf8)
        let mended = text.isExact ? nil : Lookalikes.shared.mended(folded.bytes)
        let segments = Term.segments(of: folded, mended: mended, original: utf8)
        guard !segments.isEmpty else { return nil }
        self.segments = segments
        isPrefix = text.isPrefix
        isExact = text.isExact
        isUninflected = text.isUninflected
        self.isName = isName
        anchor = segments.indices.max { segments[$0].bytes.count < segments[$1].bytes.count } ?? 0
        if !isExact, !isUninflected {
            takeOffArticles()
            takeOffLongVowels()
        }
    }

    /// - Parameter mended: the folded text with lookalikes set right, as texts are; nil when it has none.
    private static func segments(of folded: FoldedText, mended: MendedText?, original: [UInt8]) -> [Segment] {
        let bytes = mended?.bytes ?? folded.bytes
        var segments: [Segment] = []
        var end = -1
        for token in words(in: bytes) {
            let range = token.range
            let touches = range.lowerBound == end
            end = range.upperBound
            let source = original[folded.originalRange(of: mended?.range(before: range) ?? range)]
            if touches, !token.script.hasSpaces, let last = segments.last, !last.script.hasSpaces {
                segments[segments.count - 1].bytes += bytes[range]
                segments[segments.count - 1].original += source
                segments[segments.count - 1].letters += 1
                continue
            }
            segments.append(
                Segment(
                    bytes: Array(bytes[range]), original: Array(source), script: token.script,
                    letters: letterCount(bytes[range])))
        }
        return segments
    }

    /// The Arabic article takes other forms behind prepositions (الصين, للصين): the rest is what is searched
    /// for.
    private mutating func takeOffArticles() {
        let article = Array("ال".utf8)
        for index in segments.indices
        where segments[index].script == .arabic && segments[index].letters >= 5
            && segments[index].bytes.starts(with: article)
        {
            segments[index].bytes.removeFirst(article.count)
            segments[index].hasArticle = true
        }
    }

    /// The bar at the end of long katakana words is written or not: コンピューター, コンピュータ.
    private mutating func takeOffLongVowels() {
        for index in segments.indices
        where segments[index].script == .kana && segments[index].letters >= 6
            && segments[index].bytes.suffix(3).elementsEqual("ー".utf8)
        {
            segments[index].bytes.removeLast(3)
            segments[index].letters -= 1
        }
    }
}

extension Term {
    /// The term with one of its words spelled in another way, for names.
    func variants(by variants: NameVariants) -> [Term] {
        guard isName, !isExact, !isUninflected else { return [] }
        return segments.indices.flatMap { index in
            variants.variants(of: segments[index].bytes, script: segments[index].script).map { bytes in
                var term = self
                term.segments[index].bytes = bytes
                term.segments[index].letters +=
                    letterCount(bytes) - letterCount(segments[index].bytes)
                return term
            }
        }
    }
}

extension Term {
    /// The term with a word of four letters whose second-last changes before endings: fewer than three letters of it are
    /// the same in all forms.
    func shortStems() -> [Term] {
        guard !isExact, !isUninflected, !isPrefix else { return [] }
        return segments.indices.flatMap { index -> [Term] in
            let segment = segments[index]
            guard segment.letters == 4, let changes = Self.stemChanges[segment.script] else { return [] }
            return changes.filter { segment.bytes.suffix($0.from.utf8.count).elementsEqual($0.from.utf8) }.map
            {
                var term = self
                term.segments[index].bytes.removeLast($0.from.utf8.count)
                term.segments[index].bytes += $0.to.utf8
                term.segments[index].letters = letterCount(term.segments[index].bytes)
                return term
            }
        }
    }

    /// Київ: Києва; Рига: Ризі; Haga: Hadze.
    private static let stemChanges: [ScriptClass: [(from: String, to: String)]] = [
        .cyrillic: [("їв", "єв"), ("ів", "ов"), ("га", "зі"), ("ка", "ці"), ("ха", "сі")],
        .latin: [("ga", "dze")],
    ]

    /// Two words of Arabic script as one: رئیس جمهور is also joined by a sign that nobody sees, or written together.
    func joined() -> [Term] {
        guard !isExact, segments.count == 2, segments.allSatisfy({ $0.script == .arabic && !$0.hasArticle })
        else { return [] }
        var term = self
        term.segments = [segments[0]]
        term.segments[0].bytes += segments[1].bytes
        term.segments[0].original += segments[1].original
        term.segments[0].letters += segments[1].letters
        term.anchor = 0
        return [term]
    }
}

extension Term.Segment {
    /// Whether it is written with a capital, as names are in scripts that have them.
    var isCapitalised: Bool {
        firstScalar(of: original[...])?.properties.isUppercase ?? false
    }

    /// Whether it is written in capitals, at least two.
    var isAcronym: Bool {
        guard letters > 1, isCapitalised else { return false }
        return String(decoding: original, as: UTF8.self).unicodeScalars.allSatisfy {
            isUppercase($0) || !$0.properties.isAlphabetic
        }
    }

    /// What the text is searched for: a word's stem, or all of what does not bend.
    func searchedBytes(isExact: Bool, inflections: InflectionTable) -> [UInt8] {
        guard !isExact, script.hasSpaces, script != .hangul else { return bytes }
        return inflections.stem(of: bytes, script: script)
    }
}
