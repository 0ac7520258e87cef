import Address
import Markup

/// What to say of a web page that stands where a feed was expected.
func pageInstead(of utf8: [UInt8], url: String?) -> FeedError {
    let page = PageScan(utf8, url: url)
    return .page(kind: page.kind, title: page.title, feeds: page.feeds.isEmpty ? page.linked : page.feeds)
}

/// Reads the title, the advertised feeds and the signs of a login or challenge out of a page.
private struct PageScan {
    var title: String?
    var feeds: [AdvertisedFeed] = []
    /// Feeds that an ordinary link names.
    var linked: [AdvertisedFeed] = []
    var hasPassword = false
    private var hasField = false
    private var hasButton = false
    /// Links with an address: what only keeps people out has few.
    var links = 0
    private var base: String?
    private var challengeWords = 0
    private var speaksOfCookies = false

    static let maxFeeds = 50
    static let maxLinked = 10
    static let maxBytes = 1 << 20

    init(_ utf8: [UInt8], url: String?) {
        base = url
        let bytes = Array(utf8.prefix(PageScan.maxBytes))
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<"), let tag = LooseTag(bytes, at: index) else {
                index += 1
                continue
            }
            index = tag.end
            switch tag.name {
            case "title" where title == nil:
                let rest = bytes[index...].prefix(1000).prefix { $0 != UInt8(ascii: "<") }
                let text = titleText(Array(String(decoding: rest, as: UTF8.self).utf8)[...], kind: .html)
                if !text.isEmpty { title = text }
            case "link": addFeed(tag)
            case "a" where tag["href"] != nil:
                links += 1
                addLinkedFeed(tag, text: bytes[index...].prefix(200))
            case "base":
                if let href = tag["href"], let resolved = resolvedURL(href, base: url) { base = resolved }
            case "button": hasButton = true
            case "input":
                switch tag["type"]?.lowercased() {
                case "password": hasPassword = true
                case "submit", "button": hasButton = true
                case "hidden", "search": break
                default: hasField = true
                }
            default: break
            }
        }
        let start = String(decoding: bytes.prefix(64 << 10), as: UTF8.self).lowercased()
        challengeWords = PagePhrases.challenge.count { start.contains($0) }
        // A page of a few lines that leads nowhere, sets a cookie and comes back wants to see a browser do so.
        if bytes.count < 8192, links == 0, start.contains("document.cookie"), start.contains("location") {
            challengeWords += 1
        }
        speaksOfCookies = cookieWords.contains { start.contains($0) }
    }

    private mutating func addFeed(_ tag: LooseTag) {
        let rel = tag["rel"]?.lowercased().split { $0.isWhitespace } ?? []
        let type = tag["type"]?.lowercased().filter { !$0.isWhitespace } ?? ""
        guard rel.contains("alternate") || rel.contains("feed"), feeds.count < PageScan.maxFeeds,
            let href = tag["href"],
            feedTypes.contains(String(type.prefix { $0 != ";" })) || isJSONFeed(tag, type: type),
            let url = resolvedURL(href, base: base), !feeds.contains(where: { $0.url == url })
        else { return }
        feeds.append(AdvertisedFeed(url: url, title: tag["title"], type: type))
    }

    /// `application/json` may be anything; a feed says so.
    private func isJSONFeed(_ tag: LooseTag, type: String) -> Bool {
        type.prefix { $0 != ";" } == "application/json"
            && [tag["href"], tag["title"]].contains { $0?.lowercased().contains("feed") ?? false }
    }

    /// `<a href="/news.xml">RSS</a>`: the type or all of the text says that it is a feed.
    private mutating func addLinkedFeed(_ tag: LooseTag, text: ArraySlice<UInt8>) {
        guard linked.count < PageScan.maxLinked, let href = tag["href"] else { return }
        let type = tag["type"]?.lowercased() ?? ""
        let shown = String(decoding: text.prefix { $0 != UInt8(ascii: "<") }, as: UTF8.self)
        let named = [shown, tag["title"] ?? "", tag["aria-label"] ?? ""].contains { name in
            name.utf8.count <= 60 && PageScan.saysFeed(name.lowercased())
        }
        guard feedTypes.contains(String(type.prefix { $0 != ";" })) || named,
            let url = resolvedURL(href, base: base),
            !linked.contains(where: { $0.url == url })
        else { return }
        linked.append(AdvertisedFeed(url: url, title: nil, type: type))
    }

    /// `RSS`, `RSS-лента`, `フィード (RSS 2.0)`, `Atom feed`
    private static func saysFeed(_ name: String) -> Bool {
        let words = name.utf8.split { !(0x61...0x7A).contains($0) }.map { String(Substring($0)) }
        guard words.count <= 5 else { return false }
        return words.contains("rss") || words.contains("feed") || words.contains("feeds")
            || words == ["atom"] || words == ["xml"]
    }

    /// A news page too has a form to log in at its top, and a captcha before its comments.
    var kind: FeedError.PageKind {
        let words = title?.lowercased() ?? ""
        if challengeWords > 0, feeds.isEmpty, links < 15 { return .challenge }
        if hasPassword, feeds.isEmpty, links < 15 || PagePhrases.login.contains(where: words.contains) {
            return .login
        }
        // Some ask for the name first.
        if hasField, feeds.isEmpty, links < 5, PagePhrases.login.contains(where: words.contains) {
            return .login
        }
        if hasButton, speaksOfCookies, feeds.isEmpty, links < 5 { return .consent }
        let isError = [
            "403", "404", "410", "429", "500", "502", "503", "not found", "forbidden", "access denied",
        ]
        .contains { words.contains($0) }
        return isError || PagePhrases.errors.contains(where: words.contains) ? .errorPage : .page
    }
}

