import Dates
import Extract
import Feed
import Model
import Text

private let now = Timestamp(seconds: 1_900_000_000)

func measureFeeds(_ material: Material) {
    let dates = DateReader()
    var items = 0
    var failures = 0
    let rounds = rounds {
        items = 0
        failures = 0
        for file in material.files {
            do {
                items += try parsedFeed(file, contentType: nil, url: nil, dates: dates, now: now).items.count
            } catch {
                failures += 1
            }
        }
    }
    report("feeds to items", rounds.rate(of: material.megabytes), "MB/s")
    report("items of feeds", rounds.rate(of: Double(items)), "items/s")
    report("feeds not read", Double(failures), "feeds")
}

func measurePages(_ material: Material) {
    let extractor = Extractor(dates: DateReader(), languages: LanguageIdentifier())
    var failures = 0
    let rounds = rounds {
        failures = 0
        for page in material.files {
            do {
                _ = try extractor.article(
                    from: page, contentType: nil, url: "https://page.example/", item: nil,
                    rules: ArticleRules(),
                    languageHint: nil, now: now)
            } catch {
                failures += 1
            }
        }
    }
    report("pages to articles", rounds.rate(of: Double(material.files.count)), "pages/s")
    report("bytes of pages", rounds.rate(of: material.megabytes), "MB/s")
    report("pages not read", Double(failures), "pages")
}

func measureFolding(_ material: Material) {
    let folding = Folding()
    var byteCount = 0
    let rounds = rounds {
        for text in material.files { byteCount += folding.foldedBytes(text.span).count }
    }
    report("folding", rounds.rate(of: material.megabytes), "MB/s")
}
