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
    /// Share of its words that ``of`` has, and the other way round, 0…1. Boilerplate counts for nothing.
    package var share: Double?
    package var reverseShare: Double?
    /// The longest run of words that both have.
    package var longestRun: Int?
    /// Sampled passages left aside as boilerplate.
    package var boilerplate: Int?
    package var story: Int
    /// Stories that this article showed to be the same as ``story``.
    package var joins: [Int]
    package var quotes: [SharedQuote]
    /// Its own number when the story is led by it from here on: a full text after its excerpt, a preferred outlet's version.
    package var head: Int?
    /// Why, in one sentence.
    package var reason: String
    /// When it was considered.
    package var time: Timestamp

    package init(
        number: Int, file: String?, digest: String, source: String, outlet: String, url: String?,
        canonicalURL: String?, key: String?, title: String?, byline: String?, published: ZonedDate?,
        language: String?, wire: WireCredit?, state: State, of: Int?, share: Double?, story: Int,
        joins: [Int] = [],
        quotes: [SharedQuote], reason: String, time: Timestamp, reverseShare: Double? = nil,
        longestRun: Int? = nil, boilerplate: Int? = nil, head: Int? = nil
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
        self.reverseShare = reverseShare
        self.longestRun = longestRun
        self.boilerplate = boilerplate
        self.head = head
    }
}
