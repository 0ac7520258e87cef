/// An XML document that libxml2's recover mode reads without silent loss.
///
/// Long stretches of text that need nothing done are not in it: an instruction such as `<?A?>` stands for each, and libxml2
/// never sees them. They are most of a feed, and libxml2 would copy each of them three times.
package struct CleanedXML: Sendable {
    /// UTF-8, from the outermost start tag to its end, without XML declaration and DOCTYPE; empty without any element.
    package var bytes: ArraySlice<UInt8>
    /// The document as it came, in UTF-8.
    package var source: [UInt8]
    /// Where the outermost element begins in the source.
    package var sourceStart: Int
    /// Where the stretches that were left out stand in the source, in their order.
    var leftOut: [Range<Int>] = []
    package var repairs: XMLRepairs

    /// Stands where the document ends in the middle: what is open there is unfinished.
    static let endInstruction = "<?e?>"

    /// The name of the instruction that stands for a stretch: a letter, the next one for the next stretch, A after Z. Numbers
    /// would be as many names, and libxml2 keeps each of them.
    static func instruction(for stretch: Int) -> UInt8 {
        UInt8(ascii: "A") + UInt8(truncatingIfNeeded: stretch % 26)
    }
}

/// Mends a document in one pass, so that what libxml2's recover mode would corrupt in silence arrives whole.
///
/// Leading junk, forbidden characters, the XML declaration and the DOCTYPE go; a bare `&` or `<` becomes text; HTML's named
/// characters and windows-1252's numeric ones become characters; sloppy attributes are quoted; every element is closed where
/// an outer one ends, and a CDATA section or comment without an end is closed where its element ends; outermost elements after
/// the first become its children; the tags of what is nested too deep go; a document that ends in the middle is closed there.
///
/// - Parameter utf8: valid UTF-8, whatever the document declares.
/// - Parameter start: where the document begins; what stands before is counted as junk.
/// - Complexity: O(n) for n bytes.
package func cleanedXML(_ utf8: [UInt8], from start: Int = 0, limits: XMLLimits = XMLLimits()) -> CleanedXML {
    var cleaner = XMLCleaner(utf8, from: start, limits: limits)
    return cleaner.cleaned()
}

/// The state of one clean-up: the input, what has been written of it, and the elements that are open.
struct XMLCleaner {
    /// A start tag whose end has not come; its name lies in the input.
    struct OpenElement {
        var nameStart: Int
        var nameEnd: Int
        var namespaces: Int
    }

    let input: [UInt8]
    let limits: XMLLimits
    /// Everything before `copied`, mended; empty as long as nothing had to be.
    var output: [UInt8] = []
    /// The input before this has been written, or is skipped.
    var copied: Int
    var leftOut: [Range<Int>] = []
    /// The next byte to look at.
    var position: Int
    /// Where reading stops: the end of the input, or of the document in it.
    var end: Int
    var open: [OpenElement] = []
    var namespacesInScope = 0
    /// Where the first outermost element begins; nil before it.
    var rootStart: Int?
    /// The next start tag after the outermost element, once it has been looked for.
    var nextRoot: Int?
    /// Set when no `?>`, `"` or `'` follows: looking again from every place would cost the square.
    var hasNoInstructionEnd = false
    /// Set when no `]]>` or no `-->` follows.
    var hasNoCDATAEnd = false
    var hasNoCommentEnd = false
    /// Where the last end tag of the outermost element begins, once a comment without an end was met.
    var lastRootEnd = 0
    /// Elements open below the deepest that is read.
    var deep: [DeepElement] = []
    /// Where the text after the last markup begins, and whether it may be passed on as it is.
    var textStart = 0
    var isPlainText = true
    var hasNoQuote: (double: Bool, single: Bool) = (false, false)
    var repairs = XMLRepairs()

    init(_ input: [UInt8], from start: Int, limits: XMLLimits) {
        self.input = input
        self.limits = limits
        copied = min(start, input.count)
        position = copied
        end = min(input.count, copied + limits.maxBytes)
        while end < input.count, end > copied, input[end] & 0xC0 == 0x80 { end -= 1 }
        repairs.isTooLong = end < input.count
    }

