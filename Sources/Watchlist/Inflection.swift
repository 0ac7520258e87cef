/// How a language bends words, as far as a watch term's dictionary form is to be recognised in a text.
///
/// A word of the text is a form of a term when both have a stem in common and the language's paradigms let
/// the word's rest take the place of the term's rest.
struct Inflection: Sendable {
    /// Letters a stem keeps.
    static let minStemLetters = 3

    /// Any rest at all: languages that compound words or pile up endings.
    struct AnyRest: Sendable {
        /// The term has at least so many letters.
        var letters: Int
        /// The rest has at least so many.
        var restLetters = 1
        /// In terms of at least so many letters the rest may replace the final vowel.
        var trimLetters = 6
        /// Whether what replaces it may also begin with a consonant.
        var trimsFreely = false
    }

    /// For words of a query.
    var words = Paradigms.none
    /// For aliases of an entity.
    var names = Paradigms.none
    /// Adjectives and nouns made of a name, which the language writes without the name's capital.
    var derived = Paradigms.none
    /// Terms with fewer letters are matched as they are.
    var minLetters = 4
    var anyRest: AnyRest?
    /// What may stand before the word without a space.
    var proclitics = Proclitics.none
    /// Whether the language writes foreign names by their sound, so that their vowels vary.
    var respellsNames = false
    /// Whether marks on letters tell words apart so much that a single word must have the term's.
    var needsMarks = false

    /// Whether `word` is a form of `term`, or the term with a number behind it.
    ///
    /// - Parameter letters: the term's length in code points.
    /// - Parameter lostCapital: whether the term has a capital and the word has none. A name keeps its
    ///   capital in every form
    ///   of its own: lower-case `trumpai` is Lithuanian for short.
    /// - Complexity: linear in the longest known ending.
    func accepts(
        _ word: ByteSlice, for term: ByteSlice, letters: Int, isName: Bool, lostCapital: Bool
    ) -> Bool {
        // What ends in a number does not bend.
        guard let last = term.last, !isDigit(last) else { return false }
        var common = commonPrefixCount(term, word)
        if common == term.count, word.dropFirst(common).allSatisfy(isDigit) { return true }
        guard letters >= minLetters else { return false }
        let paradigms = lostCapital ? derived : isName ? names : words
        var stemLetters = letterCount(term.prefix(common))
        while stemLetters >= Self.minStemLetters || (common == term.count && stemLetters > 0) {
            let lost = term.dropFirst(common)
            let gained = word.dropFirst(common)
            if paradigms.allow(gained, insteadOf: lost) { return true }
            if !lostCapital, let anyRest, letters >= anyRest.letters, allows(anyRest, lost, gained, letters) {
                return true
            }
            if lost.count > max(paradigms.maxDroppedBytes, 4) { return false }
            common -= lastLetterCount(term.prefix(common))
            stemLetters -= 1
        }
        return false
    }

    private func allows(
        _ anyRest: AnyRest, _ lost: ByteSlice, _ gained: ByteSlice, _ letters: Int
    ) -> Bool {
        guard letterCount(gained.prefix(anyRest.restLetters * 4)) >= anyRest.restLetters else { return false }
        if lost.isEmpty { return true }
        return letters >= anyRest.trimLetters && isOneVowel(lost)
            && (anyRest.trimsFreely || startsWithVowel(gained))
    }
}

private func isDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte)
}

private func isOneVowel(_ bytes: ByteSlice) -> Bool {
    !bytes.isEmpty && letterCount(bytes) == 1 && startsWithVowel(bytes)
}

private func startsWithVowel(_ bytes: ByteSlice) -> Bool {
    firstScalar(of: bytes).map(isVowel) ?? false
}
