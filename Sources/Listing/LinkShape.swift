import Address
import Foundation

/// What the address of a link says about what is behind it.
struct LinkShape: Equatable {
    /// Host and path with numbers, dates and slugs replaced by their kind: pages of one kind share it.
    var pattern: String
    /// For an article when positive, against one when negative.
    var score: Double
    /// What told so, in words for people; empty when nothing did.
    var reason: String
    /// Segments of its path.
    var depth: Int

    /// - Parameter key: an address key, `host/path?query`.
    init(key: String) {
        let address = key.prefix { $0 != "#" }
        let query = address.split(separator: "?", maxSplits: 1).dropFirst().first.map(String.init) ?? ""
        let parts = address.prefix { $0 != "?" }.split(separator: "/", omittingEmptySubsequences: true)
        let segments = parts.dropFirst().map { decoded($0).lowercased() }
        var kinds = segments.map(SegmentKind.init)
        if kinds.isEmpty, !query.isEmpty { kinds = [.word] }
        let queryNames = query.split(separator: "&").map { $0.prefix { $0 != "=" } }
        let texts = zip(segments, kinds).map { $1 == .word ? $0 : $1.rawValue }
        // All but the last word of a path name a section; the last one is the page itself.
        let generalised = texts.enumerated().map {
            $0.offset == texts.count - 1 && kinds[$0.offset] == .word ? "word" : $0.element
        }
        pattern =
            (parts.first.map(String.init) ?? "") + "/" + generalised.joined(separator: "/")
            + (queryNames.isEmpty ? "" : "?" + queryNames.joined(separator: "&"))
        depth = segments.count
        (score, reason) = Self.judged(segments: segments, kinds: kinds, query: query)
    }

    private static func judged(segments: [String], kinds: [SegmentKind], query: String) -> (Double, String) {
        guard let last = segments.last, let lastKind = kinds.last else {
            return query.isEmpty ? (-6, "the front page of a site") : queryScore(query)
        }
        if let ending = last.split(separator: ".").last.map(String.init), last.utf8.contains(0x2E),
            mediaEndings.contains(ending)
        {
            return (-8, "a file of type \(ending)")
        }
        let hasDate = kinds.contains(.date) || hasDate(in: kinds, segments)
        // `/tag/x` and `/author/x` list articles; `/category/x/a-long-slug-of-words` may be one.
        let names = segments.map { $0.prefix { $0 != "." } }
        if let place = names.dropLast().lastIndex(where: { personWords.contains(String($0)) }),
            names.count - place <= 2
        {
            return (-4, "an address with /\(names[place])/")
        }
        if let place = names.lastIndex(where: { sectionWords.contains(String($0)) }), !hasDate {
            let behind = segments.count - 1 - place
            let isListing = behind == 0 || (behind == 1 && lastKind != .slugWithNumber) || lastKind == .word
            if isListing { return (-4, "an address with /\(names[place])/") }
        }
        if hasDate { return (2.5, "a date in the address") }
        switch lastKind {
        case .slugWithNumber: return (2.5, "a number and words in the address")
        case .longSlug: return (2, "many words in the address")
        case .number, .code: return (1.5, "a number in the address")
        case .shortSlug: return (segments.count > 1 ? 0.5 : -0.5, "")
        case .date: return (1, "")
        case .word, .page:
            let inQuery = queryScore(query)
            if inQuery.0 > 0 { return inQuery }
            if lastKind == .page { return (0, "") }
            return kinds.dropLast().contains {
                $0 == .number || $0 == .code || $0 == .longSlug || $0 == .slugWithNumber
            }
                ? (1, "a number in the address") : (-1.5, "a short address, as sections have")
        }
    }

    /// `?id=12345`, `?artNo=77`
    private static func queryScore(_ query: String) -> (Double, String) {
        for pair in query.split(separator: "&") {
            let fields = pair.split(separator: "=", maxSplits: 1)
            guard fields.count == 2 else { continue }
            let name = fields[0].lowercased()
            if ["page", "p", "start", "offset", "sort", "q", "s", "lang", "cat", "tag"].contains(name) {
                continue
            }
            let digits = fields[1].utf8.filter { (0x30...0x39).contains($0) }.count
            if digits >= 3, digits * 2 >= fields[1].utf8.count { return (1.5, "a number in the address") }
        }
        return (query.isEmpty ? 0 : -1, "")
    }

    /// `/2026/02/13/` or `/2026/02/`
    private static func hasDate(in kinds: [SegmentKind], _ segments: [String]) -> Bool {
        zip(segments, segments.dropFirst()).contains { year, month in
            guard year.utf8.count == 4, let year = Int(year), (1990...2100).contains(year) else {
                return false
            }
            return month.utf8.count <= 2 && Int(month).map { (1...12).contains($0) } ?? false
        } && segments.count > 2
    }

