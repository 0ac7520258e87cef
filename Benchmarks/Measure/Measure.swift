import Dates
import Extract
import Feed
import Foundation
import Model
import Text
import Watchlist

/// Times the pure stages on material in memory, one core: `measure feeds|pages|fold|match FOLDER`.
///
/// Prints one line: what was measured, the figure, its unit. The whole material is gone through again and again
/// for about three seconds, after one round to warm up.
@main
struct Measure {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else {
            print("usage: measure feeds|pages|fold|match FOLDER")
            exit(64)
        }
        let material = try Material(folder: arguments[2])
        guard material.byteCount > 0 else {
            print("measure: \(arguments[2]) holds no files")
            exit(66)
        }
        switch arguments[1] {
        case "feeds": measureFeeds(material)
        case "pages": measurePages(material)
        case "fold": measureFolding(material)
        case "match": try measureMatching(material)
        default:
            print("measure: no such measurement: \(arguments[1])")
            exit(64)
        }
    }

    private static let now = Timestamp(seconds: 1_790_000_000)

    private static func measureFeeds(_ material: Material) {
        let dates = DateReader()
        var items = 0
        let rounds = repeated {
            for file in material.files {
                let feed = try? parsedFeed(file, contentType: nil, url: nil, dates: dates, now: now)
                items += feed?.items.count ?? 0
            }
        }
        report("feeds to items", rounds.rate(of: Double(material.byteCount) / 1e6), "MB/s")
        report("items of feeds", rounds.rate(of: Double(items) / Double(rounds.count + 1)), "items/s")
    }

    private static func measurePages(_ material: Material) {
        let extractor = Extractor(dates: DateReader(), languages: LanguageIdentifier())
        var paragraphs = 0
        let rounds = repeated {
            for page in material.files {
                let extracted = try? extractor.article(
                    from: page, contentType: nil, url: "https://page.example/", item: nil,
                    rules: ArticleRules(), languageHint: nil, now: now)
                paragraphs += extracted?.article.paragraphs.count ?? 0
            }
        }
        report("pages to articles", rounds.rate(of: Double(material.files.count)), "pages/s")
        report("pages to articles", rounds.rate(of: Double(material.byteCount) / 1e6), "MB/s")
    }

    private static func measureFolding(_ material: Material) {
        let folding = Folding()
        var bytes = 0
        let rounds = repeated {
            for text in material.files { bytes += folding.foldedBytes(text.span).count }
        }
        report("folding", rounds.rate(of: Double(material.byteCount) / 1e6), "MB/s")
    }

    private static func measureMatching(_ material: Material) throws {
        let folding = Folding()
        let texts = material.files.map { String(decoding: $0, as: UTF8.self) }
        for termCount in [100, 10_000] {
            let entities = ["everyone": (0..<termCount).map { "Zqx\($0) Vbn\($0 * 7)" }]
            let compiling = ContinuousClock().measure {
                _ = try? CompiledWatchlist(
                    rules: [WatchRule(name: "r", query: "@everyone")], entities: entities, folding: folding)
            }
            report("compiling \(termCount) terms", compiling / .milliseconds(1), "ms")
            let watchlist = try CompiledWatchlist(
                rules: [WatchRule(name: "r", query: "@everyone")], entities: entities, folding: folding)
            var matches = 0
            let rounds = repeated {
                for text in texts {
                    matches += watchlist.matches(in: MatchInput(paragraphs: [text])).count
                }
            }
            report(
                "matching \(termCount) terms", rounds.rate(of: Double(material.byteCount) / 1e6), "MB/s")
        }
    }

    private static func report(_ what: String, _ figure: Double, _ unit: String) {
        let style = FloatingPointFormatStyle<Double>.number.precision(.fractionLength(figure < 10 ? 2 : 0))
        print("\(what)\t\(figure.formatted(style.grouping(.never)))\t\(unit)")
    }
}

/// Files in memory.
private struct Material {
    var files: [[UInt8]] = []
    var byteCount = 0

    init(folder: String) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
            guard let data = FileManager.default.contents(atPath: folder + "/" + name) else { continue }
            files.append(Array(data))
            byteCount += data.count
        }
    }
}

/// How often something was done, and how long it took in all.
private struct Rounds {
    var count: Int
    var seconds: Double

    /// So much a second, when one round is worth `amount`.
    func rate(of amount: Double) -> Double { amount * Double(count) / seconds }
}

/// Does it once to warm up, then for about three seconds.
private func repeated(_ body: () -> Void) -> Rounds {
    body()
    let clock = ContinuousClock()
    let start = clock.now
    var count = 0
    repeat {
        body()
        count += 1
    } while clock.now - start < .seconds(3)
    return Rounds(count: count, seconds: (clock.now - start) / .seconds(1))
}
