import Text

/// Decides whether a term is really meant where its beginning was found.
struct TermMatcher: Sendable {
    let inflections: InflectionTable
    private let korean: Korean
    /// Between two words of a phrase: this many bytes of spaces and marks, but no line feed.
    private static let maxGapBytes = 12
    /// Within a word of a phrase: this many bytes may stand before what is looked for.
    private static let maxBytesBefore = 32

    init(folding: Folding) {
        inflections = InflectionTable(folding: folding)
        korean = Korean(folding: folding)
    }

    /// The whole match of a term whose anchor's stem begins at `place`; nil when something else was found
    /// there.
    ///
    /// - Parameter bySound: whether the term is a name that may be spelled with another vowel.
    func match(
        of term: Term, at place: Int, in text: inout WatchedText, inflections: LanguageInflections,
        bySound: Bool = false
    ) -> TermMatch? {
        // Most stems are found in the middle of other words: that is seen before the word is looked up.
        if place > 0, (0x61...0x7A).contains(text.bytes[place - 1]),
            term.segments[term.anchor].script == .latin,
            !text.isInnerCapital(at: place)
        {
            return nil
        }
        let context = Context(term: term, inflections: inflections, bySound: bySound)
        guard let token = text.token(at: place),
            let anchor = segment(term.anchor, token: token, from: place, &text, context)
        else { return nil }
        var match = anchor
        for index in (term.anchor + 1)..<max(term.segments.count, term.anchor + 1) {
            guard let next = following(match, index, &text, context) else { return nil }
            match = TermMatch(tokens: match.tokens.lowerBound..<next.tokens.upperBound, from: match, to: next)
        }
        for index in (0..<term.anchor).reversed() {
            guard let previous = preceding(match, index, &text, context) else { return nil }
            match = TermMatch(
                tokens: previous.tokens.lowerBound..<match.tokens.upperBound, from: previous, to: match)
        }
        return match
    }
}

/// Where a term, or several near each other, was found: half-open ranges of tokens and of folded bytes.
struct TermMatch: Sendable, Equatable {
    var tokens: Range<Int>
    var bytes: Range<Int>
    /// The bytes of the several, of which ``bytes`` is the whole stretch; empty for one by itself.
    var parts: [Range<Int>] = []

    init(tokens: Range<Int>, bytes: Range<Int>) {
        self.tokens = tokens
        self.bytes = bytes
    }

    fileprivate init(tokens: Range<Int>, from first: TermMatch, to last: TermMatch) {
        self.init(tokens: tokens, bytes: first.bytes.lowerBound..<last.bytes.upperBound)
    }
}

extension TermMatcher {
    private struct Context {
        var term: Term
        var inflections: LanguageInflections
        var bySound: Bool
    }

    private func following(
        _ match: TermMatch, _ index: Int, _ text: inout WatchedText, _ context: Context
    ) -> TermMatch? {
        let token = match.tokens.upperBound
        guard token < text.tokens.count,
            isGap(text.tokens[token - 1].range.upperBound..<text.tokens[token].range.lowerBound, text)
        else { return nil }
        return segment(index, token: token, &text, context)
    }

    private func preceding(
        _ match: TermMatch, _ index: Int, _ text: inout WatchedText, _ context: Context
    ) -> TermMatch? {
        let segment = context.term.segments[index]
        let token = match.tokens.lowerBound - (segment.script.hasSpaces ? 1 : segment.letters)
        guard token >= 0,
            isGap(
                text.tokens[match.tokens.lowerBound - 1].range
                    .upperBound..<text.tokens[match.tokens.lowerBound].range.lowerBound, text)
        else { return nil }
        return self.segment(index, token: token, &text, context)
    }

    private func isGap(_ range: Range<Int>, _ text: WatchedText) -> Bool {
        range.count <= Self.maxGapBytes && !text.bytes[range].contains(0x0A)
    }

    /// Tries every place in a token where a segment may begin: behind the clitics that its language has.
    private func segment(
        _ index: Int, token: Int, _ text: inout WatchedText, _ context: Context
    ) -> TermMatch? {
        let range = text.tokens[token].range
        let first = context.term.segments[index].bytes[0]
        for place in range.prefix(Self.maxBytesBefore) where text.bytes[place] == first {
            if let match = segment(index, token: token, from: place, &text, context) { return match }
            if !context.term.segments[index].script.hasSpaces { return nil }
        }
        return nil
    }

