import Text

/// An article's words made ready for matching: title and paragraphs in one, folded, with the way back.
///
/// Splitting into words waits until a rule asks how near two words are. A class, so that views of it need not copy it.
final class WatchedText {
    /// Folded, lookalikes set right; a line feed behind the title, each paragraph and each second reading, then
    /// ``padding`` zeros.
    let bytes: [UInt8]
    /// Title and paragraphs, then ``SecondReading``s.
    let original: [UInt8]
    private let readings: [SecondReading]
    /// BCP 47.
    let language: String?
    private let folded: FoldedText
    private let mended: MendedText?
    /// Where title and paragraphs begin in the original, with the paragraph's number; ascending.
    private let sections: [(start: Int, paragraph: Int?)]
    private lazy var tokens: [WordToken] = words(in: bytes)
    /// Quarters of a word before each token: a token of Chinese or Japanese counts as half a word, of Thai,
    /// Lao, Khmer and Burmese as a quarter.
    private lazy var distances: [Int32] = quarterWords(of: tokens)

    /// Loads of so many bytes may begin at the last byte of the text.
    static let padding = 16

    init(_ input: MatchInput, folding: Folding, lookalikes: Lookalikes) {
        var original: [UInt8] = []
        original.reserveCapacity(
            input.paragraphs.reduce(input.title?.utf8.count ?? 0) { $0 + $1.utf8.count + 1 } + 1)
        var sections: [(start: Int, paragraph: Int?)] = []
        sections.reserveCapacity(input.paragraphs.count + 1)
        sections.append((0, nil))
        if let title = input.title { original += title.utf8 }
        original.append(0x0A)
        for (number, text) in input.paragraphs.enumerated() {
            sections.append((original.count, number))
            original += text.utf8
            original.append(0x0A)
        }
        readings = Self.appendReadings(to: &original, sections: sections)
        self.original = original
        language = input.language
        self.sections = sections
        folded = folding.folded(original)
        mended = lookalikes.mended(folded.bytes)
        bytes = (mended?.bytes ?? folded.bytes) + [UInt8](repeating: 0, count: Self.padding)
    }

    /// A broken word read as one, with what stands around it.
    private struct SecondReading {
        /// Bytes of the original: where the reading stands, where in it the parts of the word meet, and its end.
        var start: Int
        var joint: Int
        var end: Int
        /// Where both came from.
        var word: BrokenWord

        /// Where a place of the reading stands in the text.
        func source(of place: Int) -> Int {
            place < joint ? word.before.lowerBound + place - start : word.after.lowerBound + place - joint
        }
    }

    private static func appendReadings(
        to original: inout [UInt8], sections: [(start: Int, paragraph: Int?)]
    ) -> [SecondReading] {
        let words = original.withUnsafeBufferPointer { bytes in
            ScriptTable.classes.withUnsafeBufferPointer { classes in
                BrokenWord.all(in: bytes, classes: classes, limit: bytes.count / 32 + 1)
            }
        }
        var readings: [SecondReading] = []
        for word in words {
            // A paragraph that ends with a hyphen does not go on in the next.
            let section = sections.partitioningIndex { $0.start > word.before.upperBound }
            guard section == sections.count || word.after.lowerBound < sections[section].start else {
                continue
            }
            let start = original.count
            original += original[word.before]
            let joint = original.count
            original += original[word.after]
            readings.append(SecondReading(start: start, joint: joint, end: original.count, word: word))
            original.append(0x0A)
        }
        return readings
    }

    /// A match as it stands in the title or a paragraph; nil when it was found beside a broken word's second reading only.
    func settled(_ match: TermMatch) -> TermMatch? {
        guard let first = readings.first else { return match }
        let found = originalRange(of: match.bytes)
        guard found.lowerBound >= first.start else { return match }
        let index = readings.partitioningIndex { $0.start > found.lowerBound } - 1
        let reading = readings[index]
        guard found.lowerBound < reading.joint, found.upperBound > reading.joint else { return nil }
        func settled(_ range: Range<Int>) -> Range<Int> {
            let range = originalRange(of: range)
            let start = foldedPlace(of: reading.source(of: range.lowerBound))
            return start..<max(start, foldedPlace(of: reading.source(of: range.upperBound)))
        }
        return TermMatch(words: settled(match.words), bytes: settled(match.bytes))
    }

    /// Where the character that begins at a byte of the original begins in ``bytes``.
    private func foldedPlace(of original: Int) -> Int {
        let place = folded.foldedStart(of: original)
        return mended?.place(after: place) ?? place
    }

    /// A stretch of the original as it reads.
    ///
    /// - Parameter isRejoined: whether broken words are read as one.
    func reading(of range: Range<Int>, isRejoined: Bool) -> String {
        var bytes = original[range]
        guard isRejoined else { return String(decoding: bytes, as: UTF8.self) }
        for reading in readings.reversed()
        where range.lowerBound < reading.word.before.upperBound
            && range.upperBound > reading.word.after.lowerBound
        {
            bytes.removeSubrange(reading.word.before.upperBound..<reading.word.after.lowerBound)
        }
        return String(decoding: bytes, as: UTF8.self)
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
        sections[max(0, sections.partitioningIndex { $0.start > place } - 1)]
    }

