import Markup

/// How an element says its text is to be read.
enum FeedTextKind: Equatable {
    /// Atom's `text`: every character stands for itself.
    case plain
    /// Escaped HTML.
    case html
    /// Markup inside the XML, written out again as HTML.
    case xhtml
    /// RSS: whatever the publisher put there.
    case unknown
    case base64
}

/// What was mended in texts.
struct TextRepairs {
    /// Texts whose UTF-8 had been encoded once more.
    var encodedTwice = 0
    /// Texts whose escaped markup had been escaped once more.
    var escapedTwice = 0
}

/// Without ASCII white space, no-break spaces and byte order marks at both ends.
func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var start = text.startIndex
    var end = text.endIndex
    while start < end {
        if text[start] <= 0x20 {
            start += 1
        } else if text[start] == 0xC2, end - start > 1, text[start + 1] == 0xA0 {
            start += 2
        } else if text[start] == 0xEF, end - start > 2, text[start + 1] == 0xBB, text[start + 2] == 0xBF {
            start += 3
        } else {
            break
        }
    }
    while end > start {
        if text[end - 1] <= 0x20 {
            end -= 1
        } else if text[end - 1] == 0xA0, end - start > 1, text[end - 2] == 0xC2 {
            end -= 2
        } else {
            break
        }
    }
    return text[start..<end]
}

/// A string of bytes that were checked to be UTF-8 when the document was decoded, and cut between characters only; checking
/// every field again would cost a tenth of all reading.
func string(_ utf8: ArraySlice<UInt8>) -> String {
    String(copying: UTF8Span(unchecked: utf8.span, isKnownASCII: firstBeyondASCII(utf8) == nil))
}

/// Where the first byte beyond ASCII stands; nil without one.
private func firstBeyondASCII(_ text: ArraySlice<UInt8>) -> Int? {
    text.withUnsafeBytes { bytes in
        var offset = 0
        while offset + 8 <= bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            if word & 0x8080_8080_8080_8080 != 0 { break }
            offset += 8
        }
        while offset < bytes.count, bytes[offset] < 0x80 { offset += 1 }
        return offset < bytes.count ? text.startIndex + offset : nil
    }
}

/// The text of a summary or content: trimmed, without a CDATA mark that was escaped along with it, decoded once more where
/// it was encoded or, in RSS, escaped twice.
///
/// - Parameter repairs: counts what was mended.
func bodyText(
    _ text: ArraySlice<UInt8>, kind: FeedTextKind = .unknown, repairs: inout TextRepairs
) -> String {
    let body = withoutCDATAMark(trimmed(text))
    if let decoded = undoneDoubleEncoding(body) {
        repairs.encodedTwice += 1
        return String(decoding: decoded, as: UTF8.self)
    }
    if kind == .unknown, isEscapedTwice(body) {
        repairs.escapedTwice += 1
        return String(decoding: unescaped(body, keepsTags: true), as: UTF8.self)
    }
    return string(body)
}

private func withoutCDATAMark(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard text.count >= 9, text.first == UInt8(ascii: "<"), text.starts(with: "<![CDATA[".utf8) else {
        return text
    }
    let inner = text.dropFirst(9)
    return trimmed(inner.suffix(3).elementsEqual("]]>".utf8) ? inner.dropLast(3) : inner)
}

/// A title as one line of plain text.
func titleText(_ text: ArraySlice<UInt8>, kind: FeedTextKind) -> String {
    var repairs = TextRepairs()
    return titleText(text, kind: kind, repairs: &repairs)
}

/// - Parameter repairs: counts what was mended.
func titleText(_ text: ArraySlice<UInt8>, kind: FeedTextKind, repairs: inout TextRepairs) -> String {
    let body = trimmed(text)
    let repaired = undoneDoubleEncoding(body)
    guard repaired != nil || needsWork(body) else { return string(body) }
    if repaired != nil { repairs.encodedTwice += 1 }
    let decoded = withoutCDATAMark(repaired.map { $0[...] } ?? body)
    let plain: [UInt8] =
        switch kind {
        case .html, .xhtml, .base64: unescaped(decoded, strips: { _ in true })
        case .unknown: unescaped(decoded, strips: isHTMLElement)
        // Publishers escape twice here too; a lone reference is never meant.
        case .plain: hasReference(decoded) ? unescaped(decoded, strips: isHTMLElement) : Array(decoded)
        }
    return string(trimmed(withSingleSpaces(plain)[...]))
}

/// One line of text that is not HTML, such as a name or a category: trimmed, references resolved, spaces collapsed.
func lineText(_ text: ArraySlice<UInt8>) -> String {
    titleText(text, kind: .unknown)
}

/// Whether a title holds anything but plain words and single spaces.
private func needsWork(_ text: ArraySlice<UInt8>) -> Bool {
    text.withUnsafeBufferPointer { bytes in
        var previous: UInt8 = 0
        for byte in bytes {
            if byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte < 0x20
                || byte == 0x20 && previous == 0x20
            {
                return true
            }
            previous = byte
        }
        return false
    }
}

/// Each run of white space and control characters as one space; a no-break space beside one is part of the run.
func withSingleSpaces(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    for byte in text {
        if byte == 0xA0, result.last == 0xC2, result.count > 1, result[result.count - 2] == 0x20 {
            result.removeLast()
        } else if byte > 0x20 {
            result.append(byte)
        } else if result.last != 0x20 {
            while result.last == 0xA0, result.count > 1, result[result.count - 2] == 0xC2 {
                result.removeLast(2)
            }
            if result.last != 0x20 { result.append(0x20) }
        }
    }
    return result
}

