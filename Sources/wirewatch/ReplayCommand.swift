import ArgumentParser
import Corpus
import Daemon
import Glibc
import Model
import Settings
import Store
import Text
import Watchlist

/// `wirewatch replay QUERY`: what a rule would have caught.
struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Tries a query on every filed article, before it becomes a rule.",
        discussion: """
            Shows how many articles and stories match, when, in which outlets and languages, by which words, and some
            of them with the match set off. Entities of the settings can be used. Nothing is changed.

              wirewatch replay '@lin-jian AND (CIA OR ЦРУ)'
              wirewatch replay --rule "MFA on CIA" --since 2026-01-01 --samples 20
              wirewatch replay 'sanction*' --json | jq .matchedByOutlet
            """)

    @OptionGroup var config: ConfigOption
    @Argument(help: "A query as in a rule.") var query: String?
    @Option(help: "Try the query of this rule of the settings.") var rule: String?
    @Option(help: "Only articles of this day and later: 2026-01-31.") var since: String?
    @Option(help: "How many matches to show.") var samples = 8
    @Flag(help: "One JSON object.") var json = false

    func validate() throws {
        guard (query != nil) != (rule != nil) else {
            throw ValidationError("Give one query, or --rule NAME.")
        }
        guard (0...1_000).contains(samples) else { throw ValidationError("--samples is from 0 to 1000.") }
        guard since.map({ CivilDay(iso: $0) != nil }) ?? true else {
            throw ValidationError("--since is a day such as 2026-01-31.")
        }
    }

    func run() throws {
        let settings = try config.settings()
        let text = try queryText(in: settings)
        let read = try readableQuery(text)
        let folding = Folding()
        do {
            let watchlist = try compiled(text, settings: settings, folding: folding)
            let store = try existingStore(of: settings)
            let replay = Replay(
                store: store, corpus: try CorpusFolder(path: settings.corpus, isCreated: false),
                sources: settings.sources)
            var bar = ProgressBar()
            let outcome = try replay.run(
                watchlist, since: since.flatMap { CivilDay(iso: $0) }?.daysSinceEpoch, sampleCount: samples
            ) { number, last in
                bar.show(share: Double(number) / Double(max(last, 1)), note: "\(number) of \(last)")
            }
            bar.finish()
            let warnings = warnings(
                for: read, entities: settings.entities, facts: settings.watchedSources, folding: folding)
            if json {
                print(jsonLine(ReplayAnswer(query: text, outcome, warnings: warnings)))
            } else {
                print(replayText(outcome, isTerminal: Terminal(descriptor: STDOUT_FILENO).showsColour))
                sayWarnings(warnings + breadthWarning(outcome))
            }
        } catch {
            throw Exit.saying(error)
        }
    }

    private func queryText(in settings: WirewatchSettings) throws -> String {
        if let query { return query }
        if let found = settings.watchlist.first(where: { $0.name == rule }) { return found.query }
        throw ValidationError("\(config.path) has no rule named \(rule ?? "")")
    }

    private func compiled(
        _ query: String, settings: WirewatchSettings, folding: Folding
    ) throws -> CompiledWatchlist {
        do throws(WatchlistError) {
            return try CompiledWatchlist(
                rules: [WatchRule(name: "replay", query: query)], entities: settings.entities,
                folding: folding)
        } catch {
            for problem in error.problems {
                guard let column = problem.column else {
                    say("wirewatch: \(safeText(problem.description))")
                    continue
                }
                _ = refusal(
                    of: query, QueryError(column: column, found: problem.found, expected: problem.expected))
            }
            throw Exit.data
        }
    }

    /// A tenth of everything is more than anyone reads.
    private func breadthWarning(_ outcome: Replay.Outcome) -> [QueryWarning] {
        guard outcome.searched >= 100, outcome.matched * 10 > outcome.searched else { return [] }
        let share = outcome.matched * 100 / outcome.searched
        return [
            QueryWarning(
                kind: .tooBroad, column: nil, text: "\(share) % of all articles match: the rule says little")
        ]
    }
}

