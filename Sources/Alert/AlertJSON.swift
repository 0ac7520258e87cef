import Model

/// An alert as one line of JSON, without a line feed.
///
/// Keys, sorted: `escalated` (`{languages, outlets}` when the story's spread is why it is told again), `file`
/// (null for a copy that was not filed), `heldFor` (only of alerts that were held back), `language`, `matches`,
/// `number`, `otherOutlets`, `outlet`, `rule`, `severity`, `snippet` (`{hits, text}`, hits as pairs of byte
/// offsets; left out when there is none), `source`, `story`, `time` (ISO 8601, UTC), `title`, `url`.
/// Control and bidi characters are `\u` escapes, so the line can be printed as it is.
///
/// - Parameter heldFor: why the alert comes late; nil when it does not.
package func alertJSON(_ alert: Alert, heldFor: String? = nil) -> String {
    safeJSON(sortedJSON(AlertRecord(alert: alert, heldFor: heldFor)))
}

/// What a program reads of an alert.
private struct AlertRecord: Encodable {
    var alert: Alert
    var heldFor: String?

    enum CodingKeys: CodingKey {
        case escalated, file, heldFor, language, matches, number, otherOutlets, outlet, rule, severity,
            snippet
        case source, story, time, title, url
    }

    private struct SnippetRecord: Encodable {
        var hits: [[Int]]
        var text: String
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(alert.escalated, forKey: .escalated)
        try container.encode(alert.file, forKey: .file)
        try container.encodeIfPresent(heldFor, forKey: .heldFor)
        try container.encode(alert.language, forKey: .language)
        try container.encode(alert.matches, forKey: .matches)
        try container.encode(alert.number, forKey: .number)
        try container.encode(alert.otherOutlets, forKey: .otherOutlets)
        try container.encode(alert.outlet, forKey: .outlet)
        try container.encode(alert.rule, forKey: .rule)
        try container.encode(alert.severity.rawValue, forKey: .severity)
        let snippet = alert.snippet.map {
            SnippetRecord(hits: $0.hits.map { [$0.lowerBound, $0.upperBound] }, text: $0.text)
        }
        try container.encodeIfPresent(snippet, forKey: .snippet)
        try container.encode(alert.source, forKey: .source)
        try container.encode(alert.story, forKey: .story)
        try container.encode(alert.time.iso8601, forKey: .time)
        try container.encode(alert.title, forKey: .title)
        try container.encode(alert.url, forKey: .url)
    }
}