// MARK: - HTML in a text

/// Text with its references resolved, and tags taken out where `strips` wants it.
///
/// - Parameter strips: asked with the lower-case name of each tag.
/// - Parameter keepsTags: leaves all tags as they are.
func unescaped(
    _ text: ArraySlice<UInt8>, keepsTags: Bool = false, strips: (String) -> Bool = { _ in false }
) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    let bytes = Array(text)
    var index = 0
    while index < bytes.count {
        let byte = bytes[index]
        if byte == UInt8(ascii: "&"), let reference = characterReference(in: bytes.span, at: index) {
            reference.append(to: &result)
            index += reference.byteCount
        } else if byte == UInt8(ascii: "<"), !keepsTags, let tag = tag(in: bytes, at: index), strips(tag.name)
        {
            if FeedText.breakingElements.contains(tag.name) { result.append(0x20) }
            index = tag.end
        } else {
            result.append(byte)
            index += 1
        }
    }
    return result
}

/// The tag or comment at `start`: its name in lower case, empty for a comment, and the place behind it.
private func tag(in bytes: [UInt8], at start: Int) -> (name: String, end: Int)? {
    var index = start + 1
    if bytes[index...].starts(with: "!--".utf8) {
        while index < bytes.count, !bytes[index...].starts(with: "-->".utf8) { index += 1 }
        return ("", min(index + 3, bytes.count))
    }
    if index < bytes.count, bytes[index] == UInt8(ascii: "/") { index += 1 }
    let nameStart = index
    while index < bytes.count, isLetterOrDigit(bytes[index]) { index += 1 }
    guard index > nameStart, bytes[nameStart] > UInt8(ascii: "9"), index - nameStart <= 12 else { return nil }
    let name = String(decoding: bytes[nameStart..<index], as: UTF8.self).lowercased()
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
        if bytes[index] == UInt8(ascii: "<") { return nil }
        index += 1
    }
    return index < bytes.count ? (name, index + 1) : nil
}

private func isHTMLElement(_ name: String) -> Bool {
    name.isEmpty || FeedText.elements.contains(name)
}

/// Names of HTML elements that occur in texts.
private enum FeedText {
    static let elements: Set<String> = [
        "a", "abbr", "acronym", "article", "aside", "audio", "b", "bdi", "bdo", "big", "blink", "blockquote",
        "br",
        "caption", "center", "cite", "code", "dd", "del", "dfn", "div", "dl", "dt", "em", "embed",
        "figcaption",
        "figure", "font", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "i", "iframe", "img",
        "ins",
        "kbd", "li", "mark", "nobr", "object", "ol", "p", "pre", "q", "s", "samp", "script", "section",
        "small",
        "span", "strike", "strong", "style", "sub", "sup", "svg", "table", "tbody", "td", "th", "thead",
        "time", "tr",
        "tt", "u", "ul", "var", "video", "wbr",
    ]

    /// Elements that part words.
    static let breakingElements: Set<String> = [
        "blockquote", "br", "dd", "div", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "p", "pre",
        "td", "th",
        "tr",
    ]
}

private func hasReference(_ text: ArraySlice<UInt8>) -> Bool {
    let bytes = Array(text)
    return bytes.indices.contains { index in
        bytes[index] == UInt8(ascii: "&") && characterReference(in: bytes.span, at: index)?.isClosed == true
    }
}

/// Whether a text without a single tag holds escaped ones, opening and closing, which a reader would see as words.
private func isEscapedTwice(_ text: ArraySlice<UInt8>) -> Bool {
    guard !text.contains(UInt8(ascii: "<")), let ampersand = text.firstIndex(of: UInt8(ascii: "&")) else {
        return false
    }
    let decoded = unescaped(text[ampersand...], keepsTags: true)
    var opens = false
    var closes = false
    for index in decoded.indices where decoded[index] == UInt8(ascii: "<") {
        guard let tag = tag(in: decoded, at: index), !tag.name.isEmpty, isHTMLElement(tag.name) else {
            continue
        }
        if decoded[index + 1] == UInt8(ascii: "/") { closes = true } else { opens = true }
        if opens, closes { return true }
    }
    return false
}

// MARK: - Double encoding

/// The text whose UTF-8 was taken for windows-1252 and encoded again; nil when it was not.
///
/// Every character must be one byte of windows-1252 and all of them together valid UTF-8: real text of any language fails
/// at its first accented letter.
func undoneDoubleEncoding(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    // The first byte of a sequence, 0xC2…0xF4, became C3 82…C3 B4, and something beyond ASCII must follow it.
    guard let first = firstBeyondASCII(text), text[first] == 0xC3, text.endIndex - first > 3,
        (0x82...0xB4).contains(text[first + 1]), text[first + 2] >= 0x80
    else { return nil }
    var bytes: [UInt8] = []
    var expected = 0
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
        guard let byte = windows1252Byte(scalar) else { return nil }
        switch byte {
        case 0..<0x80: if expected > 0 { return nil }
        case 0x80..<0xC0:
            if expected == 0 { return nil }
            expected -= 1
        case 0xC2..<0xE0 where expected == 0: expected = 1
        case 0xE0..<0xF0 where expected == 0: expected = 2
        case 0xF0..<0xF5 where expected == 0: expected = 3
        default: return nil
        }
        bytes.append(byte)
    }
    return expected == 0 && String(validating: bytes, as: UTF8.self) != nil ? bytes : nil
}
