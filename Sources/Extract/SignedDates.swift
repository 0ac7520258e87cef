/// A line with dates, taken apart at the words that say what the dates are of.
///
/// `Updated 15 November | Published 13 November`, `更新 2026年11月15日 公開 2026年11月13日`, and with the words behind their
/// dates: `2026.11.13 입력 2026.11.15 수정`.
struct SignedDates {
    enum Sign { case none, publication, change }

    struct Piece {
        var sign: Sign
        /// Bytes of the page's text, without the word.
        var text: ArraySlice<UInt8>
    }

    /// In the line's order.
    let pieces: [Piece]

    /// - Parameter line: at most some hundreds of bytes.
    init(_ line: ArraySlice<UInt8>) {
        let words = SignedDates.words(in: lowercasedLine(line, limit: line.count))
        var pieces: [Piece] = []
        var start = line.startIndex
        var sign = Sign.none
        for word in words {
            pieces.append(Piece(sign: sign, text: line[start..<(line.startIndex + word.start)]))
            sign = word.sign
            start = line.startIndex + word.end
        }
        pieces.append(Piece(sign: sign, text: line[start...]))
        // Where the line begins with a date and ends with a word, the words stand behind their dates.
        if pieces.count > 1, pieces[0].text.digitCount > 0, pieces[pieces.count - 1].text.digitCount == 0 {
            for index in pieces.indices.dropLast() { pieces[index].sign = pieces[index + 1].sign }
            pieces.removeLast()
        }
        self.pieces = pieces
    }

    /// The pieces with the sign, in the line's order.
    func texts(_ sign: Sign) -> [String] {
        pieces.filter { $0.sign == sign && !$0.text.isEmpty }.map { String(decoding: $0.text, as: UTF8.self) }
    }

    /// The word that stands last in a text, if no digit is behind it.
    static func lastSign(in text: ArraySlice<UInt8>) -> Sign {
        guard let word = words(in: lowercasedLine(text, limit: text.count)).last else { return .none }
        return text[(text.startIndex + word.end)...].contains(where: isDigit) ? .none : word.sign
    }

    /// Bytes of the words in a line.
    static func wordBytes(in line: ArraySlice<UInt8>) -> Int {
        words(in: lowercasedLine(line, limit: line.count)).reduce(0) { $0 + $1.end - $1.start }
    }

    private static func words(in line: [UInt8]) -> [(start: Int, end: Int, sign: Sign)] {
        var words: [(start: Int, end: Int, sign: Sign)] = []
        var index = 0
        while index < line.count {
            guard beginsWord(at: index, in: line) else {
                index += 1
                continue
            }
            let change = LineTables.updates.length(matching: line[index...]) ?? 0
            let publication = max(
                LineTables.publicationWords.length(matching: line[index...]) ?? 0,
                LineTables.publications.length(matching: line[index...]) ?? 0)
            let length = max(change, publication)
            if length > 0 {
                words.append((index, index + length, change > publication ? .change : .publication))
            }
            index += max(length, 1)
        }
        return words
    }

    /// Whether no letter stands before; scripts without spaces begin words anywhere.
    private static func beginsWord(at index: Int, in line: [UInt8]) -> Bool {
        guard line[index] & 0xC0 != 0x80, isLetter(line[index]) else { return false }
        guard index > 0, isLetter(line[index - 1]) else { return true }
        var start = index - 1
        while start > 0, line[start] & 0xC0 == 0x80 { start -= 1 }
        // Three bytes and more: Thai and what is behind it; also the punctuation of U+2000 and the full-width signs. Two
        // bytes of which the first is C2: `·`, `«`, `©`.
        return line[start] >= 0xE0 && !(line[start] == 0xE0 && line[start + 1] < 0xB8) || line[start] == 0xC2
    }
}

extension ArraySlice<UInt8> {
    /// Digits of any script that the press writes dates with.
    var digitCount: Int {
        var count = 0
        var index = startIndex
        while index < endIndex {
            let byte = self[index]
            let next = index + 1 < endIndex ? self[index + 1] : 0
            let third = index + 2 < endIndex ? self[index + 2] : 0
            switch (byte, next, third) {
            case (0x30...0x39, _, _): count += 1
            case (0xD9, 0xA0...0xA9, _), (0xDB, 0xB0...0xB9, _): count += 1
            // From Devanagari to Malayalam, each script has its digits at the same place of every second row of 64.
            case (0xE0, 0xA5...0xB5, 0xA6...0xAF) where next & 1 == 1: count += 1
            case (0xE0, 0xB9, 0x90...0x99), (0xE0, 0xBB, 0x90...0x99): count += 1
            case (0xE1, 0x81, 0x80...0x89), (0xE1, 0x9F, 0xA0...0xA9): count += 1
            case (0xEF, 0xBC, 0x90...0x99): count += 1
            default: break
            }
            index += 1
        }
        return count
    }
}
