/// The article's title among all that a page offers, without the site's name.
///
/// The heading on the page that repeats a declared title is preferred to the declaration, which often is shortened or
/// carries the site's name; a page that declares none is titled by its first heading of the highest rank.
struct HeadlineChoice {
    let page: Page
    let linked: LinkedArticle?
    let siteNames: [[UInt8]]

    init(page: Page, linked: LinkedArticle?) {
        self.page = page
        self.linked = linked
        siteNames = [
            page.marks.value("og:site_name"), page.marks.value("application-name"), linked?.publisher,
            page.marks.value("twitter:site"),
        ].compactMap { $0 }.map { reduced(Array($0.utf8)[...]) }.filter { $0.count >= 2 }
    }

    var title: String? {
        let declared = declaredTitles(page, linked).map(withoutSiteName).filter { !$0.isEmpty }
        let keys = declared.map { reduced(Array($0.utf8)[...]) }
        for kind in [BlockKind.topHeading, .heading] {
            for block in page.blocks where block.kind == kind && block.units >= 8 {
                let key = reduced(page.bytes(of: block))
                if key.count >= 8,
                    keys.contains(where: {
                        isContained(key, $0) && key.count * 10 >= $0.count * 4
                            || isContained($0, key) && $0.count * 10 >= key.count * 6
                    })
                {
                    return withoutSiteName(page.string(of: block))
                }
            }
        }
        if let first = declared.first { return first }
        return page.blocks.first { $0.kind == .topHeading && $0.units >= 8 }.map {
            withoutSiteName(page.string(of: $0))
        }
    }

    /// Takes off a first or last part that names the site or, without better knowledge, a short last part.
    private func withoutSiteName(_ title: String) -> String {
        var title = title.collapsed
        for separator in [" | ", " - ", " – ", " — ", " :: ", " · ", " » ", "｜", " • "] {
            while let range = lastRange(of: separator, in: title) {
                let head = String(title[..<range.lowerBound]).trimmed
                let tail = String(title[range.upperBound...]).trimmed
                if isSiteName(tail), !head.isEmpty {
                    title = head
                } else {
                    break
                }
            }
            if let range = firstRange(of: separator, in: title) {
                let head = String(title[..<range.lowerBound]).trimmed
                let tail = String(title[range.upperBound...]).trimmed
                if isSiteName(head), !tail.isEmpty { title = tail }
            }
        }
        return title
    }

    private func isSiteName(_ part: String) -> Bool {
        let key = reduced(Array(part.utf8)[...])
        return siteNames.contains {
            $0 == key || key.count >= 5 && isContained(key, $0)
                || $0.count >= 5 && isContained($0, key) && key.count <= $0.count + 12
        }
    }
}

/// Titles that the page declares, best first.
func declaredTitles(_ page: Page, _ linked: LinkedArticle?) -> [String] {
    [
        page.marks.value("og:title"), linked?.headline, page.marks.value("twitter:title"),
        page.marks.value("headline", "dc.title", "dcterms.title", "parsely-title", "sailthru.title"),
        page.marks.documentTitle,
    ].compactMap { $0?.collapsed }.filter { !$0.isEmpty }
}

private func lastRange(of separator: String, in text: String) -> Range<String.Index>? {
    text.ranges(of: separator).last
}

private func firstRange(of separator: String, in text: String) -> Range<String.Index>? {
    text.firstRange(of: separator)
}
