import ArgumentParser
import Dedup
import Foundation
import Model
import Settings
import Store
import Text

/// `wirewatch compare A B`: what the second text is to the first, and why.
struct Compare: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compares two texts: are they one story, what do they share, what counts for nothing?",
        discussion: """
            A and B are numbers of articles, files (texts or pages, - for standard input) or URLs. What B is to A is \
            decided by the rules of the daemon; what their outlets print in other articles too counts for nothing, as \
            far as the store knows it. Of a copy that was not filed only what it shares can be shown.

              wirewatch compare 42 43
              wirewatch compare 42 https://example.org/news/story.html
              wirewatch compare first.txt second.txt --json
            """)

    @OptionGroup var config: ConfigOption
    @Argument(help: "The first text.") var first: String
    @Argument(help: "The second text.") var second: String
    @Flag(help: "One JSON object.") var json = false
    @Flag(help: "Fetch URLs of private networks too.") var allowPrivateAddresses = false

    func run() async throws {
        do {
            let texts = ComparedTexts(archive: try archive(), allowsPrivateAddresses: allowPrivateAddresses)
            let first = try await texts.text(first)
            let second = try await texts.text(second)
            let comparison = try TextPair(first, second, store: texts.archive?.store)
            if json { print(jsonLine(ShownPair(comparison))) } else { show(comparison) }
        } catch let error as ComparedText.Missing {
            say("wirewatch: \(safeText("\(error)"))")
            throw Exit.noInput
        } catch {
            throw Exit.saying(error)
        }
    }

    /// Numbers need the store; for files and pages it is welcome: it knows what outlets print below everything.
    private func archive() throws -> ComparedTexts.Holdings? {
        let needsStore = UInt32(first) != nil || UInt32(second) != nil
        if needsStore || config.config != nil {
            let settings = try config.settings()
            return ComparedTexts.Holdings(settings: settings, store: try existingStore(of: settings))
        }
        guard let settings = try? config.readSettings(), let store = try? storeIfAny(of: settings) else {
            return nil
        }
        return ComparedTexts.Holdings(settings: settings, store: store)
    }

    private func show(_ pair: TextPair) {
        print(
            table(
                [
                    ["", "", "words", "shared", "outlet", "title"],
                    row("A", pair.first, pair.firstWords, pair.pair.comparison.reverseContainment),
                    row("B", pair.second, pair.secondWords, pair.pair.comparison.containment),
                ], rightAligned: [2, 3]))
        print("\nB is \(pair.sentence)")
        print(safeText(pair.reason))
        if let entry = pair.second.entry, entry.of != nil {
            print("In the ledger: \(safeText(entry.reason))")
        }
        if let quote = pair.pair.quote {
            print("They share a quote of \(quote.words) words: “\(safeText(quote.text))”")
        }
        let view = AlignmentView()
        print("\n\(view.legend)\n")
        for line in view.lines(of: pair.alignment) { print(line) }
    }

    private func row(_ letter: String, _ text: ComparedText, _ words: Int, _ share: Double) -> [String] {
        [
            letter, text.name, "\(words)", percent(share), text.outlet,
            text.title ?? "",
        ]
    }
}

/// What `compare --json` prints.
private struct ShownPair: Encodable {
    struct Side: Encodable {
        var name: String
        var title: String?
        var outlet: String
        var words: Int
    }

    var first: Side
    var second: Side
    var verdict: String
    var rule: String
    var reason: String
    var containment: Double
    var reverseContainment: Double
    var longestRunWords: Int
    var boilerplate: [String]
    var quote: SharedQuote?
    var passages: [ShownPassage]
    /// What the ledger says of the second text.
    var recorded: String?

    init(_ pair: TextPair) {
        first = Side(
            name: pair.first.name, title: pair.first.title, outlet: pair.first.outlet, words: pair.firstWords)
        second = Side(
            name: pair.second.name, title: pair.second.title, outlet: pair.second.outlet,
            words: pair.secondWords)
        verdict = pair.verdictName
        rule = "\(pair.pair.relation)"
        reason = pair.reason
        containment = pair.pair.comparison.containment
        reverseContainment = pair.pair.comparison.reverseContainment
        longestRunWords = pair.pair.comparison.longestRunWords
        boilerplate = pair.alignment.passages.filter(\.isBoilerplate).compactMap(\.text)
        quote = pair.pair.quote
        passages = pair.alignment.passages.map(ShownPassage.init)
        recorded = pair.second.entry?.reason
    }
}
