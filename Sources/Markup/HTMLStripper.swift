import Foundation

/// A page without what no reader sees, in a form libxml2 reads in linear time.
package struct StrippedHTML: Sendable, Equatable {
    /// UTF-8 without scripts, styles, drawings, frames, templates, lists of choices and comments.
    package var html: [UInt8]
    /// The contents of `<script type="application/ld+json">`, in document order.
    package var linkedData: [[UInt8]]
}

/// Removes `script`, `style`, `svg`, `noscript`, `template`, `iframe`, `select`, `textarea`, `button` elements, comments,
/// declarations and NUL bytes, and writes out the references, many of which libxml2 does not know.
///
/// What else would cost libxml2 more than linear time is cut: attributes of one tag past
/// ``HTMLStripper/attributeLimit`` and end tags of elements that were never opened.
///
/// - Parameter utf8: valid UTF-8, as ``DecodedText`` has it.
/// - Parameter forReading: also leaves out what ``readHTML(_:into:)`` has no use for: pictures, and attributes that are
///   not in ``HTMLAttribute``, bare ``PlainTags``, links that are not canonical, indentation. They
///   are most of what libxml2 would spend its time on.
/// - Complexity: O(n) on any input, about 1 GB/s on real pages.
package func strippedHTML(_ utf8: [UInt8], forReading: Bool = false) -> StrippedHTML {
    let hasNul = utf8.withUnsafeBytes { bytes in
        bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
    }
    let clean = hasNul ? utf8.filter { $0 != 0 } : utf8
    return clean.withUnsafeBufferPointer { bytes in
        var stripper = HTMLStripper(bytes, forReading: forReading)
        stripper.run()
        return StrippedHTML(html: stripper.output, linkedData: stripper.linkedData)
    }
}

/// One forward pass over a page. Every search that fails to the end of the page is remembered, so that none is
/// made twice.
struct HTMLStripper {
    /// Attributes kept of one tag: libxml2 compares each with all before it.
    static let attributeLimit = 96
    /// JSON-LD scripts kept of one page, and their bytes together.
    static let linkedDataLimit = 64
    static let linkedDataByteLimit = 2 << 20

    private let bytes: UnsafeBufferPointer<UInt8>
    private let forReading: Bool
    private var position = 0
    /// Everything before it is written or dropped.
    private var copied = 0
    private var nextReference = -1
    private var openTags = OpenTagCounts()
    private var plainTags = PlainTags()
    private var missingEnds: Set<HTMLTag> = []
    private var commentsEnd = true
    private var linkedDataBytes = 0
    private(set) var output: [UInt8] = []
    private(set) var linkedData: [[UInt8]] = []

    init(_ bytes: UnsafeBufferPointer<UInt8>, forReading: Bool) {
        self.bytes = bytes
        self.forReading = forReading
        output.reserveCapacity(bytes.count / 2 + 64)
    }

    mutating func run() {
        while let open = index(of: UInt8(ascii: "<"), from: position) {
            rewriteReferences(before: open)
            position = open
            guard open + 1 < bytes.count else { break }
            switch bytes[open + 1] {
            case UInt8(ascii: "!"): skipDeclaration()
            case UInt8(ascii: "?"):
                drop(through: index(of: UInt8(ascii: ">"), from: open + 1) ?? bytes.count - 1)
            case UInt8(ascii: "/"): readEndTag()
            case let byte where isASCIILetter(byte): readStartTag()
            default: escapeBareBracket()
            }
        }
        rewriteReferences(before: bytes.count)
        flush(upTo: bytes.count)
    }
}