    /// How far the second of two stretches of whole words stands behind the first, in quarters of a word; neighbours
    /// are one word apart.
    func distance(from first: Range<Int>, to second: Range<Int>) -> Int {
        let last = tokens.partitioningIndex { $0.range.upperBound >= first.upperBound }
        let next = tokens.partitioningIndex { Int($0.start) >= second.lowerBound }
        guard last < distances.count, next < distances.count else { return .max }
        return Int(distances[next] - distances[last])
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

extension WatchedText {
    /// Calls `body` with the text as it lies in memory.
    func withView<Result>(_ body: (View) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { bytes in
            original.withUnsafeBufferPointer { original in
                ScriptTable.classes.withUnsafeBufferPointer { classes in
                    body(
                        View(
                            bytes: bytes, original: original, classes: classes,
                            finder: WordFinder(bytes, classes: classes), isPlain: mended == nil, text: self))
                }
            }
        }
    }

    /// The text while ``withView(_:)`` works. Unsafe buffers because every byte of every article passes here.
    struct View {
        /// As ``WatchedText/bytes``, with the zeros.
        let bytes: UnsafeBufferPointer<UInt8>
        let original: UnsafeBufferPointer<UInt8>
        /// By code point: the raw values of ``ScriptClass``.
        let classes: UnsafeBufferPointer<UInt8>
        let finder: WordFinder
        /// Whether ``WordInsides`` speaks of ``bytes``: not where lookalikes were set right.
        let isPlain: Bool
        /// Outlives the view, which is copied for every find.
        fileprivate unowned(unsafe) let text: WatchedText

        /// Bytes before the zeros.
        var count: Int { bytes.count - WatchedText.padding }

        /// Places within a word where a word may begin nevertheless, by its capital.
        func innerStarts() -> [Int] {
            let raw = UnsafeRawBufferPointer(bytes)
            return WordInsides.innerCapitals(original).map { text.folded.foldedStart(of: $0) }
                .filter { $0 < count && bytes[$0] & 0xC0 != 0x80 && WordInsides.hold(raw, $0) }
        }

        func originalRange(of range: Range<Int>) -> Range<Int> { text.originalRange(of: range) }

        /// Whether the original has a capital where a range of ``bytes`` begins.
        func isCapitalised(at place: Int) -> Bool {
            scalar(at: place).map(isUppercase) ?? false
        }

        /// Whether a word has a term's accents and other marks; case does not count.
        func hasSameMarks(_ range: Range<Int>, as written: ByteSlice) -> Bool {
            let word = original[originalRange(of: range)]
            return word.elementsEqual(written)
                || lowercased(word) == lowercased(written)
        }

        /// Whether a word begins inside a token, as in `#StopTrump`: a capital behind a small letter.
        func isInnerCapital(at place: Int) -> Bool {
            guard place > 0, isCapitalised(at: place) else { return false }
            return scalar(at: characterStart(atOrBefore: place - 1))?.properties.isLowercase ?? false
        }

        /// Whether a word may begin at a capital within another: in a hashtag or a handle, or behind at least four
        /// letters; not in McDonald, iPhone or YouTube.
        func mayBeginWord(at place: Int, inside start: Int) -> Bool {
            let before = bytes[start..<place]
            if before.suffix(2).elementsEqual("mc".utf8) || before.suffix(3).elementsEqual("mac".utf8) {
                return false
            }
            if start > 0, bytes[start - 1] == UInt8(ascii: "#") || bytes[start - 1] == UInt8(ascii: "@") {
                return true
            }
            // No more than four letters can take: a word may have many capitals.
            return letterCount(before.suffix(16)) >= 4
        }

        /// Whether a sentence ends between two words: at a full stop behind four letters and more, or before a single
        /// one unless behind another; at other ends always. `St. Petersburg` and `J. D. Vance` are one.
        func endsSentence(_ gap: Range<Int>) -> Bool {
            guard gap.count > 1, let end = bytes[gap].firstIndex(where: isSentenceEnd),
                end + 1 < gap.upperBound
            else { return false }
            guard bytes[end] == UInt8(ascii: ".") else { return true }
            func letters(_ bytes: some Sequence<UInt8>) -> Int {
                letterCount(bytes.prefix { $0 >= 0x80 || isASCIILetter($0) }.prefix(16))
            }
            let before = letters(bytes[..<end].suffix(16).reversed())
            return before >= 4 || before != 1 && letters(bytes[gap.upperBound...].prefix(16)) == 1
        }

        func characterStart(atOrBefore place: Int) -> Int {
            var start = max(0, place)
            while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
            return start
        }

        private func scalar(at place: Int) -> Unicode.Scalar? {
            var end = place + 1
            while bytes[end] & 0xC0 == 0x80 { end += 1 }
            return firstScalar(of: original[originalRange(of: place..<end)])
        }
    }
}

private func isSentenceEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
}

private func isASCIILetter(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }

/// In lower case; İ and ı are i, whose dot is no accent.
private func lowercased(_ bytes: some Collection<UInt8>) -> String {
    let lower = String(decoding: bytes, as: UTF8.self).lowercased()
    guard lower.utf8.contains(where: { $0 >= 0x80 }) else { return lower }
    var scalars = String.UnicodeScalarView()
    for scalar in lower.unicodeScalars where !(scalar == "\u{0307}" && scalars.last == "i") {
        scalars.append(scalar == "ı" ? "i" : scalar)
    }
    return String(scalars)
}

/// The property; ASCII without a look into Unicode's tables.
func isUppercase(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? ("A"..."Z").contains(scalar) : scalar.properties.isUppercase
}
