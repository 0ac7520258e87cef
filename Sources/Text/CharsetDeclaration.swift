/// What a response and a document say of their own charset.
///
/// - Returns: charsets in the order to try them: the server's, then the document's. A server that says Latin-1 or
///   ASCII says so of everything it sends: then the document's come first.
func declaredCharsets(of body: Span<UInt8>, contentType: String?, markup: MarkupKind) -> [Charset] {
    let server = contentType.flatMap(charsetParameter).flatMap(Charset.init(label:))
    var labels: [String] = []
    if markup != .plain {
        let head = lowercaseHead(of: body)
        labels += xmlDeclarationLabels(in: head)
        if markup == .html { labels += metaLabels(in: head) }
    }
    // A declaration that was read as ASCII cannot be in UTF-16 (WHATWG HTML, "encoding sniffing algorithm").
    let document = labels.compactMap(Charset.init(label:)).map { $0.isASCIICompatible ? $0 : .utf8 }
    guard let server else { return document }
    return server == .windows1252 ? document + [server] : [server] + document
}

/// `windows-1251` of `text/html; charset="windows-1251"`.
func charsetParameter(of contentType: String) -> String? {
    for parameter in contentType.split(separator: ";").dropFirst() {
        let parts = parameter.split(separator: "=", maxSplits: 1)
        if parts.count == 2, parts[0].trimmingASCIISpace().lowercased() == "charset" {
            return parts[1].trimmingASCIISpace()
        }
    }
    return nil
}

/// The first kilobytes in lower case: markup declares itself early.
private func lowercaseHead(of body: Span<UInt8>) -> [UInt8] {
    let count = min(body.count, 16384)
    var head: [UInt8] = []
    head.reserveCapacity(count)
    for index in 0..<count {
        let byte = body[index]
        head.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
    return head
}

/// The encoding of `<?xml version="1.0" encoding="…"?>`.
private func xmlDeclarationLabels(in head: [UInt8]) -> [String] {
    guard let start = head.position(of: "<?xml", from: 0), start < 1024,
        let end = head.position(of: ">", from: start),
        let name = head.position(of: "encoding", from: start), name < end
    else { return [] }
    return [head.attributeValue(after: name + 8, before: end)].compactMap(\.self)
}

/// The encoding that the XML declaration at the very beginning of a document names, as written; nil when it names none.
func xmlDeclarationLabel(of body: Span<UInt8>) -> String? {
    var head: [UInt8] = []
    for index in 0..<min(body.count, 160) where head.last != UInt8(ascii: ">") { head.append(body[index]) }
    guard head.position(of: "<?xml", from: 0) == 0, head.last == UInt8(ascii: ">"),
        let name = head.position(of: "encoding", from: 5)
    else { return nil }
    return head.attributeValue(after: name + 8, before: head.count - 1)
}

/// The charsets of `<meta charset=…>` and `<meta http-equiv=… content="text/html; charset=…">`, comments left out.
private func metaLabels(in head: [UInt8]) -> [String] {
    var labels: [String] = []
    var position = 0
    while let tag = head.position(of: "<", from: position) {
        position = tag + 1
        if head.begins(with: "!--", at: position) {
            guard let end = head.position(of: "-->", from: position) else { break }
            position = end
        } else if head.begins(with: "meta", at: position) {
            let end = head.position(of: ">", from: position) ?? head.count
            if let name = head.position(of: "charset", from: position), name < end,
                let label = head.attributeValue(after: name + 7, before: end)
            {
                labels.append(label)
            }
            position = end
        }
    }
    return labels
}

extension [UInt8] {
    fileprivate func begins(with text: StaticString, at position: Int) -> Bool {
        guard position + text.utf8CodeUnitCount <= count else { return false }
        return (0..<text.utf8CodeUnitCount).allSatisfy { self[position + $0] == text.utf8Start[$0] }
    }

    fileprivate func position(of text: StaticString, from start: Int) -> Int? {
        var position = start
        while position + text.utf8CodeUnitCount <= count {
            if begins(with: text, at: position) { return position }
            position += 1
        }
        return nil
    }

    /// What stands behind `=`, with or without quotes.
    fileprivate func attributeValue(after start: Int, before end: Int) -> String? {
        let ends = Set(" \t\r\n\u{0C}\"';/>?".utf8)
        var position = start
        while position < end, " \t\r\n\u{0C}".utf8.contains(self[position]) { position += 1 }
        guard position < end, self[position] == UInt8(ascii: "=") else { return nil }
        position += 1
        while position < end, " \t\r\n\u{0C}\"'".utf8.contains(self[position]) { position += 1 }
        let value = self[position..<end].prefix { !ends.contains($0) }.prefix(64)
        return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
    }
}
