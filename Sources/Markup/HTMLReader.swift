import CLibXML
import Foundation

/// Takes the events of a page. A class, because libxml2's callbacks reach it through a pointer.
package protocol HTMLHandler: AnyObject {
    func start(_ tag: HTMLTag, _ attributes: HTMLAttributes)
    func end(_ tag: HTMLTag)
    /// A piece of text with references resolved; one paragraph may come in several pieces.
    func text(_ utf8: Span<UInt8>)
}

/// Reads a page event by event with libxml2's recovering HTML parser; no tree is built.
///
/// Elements deeper than ``HTMLReader/depthLimit`` are told as empty ones and their contents as their ancestor's:
/// all text arrives, and every step stays bounded.
///
/// - Parameter page: out of ``htmlSkeleton(_:)``, which bounds what libxml2 does not.
/// - Complexity: O(n).
package func readHTML(_ page: HTMLSkeleton, into handler: some HTMLHandler) {
    XMLLibrary.start()
    page.html.withUnsafeBytes { bytes in
        guard let base = bytes.baseAddress, !bytes.isEmpty, bytes.count < Int(Int32.max),
            let context = htmlCreateMemoryParserCtxt(base, Int32(bytes.count))
        else { return }
        let reader = HTMLReader(page, handler: handler, context: context)
        reader.run()
    }
}

/// Owns one libxml2 parser for one page.
private final class HTMLReader {
    /// Open elements at most. Browsers stop at 512 too.
    static let depthLimit: Int32 = 512

    private let handler: any HTMLHandler
    private let context: htmlParserCtxtPtr
    private let page: HTMLSkeleton
    // One callback at a time, and none of them reaches the reader again.
    @exclusivity(unchecked) private var attributes: HTMLAttributes
    @exclusivity(unchecked) private var tags = NameCache<HTMLTag>()
    /// How many texts and tags with attributes were told or passed by.
    @exclusivity(unchecked) private var textCount = 0
    @exclusivity(unchecked) private var markedCount = 0

    init(_ page: HTMLSkeleton, handler: any HTMLHandler, context: htmlParserCtxtPtr) {
        self.page = page
        self.handler = handler
        self.context = context
        attributes = HTMLAttributes(of: page.attributes)
    }

    deinit {
        if let document = context.pointee.myDoc { xmlFreeDoc(document) }
        htmlFreeParserCtxt(context)
    }

    func run() {
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_NODEFDTD.rawValue
        htmlCtxtUseOptions(context, Int32(bitPattern: options))
        // Without an encoding libxml2 takes the page for Latin-1 at its first letter that is not ASCII.
        xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
        guard let events = context.pointee.sax else { return }
        events.pointee = xmlSAXHandler()
        events.pointee.initialized = UInt32(XML_SAX2_MAGIC)
        events.pointee.startElement = { user, name, attributes in
            guard let user, let name else { return }
            HTMLReader.from(user).start(name, attributes)
        }
        events.pointee.endElement = { user, name in
            guard let user, let name else { return }
            HTMLReader.from(user).end(name)
        }
        events.pointee.characters = { user, text, length in
            guard let user else { return }
            HTMLReader.from(user).text(UnsafeBufferPointer(start: text, count: Int(length)))
        }
        events.pointee.ignorableWhitespace = events.pointee.characters
        events.pointee.cdataBlock = events.pointee.characters
        events.pointee.serror = { _, _ in }
        context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
        htmlParseDocument(context)
    }

    private static func from(_ user: UnsafeMutableRawPointer) -> HTMLReader {
        Unmanaged<HTMLReader>.fromOpaque(user).takeUnretainedValue()
    }

    private func start(_ name: UnsafePointer<xmlChar>, _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?)
    {
        attributes.removeAll()
        if list?.pointee != nil, let own = markedTag() {
            attributes.become(Int(own.firstAttribute)..<Int(own.endAttribute))
        }
        let tag = tags.value(at: name, orElse: HTMLTag.init(cString:))
        handler.start(tag, attributes)
        if context.pointee.nameNr > HTMLReader.depthLimit { leaveDeepElement(tag) }
    }

    private func end(_ name: UnsafePointer<xmlChar>) {
        handler.end(tags.value(at: name, orElse: HTMLTag.init(cString:)))
    }

    /// The tag with attributes that libxml2 has just read the mark of.
    private func markedTag() -> HTMLSkeleton.MarkedTag? {
        guard let input = context.pointee.input?.pointee else { return nil }
        // libxml2 stands at the tag's `>` or behind it.
        let place = Int32(truncatingIfNeeded: Int(input.consumed) + (input.cur - input.base))
        while markedCount < page.markedTags.count, page.markedTags[markedCount].end < place {
            markedCount += 1
        }
        guard markedCount < page.markedTags.count, page.markedTags[markedCount].start < place else {
            return nil
        }
        return page.markedTags[markedCount]
    }

    private func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var index = 0
        while index < bytes.count {
            guard let number = TextSign.number(bytes, at: index, from: textCount),
                number < page.textEnds.count
            else {
                index += 1
                continue
            }
            if start < index { handler.text(UnsafeBufferPointer(rebasing: bytes[start..<index]).span) }
            page.texts.withUnsafeBufferPointer {
                handler.text(UnsafeBufferPointer(rebasing: $0[page.text(number)]).span)
            }
            textCount = number + 1
            index += TextSign.byteCount
            start = index
        }
        if start < index { handler.text(UnsafeBufferPointer(rebasing: bytes[start..<index]).span) }
    }

    /// Takes the element just opened off libxml2's stack again: each stray end tag searches all of it.
    private func leaveDeepElement(_ tag: HTMLTag) {
        handler.end(tag)
        context.pointee.nameNr -= 1
        context.pointee.name = context.pointee.nameTab[Int(context.pointee.nameNr) - 1]
    }
}

/// What names stand for, by their address: libxml2 keeps one copy of each name while it parses.
private struct NameCache<Value> {
    private var entries = [(name: UnsafePointer<UInt8>, value: Value)?](repeating: nil, count: 256)

    mutating func value(at name: UnsafePointer<UInt8>, orElse read: (UnsafePointer<UInt8>) -> Value) -> Value
    {
        let slot = Int((UInt(bitPattern: name) &* 0x9E37_79B9_7F4A_7C15) >> 56)
        if let entry = entries[slot], entry.name == name { return entry.value }
        let value = read(name)
        entries[slot] = (name, value)
        return value
    }
}

/// Attributes that something is made of, by their names.
let knownAttributes = HTMLNameTable<HTMLAttribute>()
