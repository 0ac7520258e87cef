/// A JSON document that was broken, as JSON again, and what was done to it.
struct MendedJSON {
    var bytes: [UInt8]
    /// One sentence each.
    var repairs: [String]
    /// Whether the document ends inside the last of its `items`.
    var isItemCutOff = false
    /// The member whose text the document ends in, where it was kept.
    var cutText: String?
}

/// Mends what breaks the JSON of feeds: control characters and bare quotation marks in strings, bad escapes, missing and surplus
/// commas, words that are no values, a wrong closing bracket, anything around the document, and an end in the middle. A title,
/// summary or content that is cut off keeps what there is of it; of an address, id or date that would be another one.
///
/// - Returns: nil when it holds no object, or is nested deeper than any feed.
/// - Complexity: O(n).
func mendedJSON(_ document: [UInt8]) -> MendedJSON? {
    var mender = JSONMender(input: document)
    return mender.mended()
}

private struct JSONMender {
    /// JSONSerialization itself stops at 512.
    static let maxDepth = 100

    /// What may come next.
    enum Expected {
        case key, colon, value, separator
    }

    let input: [UInt8]
    var output: [UInt8] = []
    var index = 0
    /// The closing brackets of what is open.
    var closing: [UInt8] = []
    var expected = Expected.value
    /// Where the output may be cut so that only brackets need closing.
    var complete = 0
    var repaired = 0
    /// Whether the list of items is open, or was the last list of the document to be.
    var isInItems = false
    var cutText: String?

    init(input: [UInt8]) { self.input = input }

    mutating func mended() -> MendedJSON? {
        guard let start = input.firstIndex(of: UInt8(ascii: "{")) else { return nil }
        index = start
        output.reserveCapacity(input.count)
        repeat {
            skipSpace()
            guard index < input.count else { break }
            guard readPiece() else { return nil }
        } while !closing.isEmpty
        var repairs: [String] = []
        if repaired > 0 {
            repairs.append(
                repaired == 1 ? "1 fault of the JSON mended" : "\(repaired) faults of the JSON mended")
        }
        var isItemCutOff = false
        if !closing.isEmpty {
            output.removeSubrange(complete...)
            let isEmpty = leaveOutEmptyObject()
            isItemCutOff = isInItems && closing.count > 2
            output += closing.reversed()
            repairs.append("the document ends in the middle")
            if isEmpty, isInItems, closing.count == 2 {
                repairs.append(FeedNotes.UnfinishedItem.leftOut.rawValue)
            }
        } else if start > 0 || input[index...].contains(where: { $0 > 0x20 }) {
            repairs.append("what stands around the document skipped")
        }
        return MendedJSON(
            bytes: output, repairs: repairs, isItemCutOff: isItemCutOff, cutText: isItemCutOff ? cutText : nil
        )
    }

    /// Takes back the bracket of an item of which nothing came.
    ///
    /// - Returns: whether there was one.
    private mutating func leaveOutEmptyObject() -> Bool {
        guard output.last == UInt8(ascii: "{"), closing.count > 1,
            closing[closing.count - 2] == UInt8(ascii: "]")
        else { return false }
        closing.removeLast()
        output.removeLast()
        if output.last == UInt8(ascii: ",") { output.removeLast() }
        return true
    }

