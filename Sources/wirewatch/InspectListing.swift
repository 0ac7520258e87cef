import ArgumentParser
import Daemon
import Dates
import Listing
import Model

/// `wirewatch inspect listing`: what a listing page gives, and why.
struct InspectListing: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "listing",
        abstract: "Reads a page that lists articles and prints its items.",
        discussion:
            "Without --links the article links are recognised; --explain tells of every link why or why not.")

    @Argument(help: "The page's file, or - for standard input.")
    var path: String?

    @Option(help: "Where the page was found; relative addresses are resolved against it.")
    var url: String?

    @Option(help: "The Content-Type that came with it.")
    var contentType: String?

    @Option(help: "The language of the source (BCP 47), as a hint.")
    var language: LanguageTag?

    @Option(help: "Selects the links, or elements that hold one: CSS, or XPath with a leading /.")
    var links: String?

    @Option(help: "Selects the title around a link.")
    var title: String?

    @Option(help: "Selects the date around a link.")
    var date: String?

    @Option(help: "Selects the summary around a link.")
    var summary: String?

    @Flag(help: "Also show every link with what became of it and why.")
    var explain = false

    @Flag(help: "Read `path<TAB>url` from each line of standard input and answer with one line.")
    var batch = false

    func validate() throws {
        guard batch != (path != nil) else { throw ValidationError("Give one file (or -), or --batch.") }
        guard batch || url != nil else { throw ValidationError("Say where the page was found, with --url.") }
    }

    func run() throws {
        let dates = DateReader()
        if batch {
            return answerBatchLines { line in
                let fields = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
                let listing = try listing(
                    at: String(fields[0]), url: fields.count > 1 ? String(fields[1]) : url ?? "", dates: dates
                )
                return jsonLine(ListingReport(listing, explain: explain))
            }
        }
        guard let path, let url else { return }
        do {
            let listing = try listing(at: path, url: url, dates: dates)
            print(prettyJSON(ListingReport(listing, explain: explain)))
        } catch {
            throw Exit.saying(error, about: path)
        }
    }

    private func listing(at path: String, url: String, dates: DateReader) throws -> ParsedListing {
        var rules = ListingRules()
        rules.links = links
        rules.title = title
        rules.date = date
        rules.summary = summary
        return try parsedListing(
            try inputBytes(at: path), contentType: contentType, url: url, rules: rules, dates: dates,
            now: SystemClock().now, language: language?.tag)
    }
}

/// A listing for a person.
private struct ListingReport: Encodable {
    struct Entry: Encodable {
        var title: String?
        var link: String?
        var key: String
        var published: String?
        var summary: String?
    }

    var title: String?
    var language: String?
    var method: String
    var notes: [String]?
    var items: [Entry]
    var links: [ListingExplanation.Link]?
    var neededScore: Double?

    init(_ listing: ParsedListing, explain: Bool) {
        title = listing.title
        language = listing.language
        method = listing.explanation.method
        notes = listing.explanation.notes.isEmpty ? nil : listing.explanation.notes
        items = listing.items.map { item in
            Entry(
                title: item.title, link: item.link, key: item.key,
                published: item.published.map { date in
                    date.precision == .day ? date.day.iso : date.instant.iso8601
                },
                summary: item.summary)
        }
        guard explain else { return }
        links = listing.explanation.links
        neededScore = listing.explanation.neededScore
    }
}
