import Model

/// A snippet with its matches set off: bold on a terminal, between `«»` elsewhere. Safe to print; text from right to
/// left keeps its direction to itself.
func highlighted(_ snippet: Snippet, isTerminal: Bool) -> String {
    let utf8 = Array(snippet.text.utf8)
    let (opening, closing) = isTerminal ? ("\u{1B}[1m", "\u{1B}[22m") : ("«", "»")
    var result = ""
    var place = 0
    for hit in snippet.hits where hit.lowerBound >= place && hit.upperBound <= utf8.count {
        result += safeText(String(decoding: utf8[place..<hit.lowerBound], as: UTF8.self))
        result += opening + safeText(String(decoding: utf8[hit], as: UTF8.self)) + closing
        place = hit.upperBound
    }
    result += safeText(String(decoding: utf8[place...], as: UTF8.self))
    return isolatedText(result)
}