/// The outcome as tables for people.
private func replayText(_ outcome: Replay.Outcome, isTerminal: Bool) -> String {
    var parts = [
        "\(outcome.matched) of \(outcome.searched) articles match, in \(outcome.stories) "
            + "\(outcome.stories == 1 ? "story" : "stories"): so many alerts"
    ]
    if let days = outcome.days, outcome.matched > 0 {
        let width = max(1, (days.count + 59) / 60)
        let bars = stride(from: days.lowerBound, through: days.upperBound, by: width).map { start in
            (start..<start + width).reduce(0) { $0 + (outcome.matchedByDay[$1] ?? 0) }
        }
        let unit = width == 1 ? "a day" : "\(width) days"
        parts.append(
            "\(CivilDay(daysSinceEpoch: days.lowerBound).iso) \(sparkline(bars)) "
                + "\(CivilDay(daysSinceEpoch: days.upperBound).iso)  at most \(bars.max() ?? 0) in \(unit)")
    }
    for (name, counts) in [
        ("outlet", outcome.matchedByOutlet), ("language", outcome.matchedByLanguage),
        ("words", outcome.matchedByWord),
    ] where !counts.isEmpty {
        let rows = top(counts, limit: 10).map { [$0.key, "\($0.value)"] }
        parts.append(table([[name, "articles"]] + rows, rightAligned: [1]))
    }
    for hit in outcome.samples {
        let entry = hit.entry
        let head =
            "\(entry.number) \((entry.published?.day ?? entry.time.day()).iso) \(entry.outlet) "
            + "[\(entry.language ?? "und")] "
        let words = hit.words.isEmpty ? "" : " (\(hit.words.joined(separator: ", ")))"
        let title = safeText(head) + isolatedText(safeText(entry.title ?? "")) + safeText(words)
        parts.append(title + (hit.snippet.map { "\n    " + highlighted($0, isTerminal: isTerminal) } ?? ""))
    }
    if outcome.unreadable > 0 { parts.append("\(outcome.unreadable) articles could not be read") }
    return parts.joined(separator: "\n\n")
}

/// Numbers as a row of bars, the greatest the highest; a number that is not zero is never an empty place.
private func sparkline(_ numbers: [Int]) -> String {
    let bars = Array("▁▂▃▄▅▆▇█")
    guard let greatest = numbers.max(), greatest > 0 else {
        return String(repeating: " ", count: numbers.count)
    }
    return String(numbers.map { $0 == 0 ? " " : bars[($0 * bars.count - 1) / greatest] })
}

/// The greatest counts first, then by name.
private func top(_ counts: [String: Int], limit: Int) -> [(key: String, value: Int)] {
    Array(counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit))
}

/// What `replay --json` prints.
private struct ReplayAnswer: Encodable {
    struct Sample: Encodable {
        var number: Int
        var outlet: String
        var language: String?
        var title: String?
        var url: String?
        var words: [String]
        var snippet: String?
    }

    var query: String
    var searched: Int
    /// Articles whose file could not be read.
    var unreadable: Int
    var matched: Int
    var stories: Int
    var matchedByDay: [String: Int]
    var matchedByOutlet: [String: Int]
    var matchedByLanguage: [String: Int]
    var matchedByWord: [String: Int]
    var samples: [Sample]
    var warnings: [String]

    init(query: String, _ outcome: Replay.Outcome, warnings: [QueryWarning]) {
        self.query = query
        searched = outcome.searched
        unreadable = outcome.unreadable
        matched = outcome.matched
        stories = outcome.stories
        matchedByDay = Dictionary(
            uniqueKeysWithValues: outcome.matchedByDay.map { (CivilDay(daysSinceEpoch: $0).iso, $1) })
        matchedByOutlet = outcome.matchedByOutlet
        matchedByLanguage = outcome.matchedByLanguage
        matchedByWord = Dictionary(
            uniqueKeysWithValues: top(outcome.matchedByWord, limit: 100).map { ($0, $1) })
        samples = outcome.samples.map { hit in
            Sample(
                number: hit.entry.number, outlet: hit.entry.outlet, language: hit.entry.language,
                title: hit.entry.title, url: hit.entry.url, words: hit.words, snippet: hit.snippet?.text)
        }
        self.warnings = warnings.map(\.text)
    }
}
