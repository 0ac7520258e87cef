import Model

/// How much of an article a page turned out to hold.
struct PageQuality {
    let page: Page
    let linked: LinkedArticle?
    let title: String?
    let paragraphs: [String]
    /// Of the text that was kept.
    private let units: Int

    init(page: Page, linked: LinkedArticle?, title: String?, paragraphs: [String]) {
        self.page = page
        self.linked = linked
        self.title = title
        self.paragraphs = paragraphs
        units = page.blocks.reduce(0) { $0 + ($1.isKept ? Int($1.units) : 0) }
    }

    var quality: Article.Quality {
        if isDoor { return .notAnArticle }
        if asksConsent { return .consent }
        if paragraphs.isEmpty || isList { return .notAnArticle }
        return isCutOff ? .teaser : .full
    }

    /// A question about cookies or data in the place of the text.
    private var asksConsent: Bool {
        guard units < 2500 else { return false }
        let notices = page.blocks.reduce(0) { $0 + ($1.verdict == .notice ? Int($1.units) : 0) }
        let asking = paragraphs.reduce(0) {
            let line = lowercasedLine(Array($1.utf8)[...], limit: 600)
            return $0 + (LineTables.consent.occurs(in: line) ? $1.utf8.count : 0)
        }
        let all = paragraphs.reduce(0) { $0 + $1.utf8.count }
        if all > 0 { return asking * 2 > all }
        let said = page.blocks.reduce(0) { $0 + ($1.linkDensity < 0.5 ? Int($1.units) : 0) }
        return notices > 0 && notices * 2 >= said
    }

    /// A page that wants a script, a picture puzzle or patience before it shows anything.
    private var isDoor: Bool {
        guard units < 800 else { return false }
        let doors = paragraphs.filter(isDoorLine).reduce(0) { $0 + $1.utf8.count }
        return doors * 3 > paragraphs.reduce(0) { $0 + $1.utf8.count }
            || title.map(isDoorLine) ?? false && units < 300
    }

    private func isDoorLine(_ line: String) -> Bool {
        LineTables.doors.occurs(in: lowercasedLine(Array(line.utf8)[...], limit: 400))
    }

    /// Scraps among many links, on a page that does not call itself an article.
    private var isList: Bool {
        guard linked?.headline == nil, linked?.published == nil, page.marks.value("og:type") != "article",
            units < 200
        else { return false }
        return page.blocks.count(where: { $0.linkDensity > 0.5 }) > 40
    }

    /// Only the beginning, the rest for subscribers.
    private var isCutOff: Bool {
        let tier = page.marks.value("article:content_tier", "isaccessibleforfree")?.lowercased()
        let isLocked = ["locked", "metered", "false", "no"].contains(tier) || linked?.isFree == false
        if isLocked, units < 1500 { return true }
        guard units < 3000, let last = page.blocks.lastIndex(where: \.isKept) else { return false }
        return page.blocks[max(0, last - 2)..<min(page.blocks.count, last + 12)].contains {
            $0.units < 400 && LineTables.paywalls.occurs(in: lowercasedLine(page.bytes(of: $0), limit: 400))
        }
    }
}
