import Corpus
import Dedup
import Model
import Store
import Watchlist

/// An article on its way to the corpus, with where it came from and which rules it matched.
package struct Submission: Sendable {
    package var source: String
    package var outlet: String
    /// The items it stands for; remembered as known once the article is decided on.
    package var items: [ItemRecord]
    package var article: Article
    package var url: String?
    /// What the article is compared by, its number still open; nil when it is not to be compared.
    package var sketch: Sketch?
    package var matches: [RuleMatch]
    /// The number under which an earlier version of the same item was decided on.
    package var earlierNumber: Int?
    /// Why the article is not worth comparing and filing; it is only recorded.
    package var skipReason: String?
    /// A file of another corpus, taken over with its name and bytes where the name is free.
    package var importedFile: ImportedFile?
    package var time: Timestamp
    /// Whether it is old material, which is compared with its own time.
    package var isArchived = false

    package struct ImportedFile: Sendable {
        package var name: CorpusName
        package var bytes: [UInt8]

        package init(name: CorpusName, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    package init(
        source: String, outlet: String, items: [ItemRecord], article: Article, url: String?,
        sketch: Sketch?, matches: [RuleMatch], time: Timestamp
    ) {
        self.source = source
        self.outlet = outlet
        self.items = items
        self.article = article
        self.url = url
        self.sketch = sketch
        self.matches = matches
        self.time = time
    }
}

extension Submission {
    /// The day the article counts for, see ``Model/Article/comparisonDay(time:windowDays:)``.
    func comparisonDay(windowDays: Int) -> Int {
        article.comparisonDay(time: time, windowDays: isArchived ? nil : windowDays)
    }
}

/// What became of a submission.
package enum Filing: Sendable {
    /// Decided on, recorded and durable.
    case decided(LedgerEntry, alerts: Int)
    /// The item claims to be newer, but its text is the one that is filed; nothing was recorded.
    case unchanged(number: Int)
    /// Cannot be filed, and it is this article and not the disk; nothing was recorded, so its items are still new.
    case refused(reason: String)
}
