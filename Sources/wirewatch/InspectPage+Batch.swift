import Address
import Extract
import Model

/// How pages are read for `inspect page`.
struct PageInspection {
    var extractor: Extractor
    var language: String?
    var rules: ArticleRules
    var now: Timestamp

    func page(_ bytes: [UInt8], url: String) throws(ExtractError) -> ExtractedPage {
        try extractor.article(
            from: bytes, contentType: nil, url: url, item: nil, rules: rules, languageHint: language, now: now
        )
    }

    /// Reads all lines of standard input, learns what each outlet repeats on the pages named, and answers each line with its
    /// article freed of that.
    func answerLearning() {
        let outlets = OutletNames()
        var furniture: [String: OutletFurniture] = [:]
        var pages: [Result<(outlet: String, page: ExtractedPage), any Error>] = []
        let day = now.day().daysSinceEpoch
        while let line = readLine(strippingNewline: true) {
            let (path, url) = pageAndAddress(line)
            pages.append(
                Result {
                    let page = try page(inputBytes(at: path), url: url)
                    let outlet = outlets.outlet(of: url)
                    furniture[outlet, default: OutletFurniture()].learn(page.article, day: day)
                    return (outlet, page)
                })
        }
        for result in pages {
            switch result {
            case .success(let (outlet, found)):
                var page = found
                if let known = furniture[outlet] { page.cut(known) }
                print(jsonLine(PageAnswer(page, explain: false)))
            case .failure(let error):
                print(jsonLine(["error": "\(error)"]))
            }
        }
    }
}

/// The two fields of a line `PATH<TAB>URL`; the second may be missing.
func pageAndAddress(_ line: String) -> (path: String, url: String) {
    let fields = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    return (fields[0], fields.count > 1 ? fields[1] : "")
}
