import Dates
import Markup
import Model

/// The selectors for what stands around a link.
struct ItemSelectors {
    var title: Selector?
    var date: Selector?
    var summary: Selector?

    init(_ rules: ListingRules) throws(ListingError) {
        if let title = rules.title { self.title = try selector("title", title) }
        if let date = rules.date { self.date = try selector("date", date) }
        if let summary = rules.summary { self.summary = try selector("summary", summary) }
    }
}

/// Finds an item's title, date and summary around its link, by selector or by what is usual.
struct ItemTexts {
    /// Elements of a container that are looked through at most.
    private static let elementLimit = 400

    let selectors: ItemSelectors
    let dates: DateReader
    let language: String?
    let now: Timestamp

    /// The title of an item, in this order: the selector's; a heading; the longest text of its links; their titles and
    /// the descriptions of their pictures.
    ///
    /// - Parameter container: the element that holds this item and no other.
    /// - Parameter links: link elements to one address.
    func title(_ page: borrowing ListingPage, container: Int, links: [Int]) throws(ListingError) -> String? {
        if let selector = selectors.title {
            if let title = try values(page, selector, "title", container).first { return title }
        }
        var heading: String?
        var longest = ""
        for link in links {
            if heading == nil,
                let index = headingIndex(page, inside: link) ?? headingIndex(page, around: link)
            {
                let text = page.text(page.names[index].hasPrefix("h") ? index : link)
                if textUnits(text) >= 6 { heading = text }
            }
            let text = headline(page, link)
            if textUnits(text) > textUnits(longest), textUnits(text) <= 300 { longest = text }
        }
        if let heading { return unshortened(page, heading, links) }
        if textUnits(longest) >= 16 { return unshortened(page, longest, links) }
        if page.ends[container] - container <= 60, let index = headingIndex(page, inside: container) {
            let text = page.text(index)
            if textUnits(text) > textUnits(longest) { return text }
        }
        if !longest.isEmpty { return unshortened(page, longest, links) }
        return links.compactMap { described(page, $0) }.max { textUnits($0) < textUnits($1) }
    }

    /// The date of an item; suspect ones are left out.
    func date(_ page: borrowing ListingPage, container: Int) throws(ListingError) -> ZonedDate? {
        if let selector = selectors.date {
            let found = try elements(page, selector, "date", container)
            for element in found {
                if let date = date(page, of: element.index) { return date }
            }
            // An attribute or a string that XPath made.
            return try values(page, selector, "date", container).compactMap(believable).first
        }
        let inside = [container] + page.descendants(of: container).prefix(Self.elementLimit)
        for index in inside where page.names[index] == "time" {
            if let date = date(page, of: index) { return date }
        }
        for index in inside where isNamedForDate(page, index) {
            if let date = date(page, of: index) { return date }
        }
        // An element that is nothing but a date, in the text or beside it without a space between.
        for index in inside where page.ends[index] - index <= 3 && index != container {
            guard page.names[index] != "a" else { continue }
            let text = page.text(index)
            guard (6...60).contains(text.utf8.count), let date = believable(text) else { continue }
            if ![.year, .month].contains(date.precision) { return date }
        }
        for line in page.tree.lines(of: HTMLElement(index: container)).prefix(30) where line.utf8.count <= 160
        {
            if let date = dates.firstDate(inVisibleText: line, language: language, now: now) { return date }
        }
        return nil
    }

    /// The standfirst of an item: the selector's, or the longest line without the title.
    func summary(_ page: borrowing ListingPage, container: Int, title: String?) throws(ListingError)
        -> String?
    {
        if let selector = selectors.summary {
            return try values(page, selector, "summary", container).first
        }
        let lines = page.tree.lines(of: HTMLElement(index: container)).prefix(60).filter { line in
            title.map { !line.contains($0) } ?? true
        }
        guard let longest = lines.max(by: { textUnits($0) < textUnits($1) }), textUnits(longest) >= 40 else {
            return nil
        }
        return String(longest.prefix(2000))
    }

