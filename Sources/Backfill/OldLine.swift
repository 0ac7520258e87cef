import Foundation
import Model

/// One line of JSON Lines: an article as other programs write it.
struct OldLine: Decodable {
    /// Publication, Unix seconds.
    var t: Double?
    /// Publication, ISO 8601 or any written date.
    var published: String?
    var date: String?
    var outlet: String?
    var source: String?
    var url: String?
    var lang: String?
    var language: String?
    var title: String?
    var author: String?
    var byline: String?
    var text: String

    /// The date as the line gives it; nil when it gives none.
    var writtenDate: String? { t.map { "\($0)" } ?? published ?? date }

    private enum CodingKeys: String, CodingKey {
        case t, published, date, outlet, source, url, lang, language, title, author, byline, text
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        text = try container.decode(String.self, forKey: .text)
        t = try? container.decodeIfPresent(Double.self, forKey: .t)
        func string(_ key: CodingKeys) -> String? {
            if let text = try? container.decodeIfPresent(String.self, forKey: key) { return text }
            return (try? container.decodeIfPresent(Int.self, forKey: key)).map { "\($0)" }
        }
        published = string(.published)
        date = string(.date)
        outlet = string(.outlet)
        source = string(.source)
        url = string(.url)
        lang = string(.lang)
        language = string(.language)
        title = string(.title)
        author = string(.author)
        byline = string(.byline)
    }
}
