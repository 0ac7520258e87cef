import ArgumentParser
import Dedup
import Model
import Text

/// `wirewatch cluster`: which texts of a collection are one story.
struct Cluster: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Deduplicates a collection: prints each text's cluster.",
        discussion: """
            FILE holds one text a line, best in order of time: {"id", "t" (Unix seconds), "outlet", "text"}. FOLDER, \
            with all below it, holds texts (*.txt, *.md), whose paths are their ids, or such files of lines (*.jsonl); \
            in a corpus of wirewatch the ledger tells their outlets. All may be compressed (.gz, .zst). Prints \
            id<TAB>cluster, a cluster being the id of its first text.

              wirewatch cluster articles.jsonl.zst > clusters.tsv
              wirewatch cluster corpus/ --pairs --json
            """)

    @Argument(help: "A file of JSON Lines, - for standard input, or a folder.")
    var path: String

    @Flag(
        help: "Print the pairs that are one story or share a quote instead: id, id, relation, shares, words.")
    var pairs = false

    @Flag(help: "Print JSON Lines with everything the decisions rest on.")
    var json = false

    @Option(help: "Days after which texts are no longer compared, 1 to 400.")
    var window = DedupOptions.longestWindow

    func validate() throws {
        guard (1...DedupOptions.longestWindow).contains(window) else {
            throw ValidationError("--window takes 1 to \(DedupOptions.longestWindow) days.")
        }
    }

    func run() async throws {
        var options = DedupOptions()
        options.findsQuotes = pairs || json
        options.givesReasons = json
        do {
            var report = try ClusterReport(pairs: pairs, json: json)
            var clustering = try Clustering(folding: Folding(), options: options, windowDays: window)
            var texts = ClusterReadAhead(
                try ClusterInput(path: path), sketcher: clustering.sketcher, keepsText: options.findsQuotes)
            var bar = ProgressBar()
            defer { bar.finish() }
            var problemCount = 0
            while let batch = await texts.next() {
                for text in batch {
                    if let problem = try add(text, to: &clustering, &report) {
                        problemCount += 1
                        bar.finish()
                        say("wirewatch: \(problem)")
                    }
                }
                bar.show(share: texts.input.share, note: "\(clustering.count) texts")
            }
            bar.finish()
            try report.finish(clustering)
            if clustering.lateCount > 0 {
                say(
                    "wirewatch: \(clustering.lateCount) texts came so long after others of their time that these "
                        + "were forgotten already: sort the lines by t, or take a longer --window")
            }
            if problemCount > 0 {
                say("wirewatch: \(problemCount) of the lines or files are left out")
                throw Exit.data
            }
        } catch let error as ClusterInput.Unreadable {
            say("wirewatch: \(error)")
            throw Exit.noInput
        } catch let error as SketchFileError {
            say("wirewatch: \(error)")
            throw Exit.cannotCreate
        }
    }

    /// Why a text does not count, nil when it does.
    private func add(
        _ text: Result<SketchedDocument, ClusterInput.Problem>, to clustering: inout Clustering,
        _ report: inout ClusterReport
    ) throws(SketchFileError) -> String? {
        switch text {
        case .failure(let problem): return problem.text
        case .success(let document):
            guard report.take(document.id) else {
                return "\(safeText(document.id)): a text with this id came before; this one is left out"
            }
            try report.add(clustering.add(document))
            return nil
        }
    }
}
