import Address
import ArgumentParser
import Daemon
import Dates
import Extract
import Model
import Settings
import Store
import Text

/// `wirewatch inspect page`: a page as an article, with what was kept, what was cut and why.
struct InspectPage: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "page", abstract: "Extracts the article of a page.",
        discussion: """
            Selectors are tried before they go into the settings; what they would change stands in the answer.

              wirewatch inspect page saved.html --url https://paper.example/a --explain
              wirewatch inspect page saved.html --text "div.story" --remove ".share" --explain
              wirewatch inspect page saved.html --source "The Paper"
            """)

    @Argument(help: "The page's file, or - for standard input.")
    var file: String?

    @Option(help: "Where the page was found.")
    var url = ""

    @Option(help: "The language of the source (BCP 47), as a hint.")
    var language: LanguageTag?

    @OptionGroup var trial: TrialSelectors
    @OptionGroup var config: ConfigOption

    @Option(help: "A source of the settings: its selectors, and what was learned of its outlet, are used.")
    var source: String?

    @Flag(help: "Also show every block of the page with what became of it and why.")
    var explain = false

    @Flag(help: "Read PATH<TAB>URL lines from standard input and answer each with one line.")
    var batch = false

    @Flag(help: "With --batch: first learn from all pages what each outlet repeats, and cut it.")
    var learn = false

    func validate() throws {
        if batch == (file != nil) { throw ValidationError("Give either a file (or -) or --batch.") }
        if learn, !batch { throw ValidationError("--learn needs the many pages of --batch.") }
    }

    func run() throws {
        let extractor = Extractor(dates: DateReader(), languages: LanguageIdentifier(), explains: explain)
        let inspection = PageInspection(
            extractor: extractor, language: language?.tag, rules: trial.rules,
            now: SystemClock().now)
        if learn { return inspection.answerLearning() }
        guard batch else {
            return try report(inspection)
        }
        answerBatchLines { line in
            let (path, url) = pageAndAddress(line)
            return jsonLine(PageAnswer(try inspection.page(inputBytes(at: path), url: url), explain: explain))
        }
    }

    private func report(_ inspection: PageInspection) throws {
        let file = file ?? "-"
        var inspection = inspection
        var furniture: OutletFurniture?
        if let name = source {
            let settings = try config.settings()
            guard let source = settings.sources.first(where: { $0.name == name }) else {
                say("wirewatch: \(safeText(config.path)) has no source \"\(safeText(name))\"")
                throw ExitCode.validationFailure
            }
            inspection.rules = trial.rules(over: source.article)
            inspection.language = language?.tag ?? source.language
            furniture = try learned(of: OutletNames().outlet(of: url.isEmpty ? source.url : url), settings)
        }
        do {
            let bytes = try inputBytes(at: file)
            var page = try inspection.page(bytes, url: url)
            if let furniture { page.cut(furniture) }
            var report = PageReport(page, explain: explain)
            if !inspection.rules.isEmpty {
                inspection.rules = ArticleRules()
                report.withoutRules = PageReport.Plain(try inspection.page(bytes, url: url).article)
            }
            print(prettyJSON(report))
        } catch {
            throw Exit.saying(error, about: file)
        }
    }

    /// What a daemon on these settings has learned of an outlet; nil when none has run yet.
    private func learned(of outlet: String, _ settings: WirewatchSettings) throws -> OutletFurniture? {
        do {
            return try storeIfAny(of: settings)?.furniture(ofOutlet: outlet)
                .flatMap(OutletFurniture.init(bytes:))
        } catch {
            throw Exit.saying(error)
        }
    }
}

/// Selectors to try on a page.
struct TrialSelectors: ParsableArguments {
    @Option(help: "Selects the text: CSS, or XPath with a leading /.")
    var text: String?

    @Option(help: "Selects the title.")
    var title: String?

    @Option(help: "Selects the date.")
    var date: String?

    @Option(help: "Selects the byline.")
    var byline: String?

    @Option(parsing: .singleValue, help: "Selects what is removed beforehand; may be given again.")
    var remove: [String] = []

    var rules: ArticleRules { rules(over: ArticleRules()) }

    /// The given selectors in the place of a source's own.
    func rules(over own: ArticleRules) -> ArticleRules {
        var rules = own
        rules.text = text ?? own.text
        rules.title = title ?? own.title
        rules.date = date ?? own.date
        rules.byline = byline ?? own.byline
        rules.remove = own.remove + remove
        return rules
    }
}
