import ArgumentParser
import Foundation
import Model
import Settings
import Text
import Watchlist

/// `wirewatch explain QUERY`: what a query asks for, in words.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Says in words what a query asks for, and what is doubtful about it.",
        discussion: """
            Warns of words that nearly every article has and of conditions that nothing can fulfil. A query that
            cannot be read ends with 65 and the column. Without QUERY, every rule of the settings is explained.

              wirewatch explain '@lin-jian NEAR/5 (CIA OR ЦРУ) NOT sport'
              wirewatch explain un
            """)

    @OptionGroup var config: ConfigOption
    @Argument(help: "A query as in a rule.") var query: String?
    @Flag(help: "One line of JSON a query.") var json = false

    func run() throws {
        // A query alone can be explained without any settings.
        let settings =
            query != nil && config.config == nil ? try? config.readSettings() : try config.settings()
        let folding = Folding()
        let queries = query.map { [("", $0)] } ?? settings?.watchlist.map { ($0.name, $0.query) } ?? []
        for (name, text) in queries {
            let query = try readableQuery(text)
            let explanation = QueryExplanation(query, entities: settings?.entities ?? [:], folding: folding)
            let warnings = warnings(
                for: query, entities: settings?.entities ?? [:], facts: settings?.watchedSources,
                folding: folding)
            if json {
                print(
                    jsonLine(ExplainAnswer(rule: name, query: text, explanation, warnings)))
            } else {
                if !name.isEmpty { print("\(safeText(name)): \(safeText(text))") }
                for line in explanation.lines {
                    let indent = line.depth + (name.isEmpty ? 0 : 1)
                    print(String(repeating: "  ", count: indent) + safeText(line.text))
                }
                sayWarnings(warnings)
            }
        }
    }
}

private struct ExplainAnswer: Encodable {
    struct Warning: Encodable {
        var kind: String
        var column: Int?
        var text: String
    }

    var rule: String?
    var query: String
    var explanation: [String]
    var warnings: [Warning]

    init(rule: String, query: String, _ explanation: QueryExplanation, _ warnings: [QueryWarning]) {
        self.rule = rule.isEmpty ? nil : rule
        self.query = query
        self.explanation = explanation.lines.map { String(repeating: "  ", count: $0.depth) + $0.text }
        self.warnings = warnings.map { Warning(kind: $0.kind.rawValue, column: $0.column, text: $0.text) }
    }
}
