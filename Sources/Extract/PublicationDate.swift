import Dates
import Model

/// When the article was published and changed, as far as the page says.
///
/// Machine-readable declarations come first, in the order of how seldom they lie: JSON-LD, `article:published_time` and
/// its relatives, microdata; then a `<time>` near the title, the address, and the visible text. A date of modification is
/// never taken for the publication, nor one that lies in the future.
struct PublicationDate {
    let page: Page
    let linked: LinkedArticle?
    let url: String
    let language: String?
    let dates: DateReader
    let now: Timestamp
    /// Block of the title, or where the text begins.
    let titleBlock: Int?

    var published: ZonedDate? {
        let declared = [
            linked?.published,
            page.marks.value(
                "article:published_time", "og:published_time", "og:article:published_time",
                "article:published"),
            page.marks.value(
                "datepublished", "article.published", "rnews:datepublished", "publish-date", "publishdate",
                "pubdate",
                "publication_date", "publication-date", "parsely-pub-date", "sailthru.date", "dc.date.issued",
                "dc.date", "dcterms.date", "dcterms.created", "date", "cxenseparse:recs:publishtime",
                "datecreated"),
        ]
        for text in declared.compactMap({ $0 }) {
            if let date = believable(text) { return date }
        }
        return nil
    }

    private func believable(_ text: String) -> ZonedDate? {
        guard let date = dates.date(in: text, language: language, now: now), !date.isSuspect else {
            return nil
        }
        return date
    }
}
