extension HTMLStripper {
    mutating func readEndTag() {
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
        if forReading {
            flush(upTo: start)
            skeleton.closeText()
            skeleton.writeEndTag(bytes[start..<nameEnd])
            leaveTag(close)
        } else {
            position = close + 1
        }
    }

    mutating func readStartTag() {
        let start = position
        let nameEnd = endOfName(from: start + 1)
        let name = bytes[(start + 1)..<nameEnd]
        let tag = HTMLTag(name)
        let isWanted = forReading && !tag.isStripped && (!tag.isPicture || tag == .img)
        let noted = skeleton.attributes.count
        guard let end = scannedTag(from: nameEnd, noting: isWanted ? tag : nil) else {
            skeleton.attributes.removeLast(skeleton.attributes.count - noted)
            drop(through: bytes.count - 1)
            return
        }
        if tag.isStripped {
            removeElement(tag, tagEnd: end)
        } else if !forReading {
            openTags.open(name)
            if let cut = end.cut {
                flush(upTo: cut)
                output.append(UInt8(ascii: ">"))
                copied = end.close + 1
            }
            rewriteReferences(before: end.close)
            position = end.close + 1
        } else if isOmitted(tag, notedFrom: noted) {
            skeleton.attributes.removeLast(skeleton.attributes.count - noted)
            drop(through: end.close)
        } else {
            openTags.open(name)
            flush(upTo: start)
            skeleton.closeText()
            skeleton.writeTag(bytes[start..<nameEnd], isSelfClosing: end.isSelfClosing, notedFrom: noted)
            leaveTag(end.close)
        }
    }

    /// Whether a start tag says nothing: one of ``PlainTags`` without attributes, a link to a style, or a picture of which
    /// microdata does not say what it is.
    private mutating func isOmitted(_ tag: HTMLTag, notedFrom first: Int) -> Bool {
        if tag.isPicture { return !skeleton.attributes.has(.itemprop, from: first) }
        if tag == .link {
            return !skeleton.attributes.has(.rel, .itemprop, from: first)
        }
        return plainTags.open(tag, isPlain: skeleton.attributes.count == first)
    }

    /// Goes on behind a tag that was written, leaving out all but the first byte of the white space there: indentation is
    /// much of many a page.
    private mutating func leaveTag(_ close: Int) {
        position = close + 1
        copied = position
        guard position + 1 < bytes.count, isHTMLSpace(bytes[position]) else { return }
        var end = position + 1
        while end < bytes.count, isHTMLSpace(bytes[end]) { end += 1 }
        guard end > position + 1 else { return }
        position += 1
        drop(through: end - 1)
    }

    private func endOfName(from start: Int) -> Int {
        var end = start
        while end < bytes.count, !isTagDelimiter(bytes[end]) { end += 1 }
        return end
    }

    /// Where a start tag closes, and where to cut it when it has too many attributes.
    struct TagEnd {
        var close: Int
        var cut: Int?
        var isSelfClosing: Bool
    }

