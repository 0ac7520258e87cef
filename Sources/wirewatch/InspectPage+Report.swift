import Extract
import Model

/// One line of a batch, in the shape that scorers expect.
struct PageAnswer: Encodable {
    var title: String?
    var text: String
    /// ISO day in the publisher's zone.
    var date: String?
    var author: String?
    var language: String?
    var wire: String?
    var quality: String
    var dateSource: String?
    var notes: [ExtractedPage.Note]?

    init(_ page: ExtractedPage, explain: Bool) {
        title = page.article.title
        text = page.article.text
        date = page.article.published?.day.iso
        author = page.article.byline
        language = page.article.language
        wire = page.article.wire?.agency
        quality = page.article.quality.rawValue
        dateSource = explain ? page.dateSource : nil
        notes = explain ? page.notes : nil
    }
}

/// Everything that is known of one page.
struct PageReport: Encodable {
    /// What the page gives without the source's selectors.
    struct Plain: Encodable {
        var title: String?
        var byline: String?
        var published: String?
        var paragraphCount: Int
        var byteCount: Int

        init(_ article: Article) {
            title = article.title
            byline = article.byline
            published = article.published.map(PageReport.written)
            paragraphCount = article.paragraphs.count
            byteCount = article.text.utf8.count
        }
    }

    var title: String?
    var paragraphs: [String]
    var byline: String?
    var published: String?
    /// The day in the publisher's own zone.
    var publishedDay: String?
    /// Seconds east of UTC; absent when the page does not say.
    var publishedOffset: Int?
    var publishedPrecision: String?
    var publishedSource: String?
    var modified: String?
    var language: String?
    var canonicalURL: String?
    var section: String?
    var imageURL: String?
    var wire: WireCredit?
    var quality: Article.Quality
    /// Present, and true, on pages made for AMP.
    var amp: Bool?
    var rules: [ExtractedPage.RuleFinding]?
    var withoutRules: Plain?
    var blocks: [ExtractedPage.Note]?

    init(_ page: ExtractedPage, explain: Bool) {
        let article = page.article
        title = article.title
        paragraphs = article.paragraphs
        byline = article.byline
        published = article.published.map(PageReport.written)
        publishedDay = article.published?.day.iso
        publishedOffset = article.published?.offsetSeconds
        publishedPrecision = article.published.map { "\($0.precision)" }
        publishedSource = page.dateSource
        modified = article.modified.map(PageReport.written)
        language = article.language
        canonicalURL = article.canonicalURL
        section = article.section
        imageURL = article.imageURL
        wire = article.wire
        quality = article.quality
        amp = page.isAMP ? true : nil
        rules = page.findings.isEmpty ? nil : page.findings
        blocks = explain ? page.notes : nil
    }

    /// A day as a day, an instant in UTC.
    private static func written(_ date: ZonedDate) -> String {
        switch date.precision {
        case .minute, .second: date.instant.iso8601
        case .year, .month, .day: date.day.iso
        }
    }
}
