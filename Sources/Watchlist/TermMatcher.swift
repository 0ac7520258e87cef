import Text

/// Decides whether a term is really meant where its beginning was found.
struct TermMatcher: Sendable {
    let inflections: InflectionTable
    private let korean: Korean
    private let longerWords: LongerWords
    /// Between two words of a phrase: this many bytes of spaces and marks, but no line feed.
    private static let maxGapBytes = 12
    /// Within a word of a phrase: this many bytes may stand before what is looked for.
    private static let maxBytesBefore = 32
    /// The word before one of a phrase is split from no further back.
    private static let maxBytesBack = 256

    init(folding: Folding) {
        inflections = InflectionTable(folding: folding)
        korean = Korean(folding: folding)
        longerWords = LongerWords(folding: folding)
    }

    /// What a term is matched by.
    struct Context {
        var terms: TermTable.View
        var inflections: LanguageInflections
        /// Whether a name may be spelled with another vowel.
        var bySound = false
    }

    /// The whole match of a term whose anchor's stem begins at `place`; nil when something else was found
    /// there.
    ///
    /// - Parameter finder: keeps the word that was found last.
    func match(
        of term: TermTable.Entry, at place: Int, in text: WatchedText.View, _ finder: inout WordFinder,
        _ context: borrowing Context
    ) -> TermMatch? {
        // Most stems are found in the middle of other words: that is seen before the word is looked up.
        if place > 0, text.bytes[place - 1] &- 0x61 < 26, term.script == .latin,
            !text.isInnerCapital(at: place)
        {
            return nil
        }
        let index = Int(term.anchor)
        guard let word = finder.word(at: place),
            let anchor = segment(index, of: term, word, from: place, text, context)
        else { return nil }
        if term.segmentCount == 1 { return anchor }
        var match = anchor
        var capitals = NameCapitals(term, context.terms)
        capitals.note(index, at: anchor.bytes.lowerBound, text)
        for index in (index + 1)..<max(Int(term.segmentCount), index + 1) {
            guard let next = following(match, index, of: term, text, context) else { return nil }
            capitals.note(index, at: next.bytes.lowerBound, text)
            match = TermMatch(words: match.words.lowerBound..<next.words.upperBound, from: match, to: next)
        }
        for index in (0..<index).reversed() {
            guard let previous = preceding(match, index, of: term, text, context) else { return nil }
            capitals.note(index, at: previous.bytes.lowerBound, text)
            match = TermMatch(
                words: previous.words.lowerBound..<match.words.upperBound, from: previous, to: match)
        }
        return capitals.agree(context.inflections) ? match : nil
    }
}

/// Where a term, or several near each other, was found: half-open ranges of folded bytes.
struct TermMatch: Sendable, Equatable {
    /// The whole words that hold ``bytes``.
    var words: Range<Int>
    var bytes: Range<Int>
    /// The bytes of the several, of which ``bytes`` is the whole stretch; empty for one by itself.
    var parts: [Range<Int>] = []

    init(words: Range<Int>, bytes: Range<Int>) {
        self.words = words
        self.bytes = bytes
    }

    fileprivate init(words: Range<Int>, from first: TermMatch, to last: TermMatch) {
        self.init(words: words, bytes: first.bytes.lowerBound..<last.bytes.upperBound)
    }
}

extension TermMatcher {
    private func following(
        _ match: TermMatch, _ index: Int, of term: TermTable.Entry, _ text: WatchedText.View,
        _ context: borrowing Context
    ) -> TermMatch? {
        let end = match.words.upperBound
        guard let word = text.finder.word(from: end, within: Self.maxGapBytes),
            isGap(end..<word.start, of: term, text)
        else { return nil }
        return segment(index, of: term, word, text, context)
    }

    private func preceding(
        _ match: TermMatch, _ index: Int, of term: TermTable.Entry, _ text: WatchedText.View,
        _ context: borrowing Context
    ) -> TermMatch? {
        let start = match.words.lowerBound
        guard let last = text.finder.lastCharacter(before: start, within: Self.maxGapBytes),
            let word = text.finder.word(
                at: last, notBefore: text.characterStart(atOrBefore: last - Self.maxBytesBack)),
            isGap(word.end..<start, of: term, text)
        else { return nil }
        let segment = context.terms.segment(index, of: term)
        if segment.script.hasSpaces { return self.segment(index, of: term, word, text, context) }
        let first = word.end - Int(segment.count)
        guard first >= 0, text.bytes[first] & 0xC0 != 0x80,
            let word = text.finder.word(at: first, notBefore: first)
        else { return nil }
        return self.segment(index, of: term, word, text, context)
    }

    private func isGap(_ range: Range<Int>, of term: TermTable.Entry, _ text: WatchedText.View) -> Bool {
        range.count <= Self.maxGapBytes && !text.bytes[range].contains(0x0A)
            && !(term.isName && text.endsSentence(range))
    }

    /// Tries every place in a word where a segment may begin: behind the clitics that its language has.
    private func segment(
        _ index: Int, of term: TermTable.Entry, _ word: WordFinder.Word, _ text: WatchedText.View,
        _ context: borrowing Context
    ) -> TermMatch? {
        let segment = context.terms.segment(index, of: term)
        let bytes = context.terms.bytes(of: segment)
        let first = bytes[bytes.startIndex]
        for place in (word.start..<word.end).prefix(Self.maxBytesBefore) where text.bytes[place] == first {
            if let match = self.segment(index, of: term, word, from: place, text, context) { return match }
            if !segment.script.hasSpaces { return nil }
        }
        return nil
    }

