import Foundation
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

/// Whether standard output is a terminal that may be written on in bold.
func mayHighlight() -> Bool {
    let environment = ProcessInfo.processInfo.environment
    return Terminal(descriptor: 1, environment: environment).isInteractive && environment["NO_COLOR"] == nil
}

/// Numbers as a row of bars, the greatest the highest; a number that is not zero is never an empty place.
func sparkline(_ numbers: [Int]) -> String {
    let bars = Array("▁▂▃▄▅▆▇█")
    guard let greatest = numbers.max(), greatest > 0 else {
        return String(repeating: " ", count: numbers.count)
    }
    return String(numbers.map { $0 == 0 ? " " : bars[($0 * bars.count - 1) / greatest] })
}
