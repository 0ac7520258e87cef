import Foundation
import Model

/// An alert as one line of JSON, without a line feed.
///
/// Keys, sorted: `file` (null for a copy that was not filed), `language`, `matches`, `number`,
/// `otherOutlets`, `outlet`, `rule`, `severity`, `source`, `story`, `time` (ISO 8601, UTC), `title`, `url`.
/// Control and bidi characters are `\u` escapes, so the line can be printed as it is.
package func alertJSON(_ alert: Alert) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // The record holds nothing that JSON cannot write: strings, whole numbers and null.
    guard let data = try? encoder.encode(AlertRecord(alert: alert)) else { return "{}" }
    return safeJSON(String(decoding: data, as: UTF8.self))
}

/// What a program reads of an alert.
private struct AlertRecord: Encodable {
    var alert: Alert

    enum CodingKeys: CodingKey {
        case file, language, matches, number, otherOutlets, outlet, rule, severity, source, story, time
        case title, url
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(alert.file, forKey: .file)
        try container.encode(alert.language, forKey: .language)
        try container.encode(alert.matches, forKey: .matches)
        try container.encode(alert.number, forKey: .number)
        try container.encode(alert.otherOutlets, forKey: .otherOutlets)
        try container.encode(alert.outlet, forKey: .outlet)
        try container.encode(alert.rule, forKey: .rule)
        try container.encode(alert.severity.rawValue, forKey: .severity)
        try container.encode(alert.source, forKey: .source)
        try container.encode(alert.story, forKey: .story)
        try container.encode(alert.time.iso8601, forKey: .time)
        try container.encode(alert.title, forKey: .title)
        try container.encode(alert.url, forKey: .url)
    }
}
