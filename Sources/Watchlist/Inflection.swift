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
        /// In terms of at least so many letters what begins with a vowel may replace the final vowel.
        var trimLetters = 6
        /// Whether the rest is the second part of a compound: names do not take any, and words only what may
        /// begin one.
        var isCompound = false
    }

    /// How a term's word is written, and how the word of the text that may be a form of it.
    struct Writing {
        /// Whether the term is an alias of an entity.
        var isName: Bool
        var isCapitalised: Bool
        /// Whether the term's word is written in capitals.
        var isAcronym: Bool
        /// Whether the term has other words beside this one.
        var hasOthers: Bool
        /// Whether the term's word has a capital and the text's has none.
        var lostCapital: Bool
    }

    /// For words of a query.
    var words = Paradigms.none
    /// For aliases of an entity.
    var names = Paradigms.none
    /// Adjectives and nouns made of a name, which the language writes without the name's capital.
    var derived = Paradigms.none
    /// Whether a word of a query with a capital is a name: not where all nouns have one.
    var capitalsAreNames = false
    /// Terms with fewer letters are matched as they are.
    var minLetters = 4
    /// The same for words with a capital beside other words.
    var minLettersInNames = 4
    /// Endings that double the last letter of the word before them.
    var doubling = Endings.none
    var anyRest: AnyRest?
    /// What may stand before the word without a space.
    var proclitics = Proclitics.none
    /// Whether the language writes foreign names by their sound, so that their vowels vary.
    var respellsNames = false
    /// Whether marks on letters tell words apart so much that a single word must have the term's.
    var needsMarks = false

    /// Whether `word` is a form of `term`, or the term with a number behind it.
    ///
    /// A word with a capital keeps it in every form of its own: lower-case `trumpai` is Lithuanian for short.
    ///
    /// - Parameter letters: the term's length in code points.
    /// - Complexity: linear in the longest known ending.
    func accepts(_ word: ByteSlice, for term: ByteSlice, letters: Int, _ writing: Writing) -> Bool {
        // What ends in a number does not bend.
        guard let last = term.last, !isDigit(last) else { return false }
        var common = commonPrefixCount(term, word)
        if common == term.count, word.dropFirst(common).allSatisfy(isDigit) { return true }
        let isInName = writing.hasOthers && writing.isCapitalised
        guard letters >= (isInName ? minLettersInNames : minLetters) else { return false }
        let bendsAsName =
            writing.isName || writing.isAcronym || (writing.isCapitalised && capitalsAreNames)
        let paradigms = writing.lostCapital ? derived : bendsAsName ? names : words
        let anyRest = anyRest.flatMap { rest in
            let fits = letters >= rest.letters && !(bendsAsName && rest.isCompound)
            return fits && !writing.lostCapital && !writing.isAcronym ? rest : nil
        }
        let minStemLetters = isInName ? max(2, min(Self.minStemLetters, letters - 2)) : Self.minStemLetters
        var stemLetters = letterCount(term.prefix(common))
        while stemLetters >= minStemLetters || (common == term.count && stemLetters > 0) {
            let lost = term.dropFirst(common)
            let gained = word.dropFirst(common)
            if paradigms.allow(gained, insteadOf: lost, letters: stemLetters) { return true }
            if lost.isEmpty, !writing.lostCapital, doubles(gained, behind: term) { return true }
            if let anyRest, allows(anyRest, lost, gained, letters) { return true }
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
        if anyRest.isCompound, !mayEndCompound(gained) { return false }
        if lost.isEmpty { return true }
        return letters >= anyRest.trimLetters && isOneVowel(lost) && startsWithVowel(gained)
    }

    private func doubles(_ gained: ByteSlice, behind term: ByteSlice) -> Bool {
        guard doubling.maxBytes > 0 else { return false }
        let letter = term.suffix(lastLetterCount(term))
        return gained.starts(with: letter) && doubling.contains(gained.dropFirst(letter.count))
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
