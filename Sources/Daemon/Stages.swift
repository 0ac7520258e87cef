import Address
import Dates
import Dedup
import Extract
import Fetch
import Model
import Text
import Watchlist

/// The pure stages with the tables they share: values in, values out, nothing remembered.
package struct Stages: Sendable {
    package var dates: DateReader
    package var extractor: Extractor
    package var outlets: OutletNames
    package var watchlist: CompiledWatchlist
    package var sketcher: Sketcher

    package init(
        dates: DateReader, extractor: Extractor, outlets: OutletNames, watchlist: CompiledWatchlist,
        sketcher: Sketcher
    ) {
        self.dates = dates
        self.extractor = extractor
        self.outlets = outlets
        self.watchlist = watchlist
        self.sketcher = sketcher
    }

    /// The article on a page, or in the item's own text when that says more, and what the page gave.
    package func article(
        on page: FetchedBody, for item: Item, of source: Source, now: Timestamp
    ) throws -> (article: Article, sample: ExtractionHistory.Sample) {
        let own = articleInFeed(item, of: source)
        let extracted: ExtractedPage
        do {
            extracted = try extractor.article(
                from: page.bytes, contentType: page.head.contentType, url: page.head.url, item: item,
                rules: source.article, languageHint: item.language ?? source.language, now: now)
        } catch {
            guard let own else { throw error }
            return (own, ExtractionHistory.Sample(byteCount: 0))
        }
        let found = extracted.article
        let isArticle = found.quality == .full || found.quality == .teaser
        let length = isArticle ? found.text.utf8.count : 0
        let sample = ExtractionHistory.Sample(byteCount: length, missedRule: extracted.missedRule)
        guard let own else { return (found, sample) }
        let isWorse = found.quality != .full || length < own.text.utf8.count / 2
        return (!isArticle || isWorse && own.text.utf8.count > length ? own : found, sample)
    }

    /// The article that the item itself carries; nil when it has no text.
    package func articleInFeed(_ item: Item, of source: Source) -> Article? {
        extractor.articleFromFeedText(item: item, languageHint: item.language ?? source.language)
    }

    /// Which rules match; looked for in every article, whatever becomes of it later.
    package func matches(in article: Article, outlet: String, source: Source) -> [RuleMatch] {
        watchlist.matches(
            in: MatchInput(
                title: article.title, paragraphs: article.paragraphs, source: source.name, outlet: outlet,
                tags: source.tags, language: article.language, wire: article.wire?.agency))
    }

    /// What the article will be compared by, under a number still to be given.
    package func sketch(of article: Article, outlet: String) -> Sketch {
        sketcher.sketch(of: article.sketchInput(number: 0, outlet: outlet, day: 0))
    }
}