    @inline(__always)
    private func segment(
        _ index: Int, of term: TermTable.Entry, _ word: WordFinder.Word, from place: Int,
        _ text: WatchedText.View, _ context: borrowing Context
    ) -> TermMatch? {
        let segment = context.terms.segment(index, of: term)
        let bytes = context.terms.bytes(of: segment)
        if !segment.script.hasSpaces {
            return run(segment, bytes, of: term, from: place, text, context)
        }
        let isLast = index == Int(term.segmentCount) - 1
        guard
            isWord(
                segment, bytes, of: term, word, from: place, text, context, mayGoOn: isLast && term.isPrefix,
                isFirst: index == 0)
        else { return nil }
        if term.isExact {
            let source = text.originalRange(of: place..<place + bytes.count)
            guard isSpelling(text.original[source], of: context.terms.original(of: segment)) else {
                return nil
            }
        }
        return TermMatch(words: word.start..<word.end, bytes: place..<word.end)
    }

    private func isWord(
        _ segment: TermTable.Segment, _ bytes: ByteSlice, of term: TermTable.Entry, _ token: WordFinder.Word,
        from place: Int, _ text: WatchedText.View, _ context: borrowing Context, mayGoOn: Bool,
        isFirst: Bool
    ) -> Bool {
        let before = text.bytes[token.start..<place]
        let word = text.bytes[place..<token.end]
        if term.isExact {
            return before.isEmpty && (mayGoOn ? word.starts(with: bytes) : word.elementsEqual(bytes))
        }
        if term.isUninflected, !mayGoOn { return before.isEmpty && word.elementsEqual(bytes) }
        if segment.script == .hangul {
            let isSpelled =
                word.starts(with: bytes)
                || (context.bySound && before.isEmpty
                    && SoundSpelling.differInOneVowel(word.prefix(bytes.count), bytes, script: .hangul))
            guard isSpelled else { return false }
            if !mayGoOn, longerWords.hold(bytes, at: place, in: text) { return false }
            let after = mayGoOn ? word.suffix(0) : word.dropFirst(bytes.count)
            return korean.accepts(before: before, after: after, letters: segment.letters)
        }
        let inflection = context.inflections[segment.script]
        // A short word that begins a phrase is sure by what follows it.
        let letters =
            isFirst && !before.isEmpty ? context.terms.letters(of: term) : segment.letters
        let begins =
            inflection.value.proclitics.allow(
                before, letters: letters, needsArticle: segment.hasArticle)
            || (!before.isEmpty && text.isInnerCapital(at: place)
                && text.mayBeginWord(at: place, inside: token.start))
        guard begins else { return false }
        let isSame = word.elementsEqual(bytes)
        let isBare = inflection.value.needsMarks && term.segmentCount == 1
        if isSame, !isBare, !term.isName { return true }
        if mayGoOn, !isSame { return word.starts(with: bytes) }
        let lostCapital = segment.isCapitalised && !text.isCapitalised(at: place)
        if isSame {
            if isBare, lostCapital, term.isName { return false }
            return !(isBare || lostCapital)
                || text.hasSameMarks(place..<token.end, as: context.terms.original(of: segment))
        }
        func accepts(_ word: ByteSlice) -> Bool {
            inflection.value.accepts(
                word, for: bytes, letters: segment.letters,
                Inflection.Writing(
                    isName: term.isName, isCapitalised: segment.isCapitalised, isAcronym: segment.isAcronym,
                    hasOthers: term.segmentCount > 1, lostCapital: lostCapital))
        }
        if accepts(word) { return true }
        guard context.bySound, inflection.value.respellsNames, !lostCapital,
            let corrected = SoundSpelling.corrected(word, like: bytes, script: segment.script)
        else { return false }
        return corrected.withUnsafeBufferPointer { accepts($0[...]) }
    }

    /// A run of characters of a script without spaces.
    private func run(
        _ segment: TermTable.Segment, _ bytes: ByteSlice, of term: TermTable.Entry, from place: Int,
        _ text: WatchedText.View, _ context: borrowing Context
    ) -> TermMatch? {
        let range = place..<place + bytes.count
        guard range.upperBound <= text.bytes.count else { return nil }
        if !text.bytes[range].elementsEqual(bytes) {
            guard context.bySound, isSpelledBySound(segment, bytes, range, text) else { return nil }
        } else if term.isExact {
            let source = text.original[text.originalRange(of: range)]
            guard isSpelling(source, of: context.terms.original(of: segment)) else { return nil }
        } else {
            let before = lastScalar(of: text.bytes[..<place])
            let after = firstScalar(of: text.bytes[range.upperBound...].prefix(4))
            guard mayLie(segment, before: before, after: after),
                term.isUninflected || !longerWords.hold(bytes, at: place, in: text)
            else { return nil }
        }
        return TermMatch(words: range, bytes: range)
    }

    /// Katakana by itself, with another vowel.
    private func isSpelledBySound(
        _ segment: TermTable.Segment, _ bytes: ByteSlice, _ range: Range<Int>, _ text: WatchedText.View
    ) -> Bool {
        segment.script == .kana
            && SoundSpelling.differInOneVowel(text.bytes[range], bytes, script: .kana)
            && !isKatakana(lastScalar(of: text.bytes[..<range.lowerBound]))
            && !isKatakana(firstScalar(of: text.bytes[range.upperBound...].prefix(4)))
    }
}
