import Dedup
import Foundation

/// Times the pure stages on material in memory, one core.
///
/// Prints lines of what was measured, the figure and its unit, between tabs. Times are this process's processor time,
/// so that a busy machine does not matter much.
@main
struct Measure {
    private static let usage = """
        usage: measure feeds|pages|fold FOLDER
               measure match FOLDER TERMS
               measure cluster ARTICLES.jsonl
               measure stream ARTICLES.jsonl [DAYS]
               measure fetch URLS [IF-MODIFIED-SINCE]
        """

    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        let mayHaveThree = ["fetch", "match", "stream"].contains(arguments.first)
        guard arguments.count == 2 && arguments[1] != "match" || (arguments.count == 3 && mayHaveThree) else {
            stop(usage, 64)
        }
        let path = arguments[2]
        switch arguments[1] {
        case "feeds": measureFeeds(try Material(folder: path))
        case "pages": measurePages(try Material(folder: path))
        case "fold": measureFolding(try Material(folder: path))
        case "match": try measureMatching(try Material(folder: path), termsAt: arguments[3])
        case "cluster": try measureClusters(ofArticlesAt: path)
        case "stream":
            let days = arguments.count == 3 ? Int(arguments[3]) ?? 0 : DedupOptions.longestWindow
            try measureStream(ofArticlesAt: path, windowDays: days)
        case "fetch":
            try await fetch(urlsAt: path, ifModifiedSince: arguments.count == 3 ? arguments[3] : nil)
        default: stop(usage, 64)
        }
    }
}

/// Prints one figure.
func report(_ what: String, _ figure: Double, _ unit: String) {
    let format = FloatingPointFormatStyle<Double>.number.precision(.significantDigits(4)).grouping(.never)
    print("\(what)\t\(figure.formatted(format.locale(Locale(identifier: "en_US_POSIX"))))\t\(unit)")
}

/// Ends the program because it cannot do what was asked.
func stop(_ message: String, _ status: Int32) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(status)
}
