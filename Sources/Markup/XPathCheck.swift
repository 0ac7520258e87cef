import CLibXML

/// Refuses XPath that libxml2 cannot compile or that would not be safe to run.
///
/// Depth and functions are looked at before libxml2 sees the text: its parser recurses, and it does not notice an
/// unknown function until the function is called.
func checkXPath(_ text: String) throws(SelectorError) {
    try checkDepthAndFunctions(text)
    guard let context = xmlXPathNewContext(nil) else {
        throw SelectorError(selector: text, column: 1, expected: "memory for an XPath expression")
    }
    defer { xmlXPathFreeContext(context) }
    context.pointee.error = { _, _ in }
    if let compiled = xmlXPathCtxtCompile(context, text) {
        xmlXPathFreeCompExpr(compiled)
        return
    }
    // libxml2 leaves the byte offset in the error's first number.
    let offset = min(max(0, Int(context.pointee.lastError.int1)), text.utf8.count)
    let column = String(decoding: text.utf8.prefix(offset), as: UTF8.self).unicodeScalars.count + 1
    throw SelectorError(selector: text, column: column, expected: "XPath 1.0 to go on here")
}

private func checkDepthAndFunctions(_ text: String) throws(SelectorError) {
    var depth = 0
    var quote: Unicode.Scalar?
    var name = ""
    var isInName = false
    var nameColumn = 0
    for (offset, scalar) in text.unicodeScalars.enumerated() {
        if let open = quote {
            if scalar == open { quote = nil }
            continue
        }
        if scalar == "(", !name.isEmpty, !knownFunctions.contains(name) {
            throw SelectorError(selector: text, column: nameColumn, expected: "a function of XPath 1.0")
        }
        if isNamePart(scalar, continues: isInName) {
            if !isInName {
                name = ""
                nameColumn = offset + 1
            }
            name.unicodeScalars.append(scalar)
            isInName = true
        } else {
            isInName = false
            if scalar != " " { name = "" }
        }
        switch scalar {
        case "'", "\"": quote = scalar
        case "(", "[": depth += 1
        case ")", "]": depth -= 1
        default: break
        }
        if depth > Selector.maxDepth {
            throw SelectorError(
                selector: text, column: offset + 1, expected: "at most \(Selector.maxDepth) levels")
        }
    }
}

private func isNamePart(_ scalar: Unicode.Scalar, continues: Bool) -> Bool {
    scalar.properties.isAlphabetic || (continues && (scalar == "-" || ("0"..."9").contains(scalar)))
}

/// The functions of XPath 1.0, its node tests, and the operators that may stand before a parenthesis.
private let knownFunctions: Set<String> = [
    "last", "position", "count", "id", "local-name", "namespace-uri", "name", "string", "concat",
    "starts-with",
    "contains", "substring-before", "substring-after", "substring", "string-length", "normalize-space",
    "translate",
    "boolean", "not", "true", "false", "lang", "number", "sum", "floor", "ceiling", "round",
    "node", "text", "comment", "processing-instruction", "and", "or", "div", "mod",
]
