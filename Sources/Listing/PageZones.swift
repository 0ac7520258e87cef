import Markup

/// Parts of a page that hold no articles: navigation, footers, tags, sharing.
struct PageZones {
    /// What is said of a link inside; nil outside of all zones.
    private(set) var reasons: [String?]

    /// - Parameter weights: units of long link text in each element, everything inside included. A zone named only by a
    ///   class never holds much of the page: a page may call its body anything.
    init(_ page: borrowing ListingPage, weights: [Int]) {
        let total = weights.first ?? 0
        var reasons: [String?] = []
        reasons.reserveCapacity(page.names.count)
        for index in page.names.indices {
            let parent = page.parents[index]
            if parent >= 0, let reason = reasons[parent] {
                reasons.append(reason)
            } else if let reason = Self.tagReason(page, index) {
                reasons.append(reason)
            } else if weights[index] * 10 < total * 4, let reason = Self.classReason(page, index) {
                reasons.append(reason)
            } else {
                reasons.append(nil)
            }
        }
        self.reasons = reasons
    }

    private static func tagReason(_ page: borrowing ListingPage, _ index: Int) -> String? {
        switch page.names[index] {
        case "nav": return "in the navigation"
        case "footer":
            return isInCard(page, index) ? nil : "in the footer"
        case "header":
            let parent = page.parents[index]
            return parent >= 0 && page.names[parent] == "body" ? "in the page's header" : nil
        case "form", "dialog", "menu": return "in a form or menu"
        default: break
        }
        switch page.attribute("role", index)?.lowercased() {
        case "navigation", "menu", "menubar", "tablist", "toolbar": return "in the navigation"
        case "contentinfo": return "in the footer"
        case "banner", "search", "dialog", "alertdialog": return "in the page's header"
        default: return nil
        }
    }

    private static func classReason(_ page: borrowing ListingPage, _ index: Int) -> String? {
        guard page.names[index] != "body", page.names[index] != "html" else { return nil }
        for attribute in ["id", "class"] {
            guard let value = page.attribute(attribute, index) else { continue }
            for word in words(of: value) where zoneWords.contains(word) {
                if word == "footer" || word == "foot", isInCard(page, index) { continue }
                return "in a part named \(word)"
            }
        }
        return nil
    }

    /// Cards have footers of their own.
    private static func isInCard(_ page: borrowing ListingPage, _ index: Int) -> Bool {
        var current = page.parents[index]
        while current >= 0 {
            if ["article", "li", "section"].contains(page.names[current]) { return true }
            current = page.parents[current]
        }
        return false
    }

    /// `siteNav main-menu` → `site`, `nav`, `main`, `menu`
    private static func words(of names: String) -> [String] {
        var words: [String] = []
        var word = ""
        var wasLower = false
        for scalar in names.unicodeScalars.prefix(400) {
            let isUpper = ("A"..."Z").contains(scalar)
            let isLetter = isUpper || ("a"..."z").contains(scalar)
            if !isLetter || (isUpper && wasLower) {
                if !word.isEmpty { words.append(word) }
                word = ""
            }
            if isLetter {
                word.unicodeScalars.append(isUpper ? Unicode.Scalar(scalar.value + 32) ?? scalar : scalar)
            }
            wasLower = isLetter && !isUpper
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    private static let zoneWords: Set<String> = [
        "nav", "navbar", "navi", "navigation", "subnav", "menu", "submenu", "megamenu", "offcanvas",
        "breadcrumb",
        "breadcrumbs", "crumbs", "pagination", "pager", "paging", "footer", "foot", "tags", "taglist",
        "tagcloud", "share",
        "sharing", "social", "follow", "login", "signin", "cookie", "cookies", "consent", "newsletter",
        "subscribe",
        "languages", "copyright", "partners", "advert", "adverts", "advertisement", "sponsor", "sponsored",
        "toolbar", "topbar", "weather", "search", "friendlink", "friendlinks",
    ]
}
