import Foundation
import Model

/// Invented papers that carry invented wires' stories, each in its own way, and remember the truth about all of it.
///
/// Whatever is published depends on the seed and on what was asked for, and on nothing else; only the dates are the
/// clock's. Serves pages as values; ``whileServing(_:port:_:)`` puts them on the network.
package actor Newsdesk {
    /// A listing as last rendered, until something is published.
    private struct Rendered {
        var body: [UInt8]
        var etag: String
        var modified: String
    }

    /// Where the newsroom can be reached on loopback; it is part of every URL.
    package private(set) var port = 80
    private let seed: UInt64
    private let now: @Sendable () -> Timestamp
    private let books: [String: Phrasebook]
    private var copies: [String: [Printed]] = [:]
    /// By outlet and path, where in ``copies`` an article is.
    private var places: [String: [String: Int]] = [:]
    private var published: [Truth.PublishedStory] = []
    private var traffic: [String: Truth.Traffic] = [:]
    private var rendered: [String: Rendered] = [:]
    private var generator: SeededGenerator

    /// How many articles a listing shows.
    private static let listingLength = 60

    /// - Throws: when the phrasebooks are not where they were built.
    package init(seed: UInt64, now: @escaping @Sendable () -> Timestamp) throws {
        self.seed = seed
        self.now = now
        books = try Phrasebook.all()
        generator = SeededGenerator(seed, 0xDE5C)
    }

    /// Lets a wire issue a story and the outlets of its language print it.
    ///
    /// - Parameters:
    ///   - language: nil for any; an unknown one publishes nothing.
    ///   - edit: what all outlets do to it; nil lets each decide.
    ///   - isWatched: whether it names the watched person and place; nil for one in five.
    package func publish(
        language: String? = nil, edit: Edit? = nil, isWatched: Bool? = nil
    ) -> Truth.PublishedStory? {
        let wanted = language ?? generator.one(of: languages)
        let watched = isWatched ?? generator.chance(0.2)
        guard let book = books[wanted] else { return nil }
        let number = published.count
        var writer = StoryWriter(book: book, seed: seed, number: number)
        let story = writer.story(published: now(), isWatched: watched)
        var carriers: [Truth.Carrier] = []
        var printedText = ""
        for outlet in printers(of: wanted) {
            let edit = edit ?? generator.one(of: Edit.allCases)
            let copy = story.copy(
                for: outlet, edit: edit, sentenceGap: book.sentenceGap, using: &generator)
            printedText += copy.paragraphs.joined(separator: "\n") + "\n"
            places[outlet.name, default: [:]][copy.path] = copies[outlet.name]?.count ?? 0
            copies[outlet.name, default: []].append(Printed(copy: copy, published: story.published))
            rendered[outlet.name] = nil
            let base = base(of: outlet)
            carriers.append(
                Truth.Carrier(
                    outlet: outlet.name, edit: edit, url: base + copy.path, link: base + outlet.link(to: copy)
                ))
        }
        let entry = Truth.PublishedStory(
            number: number, language: wanted, wire: story.wire.agency, headline: story.headline,
            published: story.published.milliseconds,
            rules: WatchedRule.all.filter { printedText.contains($0.name(book)) }.map(\.title),
            carriers: carriers)
        published.append(entry)
        return entry
    }

    /// What the papers are written in, BCP 47.
    package nonisolated var languages: [String] { books.keys.sorted() }

    /// Says at which port the outlets are; before anything is published.
    package func open(at port: Int) {
        self.port = port
    }

    package func truth() -> Truth {
        Truth(seed: seed, stories: published, traffic: traffic)
    }

    /// `http://name.localhost:port`: every outlet has a host name of its own, and all lead here.
    func base(of outlet: Outlet) -> String {
        "http://\(outlet.name).localhost:\(port)"
    }

    func reply(to request: WebRequest) -> WebReply {
        let host = request.host.prefix { $0 != ":" }
        guard let outlet = Outlet.all.first(where: { host == "\($0.name).localhost" }) else {
            return .text(404, "no such outlet\n")
        }
        var reply: WebReply
        if request.path == outlet.configuredPath || request.path == outlet.listingPath {
            reply = listing(of: outlet, for: request)
        } else {
            reply = page(of: outlet, for: request)
        }
        if case .slow(let milliseconds) = outlet.trouble { reply.delay = .milliseconds(milliseconds) }
        traffic[outlet.name, default: Truth.Traffic()].bytes += reply.body.count
        return reply
    }

    private func listing(of outlet: Outlet, for request: WebRequest) -> WebReply {
        var count = traffic[outlet.name] ?? Truth.Traffic()
        defer { traffic[outlet.name] = count }
        if case .redirecting = outlet.trouble, request.path == outlet.configuredPath {
            return WebReply(status: 301, fields: [("Location", outlet.listingPath)])
        }
        count.polls += 1
        switch outlet.trouble {
        case .throttling where count.polls % 4 == 0:
            count.throttled += 1
            return WebReply(status: 429, fields: [("Retry-After", "2")])
        case .broken where count.polls % 5 == 0:
            count.failures += 1
            return .text(500, "Error establishing a database connection\n")
        default: break
        }
        let rendered = rendered[outlet.name] ?? render(outlet)
        self.rendered[outlet.name] = rendered
        let fields = [
            ("ETag", rendered.etag), ("Last-Modified", rendered.modified), ("Vary", "Accept-Encoding"),
        ]
        // nginx's way: the date must be the very one that was sent.
        if request.ifNoneMatch.map({ $0 == rendered.etag }) ?? (request.ifModifiedSince == rendered.modified)
        {
            count.notModified += 1
            return WebReply(status: 304, fields: fields)
        }
        return document(rendered.body, of: outlet, type: outlet.contentType, fields: fields, for: request)
    }

    private func page(of outlet: Outlet, for request: WebRequest) -> WebReply {
        if request.path == "/count", let target = request.query["to"], target.hasPrefix("/2") {
            return WebReply(status: 302, fields: [("Location", target)])
        }
        guard let place = places[outlet.name]?[request.path], let printed = copies[outlet.name],
            let book = books[outlet.language]
        else { return .text(404, "not found\n") }
        traffic[outlet.name, default: Truth.Traffic()].pages += 1
        let text = articlePage(
            of: outlet, base: base(of: outlet), item: printed[place], others: printed.suffix(6).reversed(),
            furniture: book.furniture)
        return document(
            encoded(text, in: outlet.charset), of: outlet, type: "text/html; charset=\(outlet.charset)",
            fields: [],
            for: request)
    }

    private func document(
        _ body: [UInt8], of outlet: Outlet, type: String, fields: [(String, String)], for request: WebRequest
    ) -> WebReply {
        var reply = WebReply(status: 200, fields: [("Content-Type", type)] + fields, body: body)
        if outlet.compresses, request.acceptsGzip, let packed = gzipped(body) {
            reply.body = packed
            reply.fields.append(("Content-Encoding", "gzip"))
        }
        return reply
    }

    private func render(_ outlet: Outlet) -> Rendered {
        let items = (copies[outlet.name] ?? []).suffix(Newsdesk.listingLength).reversed()
        let text = feed(of: outlet, base: base(of: outlet), items: Array(items))
        let body = encoded(text, in: outlet.charset)
        let modified = items.first?.published ?? Timestamp(seconds: 1_767_225_600)
        return Rendered(
            body: body, etag: "\"\(String(fingerprint(of: body), radix: 16))\"",
            modified: modified.mailDate(zone: "GMT"))
    }

    /// At least two where there are as many; in the language with most outlets, not all.
    private func printers(of language: String) -> [Outlet] {
        let outlets = Outlet.all.filter { $0.language == language }.shuffled(using: &generator)
        let fewest = min(2, outlets.count)
        return Array(
            outlets.prefix(Int.random(in: fewest...max(fewest, min(5, outlets.count)), using: &generator)))
    }
}

/// FNV-1a: short, and enough to tell one rendering from the next.
private func fingerprint(of bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
}

extension Outlet {
    fileprivate var contentType: String {
        switch format {
        case .rss, .fullRSS: "application/rss+xml; charset=\(charset)"
        // No charset here: the document says it itself.
        case .atom: "application/atom+xml"
        case .rdf, .sitemap: "text/xml"
        case .jsonFeed: "application/feed+json"
        case .page: "text/html; charset=\(charset)"
        }
    }
}
