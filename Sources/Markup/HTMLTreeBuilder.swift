import CLibXML
import Foundation

/// Parses a page into a libxml2 document, mending what its HTML 4 parser does not know of HTML 5.
///
/// - Parameter html: UTF-8 out of ``strippedHTML(_:)``.
/// - Returns: the document, which the caller frees; nil when there is nothing to parse.
func parsedTree(_ html: [UInt8]) -> htmlDocPtr? {
    XMLLibrary.start()
    return html.withUnsafeBytes { bytes in
        guard let base = bytes.baseAddress, !bytes.isEmpty, bytes.count < Int(Int32.max),
            let context = htmlCreateMemoryParserCtxt(base, Int32(bytes.count))
        else { return nil }
        defer { htmlFreeParserCtxt(context) }
        // HUGE lifts libxml2's own limit, past which it drops the rest of the page; ours keeps the text.
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_NODEFDTD.rawValue
            | HTML_PARSE_COMPACT.rawValue
        htmlCtxtUseOptions(context, Int32(bitPattern: options) | Int32(XML_PARSE_HUGE.rawValue))
        // Without an encoding libxml2 takes the page for Latin-1 at its first letter that is not ASCII.
        xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
        if let events = context.pointee.sax {
            events.pointee.serror = { _, _ in }
            events.pointee.startElement = { user, name, attributes in
                guard let user, let name else { return }
                startElement(user.assumingMemoryBound(to: xmlParserCtxt.self), name, attributes)
            }
        }
        htmlParseDocument(context)
        let document = context.pointee.myDoc
        context.pointee.myDoc = nil
        return document
    }
}

/// Open elements at most. Browsers stop at 512 too.
private let depthLimit: Int32 = 512

/// What libxml2 does not know to be void.
private let voidNames: [StaticString] = ["source", "wbr", "track", "keygen", "embed", "command"]

/// What closes an open paragraph in HTML 5 and is unknown to libxml2.
private let sectionNames: [StaticString] = [
    "article", "aside", "details", "dialog", "figcaption", "figure", "footer", "header", "hgroup", "main",
    "nav",
    "search", "section", "summary",
]

/// What a paragraph is never closed from inside of.
private let scopeNames: [StaticString] = [
    "table", "td", "th", "caption", "button", "object", "marquee", "html", "body",
]

private func startElement(
    _ context: xmlParserCtxtPtr, _ name: UnsafePointer<xmlChar>,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
) {
    if sectionNames.contains(where: { isName(name, $0) }) { closeParagraph(context) }
    xmlSAX2StartElement(context, name, attributes)
    if context.pointee.nameNr > depthLimit || voidNames.contains(where: { isName(name, $0) }) {
        leave(context, name)
    }
}

/// Ends the element just opened; the parser has put its name on its own stack already.
private func leave(_ context: xmlParserCtxtPtr, _ name: UnsafePointer<xmlChar>) {
    guard context.pointee.nameNr > 1, context.pointee.nodeNr > 1 else { return }
    xmlSAX2EndElement(context, name)
    context.pointee.nameNr -= 1
    context.pointee.name = context.pointee.nameTab[Int(context.pointee.nameNr) - 1]
}

/// Ends an open paragraph, and what is open in it, below the element whose name is on top of the stack.
private func closeParagraph(_ context: xmlParserCtxtPtr) {
    let top = Int(context.pointee.nameNr) - 1
    guard top > 0, let names = context.pointee.nameTab, let new = names[top] else { return }
    var index = top - 1
    let lowest = max(0, top - 64)
    while index >= lowest, let open = names[index], !isName(open, "p") {
        if scopeNames.contains(where: { isName(open, $0) }) { return }
        index -= 1
    }
    // Every name on the stack has its node, except when the parser ran out of memory.
    guard index >= lowest, index > 0, Int(context.pointee.nodeNr) >= top else { return }
    for open in stride(from: top - 1, through: index, by: -1) {
        if let name = names[open] { xmlSAX2EndElement(context, name) }
    }
    names[index] = new
    context.pointee.nameNr = Int32(index) + 1
    context.pointee.name = new
}

private func isName(_ name: UnsafePointer<xmlChar>, _ text: StaticString) -> Bool {
    strcmp(
        UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self),
        UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
}

func nameIs(_ name: StaticString, _ node: xmlNodePtr) -> Bool {
    node.pointee.type == XML_ELEMENT_NODE && node.pointee.name.map { isName($0, name) } ?? false
}

/// Puts rows that stand directly in a table into a `tbody`, as browsers do.
func wrapRows(under root: xmlNodePtr) {
    var tables: [xmlNodePtr] = []
    visitElements(under: root) { node in
        if nameIs("table", node) { tables.append(node) }
    }
    for table in tables {
        var body: xmlNodePtr?
        var child = table.pointee.children
        while let node = child {
            child = node.pointee.next
            if nameIs("tr", node) {
                if body == nil, let new = xmlNewNode(nil, "tbody") { body = xmlAddPrevSibling(node, new) }
                guard let body else { return }
                xmlUnlinkNode(node)
                xmlAddChild(body, node)
            } else if node.pointee.type == XML_ELEMENT_NODE {
                body = nil
            }
        }
    }
}

/// Every element from `root` down, in document order. Iterative: pages decide how deep they are.
func visitElements(under root: xmlNodePtr, _ body: (xmlNodePtr) -> Void) {
    visit(root, enter: { if $0.pointee.type == XML_ELEMENT_NODE { body($0) } }, leave: { _ in })
}

/// Every node from `root` down, with the moments it is entered and left.
func visit(_ root: xmlNodePtr, enter: (xmlNodePtr) -> Void, leave: (xmlNodePtr) -> Void) {
    var node = root
    while true {
        enter(node)
        if node.pointee.type == XML_ELEMENT_NODE, let child = node.pointee.children {
            node = child
            continue
        }
        leave(node)
        while node != root, node.pointee.next == nil {
            guard let parent = node.pointee.parent else { return }
            leave(parent)
            node = parent
        }
        if node == root { return }
        guard let next = node.pointee.next else { return }
        node = next
    }
}
