import Model

/// A paper, as its readers' programs see it.
struct Outlet: Sendable {
    /// What it lists its articles in.
    enum Format: String, Sendable {
        /// RSS with a summary of each article, or with its whole text.
        case rss, fullRSS
        case atom, rdf, jsonFeed
        /// A page of links.
        case page
        /// A news sitemap.
        case sitemap
    }

    /// What is the matter with its server.
    enum Trouble: Sendable {
        case none
        /// Every answer takes so many milliseconds.
        case slow(Int)
        /// Feeds are not well-formed, and every fifth is an error page instead.
        case broken
        /// Every fourth request for the feed is one too many.
        case throttling
        /// The feed has moved for good, and links lead through a counter.
        case redirecting
    }

    /// Label of its host name.
    let name: String
    let title: String
    let language: String
    let format: Format
    var charset = "UTF-8"
    var trouble = Trouble.none
    var compresses = true

    /// Where its articles are listed.
    var listingPath: String {
        switch format {
        case .rss, .fullRSS: "/rss.xml"
        case .atom: "/atom.xml"
        case .rdf: "/index.rdf"
        case .jsonFeed: "/feed.json"
        case .page: "/news/"
        case .sitemap: "/sitemap-news.xml"
        }
    }

    /// What its readers were told once.
    var configuredPath: String {
        if case .redirecting = trouble { "/feed" } else { listingPath }
    }

    func path(of story: Int, published: Timestamp) -> String {
        let day = published.day().iso.split(separator: "-").joined(separator: "/")
        return "/\(day)/\(name.prefix(3))-\(10_000 + story).html"
    }

    /// What the links in its listing point at.
    func link(to copy: Copy) -> String {
        if case .redirecting = trouble { "/count?to=\(copy.path)" } else { copy.path }
    }
}

extension Outlet {
    /// The press of the invented world: at least two outlets in each of twelve languages.
    static let all: [Outlet] = [
        Outlet(name: "harbour-post", title: "The Harbour Post", language: "en", format: .rss),
        Outlet(name: "daily-lantern", title: "Daily Lantern", language: "en", format: .atom),
        Outlet(
            name: "morning-tide", title: "Morning Tide", language: "en", format: .fullRSS, trouble: .slow(700)
        ),
        Outlet(name: "coast-wire", title: "Coast & Country", language: "en", format: .jsonFeed),
        Outlet(name: "the-rambler", title: "The Rambler", language: "en", format: .rss, trouble: .broken),
        Outlet(name: "busy-bee", title: "Busy Bee", language: "en", format: .rss, trouble: .throttling),
        Outlet(
            name: "old-gazette", title: "Old Gazette", language: "en", format: .rss, trouble: .redirecting),
        Outlet(
            name: "faro-del-sur", title: "El Faro del Sur", language: "es", format: .rss,
            charset: "ISO-8859-1"),
        Outlet(name: "costa-abierta", title: "Costa Abierta", language: "es", format: .atom),
        Outlet(name: "nordblick", title: "Nordblick", language: "de", format: .atom),
        Outlet(
            name: "hafenanzeiger", title: "Hafenanzeiger", language: "de", format: .rss, compresses: false),
        Outlet(
            name: "la-passerelle", title: "La Passerelle", language: "fr", format: .rss,
            charset: "WINDOWS-1252"),
        Outlet(name: "le-littoral", title: "Le Littoral", language: "fr", format: .jsonFeed),
        Outlet(
            name: "severny-mayak", title: "Северный маяк", language: "ru", format: .rss,
            charset: "WINDOWS-1251"),
        Outlet(name: "rechnoy-vestnik", title: "Речной вестник", language: "ru", format: .atom),
        Outlet(
            name: "liman-haber", title: "Liman Haber", language: "tr", format: .rss, charset: "ISO-8859-9"),
        Outlet(name: "kuzey-postasi", title: "Kuzey Postası", language: "tr", format: .jsonFeed),
        Outlet(name: "al-mirsad", title: "المرصاد", language: "ar", format: .atom),
        Outlet(name: "sahel-press", title: "صحافة الساحل", language: "ar", format: .rss),
        Outlet(name: "sagar-sandhya", title: "सागर संध्या", language: "hi", format: .jsonFeed),
        Outlet(name: "nadi-samachar", title: "नदी समाचार", language: "hi", format: .fullRSS),
        Outlet(name: "gangwan-ribao", title: "港湾日报", language: "zh", format: .page, charset: "GB18030"),
        Outlet(name: "chaoxi-bao", title: "潮汐报", language: "zh", format: .rss),
        Outlet(name: "minato-shimbun", title: "港新聞", language: "ja", format: .rdf, charset: "SHIFT_JIS"),
        Outlet(name: "kaikyo-nippo", title: "海峡日報", language: "ja", format: .atom),
        Outlet(name: "hangu-ilbo", title: "항구일보", language: "ko", format: .sitemap),
        Outlet(name: "bada-news", title: "바다뉴스", language: "ko", format: .rss, charset: "EUC-KR"),
        Outlet(name: "tha-ruea", title: "ท่าเรือรายวัน", language: "th", format: .jsonFeed),
        Outlet(name: "khluen-news", title: "คลื่นข่าว", language: "th", format: .page),
    ]
}
