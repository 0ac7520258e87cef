import ArgumentParser
import Daemon
import Dates
import Fetch
import Model
import Settings
import Text
import Watchlist

/// `wirewatch check`: is the settings file without problems, and what does it amount to?
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Reads the settings and tells everything that is wrong with them.",
        discussion: """
            Exits with 0, with 78 when there are problems, and with 66 when there is no file.

              wirewatch check
              wirewatch check --online          fetches and reads every source; 69 when one fails
              wirewatch check --config new.json && mv new.json feeds.json
              wirewatch check --json | jq '.problems[]'
            """)

    @OptionGroup var config: ConfigOption
    @Flag(help: "Fetch and read every source too.") var online = false
    @Flag(help: "Answer with one line of JSON.") var json = false

    func run() async throws {
        do {
            let settings = try config.readSettings()
            // Some problems only show when the rules are compiled.
            let folding = Folding()
            _ = try settings.compiledWatchlist(folding: folding)
            let warnings = doubts(about: settings, folding: folding)
            let summary = SettingsSummary(settings)
            let findings = online ? await findings(for: settings) : nil
            if json {
                printJSON(
                    CheckAnswer(
                        file: config.path, problems: [], warnings: warnings, summary: summary,
                        sources: findings))
            } else {
                print(checkText(summary, path: config.path))
                if let findings { print("\n" + findingsText(findings)) }
                for warning in warnings {
                    let place = warning.column.map { ", column \($0)" } ?? ""
                    say("warning: rule \"\(safeText(warning.rule))\"\(place): \(safeText(warning.text))")
                }
            }
            if findings?.contains(where: { !$0.isFine }) == true { throw Exit.unavailable }
        } catch let error as SettingsError {
            if json {
                let problems = error.problems.map(CheckAnswer.Problem.init)
                printJSON(
                    CheckAnswer(
                        file: config.path, problems: problems, warnings: [], summary: nil, sources: nil))
            } else {
                say(error.description)
            }
            throw Exit.settings
        } catch {
            throw Exit.saying(error)
        }
    }

    /// What the authors of the rules have probably not meant.
    private func doubts(about settings: WirewatchSettings, folding: Folding) -> [CheckAnswer.Warning] {
        settings.watchlist.flatMap { rule -> [CheckAnswer.Warning] in
            guard let query = try? Query(rule.query) else { return [] }
            return warnings(
                for: query, entities: settings.entities, facts: settings.watchedSources, folding: folding
            ).map {
                CheckAnswer.Warning(rule: rule.name, kind: $0.kind.rawValue, column: $0.column, text: $0.text)
            }
        }
    }

    private func findings(for settings: WirewatchSettings) async -> [Probe.Finding] {
        let sources = settings.sources
        var bar = ProgressBar()
        let findings = await withFetcher(for: settings.fetch) { fetcher, clock in
            await Probe(dates: DateReader(), fetcher: fetcher, clock: clock).findings(for: sources) { done in
                bar.show(
                    share: Double(done) / Double(sources.count), note: "\(done)/\(sources.count) sources")
            }
        }
        bar.finish()
        return findings
    }

    private func printJSON(_ answer: CheckAnswer) {
        print(jsonLine(answer))
    }
}

/// The answer to `check --json`.
private struct CheckAnswer: Encodable {
    struct Problem: Encodable {
        var line: Int
        var path: String
        var found: String
        var wanted: String

        init(_ problem: SettingProblem) {
            (line, path, found, wanted) = (problem.line, problem.path, problem.found, problem.wanted)
        }
    }

    struct Warning: Encodable {
        var rule: String
        var kind: String
        var column: Int?
        var text: String
    }

    var file: String
    var problems: [Problem]
    /// Rules that can be read but are doubtful.
    var warnings: [Warning]
    var summary: SettingsSummary?
    /// What trying them came to; absent without `--online`.
    var sources: [Probe.Finding]?
}

/// The findings as a table, the troubled sources last, where a terminal ends.
private func findingsText(_ findings: [Probe.Finding]) -> String {
    var rows = [["", "source", "items", "newest", ""]]
    for finding in findings.filter(\.isFine) + findings.filter({ !$0.isFine }) {
        let moved = finding.movedTo.map { ["moved for good to \($0)"] } ?? []
        rows.append([
            finding.isFine ? "✓" : "✗", finding.source, "\(finding.items)", finding.newest ?? "",
            (moved + finding.notes.prefix(2)).joined(separator: "; "),
        ])
    }
    let fine = findings.count(where: \.isFine)
    return table(rows, rightAligned: [2]) + "\n\n\(fine) of \(findings.count) sources can be read"
}

/// The summary as tables.
private func checkText(_ summary: SettingsSummary, path: String) -> String {
    let kinds = Source.Kind.allCases.map(\.rawValue)
    var languages = [["language"] + kinds.map { "\($0)s" } + ["all"]]
    for language in summary.languages {
        let name = language.language.isEmpty ? "not named" : language.language
        languages.append([name] + kinds.map { "\(language.sources[$0] ?? 0)" } + ["\(language.total)"])
    }
    let all = summary.sources.values.reduce(0, +)
    languages.append(["all"] + kinds.map { "\(summary.sources[$0] ?? 0)" } + ["\(all)"])

    let rules = summary.rules.map {
        [$0.name, $0.severity.rawValue, $0.deliver.joined(separator: ", "), $0.query]
    }
    let entities = summary.entities.sorted { $0.key < $1.key }.map { ["@\($0.key)", "\($0.value)"] }

    var parts = [
        safeText("\(path): no problems"),
        table([["corpus", summary.corpus], ["state", summary.state]]),
        table(languages, rightAligned: Set(1...kinds.count + 1)),
    ]
    if !rules.isEmpty { parts.append(table([["rule", "severity", "deliver", "query"]] + rules)) }
    if !entities.isEmpty { parts.append(table([["entity", "names"]] + entities, rightAligned: [1])) }
    return parts.joined(separator: "\n\n")
}
