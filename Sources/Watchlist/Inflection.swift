/// How a language bends words, as far as a watch term's dictionary form is to be recognised in a text.
///
/// A word of the text is a form of a term when both have a stem in common, the term's rest is a dictionary ending of
/// the language and the word's rest one of its endings.
struct Inflection: Sendable {
    /// What the dictionary form may lose (`Москва` → `Москв-`) and what may come instead.
    struct Forms: Sendable {
        var dropped = Endings.none
        var added = Endings.none
    }

    /// Terms with fewer letters are matched as they are.
    static let minLetters = 4
    /// Letters a stem keeps.
    static let minStemLetters = 3

    /// For words of a query.
    var words = Forms()
    /// For aliases of an entity.
    var names = Forms()
    /// Endings that make an adjective or noun of a name, which the language writes without the name's capital.
    var derived = Endings.none
    /// From this many letters on, any ending will do: languages that compound or pile up endings. nil: never.
    var openFrom: Int?
    /// The same for names.
    var openNamesFrom: Int?
    /// From this many letters on, an open ending may replace the term's final vowel.
    var trimsVowelFrom = 6
    /// Whether what replaces the vowel may also be a consonant.
    var isFreelyTrimmed = false
    /// What may stand before the word without a space.
    var proclitics = Proclitics.none
    /// Whether the language writes foreign names by their sound, so that their vowels vary.
    var respellsNames = false

    /// Whether `word` is `term` or a form of it.
    ///
    /// - Parameter letters: the term's length in code points.
    /// - Parameter lostCapital: whether the term has a capital and the word has none. A name keeps its capital in every form
    ///   of its own: lower-case `trumpai` is Lithuanian for short.
    /// - Complexity: linear in the longest known ending.
    func accepts(
        _ word: ArraySlice<UInt8>, for term: ArraySlice<UInt8>, letters: Int, isName: Bool, lostCapital: Bool
    ) -> Bool {
        var common = commonPrefixCount(term, word)
        if common == term.count {
            let rest = word.dropFirst(common)
            if rest.allSatisfy({ (0x30...0x39).contains($0) }) { return true }
        }
        guard letters >= Self.minLetters else { return false }
        let dropped = isName ? names.dropped : words.dropped
        let added = lostCapital ? derived : isName ? names.added : words.added
        let openFrom = lostCapital ? nil : isName ? openNamesFrom : openFrom
        var stemLetters = letterCount(term.prefix(common))
        while stemLetters >= Self.minStemLetters {
            let lost = term.dropFirst(common)
            let gained = word.dropFirst(common)
            if dropped.contains(lost), added.contains(gained) { return true }
            if let openFrom, letters >= openFrom {
                if lost.isEmpty { return true }
                if letters >= trimsVowelFrom, isOneVowel(lost), isFreelyTrimmed || startsWithVowel(gained) {
                    return true
                }
            }
            if lost.count > max(dropped.maxBytes, 4) { return false }
            common -= lastLetterCount(term.prefix(common))
            stemLetters -= 1
        }
        return false
    }
}

/// Bytes of the common beginning, whole characters.
func commonPrefixCount(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Int {
    var count = 0
    let end = min(first.count, second.count)
    while count < end, first[first.startIndex + count] == second[second.startIndex + count] { count += 1 }
    func splitsCharacter(_ bytes: ArraySlice<UInt8>) -> Bool {
        count < bytes.count && bytes[bytes.startIndex + count] & 0xC0 == 0x80
    }
    while count > 0, splitsCharacter(first) || splitsCharacter(second) { count -= 1 }
    return count
}

/// Code points.
func letterCount(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
}

/// Bytes of the last code point; 0 for nothing.
func lastLetterCount(_ bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    for byte in bytes.reversed() {
        count += 1
        if byte & 0xC0 != 0x80 { break }
    }
    return count
}

private func isOneVowel(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty && letterCount(bytes) == 1 && startsWithVowel(bytes)
}

private func startsWithVowel(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let letter = firstScalar(of: bytes) else { return false }
    return isVowel(letter)
}

/// The first code point of valid UTF-8.
func firstScalar(of bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return scalar
}
