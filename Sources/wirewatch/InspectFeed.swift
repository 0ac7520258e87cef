import ArgumentParser
import Daemon
import Dates
import Feed
import Model

/// `wirewatch inspect feed`: what a feed or sitemap is read as.
struct InspectFeed: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feed",
        abstract: "Reads a feed or sitemap and prints its items.")

    @Argument(help: "A file, or - for standard input.")
    var path: String?

    @Option(
        help: "Where the document came from; relative addresses are resolved against it. Empty: they stay.")
    var url: String?

    @Option(help: "The Content-Type that came with it.")
    var contentType: String?

    @Flag(help: "Also say what was repaired, left out or doubtful, and what the feed says of itself.")
    var explain = false

    @Flag(help: "Read `path`, or `path<TAB>base URL`, from each line of standard input.")
    var batch = false

    func validate() throws {
        guard batch != (path != nil) else { throw ValidationError("Give one file, or --batch.") }
    }

    func run() throws {
        let dates = DateReader()
        if batch {
            return answerBatchLines { line in
                let (path, base) = fields(of: line)
                return FeedAnswer(try feed(at: path, url: base, dates: dates)).line
            }
        }
        guard let path else { return }
        do {
            let feed = try feed(at: path, url: url, dates: dates)
            print(prettyJSON(FeedReport(feed, explain: explain)))
        } catch {
            throw Exit.saying(error, about: path)
        }
    }

    private func fields(of line: String) -> (path: String, base: String?) {
        let fields = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
        let base = fields.count > 1 ? String(fields[1]) : url
        return (String(fields.first ?? ""), base)
    }

    private func feed(at path: String, url: String?, dates: DateReader) throws -> ParsedFeed {
        try parsedFeed(
            try inputBytes(at: path), contentType: contentType, url: url, dates: dates,
            now: SystemClock().now)
    }
}

/// One feed in the shape that `--batch` answers.
private struct FeedAnswer {
    struct Entry: Encodable {
        var id: String?
        var title: String?
        var link: String?
        var published: String?
        var updated: String?
        var summary: String?
        var content: String?
        var author: String?

        enum CodingKeys: String, CodingKey {
            case id, title, link, published, updated, author
            case summary = "summary_text"
            case content = "content_text"
        }

        /// About what it takes as JSON.
        var byteCount: Int {
            let texts = [id, title, link, summary, content, author].reduce(256) { $0 + ($1?.utf8.count ?? 0) }
            return texts + texts / 16
        }
    }

    private struct Head: Encodable {
        var title: String?
        var language: String?

        enum CodingKeys: String, CodingKey {
            case title = "feed_title"
            case language
        }
    }

    private var head: Head
    private var entries: [Entry]

    /// Written entry by entry: whole feeds would need several times their size.
    var line: String {
        var line = "{\"entries\":["
        // Grown step by step and copied at the end it would take three times its size.
        line.reserveCapacity(entries.reduce(256) { $0 + $1.byteCount })
        for (place, entry) in entries.enumerated() {
            if place > 0 { line += "," }
            line += jsonLine(entry)
        }
        let rest = jsonLine(head).dropFirst()
        line += rest == "}" ? "]" : "],"
        line += rest
        return line
    }

    init(_ feed: ParsedFeed) {
        head = Head(title: feed.title, language: feed.language)
        entries = feed.items.map { item in
            Entry(
                id: item.id, title: item.title, link: item.link, published: item.published?.instant.iso8601,
                updated: item.updated?.instant.iso8601, summary: item.summary,
                content: item.content,
                author: item.author)
        }
    }
}

/// One feed for a person.
private struct FeedReport: Encodable {
    struct Entry: Encodable {
        var key: String
        var id: String?
        var title: String?
        var link: String?
        var published: String?
        /// Only where the date is not believed; then it is true.
        var publishedSuspect: Bool?
        var updated: String?
        var updatedSuspect: Bool?
        var summary: String?
        var content: String?
        var author: String?
        var language: String?
        var tags: [String]?
        var source: Item.Origin?

        init(_ item: Item) {
            key = item.key
            id = item.id
            title = item.title
            link = item.link
            published = item.published?.instant.iso8601
            publishedSuspect = item.published?.isSuspect == true ? true : nil
            updated = item.updated?.instant.iso8601
            updatedSuspect = item.updated?.isSuspect == true ? true : nil
            summary = item.summary
            content = item.content
            author = item.author
            language = item.language
            tags = item.tags.isEmpty ? nil : item.tags
            source = item.origin
        }
    }

    struct Child: Encodable {
        var url: String
        var lastModified: String?
    }

    struct Hints: Encodable {
        var minimumSeconds: Int64?
        var skipHours: [Int]
        var skipDays: [Int]
    }

    var format: String
    var title: String?
    var language: String?
    var link: String?
    var items: [Entry]
    var children: [Child]?
    var selfLink: String?
    var hub: String?
    var nextPage: String?
    var previousArchive: String?
    var hints: Hints?
    var diagnostics: [String]?

    init(_ feed: ParsedFeed, explain: Bool) {
        format = feed.format.rawValue
        title = feed.title
        language = feed.language
        link = feed.link
        items = feed.items.map(Entry.init)
        if !feed.children.isEmpty {
            children = feed.children.map {
                Child(url: $0.url, lastModified: $0.lastModified?.instant.iso8601)
            }
        }
        guard explain else { return }
        selfLink = feed.selfLink
        hub = feed.hub
        nextPage = feed.nextPage
        previousArchive = feed.previousArchive
        hints = Hints(
            minimumSeconds: feed.hints.minimumInterval?.components.seconds, skipHours: feed.hints.skipHours,
            skipDays: feed.hints.skipDays)
        diagnostics = feed.diagnostics
    }
}