private let feedTypes = [
    "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml",
]

/// How languages call cookies.
private let cookieWords = [
    "cookie", "куки", "файлы cookie", "クッキー", "쿠키", "ملفات تعريف الارتباط", "الكوكيز", "עוגיות", "کوکی",
    "คุกกี้", "कुकी", "কুকি", "çerez", "evästeet", "evästeiden", "sütik", "slapuk", "sīkdat", "küpsis", "kolačić",
    "бисквитк", "informasjonskapsl", "informationskapsl",
]

/// One tag of sloppy HTML with its attributes.
private struct LooseTag {
    var name: String
    var end: Int
    private var attributes: [String: String] = [:]

    /// Reads the start tag whose `<` is at `start`; nil when none begins there.
    init?(_ bytes: [UInt8], at start: Int) {
        var index = start + 1
        let limit = min(bytes.count, start + 8192)
        func word(_ isPart: (UInt8) -> Bool) -> String {
            let from = index
            while index < limit, isPart(bytes[index]) { index += 1 }
            return String(decoding: bytes[from..<index], as: UTF8.self)
        }
        name = word(isLetterOrDigit).lowercased()
        guard !name.isEmpty else { return nil }
        while index < limit, bytes[index] != UInt8(ascii: ">") {
            _ = word { $0 <= 0x20 }
            let isName = { (byte: UInt8) in byte > 0x20 && ![0x3D, 0x3E, 0x2F, 0x22, 0x27].contains(byte) }
            let attribute = word(isName).lowercased()
            _ = word { $0 <= 0x20 }
            if index < limit, bytes[index] == UInt8(ascii: "=") {
                index += 1
                _ = word { $0 <= 0x20 }
                var value = ""
                if index < limit, bytes[index] == 0x22 || bytes[index] == 0x27 {
                    let quote = bytes[index]
                    index += 1
                    value = word { $0 != quote }
                    index += 1
                } else {
                    value = word { $0 > 0x20 && $0 != UInt8(ascii: ">") }
                }
                if attributes[attribute] == nil, attributes.count < 64 {
                    attributes[attribute] = titleText(Array(value.utf8)[...], kind: .html)
                }
            } else if attribute.isEmpty {
                index += 1
            }
        }
        end = min(index + 1, bytes.count)
    }

    subscript(_ attribute: String) -> String? { attributes[attribute] }
}