    /// What to say of the selectors that give nothing for any item; of too few items nothing is said.
    func missedSelectors(
        _ page: borrowing ListingPage, containers: [Int]
    ) throws(ListingError) -> [String] {
        guard containers.count >= 3 else { return [] }
        var missed: [String] = []
        for (key, selector) in [
            ("title", selectors.title), ("date", selectors.date), ("summary", selectors.summary),
        ] {
            guard let selector else { continue }
            var isFound = false
            var isGiving = false
            for container in containers where !isGiving {
                guard try !values(page, selector, key, container).isEmpty else { continue }
                isFound = true
                if key == "date" {
                    isGiving = try date(page, container: container) != nil
                } else {
                    isGiving = true
                }
            }
            if isGiving { continue }
            let what = isFound ? "picks no date that can be read" : "picks nothing"
            missed.append("\(key): \"\(selector.text)\" \(what) for any of the \(containers.count) items")
        }
        return missed
    }

    /// Whether one of the words of an element's class begins or ends as a word for a date does.
    private func isNamedForDate(_ page: borrowing ListingPage, _ index: Int) -> Bool {
        guard let classes = page.attribute("class", index)?.lowercased() else { return false }
        return classes.utf8.split { !(0x61...0x7A).contains($0) }.contains { word in
            Self.dateWords.contains {
                word.starts(with: $0.utf8) || word.suffix($0.utf8.count).elementsEqual($0.utf8)
            }
        }
    }

    private static let dateWords = [
        "date", "time", "datum", "fecha", "data-", "tarih", "pubdate", "riqi", "shijian",
    ]

    /// The date in an element: machine readable first.
    private func date(_ page: borrowing ListingPage, of index: Int) -> ZonedDate? {
        for name in ["datetime", "content", "data-datetime", "data-time", "data-timestamp", "title"] {
            if let value = page.attribute(name, index), let date = believable(value) { return date }
        }
        return believable(page.text(index))
    }

    private func believable(_ text: String) -> ZonedDate? {
        guard let date = dates.freshDate(in: text, language: language, now: now), !date.isSuspect,
            date.precision != .year, date.precision != .month
        else { return nil }
        return date
    }
}

extension ItemTexts {
    private func values(
        _ page: borrowing ListingPage, _ selector: Selector, _ key: String, _ container: Int
    ) throws(ListingError) -> [String] {
        do {
            return try page.tree.values(matching: selector, in: HTMLElement(index: container))
        } catch {
            throw .selector(key: key, error)
        }
    }

    private func elements(
        _ page: borrowing ListingPage, _ selector: Selector, _ key: String, _ container: Int
    ) throws(ListingError) -> [HTMLElement] {
        guard selector.value == .text else { return [] }
        do {
            return try page.tree.elements(matching: selector, in: HTMLElement(index: container))
        } catch {
            throw .selector(key: key, error)
        }
    }

    private func headingIndex(_ page: borrowing ListingPage, inside index: Int) -> Int? {
        for inside in page.descendants(of: index).prefix(Self.elementLimit) where isHeading(page, inside) {
            return inside
        }
        return nil
    }

    /// The link itself when it stands in a heading, at most three levels up.
    private func headingIndex(_ page: borrowing ListingPage, around index: Int) -> Int? {
        var current = index
        for _ in 0..<3 {
            current = page.parents[current]
            guard current >= 0 else { return nil }
            if isHeading(page, current) { return index }
        }
        return nil
    }

    func isHeading(_ page: borrowing ListingPage, _ index: Int) -> Bool {
        ["h1", "h2", "h3", "h4", "h5", "h6"].contains(page.names[index])
    }

    /// The line of a link that is most likely its headline: the first long one, or all of a short text.
    private func headline(_ page: borrowing ListingPage, _ link: Int) -> String {
        let lines = page.tree.lines(of: HTMLElement(index: link))
        return lines.first { textUnits($0) >= 16 } ?? lines.joined(separator: " ")
    }

    /// The full title where the visible one was cut off.
    private func unshortened(_ page: borrowing ListingPage, _ title: String, _ links: [Int]) -> String {
        guard title.hasSuffix("…") || title.hasSuffix("...") else { return title }
        let start = title.prefix { $0 != "…" && $0 != "." }
        let full = links.compactMap { page.attribute("title", $0) }.first { $0.hasPrefix(start) }
        return full ?? title
    }

    private func described(_ page: borrowing ListingPage, _ link: Int) -> String? {
        for name in ["title", "aria-label"] {
            if let text = page.attribute(name, link), textUnits(text) >= 6 { return text }
        }
        for inside in page.descendants(of: link).prefix(Self.elementLimit) where page.names[inside] == "img" {
            if let text = page.attribute("alt", inside), textUnits(text) >= 6 { return text }
        }
        return nil
    }
}
