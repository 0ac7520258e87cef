import Foundation

/// A page without what no reader sees, in a form libxml2 reads in linear time.
package struct StrippedHTML: Sendable, Equatable {
    /// UTF-8 without scripts, styles, drawings, frames, templates, lists of choices and comments.
    package var html: [UInt8]
    /// The contents of `<script type="application/ld+json">`, in document order.
    package var linkedData: [[UInt8]]
    /// Whether the page keeps HTML in `<script type="text/template">`: cookie boxes mostly, on some sites the article.
    package var hasTemplates: Bool
}

/// Removes `script`, `style`, `svg`, `noscript`, `template`, `iframe`, `select`, `textarea`, `button` elements, comments,
/// declarations and NUL bytes, and writes out the references, many of which libxml2 does not know.
///
/// The shadow tree that a `<template shadowrootmode>` declares is a part of the page and stays.
///
/// What else would cost libxml2 more than linear time is cut: attributes of one tag past
/// ``HTMLStripper/attributeLimit`` and end tags of elements that were never opened.
///
/// - Parameter utf8: valid UTF-8, as ``DecodedText`` has it.
/// - Parameter showsTemplates: whether the HTML inside `<script type="text/template">` stays.
/// - Complexity: O(n) on any input, about 1 GB/s on real pages.
package func strippedHTML(_ utf8: [UInt8], showsTemplates: Bool = false) -> StrippedHTML {
    withoutNul(utf8).withUnsafeBufferPointer { bytes in
        var stripper = HTMLStripper(bytes, forReading: false, showsTemplates: showsTemplates)
        stripper.run()
        return StrippedHTML(
            html: stripper.output, linkedData: stripper.linkedData, hasTemplates: stripper.hasTemplates)
    }
}

/// A page as ``readHTML(_:into:)`` takes it: stripped as by ``strippedHTML(_:)``, and without what no reader looks at.
///
/// - Parameter utf8: valid UTF-8, as ``DecodedText`` has it.
/// - Parameter showsTemplates: whether the HTML inside `<script type="text/template">` counts.
/// - Complexity: O(n) on any input.
package func htmlSkeleton(_ utf8: [UInt8], showsTemplates: Bool = false) -> HTMLSkeleton {
    withoutNul(utf8).withUnsafeBufferPointer { bytes in
        var stripper = HTMLStripper(bytes, forReading: true, showsTemplates: showsTemplates)
        stripper.run()
        stripper.skeleton.linkedData = stripper.linkedData
        stripper.skeleton.hasTemplates = stripper.hasTemplates
        return stripper.skeleton
    }
}

private func withoutNul(_ utf8: [UInt8]) -> [UInt8] {
    let hasNul = utf8.withUnsafeBytes { bytes in
        bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
    }
    return hasNul ? utf8.filter { $0 != 0 } : utf8
}

/// One forward pass over a page. Every search that fails to the end of the page is remembered, so that none is
/// made twice.
struct HTMLStripper {
    /// Attributes kept of one tag: libxml2 compares each with all before it.
    static let attributeLimit = 96
    /// JSON-LD scripts kept of one page, and their bytes together.
    static let linkedDataLimit = 64
    static let linkedDataByteLimit = 2 << 20

    let bytes: UnsafeBufferPointer<UInt8>
    /// Whether texts and attributes go to the skeleton.
    let forReading: Bool
    private let showsTemplates: Bool
    private(set) var hasTemplates = false
    var position = 0
    /// Everything before it is written or dropped.
    var copied = 0
    private var nextReference = -1
    var openTags = OpenTagCounts()
    var plainTags = PlainTags()
    var skeleton: HTMLSkeleton
    private var missingEnds: Set<HTMLTag> = []
    private var commentsEnd = true
    private var linkedDataBytes = 0
    var output: [UInt8] = []
    private(set) var linkedData: [[UInt8]] = []

    init(_ bytes: UnsafeBufferPointer<UInt8>, forReading: Bool, showsTemplates: Bool) {
        self.bytes = bytes
        self.forReading = forReading
        self.showsTemplates = showsTemplates
        skeleton = HTMLSkeleton(capacity: forReading ? bytes.count / 8 + 64 : 0)
        if !forReading { output.reserveCapacity(bytes.count / 2 + 64) }
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
        if forReading { skeleton.closeText() }
    }
}

extension HTMLStripper {
    func index(of byte: UInt8, from start: Int) -> Int? {
        guard start < bytes.count, let base = bytes.baseAddress else { return nil }
        guard let found = memchr(base + start, Int32(byte), bytes.count - start) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    mutating func flush(upTo end: Int) {
        if copied < end { write(UnsafeBufferPointer(rebasing: bytes[copied..<end])) }
        copied = max(copied, end)
    }

    private mutating func write(_ text: some Collection<UInt8>) {
        if forReading {
            skeleton.texts.append(contentsOf: text)
        } else {
            output.append(contentsOf: text)
        }
    }

    /// Leaves out everything from the current position to `last`, which is inside the page.
    mutating func drop(through last: Int) {
        flush(upTo: position)
        position = last + 1
        copied = position
    }

    private mutating func escapeBareBracket() {
        drop(through: position)
        write(forReading ? "<".utf8 : "&lt;".utf8)
    }

    mutating func rewriteReferences(before end: Int) {
        while let start = reference(from: position, before: end) {
            if start >= copied, let reference = characterReference(in: bytes.span, at: start),
                forReading || !isMarkup(reference.codePoints.0)
            {
                flush(upTo: start)
                if forReading {
                    reference.append(to: &skeleton.texts)
                } else {
                    reference.append(to: &output)
                }
                copied = start + reference.byteCount
            }
            nextReference = index(of: UInt8(ascii: "&"), from: start + 1) ?? bytes.count
        }
    }

    /// The first `&` between two places; asked with places that never go back.
    mutating func reference(from start: Int, before end: Int) -> Int? {
        if nextReference < start {
            nextReference = index(of: UInt8(ascii: "&"), from: start) ?? bytes.count
        }
        return nextReference < end ? nextReference : nil
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

    mutating func removeElement(_ tag: HTMLTag, tagEnd: TagEnd) {
        let contents = tagEnd.close + 1
        if tag == .svg && tagEnd.isSelfClosing || isShown(tag) {
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
        write(CollectionOfOne(UInt8(ascii: " ")))
    }

    /// Whether a browser shows what the element at the current position holds: the shadow tree that a template declares,
    /// and HTML that the page's scripts take from one of this type, when that is wanted.
    private mutating func isShown(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .template: return hasAttribute(["shadowrootmode", "shadowroot"], ["open", "closed"])
        case .script where hasAttribute(["type"], ["text/template"]) && !hasAttribute(["src"], nil):
            hasTemplates = true
            return showsTemplates
        default: return false
        }
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

/// What must stay a reference: `"`, `&`, `'`, `<`, `>`.
private func isMarkup(_ codePoint: UInt32) -> Bool {
    switch codePoint {
    case 0x22, 0x26, 0x27, 0x3C, 0x3E: true
    default: false
    }
}
