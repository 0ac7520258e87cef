import Foundation
import Model

/// A notice as lines for people: one an alert; several held ones have a heading.
///
///     2026-02-13T07:00:00Z digest "MFA on CIA" 2 alerts (quiet hours)
package func noticeLines(_ notice: Notice, corpus: String) -> [String] {
    let lines = notice.alerts.map { alertLine($0, corpus: corpus) }
    guard let reason = notice.heldFor, let last = notice.alerts.last else { return lines }
    let rule = safeText(last.rule).replacing("\"", with: "\\\"")
    let count = notice.alerts.count
    return [
        "\(last.time.iso8601) digest \"\(rule)\" \(count) alert\(count == 1 ? "" : "s") (\(safeText(reason)))"
    ] + lines
}

/// A notice as JSON Lines: one an alert, held ones with a key `heldFor` besides.
package func noticeJSONLines(_ notice: Notice) -> [String] {
    notice.alerts.map { alertJSON($0, heldFor: notice.heldFor) }
}

/// A notice as one JSON value, for webhooks and commands.
///
/// Keys, sorted: `alerts` (each as ``alertJSON(_:heldFor:)`` writes it), `count`, `heldFor` (only of held ones),
/// `id`, `rule`, `type` (`alert` or `digest`).
package func noticeJSON(_ notice: Notice) -> String {
    let head = NoticeHead(
        count: notice.alerts.count, heldFor: notice.heldFor, id: notice.id,
        rule: notice.alerts.first?.rule ?? "", type: notice.heldFor == nil ? "alert" : "digest")
    let alerts = notice.alerts.map { alertJSON($0) }.joined(separator: ",")
    // The encoder writes `{…}`: what is inside follows the list.
    return "{\"alerts\":[\(alerts)]," + safeJSON(sortedJSON(head)).dropFirst()
}

private struct NoticeHead: Encodable {
    var count: Int
    var heldFor: String?
    var id: String
    var rule: String
    var type: String
}

/// JSON with sorted keys. Only for values that hold nothing JSON cannot write: strings, whole numbers, null.
func sortedJSON(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { return "{}" }
    return String(decoding: data, as: UTF8.self)
}
