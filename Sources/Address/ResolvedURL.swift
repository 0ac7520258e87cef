import CCurl

/// The most bytes a URL may have; longer ones are refused.
package let maxURLBytes = 2048

/// A reference as it stands in a page or feed, made absolute.
///
/// Reads odd input as browsers do (WHATWG URL standard): outer white space goes, tabs and line feeds inside go,
/// backslashes are slashes, too few or too many slashes after the scheme are mended, and characters that no URL may
/// hold are percent-encoded. International host names become punycode. The fragment is kept.
///
/// - Parameter reference: absolute, or relative to `base`: `../x`, `?q`, `#f`, `//host/x`, or empty for the base itself.
/// - Parameter base: absolute; nil when there is none. Without it `//host/x` is taken for https.
/// - Returns: an ASCII http or https URL of at most ``maxURLBytes``; nil for anything else.
package func resolvedURL(_ reference: String, base: String?) -> String? {
    if let plain = PlainURL(reference) { return bounded(plain.text) }
    if let base, let plain = PlainURL(base)?.resolved(reference) { return bounded(plain) }
    guard reference.utf8.count <= 4 * maxURLBytes else { return nil }
    let cleaned = trimmedReference(reference)
    if let scheme = scheme(of: cleaned) {
        guard scheme == "http" || scheme == "https" else { return nil }
        let rest = cleaned.dropFirst(scheme.utf8.count + 1)
        if rest.first.map(isSlash) != true, let base, let resolvedBase = resolvedURL(base, base: nil),
            resolvedBase.hasPrefix(scheme + ":")
        {
            return joined(rest, to: resolvedBase)
        }
        return absoluteURL(scheme: scheme, rest: rest)
    }
    if cleaned.count >= 2, cleaned.prefix(2).allSatisfy(isSlash) {
        let isPlain = base.map { scheme(of: trimmedReference($0)) == "http" } ?? false
        return absoluteURL(scheme: isPlain ? "http" : "https", rest: cleaned[...])
    }
    guard let base, let resolvedBase = resolvedURL(base, base: nil) else { return nil }
    return joined(cleaned[...], to: resolvedBase)
}

/// A reference without scheme and authority, joined to an absolute URL.
private func joined(_ reference: ArraySlice<UInt8>, to base: String) -> String? {
    let withoutFragment = String(base.prefix { $0 != "#" })
    if reference.isEmpty { return withoutFragment }
    let escaped = String(decoding: escapedTail(reference), as: UTF8.self)
    // curl would drop the last segment of the path before a lone fragment.
    if escaped.hasPrefix("#") { return bounded(withoutFragment + (escaped == "#" ? "" : escaped)) }
    // A colon in the first segment would read as a scheme.
    guard let url = CurlURL(withoutFragment), url.set(escaped.hasPrefix("/") ? escaped : guarded(escaped))
    else {
        return nil
    }
    return url.part(CURLUPART_URL).flatMap(bounded)
}

/// A relative path that cannot be taken for a URL with a scheme.
private func guarded(_ path: String) -> String {
    path.prefix { $0 != "/" && $0 != "?" && $0 != "#" }.contains(":") ? "./" + path : path
}

/// `rest` is everything after the scheme's colon, with any number of slashes in front.
private func absoluteURL(scheme: String, rest: ArraySlice<UInt8>) -> String? {
    let tail = rest.drop(while: isSlash)
    let authority = tail.prefix { !isSlash($0) && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    guard !authority.isEmpty, let written = asciiAuthority(authority) else { return nil }
    let path = String(decoding: escapedTail(tail[authority.endIndex...]), as: UTF8.self)
    return CurlURL("\(scheme)://\(written)\(path)")?.part(CURLUPART_URL).flatMap(bounded)
}

private func bounded(_ url: String) -> String? {
    url.utf8.count <= maxURLBytes ? url : nil
}

private func isSlash(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
}

/// Without outer white space of any kind, and without tabs and line ends anywhere.
private func trimmedReference(_ text: String) -> [UInt8] {
    let isOuter = { (scalar: Unicode.Scalar) in
        scalar.value <= 0x20 || scalar.properties.isWhitespace || scalar.value == 0xFEFF
            || (0x200B...0x200F).contains(scalar.value)
    }
    let scalars = text.unicodeScalars
    let start = scalars.firstIndex { !isOuter($0) } ?? scalars.endIndex
    let end = scalars.lastIndex { !isOuter($0) }.map { scalars.index(after: $0) } ?? start
    return text.utf8[start..<end].filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
}

/// The lower-cased scheme in front of a colon; nil when there is none.
private func scheme(of reference: [UInt8]) -> String? {
    guard let first = reference.first, isLetter(first),
        let colon = reference.firstIndex(of: UInt8(ascii: ":"))
    else { return nil }
    let isAllowed = { (byte: UInt8) in
        isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: ".")
    }
    guard reference[..<colon].allSatisfy(isAllowed) else { return nil }
    return String(decoding: reference[..<colon], as: UTF8.self).lowercased()
}