extension HTMLStripper {
    private func index(of byte: UInt8, from start: Int) -> Int? {
        guard start < bytes.count, let base = bytes.baseAddress else { return nil }
        guard let found = memchr(base + start, Int32(byte), bytes.count - start) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    private mutating func flush(upTo end: Int) {
        if copied < end { output.append(contentsOf: bytes[copied..<end]) }
        copied = max(copied, end)
    }

    /// Leaves out everything from the current position to `last`, which is inside the page.
    private mutating func drop(through last: Int) {
        flush(upTo: position)
        position = last + 1
        copied = position
    }

    private mutating func escapeBareBracket() {
        drop(through: position)
        output.append(contentsOf: "&lt;".utf8)
    }

    private mutating func rewriteReferences(before end: Int) {
        if nextReference < position {
            nextReference = index(of: UInt8(ascii: "&"), from: position) ?? bytes.count
        }
        while nextReference < end {
            let start = nextReference
            if start >= copied, let reference = characterReference(in: bytes.span, at: start),
                !isMarkup(reference.codePoints.0)
            {
                flush(upTo: start)
                reference.append(to: &output)
                copied = start + reference.byteCount
            }
            nextReference = index(of: UInt8(ascii: "&"), from: start + 1) ?? bytes.count
        }
    }

    /// `<!-- … -->`, `<!DOCTYPE …>`, `<![CDATA[ …>`, `<![endif]>`.
    private mutating func skipDeclaration() {
        let start = position
        let dash = UInt8(ascii: "-")
        let isComment = start + 3 < bytes.count && bytes[start + 2] == dash && bytes[start + 3] == dash
        guard isComment else {
            drop(through: index(of: UInt8(ascii: ">"), from: start) ?? bytes.count - 1)
            return
        }
        var from = start + 4
        while commentsEnd {
            guard let close = index(of: UInt8(ascii: ">"), from: from) else {
                commentsEnd = false
                break
            }
            // The dashes may be the opening ones: `<!-->` is a whole comment.
            let isEnd = bytes[close - 1] == dash && bytes[close - 2] == dash
            let isBangEnd =
                close >= start + 7 && bytes[close - 1] == UInt8(ascii: "!") && bytes[close - 2] == dash
                && bytes[close - 3] == dash
            if isEnd || isBangEnd {
                drop(through: close)
                return
            }
            from = close + 1
        }
        // Never closed: showing a remark is better than losing the page behind it.
        drop(through: start + 3)
    }

    private mutating func readEndTag() {
        let start = position
        let nameEnd = endOfName(from: start + 2)
        guard let close = index(of: UInt8(ascii: ">"), from: nameEnd) else {
            drop(through: bytes.count - 1)
            return
        }
        let isName = nameEnd > start + 2 && isASCIILetter(bytes[start + 2])
        let name = bytes[(start + 2)..<nameEnd]
        let tag = HTMLTag(name)
        guard isName, !tag.isStripped, !(forReading && plainTags.close(tag)), openTags.close(name) else {
            drop(through: close)
            return
        }
        position = close + 1
        if forReading { collapseSpace() }
    }

    /// Leaves out all but the first byte of the white space behind a tag: indentation is much of many a page.
    private mutating func collapseSpace() {
        guard position + 1 < bytes.count, isHTMLSpace(bytes[position]) else { return }
        position += 1
        var end = position
        while end < bytes.count, isHTMLSpace(bytes[end]) { end += 1 }
        if end > position { drop(through: end - 1) }
    }

    private mutating func readStartTag() {
        let start = position
        let nameEnd = endOfName(from: start + 1)
        let name = bytes[(start + 1)..<nameEnd]
        guard let tagEnd = scannedTag(from: nameEnd) else {
            drop(through: bytes.count - 1)
            return
        }
        let tag = HTMLTag(name)
        if tag.isStripped {
            removeElement(tag, tagEnd: tagEnd)
            return
        }
        if forReading {
            guard !tag.isPicture else {
                drop(through: tagEnd.close)
                return
            }
            let isRead = hasReadAttributes(tag, from: nameEnd, close: tagEnd.close)
            if plainTags.open(tag, isPlain: !isRead) || tag == .link && !isRead {
                drop(through: tagEnd.close)
                return
            }
            if tag != .meta, tag != .link { dropAttributes(of: tag, from: nameEnd, close: tagEnd.close) }
        }
        openTags.open(name)
        if let cut = tagEnd.cut {
            flush(upTo: cut)
            output.append(UInt8(ascii: ">"))
            copied = tagEnd.close + 1
        }
        rewriteReferences(before: tagEnd.close)
        position = tagEnd.close + 1
        if forReading { collapseSpace() }
    }

    /// Whether the element is worth telling for its attributes; true of all elements but links and ``PlainTags``.
    private func hasReadAttributes(_ tag: HTMLTag, from nameEnd: Int, close: Int) -> Bool {
        if tag == .link {
            let attributes = bytes[nameEnd..<close]
            return attributes.containsIgnoringCase("canonical") || attributes.containsIgnoringCase("itemprop")
        }
        guard PlainTags.slot(tag) != nil else { return true }
        var index = nameEnd
        while let next = attribute(of: tag, from: index, before: close) {
            if next.isRead { return true }
            index = next.end
        }
        return false
    }

    /// The next attribute of a tag, where it ends, and whether a reader looks at it.
    private func attribute(
        of tag: HTMLTag, from start: Int, before close: Int
    ) -> (start: Int, end: Int, isRead: Bool)? {
        var start = start
        while start < close, bytes[start] == UInt8(ascii: "/") || isHTMLSpace(bytes[start]) { start += 1 }
        guard start < close, let end = endOfAttribute(from: start) else { return nil }
        var name = start
        while name < end, bytes[name] != UInt8(ascii: "="), !isTagDelimiter(bytes[name]) { name += 1 }
        return (start, end, knownAttributes.value(named: bytes[start..<name])?.isRead(of: tag) ?? false)
    }

    /// Writes a tag without the attributes that no reader looks at; leaves a tag that has none of them as it is.
    private mutating func dropAttributes(of tag: HTMLTag, from nameEnd: Int, close: Int) {
        var index = nameEnd
        while let next = attribute(of: tag, from: index, before: close) {
            if !next.isRead {
                flush(upTo: max(next.start, copied))
                copied = next.end
            }
            index = next.end
        }
    }

    private func endOfName(from start: Int) -> Int {
        var end = start
        while end < bytes.count, !isTagDelimiter(bytes[end]) { end += 1 }
        return end
    }

    /// Where a start tag closes, and where to cut it when it has too many attributes.
    private struct TagEnd {
        var close: Int
        var cut: Int?
        var isSelfClosing: Bool
    }

    /// The rest of a start tag behind its name; nil when the page ends inside it.
    private func scannedTag(from nameEnd: Int) -> TagEnd? {
        var index = nameEnd
        var attributeCount = 0
        var cut: Int?
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: ">"):
                return TagEnd(close: index, cut: cut, isSelfClosing: bytes[index - 1] == UInt8(ascii: "/"))
            case UInt8(ascii: "/"), 0x09...0x0D, 0x20:
                index += 1
            default:
                attributeCount += 1
                if attributeCount == HTMLStripper.attributeLimit { cut = index }
                guard let end = endOfAttribute(from: index) else { return nil }
                index = end
            }
        }
        return nil
    }

    /// The byte behind one attribute that begins at `start`; nil when its quote never closes.
    private func endOfAttribute(from start: Int) -> Int? {
        var index = start + 1
        while index < bytes.count, !isTagDelimiter(bytes[index]), bytes[index] != UInt8(ascii: "=") {
            index += 1
        }
        var value = index
        while value < bytes.count, isHTMLSpace(bytes[value]) { value += 1 }
        guard value < bytes.count, bytes[value] == UInt8(ascii: "=") else { return index }
        value += 1
        while value < bytes.count, isHTMLSpace(bytes[value]) { value += 1 }
        guard value < bytes.count else { return nil }
        let quote = bytes[value]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            return self.index(of: quote, from: value + 1).map { $0 + 1 }
        }
        while value < bytes.count, bytes[value] != UInt8(ascii: ">"), !isHTMLSpace(bytes[value]) {
            value += 1
        }
        return value
    }

    private mutating func removeElement(_ tag: HTMLTag, tagEnd: TagEnd) {
        let contents = tagEnd.close + 1
        if tag == .svg, tagEnd.isSelfClosing {
            drop(through: tagEnd.close)
            return
        }
        guard let end = startOfEndTag(tag, from: contents) else {
            // A page that ends inside a script is a page cut off; any other element was only left open.
            drop(through: tag == .script || tag == .style ? bytes.count - 1 : tagEnd.close)
            return
        }
        if tag == .script { keepLinkedData(tagAt: position, contents: contents, end: end) }
        let isEndTag = end + 1 < bytes.count && bytes[end + 1] == UInt8(ascii: "/")
        let last = isEndTag ? index(of: UInt8(ascii: ">"), from: end) ?? bytes.count - 1 : end - 1
        drop(through: last)
        output.append(UInt8(ascii: " "))
    }

    /// The `<` of the end tag that closes an element whose contents begin at `start`.
    private mutating func startOfEndTag(_ tag: HTMLTag, from start: Int) -> Int? {
        guard !missingEnds.contains(tag) else { return nil }
        let nests = tag == .svg || tag == .template
        // A button inside a button closes the outer one.
        let endsAtNext = tag == .button
        var depth = 0
        var from = start
        while let open = index(of: UInt8(ascii: "<"), from: from) {
            from = open + 1
            guard from < bytes.count else { break }
            if bytes[from] == UInt8(ascii: "/") {
                guard HTMLTag(bytes[(from + 1)..<endOfShortName(from: from + 1)]) == tag else { continue }
                if depth == 0 { return open }
                depth -= 1
            } else if nests || endsAtNext, HTMLTag(bytes[from..<endOfShortName(from: from)]) == tag {
                if endsAtNext { return open }
                depth += 1
            }
        }
        missingEnds.insert(tag)
        return nil
    }

    /// The end of a name, at most one byte past the longest name that is removed.
    private func endOfShortName(from start: Int) -> Int {
        var end = start
        let limit = min(bytes.count, start + 9)
        while end < limit, !isTagDelimiter(bytes[end]) { end += 1 }
        return end
    }

    private mutating func keepLinkedData(tagAt start: Int, contents: Int, end: Int) {
        let length = end - contents
        guard linkedData.count < HTMLStripper.linkedDataLimit,
            length + linkedDataBytes <= HTMLStripper.linkedDataByteLimit,
            bytes[start..<contents].containsIgnoringCase("ld+json")
        else { return }
        linkedDataBytes += length
        linkedData.append(Array(bytes[contents..<end]))
    }
}

extension HTMLAttribute {
    /// Whether the reader has a use for it on an element that is no declaration.
    fileprivate func isRead(of tag: HTMLTag) -> Bool {
        switch self {
        case .class, .id, .style, .hidden, .role, .itemprop, .content, .rel, .datetime, .ariaHidden,
            .dataComponent,
            .dataTestID:
            true
        case .title: tag != .a
        case .lang, .xmlLang: tag == .html || tag == .body
        case .amp, .ampSign: tag == .html
        case .href: tag == .base
        case .type, .itemtype, .itemscope, .property, .name, .src, .httpEquiv: false
        }
    }
}

/// What must stay a reference: `"`, `&`, `'`, `<`, `>`.
private func isMarkup(_ codePoint: UInt32) -> Bool {
    switch codePoint {
    case 0x22, 0x26, 0x27, 0x3C, 0x3E: true
    default: false
    }
}
