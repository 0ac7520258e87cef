import Markup
import Model

/// How much of an article a page turned out to hold.
struct PageQuality {
    let page: Page
    let linked: LinkedArticle?
    let title: String?
    let paragraphs: [String]
    /// The page as it came, which still has its forms.
    let html: [UInt8]
    /// Whether the feed or listing gave a date to an item with the title that stands on the page.
    let isDatedByItem: Bool
    /// Of the text that was kept.
    private let units: Int

    init(
        page: Page, linked: LinkedArticle?, title: String?, paragraphs: [String], html: [UInt8],
        isDatedByItem: Bool
    ) {
        self.isDatedByItem = isDatedByItem
        self.html = html
        self.page = page
        self.linked = linked
        self.title = title
        self.paragraphs = paragraphs
        units = page.keptUnits
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
        if all > 0 {
            // Articles are written about cookies and personal data too; they ask for nothing.
            return asking * 2 > all && !isDated
                && paragraphs.contains {
                    LineTables.consentRequests.occurs(in: lowercasedLine(Array($0.utf8)[...], limit: 1200))
                }
        }
        let said = page.blocks.reduce(0) { $0 + ($1.linkDensity < 0.5 ? Int($1.units) : 0) }
        return notices > 0 && notices * 2 >= said
    }

    /// A page that wants a script, a picture puzzle or patience before it shows anything.
    ///
    /// Short articles speak of robots, lost pages and passwords too: a sentence of theirs is no sign, see ``isNotice(_:of:)``.
    private var isDoor: Bool {
        guard units < 800 else { return false }
        let doors = paragraphs.filter { isNotice($0, of: LineTables.doors) }.reduce(0) { $0 + $1.utf8.count }
        let all = paragraphs.reduce(0) { $0 + $1.utf8.count }
        if doors * 3 > all, units < 300 || !isDated { return true }
        guard units < 300, !isDated else { return false }
        let heads =
            [title, page.marks.documentTitle].compactMap { $0 }
            + page.blocks.filter(\.isHeading).prefix(3).map { page.string(of: $0) }
        if heads.contains(where: {
            isLine($0, of: LineTables.doors, atMost: 400) || isLine($0, of: LineTables.errors, atMost: 200)
        }) {
            return true
        }
        if paragraphs.contains(where: {
            isNotice($0, of: LineTables.doors) || $0.utf8.count <= 200 && isNotice($0, of: LineTables.errors)
        }) {
            return true
        }
        guard hasPasswordField(html) else { return false }
        return heads.contains { isLine($0, of: LineTables.login, atMost: 80) }
            || paragraphs.contains { $0.utf8.count <= 80 && isNotice($0, of: LineTables.login) }
    }

    /// Whether the page declares when it was published, as an article does, or the item that led to it knows.
    private var isDated: Bool {
        isDatedByItem || linked?.published != nil
            || page.marks.value("article:published_time", "datepublished", "og:article:published_time") != nil
    }

    private func isLine(_ line: String, of table: LineTable, atMost limit: Int) -> Bool {
        line.utf8.count <= limit && table.occurs(in: lowercasedLine(Array(line.utf8)[...], limit: limit))
    }

    /// Whether a paragraph has a phrase of the table, and is no sentence about it: it has no full stop, begins with the
    /// phrase, or speaks to its reader.
    private func isNotice(_ paragraph: String, of table: LineTable) -> Bool {
        let bytes = Array(paragraph.utf8)
        let line = lowercasedLine(bytes[...], limit: 400)
        guard table.occurs(in: line) else { return false }
        let isSentence = endsWithFullStop(bytes[...]) || isWithoutFullStops(bytes[...])
        return !isSentence || table.length(matching: line) != nil || speaksForItself(line)
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
        if units < 1500, hasWall(behind: last) { return true }
        return page.blocks[max(0, last - 2)..<min(page.blocks.count, last + 12)].contains {
            $0.units < 400 && LineTables.paywalls.occurs(in: lowercasedLine(page.bytes(of: $0), limit: 400))
        }
    }

    /// Whether right behind the text, or around its end, something stands that is named like a paywall and says little
    /// itself. A whole article that is wrapped so for those who paid is not cut off.
    private func hasWall(behind last: Int) -> Bool {
        page.elements.contains { element in
            element.traits.contains(.paywall) && !element.traits.contains(.hidden)
                && element.endBlock > element.firstBlock && Int(element.endBlock) > last
                && Int(element.firstBlock) >= last && Int(element.firstBlock) <= last + 4
                && element.prose <= 400
        }
    }
}