    /// The rest of a start tag behind its name; nil when the page ends inside it.
    ///
    /// - Parameter tag: when it is given, what a reader wants of its attributes goes to the skeleton.
    private mutating func scannedTag(from nameEnd: Int, noting tag: HTMLTag?) -> TagEnd? {
        var index = nameEnd
        var count = 0
        var cut: Int?
        var slash = -1
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: ">"):
                return TagEnd(close: index, cut: cut, isSelfClosing: slash == index - 1)
            case UInt8(ascii: "/"):
                slash = index
                index += 1
            case 0x09...0x0D, 0x20:
                index += 1
            default:
                count += 1
                if count == HTMLStripper.attributeLimit { cut = index }
                guard let attribute = attribute(at: index) else { return nil }
                if let tag, cut == nil { note(attribute, of: tag) }
                index = attribute.end
            }
        }
        return nil
    }

    /// Whether the start tag at the current position has an attribute of one of these names, with one of these values.
    ///
    /// - Parameter names: in lowercase, as are the values; nil for any value.
    func hasAttribute(_ names: [String], _ values: [String]?) -> Bool {
        func isOne(of wanted: [String], _ range: Range<Int>) -> Bool {
            wanted.contains { $0.utf8.elementsEqual(bytes[range].lazy.map(lowercasedASCII)) }
        }
        var index = endOfName(from: position + 1)
        while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
            if bytes[index] == UInt8(ascii: "/") || isHTMLSpace(bytes[index]) {
                index += 1
                continue
            }
            guard let attribute = attribute(at: index) else { return false }
            if isOne(of: names, attribute.name), values.map({ isOne(of: $0, attribute.value) }) ?? true {
                return true
            }
            index = attribute.end
        }
        return false
    }

    private struct Attribute {
        var name: Range<Int>
        /// Without its quotes.
        var value: Range<Int>
        /// The byte behind all of it.
        var end: Int
    }

    /// The attribute that begins at `start`; nil when its quote never closes.
    private func attribute(at start: Int) -> Attribute? {
        var nameEnd = start + 1
        while nameEnd < bytes.count, !isTagDelimiter(bytes[nameEnd]), bytes[nameEnd] != UInt8(ascii: "=") {
            nameEnd += 1
        }
        var value = nameEnd
        while value < bytes.count, isHTMLSpace(bytes[value]) { value += 1 }
        guard value < bytes.count, bytes[value] == UInt8(ascii: "=") else {
            return Attribute(name: start..<nameEnd, value: nameEnd..<nameEnd, end: nameEnd)
        }
        value += 1
        while value < bytes.count, isHTMLSpace(bytes[value]) { value += 1 }
        guard value < bytes.count else { return nil }
        let quote = bytes[value]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            guard let end = index(of: quote, from: value + 1) else { return nil }
            return Attribute(name: start..<nameEnd, value: (value + 1)..<end, end: end + 1)
        }
        var end = value
        while end < bytes.count, bytes[end] != UInt8(ascii: ">"), !isHTMLSpace(bytes[end]) { end += 1 }
        return Attribute(name: start..<nameEnd, value: value..<end, end: end)
    }

    /// Puts an attribute that a reader looks at into the skeleton, its references resolved.
    private mutating func note(_ attribute: Attribute, of tag: HTMLTag) {
        guard let name = knownAttributes.value(named: bytes[attribute.name]), name.isRead(of: tag) else {
            return
        }
        let start = skeleton.attributes.bytes.count
        var copied = attribute.value.lowerBound
        while let ampersand = reference(from: copied, before: attribute.value.upperBound) {
            skeleton.attributes.bytes.append(contentsOf: bytes[copied..<ampersand])
            copied = ampersand
            let value = UnsafeBufferPointer(rebasing: bytes[..<attribute.value.upperBound]).span
            if let reference = characterReference(in: value, at: ampersand) {
                reference.append(to: &skeleton.attributes.bytes)
                copied += reference.byteCount
            } else {
                skeleton.attributes.bytes.append(UInt8(ascii: "&"))
                copied += 1
            }
        }
        skeleton.attributes.bytes.append(contentsOf: bytes[copied..<attribute.value.upperBound])
        skeleton.attributes.close(name, from: start)
    }
}

extension HTMLAttribute {
    /// Whether the reader has a use for it.
    fileprivate func isRead(of tag: HTMLTag) -> Bool {
        if tag == .meta || tag == .link { return true }
        if tag == .img { return self == .itemprop || self == .src }
        return switch self {
        case .class, .id, .style, .hidden, .role, .itemprop, .content, .rel, .datetime, .ariaHidden,
            .dataComponent, .dataTestID:
            true
        case .title: tag != .a
        case .lang, .xmlLang: tag == .html || tag == .body
        case .amp, .ampSign, .colouredAMPSign: tag == .html
        case .href: tag == .base
        case .type, .itemtype, .itemscope, .property, .name, .src, .httpEquiv: false
        }
    }
}
