import ArgumentParser
import Corpus
import Daemon
import Foundation
import Model
import Settings
import Store
import Text
import Watchlist

/// `wirewatch entity NAME`: how other languages may write a name.
struct Entity: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Proposes spellings of a name in other scripts, by rule and from the corpus.",
        discussion: """
            Chinese names go by Palladius, Wade–Giles and the systems of other languages, Korean names by those of
            newsrooms and by Kontsevich, frequent given names by a table, and other names by their letters, which is
            a guess: check it. Without a corpus the settings get only what a table or a system vouches for.
            The corpus tells how many articles have each spelling, and shows strings that are written nearly so, or
            Chinese characters that are read so. You choose: --keep prints the entity for your settings.

              wirewatch entity "Lin Jian"
              wirewatch entity "Lin Jian" --keep 1,3,4,12
            """)

    @OptionGroup var config: ConfigOption
    @Argument(help: "A name in any script.") var name: String
    @Option(help: "Numbers of the spellings to keep: 1,3,4-7.") var keep: String?
    @Flag(help: "By rule alone: do not read the corpus.") var rulesOnly = false
    @Flag(help: "One JSON object.") var json = false

    func run() throws {
        do throws(QueryError) {
            _ = try QueryText(alias: name)
        } catch {
            say("wirewatch: no name to look for: \(safeText(error.description))")
            throw Exit.data
        }
        let folding = Folding()
        let proposals = NameProposals(name, folding: folding)
        var rows = proposals.proposals.map {
            Spelling(
                name: $0.name, script: $0.script,
                why: $0.system + ($0.isTrusted ? "" : ", by letters: check it"),
                isTrusted: $0.isTrusted, articles: nil)
        }
        do {
            if !rulesOnly, let replay = try corpus() { try look(replay, proposals, &rows, folding) }
            let kept = try keep.map { try chosen($0, of: rows.count) } ?? defaultChoice(rows)
            if json {
                print(
                    jsonLine(
                        EntityAnswer(
                            name: name, syllables: proposals.syllables, notes: proposals.notes,
                            spellings: rows)))
            } else if keep == nil {
                show(rows, syllables: proposals.syllables)
                for note in proposals.notes { print("\n" + note) }
                print("\n" + settingsLine(kept.map { rows[$0 - 1].name }))
            } else {
                print(settingsLine(kept.map { rows[$0 - 1].name }))
            }
        } catch {
            throw error is ValidationError ? error : Exit.saying(error)
        }
    }

    /// Nil when nothing has run with the settings, or there are none: then rules have to do.
    private func corpus() throws -> Replay? {
        guard config.config != nil || FileManager.default.fileExists(atPath: config.path) else { return nil }
        let settings = try config.settings()
        guard let store = try storeIfAny(of: settings) else { return nil }
        return Replay(
            store: store, corpus: try CorpusFolder(path: settings.corpus, isCreated: false),
            sources: settings.sources)
    }

    /// Counts the articles that have each spelling and adds what stands where the name is expected.
    private func look(
        _ replay: Replay, _ proposals: NameProposals, _ rows: inout [Spelling], _ folding: Folding
    ) throws {
        let entities = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ("n\($0)", [$1.name]) })
        let rules = rows.indices.map { WatchRule(name: "\($0)", query: "@n\($0)") }
        let watchlist = try CompiledWatchlist(rules: rules, entities: entities, folding: folding)
        var counts = rows.map { _ in 0 }
        var sightings = NameSightings(proposals, folding: folding)
        try replay.forEachArticle { entry, article, _ in
            guard let article else { return }
            let input = MatchInput(
                title: article.title, paragraphs: article.paragraphs, language: entry.language)
            for match in watchlist.matches(in: input) { Int(match.rule.name).map { counts[$0] += 1 } }
            sightings.look(at: ([article.title ?? ""] + article.paragraphs).joined(separator: "\n"))
        }
        for index in rows.indices { rows[index].articles = counts[index] }
        rows += sightings.sightings(limit: 30).map {
            Spelling(
                name: $0.text, script: $0.script, why: "in the corpus, like \($0.like)", isTrusted: false,
                articles: $0.count)
        }
    }

    private func show(_ rows: [Spelling], syllables: [String]) {
        if !syllables.isEmpty { print("read as Chinese: \(syllables.joined(separator: " "))\n") }
        let cells = rows.enumerated().map { index, row in
            [
                "\(index + 1)", row.name, row.script, row.why,
                row.articles.map(String.init) ?? "–",
            ]
        }
        print(table([["", "name", "script", "by", "articles"]] + cells, rightAligned: [0, 4]))
    }

    /// Without a choice: what was given and what occurs; without a corpus, what a table or a system vouches for.
    private func defaultChoice(_ rows: [Spelling]) -> [Int] {
        rows.indices.filter { $0 == 0 || rows[$0].articles.map { $0 > 0 } ?? rows[$0].isTrusted }.map {
            $0 + 1
        }
    }

    private func chosen(_ text: String, of count: Int) throws -> [Int] {
        var numbers: [Int] = []
        for part in text.split(separator: ",") {
            let ends = part.split(separator: "-").map { Int($0.trimmingCharacters(in: .whitespaces)) }
            guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first >= 1,
                first <= last, last <= count
            else { throw ValidationError("--keep takes numbers from 1 to \(count), such as 1,3,4-7.") }
            numbers += Array(first...last)
        }
        return numbers
    }

    /// The entity as it stands in the settings.
    private func settingsLine(_ names: [String]) -> String {
        let key = name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
        let list = names.map { jsonLine($0) }.joined(separator: ", ")
        return "\(jsonLine(key)): [\(list)],"
    }
}

/// One spelling with what speaks for it.
private struct Spelling: Encodable {
    var name: String
    var script: String
    var why: String
    /// Whether a table or a standard system has it; the others are guesses.
    var isTrusted: Bool
    /// Articles that have it; nil when there is no corpus to look in.
    var articles: Int?
}

private struct EntityAnswer: Encodable {
    var name: String
    var syllables: [String]
    var notes: [String]
    var spellings: [Spelling]
}
