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
/// - Parameter html: UTF-8 out of ``strippedHTML(_:)``, which bounds what libxml2 does not.
/// - Complexity: O(n).
package func readHTML(_ html: [UInt8], into handler: some HTMLHandler) {
    XMLLibrary.start()
    html.withUnsafeBytes { bytes in
        guard let base = bytes.baseAddress, !bytes.isEmpty, bytes.count < Int(Int32.max),
            let context = htmlCreateMemoryParserCtxt(base, Int32(bytes.count))
        else { return }
        let reader = HTMLReader(handler: handler, context: context)
        reader.run()
    }
}

/// Owns one libxml2 parser for one page.
private final class HTMLReader {
    /// Open elements at most. Browsers stop at 512 too.
    static let depthLimit: Int32 = 512

    private let handler: any HTMLHandler
    private let context: htmlParserCtxtPtr
    // One callback at a time, and none of them reaches the reader again.
    @exclusivity(unchecked) private var attributes = HTMLAttributes()
    @exclusivity(unchecked) private var tags = NameCache<HTMLTag>()
    @exclusivity(unchecked) private var attributeNames = NameCache<HTMLAttribute?>()

    init(handler: any HTMLHandler, context: htmlParserCtxtPtr) {
        self.handler = handler
        self.context = context
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
            HTMLReader.from(user).handler.text(UnsafeBufferPointer(start: text, count: Int(length)).span)
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
        if var pair = list {
            while let attribute = pair[0] {
                if let known = attributeNames.value(at: attribute, orElse: knownAttributes.value(cString:)) {
                    let length = pair[1].map {
                        strlen(UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
                    }
                    attributes.append(known, UnsafeBufferPointer(start: pair[1], count: length ?? 0))
                }
                pair += 2
            }
        }
        let tag = tags.value(at: name, orElse: HTMLTag.init(cString:))
        handler.start(tag, attributes)
        if context.pointee.nameNr > HTMLReader.depthLimit { leaveDeepElement(tag) }
    }

    private func end(_ name: UnsafePointer<xmlChar>) {
        handler.end(tags.value(at: name, orElse: HTMLTag.init(cString:)))
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
