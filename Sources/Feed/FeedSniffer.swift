import Markup

/// What a document is, judged by its own bytes.
enum SniffedDocument: Equatable {
    case empty
    case json
    /// XML, from its declaration, DOCTYPE or outermost element on; what stands before is junk.
    case xml(start: Int)
    case html
    case unknown
}

/// Looks for the first thing in a document that says what it is.
///
/// Servers put warnings, blank lines and HTML of their own before a feed, so that the outermost element of a feed is looked
/// for in the first 64 KB before loose tags are taken for a web page.
func sniffedDocument(_ utf8: [UInt8]) -> SniffedDocument {
    guard let first = utf8.firstIndex(where: { $0 > 0x20 }) else { return .empty }
    if isJSON(utf8, at: first) { return .json }
    var other: SniffedDocument?
    // Where the declarations begin that stand directly before the next element.
    var prolog: Int?
    var index = first
    let end = min(utf8.count, first + (64 << 10))
    while index < end {
        guard utf8[index] == UInt8(ascii: "<") else {
            index += 1
            continue
        }
        let rest = utf8[(index + 1)...]
        if rest.starts(with: "!--".utf8) {
            prolog = prolog ?? index
            index += 4
            while index < end, !utf8[index...].starts(with: "-->".utf8) { index += 1 }
            continue
        }
        switch markupKind(rest) {
        case .feed: return .xml(start: prolog ?? index)
        case .page where other == nil || other == .html: return .html
        case .declaration: prolog = prolog ?? index
        case .fragment:
            other = other ?? .html
            prolog = nil
        case .element:
            other = other ?? .xml(start: prolog ?? index)
            prolog = nil
        case .page, .none: break
        }
        index += 1
    }
    return other ?? (prolog == nil ? .unknown : .xml(start: first))
}

/// Whether a bracket begins an object or a list, and no words in brackets such as a warning's.
private func isJSON(_ utf8: [UInt8], at start: Int) -> Bool {
    if utf8[start] == UInt8(ascii: "{") { return true }
    guard utf8[start] == UInt8(ascii: "[") else { return false }
    let next = utf8[(start + 1)...].first { $0 > 0x20 }
    return next == nil || "{[]\"".utf8.contains(next ?? 0)
}

private enum MarkupKind {
    case feed, page, declaration, fragment, element, none
}

/// What the `<` before `rest` begins.
private func markupKind(_ rest: ArraySlice<UInt8>) -> MarkupKind {
    if rest.first == UInt8(ascii: "?") { return .declaration }
    if rest.first == UInt8(ascii: "!") {
        let start = String(decoding: rest.prefix(14), as: UTF8.self).lowercased()
        return start == "!doctype html>" || start == "!doctype html " ? .page : .declaration
    }
    let name = rest.prefix(40).prefix { isLetterOrDigit($0) || $0 == UInt8(ascii: ":") }
    let local = String(decoding: name, as: UTF8.self).lowercased().split(separator: ":").last ?? ""
    switch local {
    case "": return .none
    case "rss", "rdf", "feed", "channel", "urlset", "sitemapindex": return .feed
    case "html": return .page
    case "a", "b", "body", "br", "center", "div", "font", "h1", "h2", "h3", "head", "hr", "i", "link", "meta",
        "p", "pre",
        "script", "span",
        "strong", "style", "table", "title":
        return .fragment
    default: return .element
    }
}
