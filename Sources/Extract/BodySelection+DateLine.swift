extension BodySelection {
    /// Whether a short line is made of dates and the words that say what they are of; in any script, where
    /// a line's length tells less than in the Latin one.
    func isSignedDateLine(_ block: Block) -> Bool {
        guard block.units <= 160, block.byteCount <= 480, block.kind != .item, block.kind != .cell,
            !block.isHeading
        else { return false }
        let line = page.bytes(of: block)
        // A day, a month or a year, and something of the third.
        let digits = line.digitCount
        guard digits >= 5, !(block.endsSentence && block.words >= 8) else { return false }
        let words = SignedDates.wordBytes(in: line)
        guard words > 0 else { return false }
        // Bytes that are not letters of ASCII come in twos and threes.
        let letters = line.count { $0 < 0x80 ? isLetter($0) : $0 & 0xC0 == 0xC0 } - digitsOutsideASCII(line)
        let perLetter = line.contains { $0 >= 0xE0 } ? 3 : line.contains { $0 >= 0xC3 } ? 2 : 1
        return letters - words / perLetter <= 3 * digits
    }

    private func digitsOutsideASCII(_ line: ArraySlice<UInt8>) -> Int {
        line.digitCount - line.count(where: isDigit)
    }
}
