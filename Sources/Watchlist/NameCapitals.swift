import Text

/// Which words of a name of several kept their capitals in a text.
///
/// A name is written with all of its capitals or in small letters: `Will Smith` is not in “will Smith resign?”, nor
/// `Ван И` in «Ван и Блинкен». Words that may be small in any name, as `Al` and `Court` in `Al Jazeera` and
/// `Supreme Court`, do not count.
struct NameCapitals {
    private let term: TermTable.Entry
    private let terms: TermTable.View
    private var hasKept = false
    private var lostFirst = false
    private var lostLast = false

    /// A first word with fewer letters may be an article.
    private static let minFirstLetters = 4
    /// A last word with more letters is no conjunction.
    private static let maxLastLetters = 2

    init(_ term: TermTable.Entry, _ terms: TermTable.View) {
        self.term = term
        self.terms = terms
    }

    /// Notes a word of the name that begins at a place of the folded text.
    mutating func note(_ index: Int, at place: Int, _ text: WatchedText.View) {
        let segment = terms.segment(index, of: term)
        guard term.isName, segment.isCapitalised else { return }
        if text.isCapitalised(at: place) {
            hasKept = true
        } else if index == 0 {
            lostFirst = segment.letters >= Self.minFirstLetters
        } else if index == Int(term.segmentCount) - 1 {
            // Kim Jong-un.
            let isHyphened = place > 0 && text.bytes[place - 1] == UInt8(ascii: "-")
            lostLast = segment.letters <= Self.maxLastLetters && !isHyphened
        }
    }

    /// - Parameter inflections: of a language whose names are of syllables, which may lose their capitals, or another.
    func agree(_ inflections: LanguageInflections) -> Bool {
        !(hasKept && (lostFirst || lostLast)) || inflections[.latin].value.needsMarks
    }
}
