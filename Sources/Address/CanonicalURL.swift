/// The URL as it is shown and stored: without what does not change the page.
///
/// Case of scheme and host, default port, dot segments, percent-encoding and international names are normalised;
/// user information, tracking parameters, session numbers and the fragment go; the order of the query stays. Fragments
/// that are the address of a page, `#!…` and `#/…`, stay. Applying it twice changes nothing.
///
/// - Returns: nil when `url` is not an absolute http or https URL of at most ``maxURLBytes``.
package func canonicalURL(_ url: String) -> String? {
    canonicalParts(url)?.text
}

/// The identity of the page behind a URL: equal for http and https, with and without `www.`, with and without the
/// last slash, and for the AMP variant of a page, also in an AMP cache or viewer.
///
/// It is compared and stored, never fetched or shown.
///
/// - Returns: `host[:port]/path[?query]`; nil when `url` is not an absolute http or https URL within bounds.
package func addressKey(_ url: String) -> String? {
    guard var parts = canonicalParts(url) else { return nil }
    if let page = partsInAMPCache(parts) { parts = page }
    if parts.host.hasPrefix("www."), parts.host.dropFirst(4).contains(".") {
        parts.host.removeFirst(4)
    }
    removeAMP(from: &parts)
    while parts.path.hasSuffix("/") { parts.path.removeLast() }
    return parts.authority + (parts.path.isEmpty ? "/" : parts.path) + (parts.query.map { "?" + $0 } ?? "")
        + (parts.fragment.map { "#" + $0 } ?? "")
}

private func canonicalParts(_ url: String) -> AddressParts? {
    guard var parts = AddressParts(url) else { return nil }
    parts.query = parts.query.flatMap(queryWithoutTracking)
    parts.path = pathWithoutSession(parts.path)
    if let fragment = parts.fragment, !fragment.hasPrefix("!"), !fragment.hasPrefix("/") {
        parts.fragment = nil
    }
    return parts
}

/// `/a;jsessionid=1F/b` → `/a/b`. What a session leaves of a segment may be a dot segment.
private func pathWithoutSession(_ path: String) -> String {
    guard path.utf8.contains(UInt8(ascii: ";")), path.lowercased().contains(";jsessionid=") else {
        return path
    }
    let segments = path.split(separator: "/", omittingEmptySubsequences: false).map(segmentWithoutSession)
    var kept: [Substring] = []
    for (index, segment) in segments.enumerated() {
        let isLast = index == segments.count - 1
        switch segment {
        case ".": if isLast { kept.append("") }
        case "..":
            if kept.count > 1 { kept.removeLast() }
            if isLast { kept.append("") }
        default: kept.append(segment)
        }
    }
    return kept.joined(separator: "/")
}

private func segmentWithoutSession(_ segment: Substring) -> Substring {
    let parameters = segment.split(separator: ";", omittingEmptySubsequences: false)
    let kept = parameters.enumerated().filter { index, parameter in
        index == 0 || !parameter.lowercased().hasPrefix("jsessionid=")
    }
    return kept.count == parameters.count ? segment : kept.map(\.element).joined(separator: ";")[...]
}

/// Maps the usual places of an AMP variant to its page: `amp.` hosts, a first or last path segment `amp`, `.amp`
/// before or as the ending, and the query.
private func removeAMP(from parts: inout AddressParts) {
    if parts.host.hasPrefix("amp."), parts.host.dropFirst(4).contains(".") {
        parts.host.removeFirst(4)
    }
    guard mentionsAMP(parts.path) || parts.query.map(mentionsAMP) == true else { return }
    var segments = parts.path.split(separator: "/", omittingEmptySubsequences: false)
    if segments.last == "" { segments.removeLast() }
    if segments.count > 2, segments[1] == "amp" { segments.remove(at: 1) }
    if segments.count > 2, segments.last == "amp" { segments.removeLast() }
    parts.path = segments.joined(separator: "/")
    if parts.path.hasSuffix(".amp.html") {
        parts.path = parts.path.dropLast(9) + ".html"
    } else if parts.path.hasSuffix(".amp") {
        parts.path.removeLast(4)
    }
    let kept = parts.query?.split(separator: "&").filter { pair in
        !["amp", "amp=", "amp=1", "amp=true", "outputtype=amp", "output=amp"].contains(pair.lowercased())
    }
    parts.query = kept.flatMap { $0.isEmpty ? nil : $0.joined(separator: "&") }
}

/// The page that an AMP cache or a search engine's viewer shows, both of which have its address in their path:
/// `example-com.cdn.ampproject.org/c/s/example.com/a`, `www.google.com/amp/s/example.com/a`.
///
/// - Returns: nil when the address is none of theirs.
private func partsInAMPCache(_ parts: AddressParts) -> AddressParts? {
    var segments = parts.path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    let isCache = [".cdn.ampproject.org", ".bing-amp.com"].contains { parts.host.hasSuffix($0) }
    guard let kind = segments.popFirst(),
        isCache ? kind == "c" || kind == "v" : kind == "amp" && hasAMPViewer(parts.host)
    else { return nil }
    if segments.first == "s" { segments.removeFirst() }
    guard let host = segments.popFirst(), host.contains("."),
        let page = AddressParts("https://" + host + "/" + segments.joined(separator: "/"))
    else { return nil }
    var result = page
    let kept = parts.query?.split(separator: "&").filter { pair in
        !["amp_js_v=", "amp_gsa=", "usqp="].contains { pair.hasPrefix($0) }
    }
    result.query = kept.flatMap { $0.isEmpty ? nil : $0.joined(separator: "&") }
    return result
}

/// Google under any country's domain, and Bing.
private func hasAMPViewer(_ host: String) -> Bool {
    let labels = host.split(separator: ".")
    let name = labels.first == "www" ? labels.dropFirst() : labels[...]
    guard let first = name.first, (2...3).contains(name.count) else { return false }
    let ending = name.dropFirst()
    return (first == "google" || first == "bing")
        && (ending.count == 1 || ["co", "com"].contains(ending.first) && ending.last?.count == 2)
}

/// Whether the letters occur at all, in either case: most addresses are done with then.
private func mentionsAMP(_ text: String) -> Bool {
    var last: (UInt8, UInt8) = (0, 0)
    for byte in text.utf8 {
        if byte | 0x20 == UInt8(ascii: "p"), last == (UInt8(ascii: "a"), UInt8(ascii: "m")) { return true }
        last = (last.1, byte | 0x20)
    }
    return false
}
