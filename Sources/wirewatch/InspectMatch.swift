import ArgumentParser
import Foundation
import Model
import Settings
import Text
import Watchlist

/// `wirewatch inspect match`: which rules a text matches, and why.
struct InspectMatch: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Shows which watch rules a text matches, and the words that did it.",
        discussion: """
            With --batch every line of standard input is an article, {"id", "language", "title", "text"} and, for \
            rules that ask for them, "source", "outlet", "tags" and "wire"; only "text" is needed. Each answer is a \
            line {"id", "rules"}.
            """)

    @OptionGroup var config: ConfigOption

    @Argument(help: "A text file, or - for standard input.")
    var path: String?

    @Option(help: "The language of the text (BCP 47): it decides which endings words may have.")
    var language: LanguageTag?

    @Option(help: "The headline of the text.")
    var title: String?

    @Flag(help: "Read one JSON object from each line of standard input.")
    var batch = false

    @Flag(help: "With --batch: answer with the matched words and their places too.")
    var places = false

    func validate() throws {
        guard batch != (path != nil) else { throw ValidationError("Give one file, or --batch.") }
        guard !places || batch else { throw ValidationError("--places needs --batch.") }
    }

    func run() throws {
        let watchlist = try watchlist()
        if batch {
            let decoder = JSONDecoder()
            return answerBatchLines { line in
                let article = try decoder.decode(InspectedArticle.self, from: Data(line.utf8))
                let matches = watchlist.matches(in: article.input)
                return jsonLine(MatchAnswer(id: article.id, matches, withPlaces: places))
            }
        }
        guard let path else { return }
        let bytes: [UInt8]
        do { bytes = try inputBytes(at: path) } catch { throw Exit.saying(error) }
        let article = InspectedArticle(
            language: language?.tag, title: title, text: String(decoding: bytes, as: UTF8.self))
        print(
            jsonLine(MatchAnswer(id: nil, watchlist.matches(in: article.input), withPlaces: true)))
    }

    private func watchlist() throws -> CompiledWatchlist {
        let settings = try config.settings()
        do {
            return try CompiledWatchlist(
                rules: settings.watchlist, entities: settings.entities, folding: Folding())
        } catch {
            for problem in error.problems {
                say("wirewatch: \(safeText(settings.path)): \(safeText(problem.description))")
            }
            throw Exit.settings
        }
    }
}

/// One article to match.
private struct InspectedArticle: Decodable {
    var id: String?
    var language: String?
    var title: String?
    var text: String
    var source: String?
    var outlet: String?
    var tags: [String]?
    var wire: String?

    var input: MatchInput {
        MatchInput(
            title: title, paragraphs: text.split(whereSeparator: \.isNewline).map(String.init),
            source: source,
            outlet: outlet, tags: tags ?? [], language: language, wire: wire)
    }
}

/// The answer to one article.
private struct MatchAnswer: Encodable {
    struct Match: Encodable {
        var rule: String
        var words: [String]
        var places: [Place]
    }

    /// Bytes of the title (`paragraph` is left out) or of a paragraph, counted from 0.
    struct Place: Encodable {
        var paragraph: Int?
        var start: Int
        var end: Int
    }

    var id: String?
    var rules: [String]
    var matches: [Match]?

    init(id: String?, _ found: [RuleMatch], withPlaces: Bool) {
        self.id = id
        rules = found.map(\.rule.name)
        guard withPlaces else { return }
        matches = found.map { match in
            Match(
                rule: match.rule.name, words: match.words,
                places: match.places.map { place in
                    Place(
                        paragraph: place.paragraph, start: place.bytes.lowerBound, end: place.bytes.upperBound
                    )
                })
        }
    }
}
