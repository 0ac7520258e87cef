import Markup
import Model

// Elements with text: where it begins, how child elements are read, and where it goes.

extension FeedReader {
    mutating func startText(_ element: FeedElement, _ tag: XMLTag) {
        var frame = Frame(element: element, depth: depth, start: text.count)
        switch element {
        case .title, .summary, .content:
            frame.kind = textKind(tag)
            frame.isMarkup = frame.kind == .xhtml
            if tag.attributeCount > 0 { takeText(of: frame, fromAttributesOf: tag) }
        case .abstract: if tag.attributeCount > 0 { takeText(of: frame, fromAttributesOf: tag) }
        case .body:
            frame.kind = .xhtml
            frame.isMarkup = true
        case .guid:
            draft.isPermalink = tag.value(FeedAttribute.isPermaLink.rawValue)?.lowercased() != "false"
        case .author, .creator, .podcastAuthor:
            person = Person()
        case .category:
            if let term = tag.value(FeedAttribute.label.rawValue) ?? tag.value(FeedAttribute.term.rawValue) {
                draft.addTag(lineText(Array(term.utf8)[...]))
            }
        default: break
        }
        frames.append(frame)
    }

    /// CDF writes titles as `VALUE` too, and Atom's content may be a page elsewhere, which does for a link.
    private mutating func takeText(of frame: Frame, fromAttributesOf tag: XMLTag) {
        if format == .cdf, let value = tag.bytes(FeedAttribute.value.rawValue) {
            take(value[...], of: frame)
        } else if frame.element == .content, isInItem, let page = tag.bytes(FeedAttribute.src.rawValue) {
            let type = tag.value(FeedAttribute.type.rawValue)?.lowercased() ?? ""
            if type.isEmpty || type.contains("html") {
                setLink(trimmed(page[...]), depth: depth, isSecondary: true)
            }
        }
    }

    /// Atom 1.0 knows `text`, `html`, `xhtml` and MIME types; Atom 0.3 a MIME type and a `mode`.
    private func textKind(_ tag: XMLTag) -> FeedTextKind {
        guard tag.attributeCount > 0 else { return isAtom ? .plain : .unknown }
        let type = tag.value(FeedAttribute.type.rawValue)?.lowercased()
        let mode = tag.value(FeedAttribute.mode.rawValue)?.lowercased()
        if mode == "base64" { return .base64 }
        guard let type else { return isAtom ? .plain : .unknown }
        let mime = type.split { $0 == ";" || $0 == " " }.first ?? ""
        switch mime {
        case "text", "text/plain", "plain": return mode == "xml" ? .unknown : .plain
        case "html", "text/html": return mode == "xml" ? .xhtml : .html
        case "xhtml": return .xhtml
        default:
            if mime.hasSuffix("+xml") || mime.hasSuffix("/xml") { return mode == "escaped" ? .html : .xhtml }
            if mime.hasPrefix("text/") || mode == "escaped" || !mime.contains("/") { return .unknown }
            return isAtom ? .base64 : .unknown
        }
    }

    /// Whether an element inside a text is markup that was not declared as such, which is then read as it was meant.
    func isNakedMarkup(_ element: FeedElement, in frame: Frame) -> Bool {
        switch frame.element {
        case .title: return element == .unknown || element == .voidTag || element == .division
        case .summary, .content, .contentEncoded, .abstract, .secondarySummary:
            return !endsUnclosedText(element, in: frame)
        default: return false
        }
    }

    /// Whether an element can only mean that the text before it was never closed.
    func endsUnclosedText(_ element: FeedElement, in frame: Frame) -> Bool {
        switch element {
        case .item, .entry, .guid, .published, .updated, .contentEncoded, .channel: true
        case .link, .summary: frame.element == .title
        default: false
        }
    }

    mutating func writeStartTag(_ element: FeedElement, _ tag: XMLTag) {
        let frame = frames[frames.count - 1]
        // The div that Atom wants around XHTML is not part of it, and in HTML it only breaks the text's own kind.
        if element == .division, depth == frame.depth + 1 { return }
        frames[frames.count - 1].isMarkup = true
        tag.appendStartTag(to: &text)
    }

    mutating func writeEndTag(_ element: FeedElement, _ tag: XMLTag) {
        if element == .division, depth == frames[frames.count - 1].depth + 1 { return }
        if element == .voidTag || element == .link || element == .source { return }
        tag.appendEndTag(to: &text)
    }