    mutating func cleaned() -> CleanedXML {
        // A feed's markup and short texts are about a third of it.
        output.reserveCapacity((end - copied) / 2)
        while position < end {
            position = nextSpecial(XMLCleaner.textSpecials, from: position)
            guard position < end else { break }
            switch input[position] {
            case UInt8(ascii: "<"):
                if isPlainText { leaveOut(textStart..<position, in: textStart..<position) }
                cleanMarkup()
                textStart = position
                isPlainText = true
            case UInt8(ascii: "&"):
                isPlainText = false
                cleanReference()
            case UInt8(ascii: "]"): cleanBracket()
            default: cleanCharacter()
            }
        }
        return finished()
    }

    /// Stretches shorter than this are cheaper to read than to leave out.
    static let shortestLeftOut = 40

    /// Puts an instruction in the place of `range` that stands for the bytes of `text`, where nothing had to be mended there.
    mutating func leaveOut(_ text: Range<Int>, in range: Range<Int>) {
        guard text.count >= XMLCleaner.shortestLeftOut, copied <= range.lowerBound, !open.isEmpty else {
            return
        }
        output.append(contentsOf: input[copied..<range.lowerBound])
        output.append(UInt8(ascii: "<"))
        output.append(UInt8(ascii: "?"))
        output.append(CleanedXML.instruction(for: leftOut.count))
        output.append(UInt8(ascii: "?"))
        output.append(UInt8(ascii: ">"))
        leftOut.append(text)
        copied = range.upperBound
    }

    /// Writes the input up to `range` and `bytes` in place of the range itself.
    mutating func replace(_ range: Range<Int>, with bytes: some Collection<UInt8>) {
        output.append(contentsOf: input[copied..<range.lowerBound])
        output.append(contentsOf: bytes)
        copied = range.upperBound
    }

    /// Ends the document at `place`.
    mutating func cut(at place: Int) {
        end = place
        position = place
    }

    private mutating func finished() -> CleanedXML {
        let bytes: ArraySlice<UInt8>
        if !open.isEmpty {
            if repairs.extraRoots == 0 || open.count > 1 {
                repairs.isTruncated = !repairs.isTooLong
                replace(end..<end, with: CleanedXML.endInstruction.utf8)
            }
            replace(end..<end, with: closingTags(downTo: 0))
        }
        if rootStart == nil {
            bytes = []
        } else if output.isEmpty {
            bytes = input[copied..<end]
        } else {
            if copied < end { output.append(contentsOf: input[copied..<end]) }
            bytes = output[...]
        }
        return CleanedXML(
            bytes: bytes, source: input, sourceStart: rootStart ?? copied, leftOut: leftOut, repairs: repairs)
    }

    /// End tags of the open elements from the innermost to the one at `depth`.
    func closingTags(downTo depth: Int) -> [UInt8] {
        var tags: [UInt8] = []
        for element in open[depth...].reversed() {
            tags += [UInt8(ascii: "<"), UInt8(ascii: "/")]
            tags += input[element.nameStart..<element.nameEnd]
            tags.append(UInt8(ascii: ">"))
        }
        return tags
    }
}

// MARK: - Text

extension XMLCleaner {
    /// Bytes that need a look in text, in CDATA and in attribute values.
    static let textSpecials = XMLSpecials("<", "&", "]")
    static let dataSpecials = XMLSpecials("]", "[", "]")
    static let doubleQuotedSpecials = XMLSpecials("<", "&", "\"")
    static let singleQuotedSpecials = XMLSpecials("<", "&", "'")

    func nextSpecial(_ specials: XMLSpecials, from start: Int) -> Int {
        specials.next(in: input.span.bytes, from: start, to: end)
    }

