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
        // Who asks line by line waits for each answer; who has gone wants no more of them.
        guard fflush(nil) == 0 else { return }
    }
}