    private static let mediaEndings: Set<String> = [
        "jpg", "jpeg", "png", "gif", "webp", "avif", "svg", "ico", "mp3", "m4a", "mp4", "m4v", "avi", "mov",
        "webm", "pdf",
        "zip", "rar", "gz", "7z", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "epub", "apk", "exe", "dmg",
        "css", "js",
        "xml", "rss", "json", "ics", "csv", "txt",
    ]

    /// Words of addresses before the name of a person or a tag, whatever that looks like.
    private static let personWords: Set<String> = [
        "tag", "tags", "author", "authors", "autor", "autoren", "autores", "auteur", "auteurs", "autore",
        "user", "users",
        "profile", "profil", "people", "person", "personen", "columnist", "columnists", "journalist", "yazar",
        "yazarlar",
        "avtor", "penulis", "reporter", "hashtag",
    ]

    /// Words of addresses that lead to lists, people and the house itself, in languages addresses are written in.
    private static let sectionWords: Set<String> = [
        "tag", "tags", "topic", "topics", "label", "labels", "category", "categories", "cat", "section",
        "sections",
        "author", "authors", "autor", "autoren", "autores", "auteur", "user", "users", "profile", "people",
        "search",
        "login", "signin", "register", "signup", "account", "about", "about-us", "contact", "contacts",
        "kontakt",
        "privacy", "terms", "imprint", "impressum", "datenschutz", "help", "faq", "advertise", "jobs",
        "careers",
        "subscribe", "subscription", "abo", "newsletter", "newsletters", "rss", "feed", "feeds", "sitemap",
        "archive",
        "archives", "archiv", "page", "pages", "share", "sharer", "intent", "print", "pdf", "mail", "email",
        "comment",
        "comments", "hashtag", "theme", "themes",
        "thema",
        "themen", "tema", "temas", "sujet", "sujets", "kategorie", "kategori", "kategoria", "categoria",
        "categorias",
        "rubrik", "rubric", "rubrique", "rubrica", "rubrika", "etiket", "etiqueta", "etiquetas", "keyword",
        "keywords",
        "konu", "yazar", "yazarlar", "tegi", "tegy", "avtor", "shop", "store", "apps", "app", "cookies",
        "rules",
    ]
}

/// What kind of thing one segment of a path is.
enum SegmentKind: String {
    case word, number, code, date, page
    case shortSlug = "slug"
    case longSlug = "long-slug"
    case slugWithNumber = "slug-number"

    /// - Parameter segment: lower case.
    init(_ segment: String) {
        let name = segment.split(separator: ".").first.map(String.init) ?? segment
        let bytes = Array(name.utf8)
        let digits = bytes.filter { (0x30...0x39).contains($0) }.count
        let words = name.split { $0 == "-" || $0 == "_" || $0 == "+" || $0 == "," }
        let hasLongNumber = words.contains { word in
            word.utf8.count >= 4 && word.utf8.allSatisfy { (0x30...0x39).contains($0) }
        }
        let wordCount = words.count { word in !word.utf8.allSatisfy { (0x30...0x39).contains($0) } }
        if digits == bytes.count, !bytes.isEmpty {
            self = bytes.count == 8 && (name.hasPrefix("19") || name.hasPrefix("20")) ? .date : .number
        } else if Self.isDate(words) {
            self = .date
        } else if hasLongNumber, wordCount >= 2 {
            self = .slugWithNumber
        } else if wordCount >= 4 || bytes.count(where: { $0 >= 0x80 }) >= 24 {
            // Many letters of other scripts are a title written out.
            self = .longSlug
        } else if hasLongNumber || Self.isCode(bytes, digits: digits) {
            self = .code
        } else if wordCount >= 2 {
            self = .shortSlug
        } else {
            self =
                segment.utf8.contains(0x2E)
                    && ["index", "default", "article", "news", "view", "read"].contains(name) ? .page : .word
        }
    }

    /// `2026-02-13`
    private static func isDate(_ words: [Substring]) -> Bool {
        words.count == 3 && words[0].utf8.count == 4 && words.allSatisfy { Int($0) != nil }
    }

    /// `art12345`, `t20260213_99`, `c4gzq8m7p2o`: letters with digits among them, as identifiers have.
    private static func isCode(_ bytes: [UInt8], digits: Int) -> Bool {
        digits >= 4 || (digits >= 2 && bytes.count >= 8 && !bytes.contains(0x2D))
    }
}

/// A segment with its escapes resolved; what is not UTF-8 then stays as it was.
private func decoded(_ segment: Substring) -> String {
    guard segment.utf8.contains(0x25) else { return String(segment) }
    return String(segment).removingPercentEncoding ?? String(segment)
}
