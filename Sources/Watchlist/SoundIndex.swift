import Text

/// Where names may stand that a text spells by their sound, in a search of its own: the beginnings are short, and only texts in
/// languages that respell names pay for it.
struct SoundIndex: Sendable {
    private var latin = PrefixIndex([])
    private var latinTerms: [Int] = []
    private var other = PrefixIndex([])
    private var otherTerms: [Int] = []

    init(_ terms: [Term]) {
        var latinBeginnings: [[UInt8]] = []
        var otherBeginnings: [[UInt8]] = []
        for (number, term) in terms.enumerated() where term.isName && !term.isExact && !term.isPrefix {
            let anchor = term.segments[term.anchor]
            guard let beginning = SoundSpelling.commonBeginning(of: anchor) else { continue }
            if anchor.script == .latin {
                latinBeginnings.append(beginning)
                latinTerms.append(number)
            } else {
                otherBeginnings.append(beginning)
                otherTerms.append(number)
            }
        }
        latin = PrefixIndex(latinBeginnings)
        other = PrefixIndex(otherBeginnings)
    }

    /// Calls `found` with a term's number and a place for every place where the term's name may begin.
    func scan(_ text: [UInt8], latinToo: Bool, _ found: (Int, Int) -> Void) {
        other.scan(text) { numbers, place in
            for number in numbers { found(otherTerms[Int(number)], place) }
        }
        guard latinToo else { return }
        latin.scan(text) { numbers, place in
            for number in numbers { found(latinTerms[Int(number)], place) }
        }
    }
}
