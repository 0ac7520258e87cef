import ArgumentParser
import Dates
import Extract
import Foundation
import Model
import Text

/// `wirewatch inspect page`: a page as an article, with what was kept, what was cut and why.
struct InspectPage: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "page", abstract: "Extracts the article of a page.")

    @Argument(help: "The page's file, or - for standard input.")
    var file: String?

    @Option(help: "Where the page was found.")
    var url = ""

    @Option(help: "The language of the source (BCP 47), as a hint.")
    var language: LanguageTag?

    @Flag(help: "Also show every block of the page with what became of it and why.")
    var explain = false

    @Flag(help: "Read PATH<TAB>URL lines from standard input and answer each with one line.")
    var batch = false

    func validate() throws {
        if batch == (file != nil) { throw ValidationError("Give either a file (or -) or --batch.") }
    }

    func run() throws {
        let extractor = Extractor(dates: DateReader(), languages: LanguageIdentifier(), explains: explain)
        let now = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        guard batch else {
            let file = file ?? "-"
            do {
                let page = try extractor.article(
                    from: inputBytes(at: file), contentType: nil, url: url, item: nil, rules: ArticleRules(),
                    languageHint: language?.tag, now: now)
                print(prettyJSON(PageReport(page, explain: explain)))
            } catch {
                throw Exit.saying(error, about: file)
            }
            return
        }
        answerBatchLines { line in
            let fields = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false).map(
                String.init)
            let page = try extractor.article(
                from: inputBytes(at: fields[0]), contentType: nil, url: fields.count > 1 ? fields[1] : "",
                item: nil,
                rules: ArticleRules(), languageHint: language?.tag, now: now)
            return jsonLine(PageAnswer(page, explain: explain))
        }
    }
}

/// One line of a batch, in the shape that scorers expect.
private struct PageAnswer: Encodable {
    var title: String?
    var text: String
    /// ISO day in the publisher's zone.
    var date: String?
    var author: String?
    var language: String?
    var wire: String?
    var dateSource: String?
    var notes: [ExtractedPage.Note]?

    init(_ page: ExtractedPage, explain: Bool) {
        title = page.article.title
        text = page.article.text
        date = page.article.published?.day.iso
        author = page.article.byline
        language = page.article.language
        wire = page.article.wire?.agency
        dateSource = explain ? page.dateSource : nil
        notes = explain ? page.notes : nil
    }
}

/// Everything that is known of one page.
private struct PageReport: Encodable {
    var title: String?
    var paragraphs: [String]
    var byline: String?
    var published: String?
    var publishedSource: String?
    var modified: String?
    var language: String?
    var canonicalURL: String?
    var section: String?
    var imageURL: String?
    var wire: WireCredit?
    var quality: Article.Quality
    var blocks: [ExtractedPage.Note]?

    init(_ page: ExtractedPage, explain: Bool) {
        let article = page.article
        title = article.title
        paragraphs = article.paragraphs
        byline = article.byline
        published = article.published.map(PageReport.written)
        publishedSource = page.dateSource
        modified = article.modified.map(PageReport.written)
        language = article.language
        canonicalURL = article.canonicalURL
        section = article.section
        imageURL = article.imageURL
        wire = article.wire
        quality = article.quality
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
