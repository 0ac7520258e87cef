import ArgumentParser
import Dedup
import Foundation
import Model
import Text

/// `wirewatch cluster`: which texts of a collection are one story.
struct Cluster: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Deduplicates a collection: prints each text's cluster.",
        discussion: """
            FILE holds one text a line, in order of time: {"id", "t" (Unix seconds), "outlet", "text"}. FOLDER holds \
            one text a file (*.txt), taken in order of their names, which are their ids. Prints id<TAB>cluster, a \
            cluster being the id of its first text.
            """)

    @Argument(help: "A file of JSON Lines, - for standard input, or a folder of texts.")
    var path: String

    @Flag(
        help: "Print the pairs that are one story or share a quote instead: id, id, relation, shares, words.")
    var pairs = false

    @Flag(help: "Print JSON Lines with everything the decisions rest on.")
    var json = false

    @Option(help: "Days after which texts are no longer compared, 1 to 400.")
    var window = Clustering.longestWindow

    func validate() throws {
        guard (1...Clustering.longestWindow).contains(window) else {
            throw ValidationError("--window takes 1 to \(Clustering.longestWindow) days.")
        }
    }

    func run() throws {
        var options = DedupOptions()
        options.findsQuotes = pairs || json
        options.givesReasons = json
        var report = ClusterReport(pairs: pairs, json: json)
        do {
            var clustering = try Clustering(folding: Folding(), options: options, windowDays: window)
            var input = try ClusterInput(path: path)
            let terminal = Terminal(
                descriptor: STDERR_FILENO, environment: ProcessInfo.processInfo.environment)
            var bar = ProgressBar(terminal: terminal)
            defer { bar.finish() }
            while let document = try input.next() {
                report.add(document.id, try clustering.add(document))
                if clustering.count % 512 == 0 {
                    bar.show(share: input.share, note: "\(clustering.count) texts")
                }
            }
            bar.finish()
            report.finish(clustering)
            if input.problemCount > 0 {
                say("wirewatch: \(input.problemCount) of the lines or files could not be read")
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
}
