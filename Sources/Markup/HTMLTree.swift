import CLibXML

/// A page as a tree of elements, for selectors; the only owner of libxml2's document.
///
/// Values leave it, pointers never: an element is known outside by its ``HTMLElement``, its place in document order.
/// Scripts, styles and comments are gone, and what HTML5 closes or wraps by itself (void elements, paragraphs before a
/// section, rows without a `tbody`) is closed and wrapped, so that selectors copied from a browser fit.
package struct HTMLTree: ~Copyable {
    /// Steps libxml2 may take for one selector before it gives up.
    static let operationLimit: UInt = 1_000_000

    private let document: htmlDocPtr?
    /// The elements in document order; `_private` of each node is its index here plus one.
    private let nodes: [xmlNodePtr]
    /// Roots of removed subtrees, no longer part of the document.
    private var removed: [xmlNodePtr] = []

    /// Reads a page; any bytes give a tree, perhaps an empty one.
    ///
    /// - Parameter utf8: valid UTF-8, as decoded text has it.
    /// - Complexity: O(n), elements below 512 levels become children of those above.
    package init(utf8: [UInt8]) {
        self.init(stripped: strippedHTML(utf8))
    }

    package init(stripped: StrippedHTML) {
        let document = parsedTree(stripped.html)
        self.document = document
        var nodes: [xmlNodePtr] = []
        if let document, let root = xmlDocGetRootElement(document) {
            wrapRows(under: root)
            visitElements(under: root) { node in
                nodes.append(node)
                node.pointee._private = UnsafeMutableRawPointer(bitPattern: nodes.count)
            }
        }
        self.nodes = nodes
    }

    deinit {
        for node in removed { xmlFreeNode(node) }
        if let document { xmlFreeDoc(document) }
    }

    /// All elements in document order, also removed ones.
    package var elements: Range<Int> { nodes.indices }

    /// The elements a selector picks, in document order, each once.
    ///
    /// An XPath that picks attributes or texts gives the elements they belong to.
    ///
    /// - Parameter scope: where to look, itself included; nil for the whole page. An XPath that begins with `//` looks
    ///   inside the scope, one with a single `/` in the page.
    /// - Throws: when the selector would take more than a million steps on this page.
    package func elements(
        matching selector: Selector, in scope: HTMLElement? = nil
    ) throws(SelectorError) -> [HTMLElement] {
        var found: [HTMLElement] = []
        var seen: Set<HTMLElement> = []
        try evaluate(selector, in: scope) { result in
            forEachNode(of: result) { node in
                if let element = owner(of: node), seen.insert(element).inserted { found.append(element) }
            }
        }
        return found
    }

    /// The values a selector picks: the text of elements, or the attribute that the selector names.
    ///
    /// White space inside is collapsed; values without anything else are left out. An XPath may also give strings and
    /// numbers.
    ///
    /// - Throws: as ``elements(matching:in:)``.
    package func values(
        matching selector: Selector, in scope: HTMLElement? = nil
    ) throws(SelectorError) -> [String] {
        var values: [String] = []
        let keep = { (value: String) in
            let collapsed = collapsed(value)
            if !collapsed.isEmpty { values.append(collapsed) }
        }
        try evaluate(selector, in: scope) { result in
            guard result.pointee.type == XPATH_NODESET else {
                keep(takenString(xmlXPathCastToString(result)))
                return
            }
            forEachNode(of: result) { node in
                if node.pointee.type == XML_ELEMENT_NODE, let element = owner(of: node) {
                    switch selector.value {
                    case .text: keep(text(of: element))
                    case .attribute(let name): attribute(name, of: element).map(keep)
                    }
                } else {
                    keep(takenString(xmlNodeGetContent(node)))
                }
            }
        }
        return values
    }

    /// Takes the elements that match with all they hold out of the page.
    ///
    /// - Returns: how many matched.
    /// - Throws: as ``elements(matching:in:)``.
    @discardableResult
    package mutating func remove(_ selector: Selector) throws(SelectorError) -> Int {
        let found = try elements(matching: selector)
        remove(found)
        return found.count
    }

    /// Takes elements with all they hold out of the page.
    package mutating func remove(_ found: [HTMLElement]) {
        for element in found {
            let node = nodes[element.index]
            guard node.pointee.parent != nil else { continue }
            xmlUnlinkNode(node)
            removed.append(node)
        }
    }

    /// Where relative links start from: the `href` of the first `<base>`, as written.
    package var baseReference: String? {
        for index in nodes.indices where nameIs("base", nodes[index]) {
            if let reference = attribute("href", of: HTMLElement(index: index)) { return reference }
        }
        return nil
    }
}

