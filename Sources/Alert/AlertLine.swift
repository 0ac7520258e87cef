import Model

/// An alert as one line for people, without a line feed.
///
///     2026-02-13T08:01:22Z high "MFA on CIA" [zh] 新华社: headline <url> corpus/042_….txt (林剑, 中情局) +3 outlets
///
/// What is not known is left out; an article that was not filed shows its story's number instead of a file. The
/// sentence around the match ends the line. Text that runs from right to left is put between isolates of ours, so
/// that it does not turn what stands beside it.
///
/// - Parameter corpus: the corpus folder as it should be shown before the file's name.
/// - Returns: text without any control or bidi character from outside; titles and names are cut to a readable
///   length.
package func alertLine(_ alert: Alert, corpus: String) -> String {
    var parts = [alert.time.iso8601, alert.severity.rawValue]
    parts.append("\"\(shown(alert.rule, upTo: 100).replacing("\"", with: "\\\""))\"")
    if let language = alert.language, !language.isEmpty { parts.append("[\(shown(language, upTo: 35))]") }
    let title = shown(alert.title, upTo: 300)
    parts.append(shown(alert.source, upTo: 100) + ":" + (title.isEmpty ? "" : " " + title))
    if let url = alert.url { parts.append("<\(shown(url, upTo: 2_048).replacing(">", with: "%3E"))>") }
    if let file = alert.file {
        parts.append(shown(corpus.hasSuffix("/") ? corpus + file : corpus + "/" + file, upTo: 1_024))
    } else {
        parts.append("(in story \(alert.story))")
    }
    if !alert.matches.isEmpty {
        let words = alert.matches.prefix(12).map { shown($0, upTo: 60) }
        parts.append("(" + words.joined(separator: ", ") + (alert.matches.count > 12 ? ", …" : "") + ")")
    }
    if alert.otherOutlets > 0 {
        parts.append("+\(alert.otherOutlets) outlet\(alert.otherOutlets == 1 ? "" : "s")")
    }
    if let spread = alert.escalated {
        parts.append("now \(spread)")
    }
    if let snippet = alert.snippet { parts.append("“\(shown(snippet.text, upTo: 400))”") }
    return parts.joined(separator: " ")
}

/// Safe text of at most `limit` characters, cut with an ellipsis.
private func shown(_ text: String, upTo limit: Int) -> String {
    // One character may be a megabyte of combining marks, so code points are bounded too.
    let bounded = String(text.unicodeScalars.prefix(limit * 4))
    let short = bounded.prefix(limit)
    return isolatedText(safeText(short.utf8.count < text.utf8.count ? short + "…" : String(short)))
}
