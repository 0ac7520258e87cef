import Foundation
import Model

/// One value as one line of JSON with sorted keys; slashes and letters of every script stay as they are, and
/// nothing in it can steer a terminal.
func jsonLine(_ value: some Encodable) -> String { safeJSON(json(value, [])) }

/// The same over several lines, for people.
func prettyJSON(_ value: some Encodable) -> String {
    json(value, .prettyPrinted).split(separator: "\n").map { safeJSON(String($0)) }.joined(separator: "\n")
}

private func json(_ value: some Encodable, _ formatting: JSONEncoder.OutputFormatting) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = formatting.union([.sortedKeys, .withoutEscapingSlashes])
    guard let data = try? encoder.encode(value) else { return "{\"error\":\"cannot be written as JSON\"}" }
    return String(decoding: data, as: UTF8.self)
}