    /// Reads the next bracket, sign, string or word.
    ///
    /// - Returns: false when the nesting is too deep.
    private mutating func readPiece() -> Bool {
        let byte = input[index]
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            guard closing.count < JSONMender.maxDepth else { return false }
            index += 1
            guard beginValue() else { return true }
            if closing.count == 1 { isInItems = output.suffix(8).elementsEqual("\"items\":".utf8) }
            closing.append(byte + 2)
            output.append(byte)
            complete = output.count
            expected = byte == UInt8(ascii: "{") ? .key : .value
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            index += 1
            close(byte)
        case UInt8(ascii: ","):
            index += 1
            // Written when the next member comes.
            if expected == .separator {
                expected = closing.last == UInt8(ascii: "}") ? .key : .value
            } else {
                repaired += 1
                finishMember()
            }
        case UInt8(ascii: ":"):
            index += 1
            if expected == .colon {
                output.append(byte)
                expected = .value
            } else {
                repaired += 1
            }
        case UInt8(ascii: "\""): readString()
        default: readWord()
        }
        return true
    }

    // MARK: Members

    /// Writes the comma that a value or key needs before it.
    ///
    /// - Returns: false where no value may stand, which is left out then.
    private mutating func beginValue() -> Bool {
        switch expected {
        case .value: break
        case .separator where closing.last == UInt8(ascii: "]"): repaired += 1
        case .key, .colon, .separator:
            repaired += 1
            return false
        }
        if closing.last == UInt8(ascii: "]") { writeComma() }
        return true
    }

    private mutating func writeComma() {
        if let last = output.last, last != UInt8(ascii: "["), last != UInt8(ascii: "{") {
            output.append(UInt8(ascii: ","))
        }
    }

    private mutating func endValue() {
        expected = .separator
        complete = output.count
    }

    /// Gives a key that stands alone, or before a colon alone, no place.
    private mutating func finishMember() {
        output.removeSubrange(complete...)
        expected = closing.last == UInt8(ascii: "}") ? .key : .value
    }

    private mutating func close(_ byte: UInt8) {
        guard let depth = closing.lastIndex(of: byte) else {
            repaired += 1
            return
        }
        if output.count > complete {
            repaired += 1
            finishMember()
        } else if expected != .separator, output.last != byte - 2 {
            // A comma with nothing behind it.
            repaired += 1
        }
        repaired += closing.count - 1 - depth
        output += closing[depth...].reversed()
        closing.removeSubrange(depth...)
        endValue()
    }

    // MARK: Strings and words

    private mutating func readString() {
        let isKey = expected == .key || expected == .separator && closing.last == UInt8(ascii: "}")
        if isKey {
            if expected == .separator { repaired += 1 }
            writeComma()
        } else if !beginValue() {
            let written = output.count
            _ = copyString()
            output.removeSubrange(written...)
            return
        }
        let start = output.count
        let isWhole = copyString()
        if isKey {
            if isWhole { expected = .colon }
            return
        }
        if !isWhole {
            guard let member = textMember(before: start) else { return }
            cutText = member
        }
        endValue()
    }

    /// The member of an item whose value begins at a place of the output, if a part of it is worth something.
    private func textMember(before place: Int) -> String? {
        guard closing.count == 3 else { return nil }
        return ["title", "summary", "content_html", "content_text"].first {
            let written = "\"\($0)\":".utf8
            return output[..<place].suffix(written.count).elementsEqual(written)
        }
    }

    /// Copies the string at the index, mended.
    ///
    /// - Returns: false when the document ends inside it; it is closed then.
    private mutating func copyString() -> Bool {
        let quote = UInt8(ascii: "\"")
        output.append(quote)
        index += 1
        var plain = index
        while index < input.count {
            let byte = input[index]
            if byte == quote {
                output += input[plain..<index]
                plain = index
                index += 1
                if closesString() {
                    output.append(quote)
                    return true
                }
                repaired += 1
                output.append(UInt8(ascii: "\\"))
            } else if byte == UInt8(ascii: "\\") {
                output += input[plain..<index]
                copyEscape()
                plain = index
            } else if byte < 0x20 {
                output += input[plain..<index]
                repaired += 1
                if byte == 0x0A || byte == 0x0D || byte == 0x09 {
                    output += [UInt8(ascii: "\\"), UInt8(ascii: byte == 0x09 ? "t" : "n")]
                }
                index += 1
                plain = index
            } else {
                index += 1
            }
        }
        output += input[plain..<index]
        output.append(quote)
        return false
    }

    /// Whether the quotation mark before the index ends its string: something that may follow a string does.
    private func closesString() -> Bool {
        var next = index
        while next < input.count, input[next] <= 0x20 { next += 1 }
        return next == input.count || ",:}]".utf8.contains(input[next])
            || next > index && input[next] == UInt8(ascii: "\"")
    }

    /// Copies the escape at the index, without its backslash where JSON knows none such, and not at all where it is cut off.
    private mutating func copyEscape() {
        let rest = input[index...].prefix(6)
        guard rest.count > 1 else {
            index = input.count
            return
        }
        let letter = input[index + 1]
        if "\"\\/bfnrt".utf8.contains(letter) {
            output += rest.prefix(2)
            index += 2
        } else if letter == UInt8(ascii: "u"), let unit = unit(at: index) {
            if (0xD800..<0xE000).contains(unit) {
                // Half of a character means nothing without the other.
                guard unit < 0xDC00, let low = self.unit(at: index + 6), (0xDC00..<0xE000).contains(low)
                else {
                    repaired += 1
                    index += 6
                    return
                }
                output += input[index..<index + 12]
                index += 12
            } else {
                output += rest
                index += 6
            }
        } else {
            repaired += 1
            // The end of the document may cut an escape.
            index = letter == UInt8(ascii: "u") && rest.count < 6 ? input.count : index + 1
        }
    }

    /// The code unit of `\uXXXX` at a place.
    private func unit(at place: Int) -> Int? {
        guard place + 6 <= input.count, input[place] == UInt8(ascii: "\\"),
            input[place + 1] == UInt8(ascii: "u")
        else { return nil }
        let digits = input[place + 2..<place + 6]
        guard digits.allSatisfy({ isHexadecimal($0) }) else { return nil }
        return Int(String(decoding: digits, as: UTF8.self), radix: 16)
    }

    private func isHexadecimal(_ byte: UInt8) -> Bool {
        byte >= 0x30 && byte <= 0x39 || (0x61...0x66).contains(byte | 0x20)
    }

    /// Copies a number, `true`, `false` or `null`; any other word becomes `null`.
    private mutating func readWord() {
        let start = index
        while index < input.count, input[index] > 0x20, !",:}]{[\"".utf8.contains(input[index]) { index += 1 }
        let word = input[start..<index]
        // What the document ends in may be the half of it.
        guard beginValue(), index < input.count else { return }
        if isWord(word) {
            output += word
        } else {
            repaired += 1
            output += "null".utf8
        }
        endValue()
    }

    private func isWord(_ word: ArraySlice<UInt8>) -> Bool {
        ["true", "false", "null"].contains { word.elementsEqual($0.utf8) } || isNumber(word)
    }

    /// Whether a word is a number of JSON (RFC 8259, section 6) that a Double can hold.
    private func isNumber(_ word: ArraySlice<UInt8>) -> Bool {
        var rest = word
        func skipDigits() -> Int {
            let count = rest.prefix { (0x30...0x39).contains($0) }.count
            rest = rest.dropFirst(count)
            return count
        }
        if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        let startsWithZero = rest.first == 0x30
        let digits = skipDigits()
        guard digits > 0, digits == 1 || !startsWithZero else { return false }
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            guard skipDigits() > 0 else { return false }
        }
        if let letter = rest.first, letter | 0x20 == UInt8(ascii: "e") {
            rest = rest.dropFirst()
            if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
                rest = rest.dropFirst()
            }
            guard skipDigits() > 0 else { return false }
        }
        return rest.isEmpty && Double(String(decoding: word, as: UTF8.self))?.isFinite ?? false
    }

    private mutating func skipSpace() {
        while index < input.count, input[index] <= 0x20 { index += 1 }
    }
}
