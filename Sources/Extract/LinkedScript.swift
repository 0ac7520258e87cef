import Markup

/// A script of JSON-LD as plain JSON, where it was written as if it stood in HTML (`{&quot;@type&quot;: …`) or inside a
/// string (`{\"@type\": …`, `"{\"@type\": …}"`).
///
/// - Complexity: O(n).
func plainJSON(_ script: [UInt8]) -> [UInt8] {
    let head = script.prefix(4096)
    guard let opening = head.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }) else {
        return script
    }
    var next = opening + 1
    while next < head.count,
        head[next] <= 0x20 || [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(head[next])
    {
        next += 1
    }
    if next + 1 < script.count, script[next] == UInt8(ascii: "\\"), script[next + 1] == UInt8(ascii: "\"") {
        return withoutEscapes(script[opening...])
    }
    let isReference = next < script.count && script[next] == UInt8(ascii: "&")
    return isReference && !head.contains(UInt8(ascii: "\"")) ? withoutReferences(script) : script
}

/// Takes one backslash away before each quotation mark and backslash.
private func withoutEscapes(_ script: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(script.count)
    var index = script.startIndex
    while index < script.endIndex {
        if script[index] == UInt8(ascii: "\\"), index + 1 < script.endIndex,
            script[index + 1] == UInt8(ascii: "\\") || script[index + 1] == UInt8(ascii: "\"")
        {
            index += 1
        }
        result.append(script[index])
        index += 1
    }
    return result
}

private func withoutReferences(_ script: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(script.count)
    var index = 0
    while index < script.count {
        if script[index] == UInt8(ascii: "&"), let reference = characterReference(in: script.span, at: index)
        {
            reference.append(to: &result)
            index += reference.byteCount
        } else {
            result.append(script[index])
            index += 1
        }
    }
    return result
}

/// A name of schema.org without what says that it is one: `schema:name`, `https://schema.org/name`.
func localName(_ name: String) -> String {
    let isPrefixed = name.hasPrefix("schema:") || name.hasPrefix("http://") || name.hasPrefix("https://")
    guard isPrefixed, let end = name.lastIndex(where: { $0 == ":" || $0 == "/" || $0 == "#" }) else {
        return name
    }
    return String(name[name.index(after: end)...])
}