    mutating func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "<"): text += "&lt;".utf8
            case UInt8(ascii: ">"): text += "&gt;".utf8
            case UInt8(ascii: "&"): text += "&amp;".utf8
            default: text.append(byte)
            }
        }
    }

    /// Ends the innermost text and gives it to its field.
    mutating func endText() {
        guard let frame = frames.popLast() else { return }
        if isCutOff, frame.start < text.count { draft.hasText = true }
        // The slice must be gone before the text is cut, or the cut would copy it.
        if !isCutOff || isOfUseInPart(frame) { take(text[frame.start...], of: frame) }
        text.removeSubrange(frame.start...)
    }

    /// Whether the beginning of a text that the document ends in is worth keeping: of an address, id or date it would be
    /// another one, and where the item has a whole text, a cut one adds nothing.
    private func isOfUseInPart(_ frame: Frame) -> Bool {
        switch frame.element {
        case .title, .secondaryTitle: true
        case .summary, .secondarySummary, .abstract, .content, .contentEncoded, .body:
            draft.item.summary == nil && draft.item.content == nil
        default: false
        }
    }

    private mutating func take(_ raw: ArraySlice<UInt8>, of frame: Frame) {
        switch frame.element {
        case .source: endSourceName(frame, raw)
        case .title where sourceDepth > 0: endSourceName(frame, raw)
        case .title, .secondaryTitle: endTitle(frame, raw)
        case .summary, .secondarySummary, .abstract: endSummary(frame, raw)
        case .content, .contentEncoded, .body: endContent(frame, raw)
        case .link: endLink(frame, trimmed(raw))
        case .originalLink: endOriginalLink(trimmed(raw))
        case .guid, .id: endID(frame, trimmed(raw))
        case .location: endLocation(trimmed(raw))
        case .published, .updated, .dublinCoreDate, .created: endDate(frame.element, trimmed(raw))
        case .author, .creator, .podcastAuthor, .name, .email: endPerson(frame, raw)
        case .category: draft.addTag(lineText(raw))
        case .keywords:
            for word in raw.split(separator: UInt8(ascii: ",")) { draft.addTag(lineText(word)) }
        case .language: endLanguage(trimmed(raw))
        default: schedule.add(frame.element, String(decoding: trimmed(raw), as: UTF8.self))
        }
    }

    // MARK: Fields

    private func rank(_ frame: Frame) -> ItemDraft.Rank {
        let isSecondary = frame.element == .secondaryTitle || frame.element == .secondarySummary
        return ItemDraft.Rank(isSecondary: isSecondary ? 1 : 0, depth: frame.depth)
    }

    private mutating func endTitle(_ frame: Frame, _ raw: ArraySlice<UInt8>) {
        let decoded = frame.kind == .base64 ? base64Text(raw).map { $0[...] } ?? raw : raw
        let title = titleText(
            decoded, kind: frame.kind == .plain && frame.isMarkup ? .html : frame.kind, repairs: &notes.texts)
        guard !title.isEmpty else { return }
        if isInItem {
            draft.take(title: title, rank(frame))
        } else if feed.title == nil, format != .sitemap {
            feed.title = title
        }
    }

    private mutating func endSummary(_ frame: Frame, _ raw: ArraySlice<UInt8>) {
        if isInItem, let body = body(frame, raw) { draft.take(summary: body, rank(frame)) }
    }

    private mutating func endContent(_ frame: Frame, _ raw: ArraySlice<UInt8>) {
        if isInItem, let body = body(frame, raw) { draft.take(content: body, rank(frame)) }
    }

    private mutating func body(_ frame: Frame, _ raw: ArraySlice<UInt8>) -> String? {
        let kind = frame.isMarkup ? .xhtml : frame.kind
        let decoded = kind == .base64 ? base64Text(raw).map { $0[...] } ?? raw : raw
        let body = bodyText(decoded, kind: kind, repairs: &notes.texts)
        return body.isEmpty ? nil : body
    }

    private mutating func endDate(_ element: FeedElement, _ raw: ArraySlice<UInt8>) {
        guard isInItem, !raw.isEmpty else { return }
        let date = dates.date(
            Array(raw), language: draft.item.language ?? scopeLanguage ?? feed.language, now: now)
        guard let date else {
            notes.unreadableDates += 1
            return
        }
        if date.isSuspect { notes.suspectDates += 1 }
        switch element {
        case .published: draft.published = date
        case .updated: draft.updated = date
        case .dublinCoreDate: draft.dublinCoreDate = date
        default: draft.created = date
        }
    }

    private mutating func endLanguage(_ raw: ArraySlice<UInt8>) {
        guard !raw.isEmpty else { return }
        let language = String(decoding: raw, as: UTF8.self)
        if isInItem {
            draft.item.language = language
        } else {
            feed.language = language
        }
    }
}
