import Model

/// A settings file with sources added at the end of its list; comments and layout stay as they are.
///
/// - Parameter bytes: a settings file without problems, or nothing for a new one.
/// - Returns: nil when `bytes` are no settings file.
package func settingsBytes(adding sources: [Source], to bytes: [UInt8]) -> [UInt8]? {
    if bytes.isEmpty { return Array("{\n  sources: [\n\(lines(of: sources, indent: "    "))  ],\n}\n".utf8) }
    do throws(JSON5Error) {
        let document = try json5Value(bytes)
        guard case .object(let members) = document.kind else { return nil }
        guard let list = members.last(where: { $0.key == "sources" })?.value else {
            let text = "\n  sources: [\n\(lines(of: sources, indent: "    "))  ],"
            return inserted(text, at: document.offset + 1, in: bytes)
        }
        guard case .array(let elements) = list.kind else { return nil }
        return try inserted(sources, in: bytes, list: list, elements: elements)
    } catch {
        return nil
    }
}

/// One source as an entry of the list.
package func settingsText(of source: Source) -> String {
    var fields = [
        ("name", json(source.name)), (source.kind.rawValue, json(source.url)),
    ]
    if let links = source.listing.links { fields.append(("links", json(links))) }
    // What a feed calls its language need not be one.
    if let language = source.language.flatMap(languageTag) { fields.append(("language", json(language))) }
    if !source.tags.isEmpty { fields.append(("tags", "[\(source.tags.map(json).joined(separator: ", "))]")) }
    if source.allowPrivateAddresses { fields.append(("allowPrivateAddresses", "true")) }
    return "{ " + fields.map { "\($0): \($1)" }.joined(separator: ", ") + " }"
}

private func inserted(
    _ sources: [Source], in bytes: [UInt8], list: JSON5Value, elements: [JSON5Value]
) throws(JSON5Error) -> [UInt8] {
    var bytes = bytes
    var close = list.end - 1
    if let last = elements.last {
        var scanner = JSON5Scanner(bytes: bytes, offset: last.end)
        try scanner.skipSpace()
        if !scanner.skip(UInt8(ascii: ",")) {
            bytes.insert(UInt8(ascii: ","), at: last.end)
            close += 1
        }
    }
    // In front of the white space before the bracket, behind the comments that may stand there.
    var place = close
    while place > 0, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place - 1]) { place -= 1 }
    let indent = elements.last.flatMap { indentation(of: $0.offset, in: bytes) } ?? "    "
    let closing = bytes[place..<close].contains(0x0A) ? "" : "\n" + String(indent.dropLast(2))
    let text = "\n" + lines(of: sources, indent: indent).dropLast() + closing
    return inserted(text, at: place, in: bytes)
}

private func inserted(_ text: String, at place: Int, in bytes: [UInt8]) -> [UInt8] {
    Array(bytes[..<place]) + Array(text.utf8) + Array(bytes[place...])
}

private func lines(of sources: [Source], indent: String) -> String {
    sources.map { indent + settingsText(of: $0) + ",\n" }.joined()
}

/// The white space before `offset`, when it stands first in its line.
private func indentation(of offset: Int, in bytes: [UInt8]) -> String? {
    let start = (bytes[..<offset].lastIndex(of: 0x0A) ?? -1) + 1
    let before = bytes[start..<offset]
    guard before.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { return nil }
    return String(decoding: before, as: UTF8.self)
}

/// A JSON string; characters that could mislead a reader's eye are escaped.
private func json(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"", "\\": quoted += "\\" + String(scalar)
        case _ where scalar.value < 0x10000 && isMisleading(scalar):
            let digits = String(scalar.value, radix: 16, uppercase: true)
            quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: quoted.unicodeScalars.append(scalar)
        }
    }
    return quoted + "\""
}

private func isMisleading(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
}
