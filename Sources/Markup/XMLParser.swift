import CLibXML

/// Reads a cleaned document from beginning to end and tells the handler.
///
/// It may run on any number of threads at once; no entity is expanded, nothing is loaded, nothing is printed.
///
/// - Returns: what libxml2 still complained of, at most eight problems, in order.
/// - Complexity: O(n) for n bytes.
package func parseXML(_ document: CleanedXML, into handler: any XMLHandler) -> [XMLProblem] {
    XMLLibrary.start()
    let parser = XMLParser(handler, document)
    parser.parse(document.bytes)
    return parser.problems
}

/// One parse: owns libxml2's context while it runs.
private final class XMLParser {
    static let maxProblems = 8
    /// Bytes that libxml2 gets at once; it refuses more than ten million.
    static let pieceBytes = 1 << 20

    let handler: any XMLHandler
    let elementNames: XMLNameCodes
    let attributeNames: XMLNameCodes
    let source: [UInt8]
    /// What was left out of the document, and how many of these stretches have been passed on.
    let leftOut: [Range<Int>]
    var passedOn = 0
    /// A place in the source, and the line that libxml2 was at when it was there.
    var place: (offset: Int, line: Int)
    var problems: [XMLProblem] = []
    var context: xmlParserCtxtPtr?

    init(_ handler: any XMLHandler, _ document: CleanedXML) {
        self.handler = handler
        source = document.source
        leftOut = document.leftOut
        place = (document.sourceStart, 1)
        attributeNames = XMLNameCodes { [unowned handler] in handler.attributeCode(of: $0) }
        elementNames = XMLNameCodes { [unowned handler] in handler.elementCode(of: $0) }
    }

    func parse(_ bytes: ArraySlice<UInt8>) {
        var events = XMLParser.events
        let owner = Unmanaged.passUnretained(self).toOpaque()
        guard let context = xmlCreatePushParserCtxt(&events, owner, nil, 0, nil) else {
            problems.append(XMLProblem(line: 0, message: "no memory"))
            return
        }
        defer { xmlFreeParserCtxt(context) }
        self.context = context
        // Never NOENT, DTDLOAD or HUGE: no entity grows, nothing is fetched, libxml2's own bounds stay.
        let options =
            XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
            | XML_PARSE_NOWARNING.rawValue
        xmlCtxtUseOptions(context, Int32(options))
        bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self) else { return }
            var offset = 0
            repeat {
                let count = min(XMLParser.pieceBytes, buffer.count - offset)
                // Told that this is the end, libxml2 need not look ahead for the end of each tag.
                xmlParseChunk(context, base + offset, Int32(count), offset + count == buffer.count ? 1 : 0)
                offset += count
            } while offset < buffer.count
        }
        self.context = nil
        if context.pointee.myDoc != nil { xmlFreeDoc(context.pointee.myDoc) }
    }

    private static func with(_ pointer: UnsafeMutableRawPointer?, _ body: (XMLParser) -> Void) {
        if let pointer { Unmanaged<XMLParser>.fromOpaque(pointer)._withUnsafeGuaranteedRef(body) }
    }

    private static var events: xmlSAXHandler {
        var events = xmlSAXHandler()
        events.initialized = UInt32(XML_SAX2_MAGIC)
        events.startElementNs = { owner, local, prefix, namespace, _, _, count, _, attributes in
            XMLParser.with(owner) { $0.start(local, prefix, namespace, attributes, count: Int(count)) }
        }
        events.endElementNs = { owner, local, prefix, namespace in
            XMLParser.with(owner) { $0.end(local, prefix, namespace) }
        }
        events.characters = { owner, text, count in XMLParser.with(owner) { $0.characters(text, count) } }
        events.ignorableWhitespace = events.characters
        events.cdataBlock = events.characters
        events.processingInstruction = { owner, name, _ in
            XMLParser.with(owner) { $0.passOnLeftOut(name) }
        }
        events.serror = { owner, error in
            guard let error else { return }
            XMLParser.with(owner) { $0.note(error.pointee) }
        }
        return events
    }

    private func start(
        _ local: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?,
        _ namespace: UnsafePointer<xmlChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
        count: Int
    ) {
        let code = elementNames.code(local: local, prefix: prefix, namespace: namespace)
        let tag = XMLTag(local, attributes, count: count, names: attributeNames)
        if !handler.startElement(code, tag) { xmlStopParser(context) }
    }

    private func end(
        _ local: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?,
        _ namespace: UnsafePointer<xmlChar>?
    ) {
        let code = elementNames.code(local: local, prefix: prefix, namespace: namespace)
        handler.endElement(code, XMLTag(local, nil, count: 0, names: attributeNames))
    }

    private func characters(_ text: UnsafePointer<xmlChar>?, _ count: Int32) {
        guard let text else { return }
        handler.characters(Span(_unsafeStart: text, count: Int(count)))
    }

    /// Passes on the stretch of text that an instruction stands for, or that the document ends here. The clean-up leaves no other instructions, and libxml2
    /// none of these out; should it, the letter still finds the stretch.
    private func passOnLeftOut(_ name: UnsafePointer<xmlChar>?) {
        if name?.pointee == UInt8(ascii: "e") { return handler.documentIsCutOff() }
        while passedOn < leftOut.count, CleanedXML.instruction(for: passedOn) != name?.pointee {
            passedOn += 1
        }
        guard passedOn < leftOut.count else { return }
        let stretch = leftOut[passedOn]
        passedOn += 1
        place = (stretch.upperBound, Int(context?.pointee.input?.pointee.line ?? 0))
        let source = source
        handler.characters(source.span.extracting(stretch))
    }

    private func note(_ error: xmlError) {
        // Undeclared prefixes are so common in feeds that they are no news.
        guard problems.count < XMLParser.maxProblems, error.domain != XML_FROM_NAMESPACE.rawValue else {
            return
        }
        var message = error.message.map { String(cString: $0) } ?? "error \(error.code)"
        while message.last?.isNewline == true { message.removeLast() }
        let linesBefore = source[..<place.offset].count { $0 == UInt8(ascii: "\n") }
        let line = linesBefore + 1 + max(0, Int(error.line) - place.line)
        problems.append(XMLProblem(line: line, message: message))
    }
}
