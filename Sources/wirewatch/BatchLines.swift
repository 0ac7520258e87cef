import Foundation

/// Answers every line of standard input with one line, in order, in one process.
///
/// - Parameter answer: the answer to one line, without a line feed. What it throws becomes `{"error": …}`.
func answerBatchLines(_ answer: (String) throws -> String) {
    while let line = readLine(strippingNewline: true) {
        let text: String
        do {
            text = try answer(line)
        } catch {
            text = jsonLine(["error": "\(error)"])
        }
        print(text)
        // Who asks line by line waits for each answer.
        fflush(nil)
    }
}

/// One value as one line of JSON with sorted keys; slashes and letters of every script stay as they are.
func jsonLine(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { return "{\"error\":\"cannot be written as JSON\"}" }
    return String(decoding: data, as: UTF8.self)
}
