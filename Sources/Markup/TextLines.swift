import CLibXML

/// Gathers the readable text of a subtree, a line for each block.
struct TextLines {
    private var lines: [String] = []
    private var line: [UInt8] = []
    /// White space is pending before the next letter.
    private var hasSpace = false

    mutating func enter(_ node: xmlNodePtr) {
        switch node.pointee.type {
        case XML_ELEMENT_NODE: if isBlock(node) { endLine() }
        case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: append(node.pointee.content)
        default: break
        }
    }

    mutating func leave(_ node: xmlNodePtr) {
        if node.pointee.type == XML_ELEMENT_NODE, isBlock(node) { endLine() }
    }

    mutating func finished() -> [String] {
        endLine()
        return lines
    }

    private mutating func append(_ text: UnsafePointer<xmlChar>?) {
        guard var byte = text else { return }
        while byte.pointee != 0 {
            let width = spaceWidth(byte)
            if width > 0 {
                hasSpace = true
                byte += width
                continue
            }
            if hasSpace, !line.isEmpty { line.append(0x20) }
            hasSpace = false
            line.append(byte.pointee)
            byte += 1
        }
    }

    private mutating func endLine() {
        if !line.isEmpty { lines.append(String(decoding: line, as: UTF8.self)) }
        line.removeAll(keepingCapacity: true)
        hasSpace = false
    }

    private func isBlock(_ node: xmlNodePtr) -> Bool {
        guard let name = node.pointee.name else { return false }
        return blockNames.contains(String(cString: name))
    }
}

/// Bytes of the white space that begins at `byte`: ASCII, no-break and ideographic spaces; 0 for anything else.
private func spaceWidth(_ byte: UnsafePointer<xmlChar>) -> Int {
    switch byte[0] {
    case 0x09...0x0D, 0x20: 1
    case 0xC2 where byte[1] == 0xA0: 2
    case 0xE3 where byte[1] == 0x80 && byte[2] == 0x80: 3
    case 0xE2 where byte[1] == 0x80 && (0x80...0x8A).contains(byte[2]): 3
    case 0xE2 where byte[1] == 0x80 && (byte[2] == 0xA8 || byte[2] == 0xA9 || byte[2] == 0xAF): 3
    default: 0
    }
}

/// What begins and ends a line of text.
private let blockNames: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "dialog",
    "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "head",
    "header", "hgroup", "hr", "html", "legend", "li", "main", "nav", "ol", "option", "p", "pre", "section",
    "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
]

/// White space at the ends gone, runs of it one space.
func collapsed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

/// A string of libxml2's as ours; its memory is given back.
func takenString(_ text: UnsafeMutablePointer<xmlChar>?) -> String {
    guard let text else { return "" }
    defer { wirewatch_xml_free(text) }
    return String(cString: text)
}
