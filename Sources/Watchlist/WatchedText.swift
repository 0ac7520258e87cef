import Text

/// An article's words made ready for matching: title and paragraphs in one, folded, with the way back.
///
/// Splitting into words waits until something was found, which in most articles is never.
struct WatchedText {
    /// Folded, lookalikes set right; a line feed behind the title and each paragraph.
    let bytes: [UInt8]
    let original: [UInt8]
    private let folded: FoldedText
    private let mended: MendedText?
    /// Where title and paragraphs begin in the original, with the paragraph's number; ascending.
    private let sections: [(start: Int, paragraph: Int?)]
    private(set) lazy var tokens: [WordToken] = words(in: bytes)
    /// Quarters of a word before each token: a token of Chinese or Japanese counts as half a word, of Thai,
    /// Lao, Khmer and Burmese as a quarter.
    private(set) lazy var distances: [Int32] = quarterWords(of: tokens)

    init(_ input: MatchInput, folding: Folding, lookalikes: Lookalikes) {
        var original: [UInt8] = []
        original.reserveCapacity(
            input.paragraphs.reduce(input.title?.utf8.count ?? 0) { $0 + $1.utf8.count + 1 })
        var sections: [(start: Int, paragraph: Int?)] = []
        for (number, text) in [(nil, input.title ?? "")] + input.paragraphs.enumerated().map({ ($0, $1) }) {
            sections.append((original.count, number))
            original += text.utf8
            original.append(0x0A)
        }
        self.original = original
        self.sections = sections
        folded = folding.folded(original)
        mended = lookalikes.mended(folded.bytes)
        bytes = mended?.bytes ?? folded.bytes
    }

    /// Whether ``WordInsides`` speaks of ``bytes``: not where lookalikes were set right.
    var hasPlainInsides: Bool { mended == nil }

    /// Places of ``bytes`` within a word where a word may begin nevertheless, by its capital.
    func innerStarts() -> [Int] {
        let places = WordInsides.innerCapitals(original).map { folded.foldedStart(of: $0) }
        return bytes.withUnsafeBytes { bytes in
            places.filter { $0 < bytes.count && bytes[$0] & 0xC0 != 0x80 && WordInsides.hold(bytes, $0) }
        }
    }

    /// The token that holds a byte; nil between words.
    mutating func token(at place: Int) -> Int? {
        let tokens = tokens
        var low = 0
        var high = tokens.count
        while low < high {
            let middle = (low + high) / 2
            if Int(tokens[middle].start) > place { high = middle } else { low = middle + 1 }
        }
        guard low > 0, tokens[low - 1].range.contains(place) else { return nil }
        return low - 1
    }

    /// Bytes of the original that a range of ``bytes`` stands for.
    func originalRange(of range: Range<Int>) -> Range<Int> {
        folded.originalRange(of: mended?.range(before: range) ?? range)
    }

    /// Where a range of ``bytes`` lies in the article.
    func place(of range: Range<Int>) -> MatchPlace {
        let source = originalRange(of: range)
        let section = section(at: source.lowerBound)
        return MatchPlace(
            paragraph: section.paragraph,
            bytes: source.lowerBound - section.start..<source.upperBound - section.start)
    }

    /// Whether a place in ``bytes`` lies in the title.
    func isInTitle(_ place: Int) -> Bool {
        section(at: originalRange(of: place..<place).lowerBound).paragraph == nil
    }

    /// Whether two places lie in different texts.
    func isDivided(_ first: Int, _ second: Int) -> Bool {
        section(at: originalRange(of: first..<first).lowerBound).start
            != section(at: originalRange(of: second..<second).lowerBound).start
    }

    private func section(at place: Int) -> (start: Int, paragraph: Int?) {
        var low = 0
        var high = sections.count
        while low < high {
            let middle = (low + high) / 2
            if sections[middle].start > place { high = middle } else { low = middle + 1 }
        }
        return sections[max(0, low - 1)]
    }

    /// Whether the original has a capital where a range of ``bytes`` begins.
    func isCapitalised(at place: Int) -> Bool {
        scalar(at: place).map(isUppercase) ?? false
    }

    /// Whether a word has a term's accents and other marks; case does not count.
    func hasSameMarks(_ range: Range<Int>, as segment: Term.Segment) -> Bool {
        let word = original[originalRange(of: range)]
        return word.elementsEqual(segment.original)
            || String(decoding: word, as: UTF8.self).lowercased()
                == String(decoding: segment.original, as: UTF8.self).lowercased()
    }

    /// Whether a word begins inside a token, as in `#StopTrump`: a capital behind a small letter.
    func isInnerCapital(at place: Int) -> Bool {
        guard place > 0, isCapitalised(at: place) else { return false }
        var before = place - 1
        while before > 0, bytes[before] & 0xC0 == 0x80 { before -= 1 }
        return scalar(at: before)?.properties.isLowercase ?? false
    }

    private func scalar(at place: Int) -> Unicode.Scalar? {
        var end = place + 1
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return firstScalar(of: original[originalRange(of: place..<end)])
    }

    private func quarterWords(of tokens: [WordToken]) -> [Int32] {
        var sum: Int32 = 0
        return tokens.map { token in
            defer {
                switch token.script {
                case .han, .kana: sum &+= 2
                case .thai, .lao, .khmer, .burmese: sum &+= 1
                default: sum &+= 4
                }
            }
            return sum
        }
    }
}

/// The property; ASCII without a look into Unicode's tables.
func isUppercase(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? ("A"..."Z").contains(scalar) : scalar.properties.isUppercase
}