    private func segment(
        _ index: Int, token: Int, from place: Int, _ text: inout WatchedText, _ context: Context
    ) -> TermMatch? {
        let segment = context.term.segments[index]
        if !segment.script.hasSpaces { return run(segment, token: token, from: place, &text, context) }
        let range = text.tokens[token].range
        let before = text.bytes[range.lowerBound..<place]
        let word = text.bytes[place..<range.upperBound]
        let isLast = index == context.term.segments.count - 1
        guard
            isWord(
                segment, before, word, token: token, &text, context, mayGoOn: isLast && context.term.isPrefix)
        else { return nil }
        let same = place..<place + segment.bytes.count
        if context.term.isExact, !text.original[text.originalRange(of: same)].elementsEqual(segment.original)
        {
            return nil
        }
        return TermMatch(tokens: token..<token + 1, bytes: place..<range.upperBound)
    }

    private func isWord(
        _ segment: Term.Segment, _ before: ArraySlice<UInt8>, _ word: ArraySlice<UInt8>, token: Int,
        _ text: inout WatchedText, _ context: Context, mayGoOn: Bool
    ) -> Bool {
        if context.term.isExact {
            return before.isEmpty
                && (mayGoOn ? word.starts(with: segment.bytes) : word.elementsEqual(segment.bytes))
        }
        if context.term.isUninflected, !mayGoOn { return before.isEmpty && word.elementsEqual(segment.bytes) }
        if segment.script == .hangul {
            let isSpelled =
                word.starts(with: segment.bytes)
                || (context.bySound && before.isEmpty
                    && SoundSpelling.differInOneVowel(
                        word.prefix(segment.bytes.count), segment.bytes[...], script: .hangul))
            guard isSpelled else { return false }
            let after = mayGoOn ? [] : word.dropFirst(segment.bytes.count)
            return korean.accepts(before: before, after: after, letters: segment.letters)
        }
        let inflection = context.inflections[segment.script]
        let begins =
            inflection.value.proclitics.allow(
                before, letters: segment.letters, needsArticle: segment.hasArticle)
            || (!before.isEmpty && text.isInnerCapital(at: word.startIndex))
        guard begins else { return false }
        let lostCapital =
            context.term.isName && segment.isCapitalised && !text.isCapitalised(at: word.startIndex)
        if word.elementsEqual(segment.bytes) {
            let isBare = inflection.value.needsMarks && context.term.segments.count == 1
            if isBare, lostCapital { return false }
            return !(isBare || lostCapital)
                || text.hasSameMarks(word.startIndex..<word.endIndex, as: segment)
        }
        if mayGoOn { return word.starts(with: segment.bytes) }
        func accepts(_ word: ArraySlice<UInt8>) -> Bool {
            inflection.value.accepts(
                word, for: segment.bytes[...], letters: segment.letters, isName: context.term.isName,
                lostCapital: lostCapital)
        }
        if accepts(word) { return true }
        guard context.bySound, inflection.value.respellsNames, !lostCapital,
            let corrected = SoundSpelling.corrected(word, like: segment.bytes, script: segment.script)
        else { return false }
        return accepts(corrected[...])
    }

    /// A run of characters of a script without spaces.
    private func run(
        _ segment: Term.Segment, token: Int, from place: Int, _ text: inout WatchedText, _ context: Context
    ) -> TermMatch? {
        let range = place..<place + segment.bytes.count
        guard range.upperBound <= text.bytes.count else { return nil }
        if !text.bytes[range].elementsEqual(segment.bytes) {
            guard context.bySound, isSpelledBySound(segment, range, text) else { return nil }
        } else if context.term.isExact {
            guard text.original[text.originalRange(of: range)].elementsEqual(segment.original) else {
                return nil
            }
        } else {
            let before = lastScalar(of: text.bytes[..<place])
            let after = firstScalar(of: text.bytes[range.upperBound...].prefix(4))
            guard mayLie(segment, before: before, after: after) else { return nil }
        }
        return TermMatch(tokens: token..<token + segment.letters, bytes: range)
    }

    /// Katakana by itself, with another vowel.
    private func isSpelledBySound(_ segment: Term.Segment, _ range: Range<Int>, _ text: WatchedText) -> Bool {
        segment.script == .kana
            && SoundSpelling.differInOneVowel(text.bytes[range], segment.bytes[...], script: .kana)
            && !isKatakana(lastScalar(of: text.bytes[..<range.lowerBound]))
            && !isKatakana(firstScalar(of: text.bytes[range.upperBound...].prefix(4)))
    }
}
