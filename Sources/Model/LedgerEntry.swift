/// One decision, as a line of `ledger.jsonl` records it. Property order is the order of the line.
package struct LedgerEntry: Sendable, Equatable, Codable {
    /// What became of an article.
    package enum State: String, Sendable, Codable {
        case filed, copy, excerpt, revised, skipped
    }

    package var number: Int
    /// File name in the corpus folder; nil when nothing was filed.
    package var file: String?
    /// First 16 hex digits of the SHA-256 of the rendered article, also when it was not filed.
    package var digest: String
    package var source: String
    package var outlet: String
    package var url: String?
    package var canonicalURL: String?
    /// The item's stable key in its source: what "seen before" is decided by when the index is rebuilt.
    package var key: String?
    package var title: String?
    package var byline: String?
    package var published: ZonedDate?
    package var language: String?
    package var wire: WireCredit?
    package var state: State
    /// The article it is a copy, excerpt or revision of, or that it embeds.
    package var of: Int?
    /// Containment in ``of``, 0…1.
    package var share: Double?
    package var story: Int
    /// Stories that this article showed to be the same as ``story``.
    package var joins: [Int]
    package var quotes: [SharedQuote]
    /// Why, in one sentence.
    package var reason: String
    /// When it was considered.
    package var time: Timestamp

    package init(
        number: Int, file: String?, digest: String, source: String, outlet: String, url: String?,
        canonicalURL: String?, key: String?, title: String?, byline: String?, published: ZonedDate?,
        language: String?, wire: WireCredit?, state: State, of: Int?, share: Double?, story: Int,
        joins: [Int] = [],
        quotes: [SharedQuote], reason: String, time: Timestamp
    ) {
        self.number = number
        self.file = file
        self.digest = digest
        self.source = source
        self.outlet = outlet
        self.url = url
        self.canonicalURL = canonicalURL
        self.key = key
        self.title = title
        self.byline = byline
        self.published = published
        self.language = language
        self.wire = wire
        self.state = state
        self.of = of
        self.share = share
        self.story = story
        self.joins = joins
        self.quotes = quotes
        self.reason = reason
        self.time = time
    }
}
