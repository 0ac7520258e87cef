import ArgumentParser
import Text

/// `wirewatch inspect language`: what language a text is in.
struct InspectLanguage: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "language",
        abstract: "Tells the language of a text as a BCP 47 code.")

    @Flag(help: "Answer lines of 'hint<TAB>text' on standard input with one code a line.")
    var batch = false

    @Flag(help: "With --batch: answer with one JSON object a line, which has the confidence too.")
    var json = false

    @Option(help: "The language the source is known for, such as en-GB.")
    var hint: LanguageTag?

    @Argument(help: "The text.")
    var text: [String] = []

    func validate() throws {
        guard !json || batch else {
            throw ValidationError("--json needs --batch; without it the answer is JSON anyway.")
        }
    }

    func run() throws {
        let identifier = LanguageIdentifier()
        guard batch else {
            print(answer(identifier.language(of: text.joined(separator: " "), hint: hint?.tag)))
            return
        }
        answerBatchLines { line in
            let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
            let hint = parts.count > 1 && !parts[0].isEmpty ? String(parts[0]) : nil
            let guess = identifier.language(of: String(parts[parts.count - 1]), hint: hint)
            return json ? answer(guess) : guess.code
        }
    }

    private func answer(_ guess: LanguageGuess) -> String {
        jsonLine(
            LanguageAnswer(language: guess.code, confidence: (guess.confidence * 1000).rounded() / 1000))
    }
}

private struct LanguageAnswer: Encodable {
    var language: String
    var confidence: Double
}