    /// Removes or replaces a character that XML forbids, or steps over one that only began like it.
    mutating func cleanCharacter() {
        let byte = input[position]
        let next = position + 1 < end ? input[position + 1] : 0
        if byte == 0x0D {
            // XML makes a line feed of it, alone or with one; libxml2 forgets to in CDATA.
            replace(position..<position + 1, with: next == 0x0A ? "".utf8 : "\n".utf8)
            position += 1
        } else if byte < 0x20 {
            repairs.forbiddenCharacters += 1
            replace(position..<position + 1, with: EmptyCollection())
            position += 1
        } else if byte == 0xC2, (0x80..<0xA0).contains(next), windows1252CodePoints[Int(next) - 0x80] != 0 {
            repairs.windows1252Characters += 1
            var character: [UInt8] = []
            appendUTF8(windows1252CodePoints[Int(next) - 0x80], to: &character)
            replace(position..<position + 2, with: character)
            position += 2
        } else if byte == 0xEF, next == 0xBF, position + 2 < end, input[position + 2] >= 0xBE {
            repairs.forbiddenCharacters += 1
            replace(position..<position + 3, with: EmptyCollection())
            position += 3
        } else {
            position += 1
        }
    }

    /// Steps over a reference of XML's own, and writes any other as characters or as text.
    mutating func cleanReference() {
        guard let reference = characterReference(in: input.span.extracting(first: end), at: position),
            reference.isClosed || reference.isNumeric
        else {
            repairs.bareAmpersands += 1
            replace(position..<position + 1, with: "&amp;".utf8)
            position += 1
            return
        }
        let range = position..<position + reference.byteCount
        position = range.upperBound
        let (first, second) = reference.codePoints
        if reference.isNumeric {
            let isHexadecimal = input[range.lowerBound + 2] | 0x20 == UInt8(ascii: "x")
            let isValid = reference.isClosed && !reference.isWindows1252 && isAllowedInXML(first)
            if isValid, !isHexadecimal || input[range.lowerBound + 2] == UInt8(ascii: "x"), first != 0xFFFD {
                return
            }
            if reference.isWindows1252 {
                repairs.windows1252Characters += 1
            } else {
                repairs.badReferences += 1
            }
        } else if isPredefined(range) {
            return
        } else {
            repairs.namedEntities += 1
        }
        var characters: [UInt8] = []
        for codePoint in [first, second] where codePoint != 0 && isAllowedInXML(codePoint) {
            appendAsText(reference.isNumeric ? codePoint : inXHTML(codePoint), to: &characters)
        }
        replace(range, with: characters)
    }

    /// `]]>` may stand in text only as the end of CDATA.
    private mutating func cleanBracket() {
        if position + 2 < end, input[position + 1] == UInt8(ascii: "]"),
            input[position + 2] == UInt8(ascii: ">")
        {
            repairs.strayMarkup += 1
            replace(position + 2..<position + 3, with: "&gt;".utf8)
            position += 3
        } else {
            position += 1
        }
    }

    private func appendAsText(_ codePoint: UInt32, to bytes: inout [UInt8]) {
        switch codePoint {
        case 0x26: bytes += "&amp;".utf8
        case 0x3C: bytes += "&lt;".utf8
        case 0x3E: bytes += "&gt;".utf8
        case 0x22: bytes += "&quot;".utf8
        case 0x27: bytes += "&#39;".utf8
        case 0x09, 0x0A, 0x0D: bytes += "&#\(codePoint);".utf8
        default: appendUTF8(codePoint, to: &bytes)
        }
    }

    private func isPredefined(_ reference: Range<Int>) -> Bool {
        let place = reference.lowerBound
        return switch reference.count {
        case 4: isExactly("&lt;", at: place) || isExactly("&gt;", at: place)
        case 5: isExactly("&amp;", at: place)
        case 6: isExactly("&quot;", at: place) || isExactly("&apos;", at: place)
        default: false
        }
    }
}

/// XHTML's entity sets, which XML means, have other angle brackets for `lang` and `rang` than HTML 5.
private func inXHTML(_ codePoint: UInt32) -> UInt32 {
    switch codePoint {
    case 0x27E8: 0x2329
    case 0x27E9: 0x232A
    default: codePoint
    }
}

/// Production [2] of XML 1.0, without the C1 controls.
private func isAllowedInXML(_ codePoint: UInt32) -> Bool {
    switch codePoint {
    case 0x09, 0x0A, 0x0D, 0x20...0x7F, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
}
