import ArgumentParser
import Foundation
import Text

/// `wirewatch inspect text`: what bytes turn out to say.
struct InspectText: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "text",
        abstract: "Decodes files and tells their charset, language and words, one line of JSON a file.")

    @Flag(help: "Answer lines of 'path<TAB>content type' on standard input with {\"charset\",\"text\"}.")
    var batch = false

    @Option(help: "The language the texts should be in, such as en-GB.")
    var hint: LanguageTag?

    @Argument(help: "Files to read.")
    var files: [String] = []

    func validate() throws {
        if !batch, files.isEmpty { throw ValidationError("Name a file, or answer lines with --batch.") }
    }

    func run() throws {
        if batch {
            answerBatchLines { line in
                let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
                let contentType = parts.count > 1 && !parts[1].isEmpty ? String(parts[1]) : nil
                let text = try decodedFile(at: String(parts[0]), contentType: contentType)
                return jsonLine(["charset": text.charset, "text": text.string])
            }
            return
        }
        let folding = Folding()
        let identifier = LanguageIdentifier()
        for path in files {
            let text: DecodedText
            do {
                text = try decodedFile(at: path, contentType: nil)
            } catch {
                throw Exit.saying(error)
            }
            let guess = identifier.language(of: text.bytes, hint: hint?.tag)
            let tokens = words(in: folding.foldedBytes(text.bytes))
            let scripts = Dictionary(grouping: tokens) { "\($0.script)" }.mapValues(\.count)
            print(
                jsonLine(
                    TextAnswer(
                        path: path, charset: text.charset, repairs: text.repairs, language: guess.code,
                        confidence: (guess.confidence * 1000).rounded() / 1000, bytes: text.bytes.count,
                        words: tokens.count, scripts: scripts)))
        }
    }

    private func decodedFile(at path: String, contentType: String?) throws -> DecodedText {
        decodedText(of: try inputBytes(at: path), contentType: contentType, markup: .html)
    }
}

private struct TextAnswer: Encodable {
    var path: String
    var charset: String
    var repairs: [String]
    var language: String
    var confidence: Double
    var bytes: Int
    var words: Int
    /// Words by script class.
    var scripts: [String: Int]
}