/// One element of an ``HTMLTree``.
package struct HTMLElement: Sendable, Hashable, Comparable {
    /// Its place in document order, from 0.
    package let index: Int

    package init(index: Int) {
        self.index = index
    }

    package static func < (left: HTMLElement, right: HTMLElement) -> Bool {
        left.index < right.index
    }
}

// Reading one element.
extension HTMLTree {
    /// Lower case.
    package func name(of element: HTMLElement) -> String {
        nodes[element.index].pointee.name.map { String(cString: $0) } ?? ""
    }

    /// As written, with references resolved; nil when the element has no such attribute.
    package func attribute(_ name: String, of element: HTMLElement) -> String? {
        guard let value = xmlGetNoNsProp(nodes[element.index], name) else { return nil }
        return takenString(value)
    }

    package func parent(of element: HTMLElement) -> HTMLElement? {
        nodes[element.index].pointee.parent.flatMap(elementIndex)
    }

    package func children(of element: HTMLElement) -> [HTMLElement] {
        var children: [HTMLElement] = []
        var child = nodes[element.index].pointee.children
        while let node = child {
            if let element = elementIndex(node) { children.append(element) }
            child = node.pointee.next
        }
        return children
    }

    /// The element again as HTML, UTF-8.
    package func html(of element: HTMLElement) -> [UInt8] {
        guard let document, let buffer = xmlBufferCreate() else { return [] }
        defer { xmlBufferFree(buffer) }
        guard let output = xmlOutputBufferCreateBuffer(buffer, nil) else { return [] }
        htmlNodeDumpFormatOutput(output, document, nodes[element.index], "UTF-8", 0)
        xmlOutputBufferClose(output)
        guard let content = xmlBufferContent(buffer) else { return [] }
        return Array(UnsafeBufferPointer(start: content, count: Int(xmlBufferLength(buffer))))
    }

    /// The readable text in one line: blocks, line breaks and runs of white space become one space.
    package func text(of element: HTMLElement) -> String {
        lines(of: element).joined(separator: " ")
    }

    /// The readable text, one string for each block or line break, white space collapsed, none empty.
    package func lines(of element: HTMLElement) -> [String] {
        var lines = TextLines()
        visit(nodes[element.index], enter: { lines.enter($0) }, leave: { lines.leave($0) })
        return lines.finished()
    }
}

extension HTMLTree {
    private func evaluate(
        _ selector: Selector, in scope: HTMLElement?, _ body: (xmlXPathObjectPtr) -> Void
    ) throws(SelectorError) {
        guard let document, let context = xmlXPathNewContext(document) else { return }
        defer { xmlXPathFreeContext(context) }
        context.pointee.opLimit = Self.operationLimit
        context.pointee.error = { _, _ in }
        context.pointee.node =
            scope.map { nodes[$0.index] }
            ?? UnsafeMutableRawPointer(document).assumingMemoryBound(
                to: xmlNode.self)
        let isInside = scope != nil && selector.xpath.hasPrefix("//")
        guard let result = xmlXPathEvalExpression(isInside ? "." + selector.xpath : selector.xpath, context)
        else {
            let isTooCostly =
                context.pointee.lastError.code == Int32(XML_XPATH_EXPRESSION_OK.rawValue)
                + Int32(
                    XPATH_OP_LIMIT_EXCEEDED.rawValue)
            throw SelectorError(
                selector: selector.text, column: 0,
                expected: isTooCostly ? "takes too many steps on this page" : "cannot be evaluated on a page")
        }
        defer { xmlXPathFreeObject(result) }
        body(result)
    }
}

private func elementIndex(_ node: xmlNodePtr) -> HTMLElement? {
    guard node.pointee.type == XML_ELEMENT_NODE, let mark = node.pointee._private else { return nil }
    return HTMLElement(index: Int(bitPattern: mark) - 1)
}

/// The element itself, or the one an attribute or text belongs to.
private func owner(of node: xmlNodePtr) -> HTMLElement? {
    elementIndex(node) ?? node.pointee.parent.flatMap(elementIndex)
}

private func forEachNode(of result: xmlXPathObjectPtr, _ body: (xmlNodePtr) -> Void) {
    guard result.pointee.type == XPATH_NODESET, let set = result.pointee.nodesetval else { return }
    for index in 0..<Int(set.pointee.nodeNr) {
        if let node = set.pointee.nodeTab[index] { body(node) }
    }
}
