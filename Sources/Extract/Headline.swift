import Address

/// The article's title among all that a page offers, without the site's name.
///
/// The heading on the page is preferred to what the page declares, which often is shortened, rewritten for search engines
/// or carries the site's name.
struct HeadlineChoice {
    private let page: Page
    /// What the page declares, without the site's name, best first.
    private let declared: [String]
    private let declaredKeys: [[UInt8]]
    private let siteNames: [[UInt8]]
    /// Index of the first block of the text.
    private let textStart: Int

    init(page: Page, linked: LinkedArticle?, url: String) {
        self.page = page
        let names = namesOfSite(page, linked: linked, url: url)
        siteNames = names
        let titles = declaredTitles(page, linked)
        let known = titles.map { withoutSiteName($0, names) }.filter { !$0.isEmpty && !isSiteName($0, names) }
        declared = known.isEmpty ? titles : known
        declaredKeys = declared.map { reduced(Array($0.utf8)[...]) }
        textStart = page.blocks.firstIndex { $0.isKept } ?? page.blocks.count
    }

    var title: String? {
        heading.map(withoutKicker) ?? declared.first
    }

    /// The best heading that the page shows.
    private var heading: String? {
        let headings = page.blocks.indices.filter {
            page.blocks[$0].isHeading && page.blocks[$0].units >= 4 && !isNavigation(page.blocks[$0])
        }
        let top = headings.filter { page.blocks[$0].kind == .topHeading }
        if let index = best(top) { return text(index) }
        let around = headings.filter { (textStart - 15...textStart + 2).contains($0) }
        if let index = best(around) { return text(index) }
        return nearest(top.filter { $0 <= textStart && page.blocks[$0].words >= 2 }).map(text)
    }

    /// The heading that has most of a declared title; of equal ones the nearest to the text.
    private func best(_ indices: [Int]) -> Int? {
        let matching = indices.filter(matchesDeclaration)
        let longest = matching.map { page.blocks[$0].units }.max()
        return nearest(matching.filter { page.blocks[$0].units == longest })
    }

    /// The last of the blocks that stand before the text, or else the first.
    private func nearest(_ indices: [Int]) -> Int? {
        indices.last { $0 <= textStart } ?? indices.first
    }

    private func text(_ index: Int) -> String {
        let text = page.string(of: page.blocks[index]).drop { ": ,;|-–—/".contains($0) }
        return withoutSiteName(String(text), siteNames)
    }

    /// Whether a heading stands among links or names the site.
    private func isNavigation(_ block: Block) -> Bool {
        if isSiteName(page.string(of: block), siteNames) { return true }
        var index = Int(block.element)
        while index > 0 {
            let element = page.elements[index]
            if element.tag == .nav || element.tag == .aside { return true }
            if element.traits.contains(.stronglyAside), element.tag != .header, element.prose == 0, block.isAside {
                return index == Int(block.element) ? false : element.endBlock - element.firstBlock > 1
            }
            index = Int(element.parent)
        }
        return false
    }

    private func matchesDeclaration(_ index: Int) -> Bool {
        let key = reduced(page.bytes(of: page.blocks[index]))
        guard key.count >= 6 else { return false }
        return declaredKeys.contains { declared in
            isContained(key, declared) && key.count * 10 >= declared.count * 4
                || isContained(declared, key) && declared.count * 10 >= key.count * 5
        }
    }

    /// Without the word or two that some pages set in front of the title inside its heading: a declared title that the
    /// heading ends with.
    private func withoutKicker(_ heading: String) -> String {
        let key = reduced(Array(heading.utf8)[...])
        for (title, declared) in zip(declared, declaredKeys)
        where declared.count < key.count && declared.count * 2 >= key.count && key.suffix(declared.count).elementsEqual(declared) {
            return title
        }
        return heading
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

/// Names of the site, reduced to letters and digits: as it declares them, and as its host has it.
private func namesOfSite(_ page: Page, linked: LinkedArticle?, url: String) -> [[UInt8]] {
    var names = [
        page.marks.value("og:site_name"), page.marks.value("application-name"), linked?.publisher,
        page.marks.value("twitter:site"), page.marks.value("publisher"),
    ].compactMap { $0 }
    let outlet = OutletNames().outlet(of: url)
    if let label = outlet.split(separator: ".").first { names += [outlet, String(label)] }
    return names.map { reduced(Array($0.utf8)[...]) }.filter { $0.count >= 3 }
}

/// Takes off a first or last part that names the site.
private func withoutSiteName(_ title: String, _ names: [[UInt8]]) -> String {
    var title = title.collapsed
    for separator in [" | ", " - ", " – ", " — ", " :: ", " · ", " » ", "｜", " • ", " / "] {
        while let range = title.ranges(of: separator).last, isSiteName(title[range.upperBound...], names),
            range.lowerBound > title.startIndex
        {
            title = String(title[..<range.lowerBound]).trimmed
        }
        if let range = title.firstRange(of: separator), isSiteName(title[..<range.lowerBound], names),
            range.upperBound < title.endIndex
        {
            title = String(title[range.upperBound...]).trimmed
        }
    }
    return title
}

private func isSiteName(_ part: some StringProtocol, _ names: [[UInt8]]) -> Bool {
    let key = reduced(Array(part.utf8)[...])
    guard !key.isEmpty else { return false }
    return names.contains { name in
        name == key || key.count >= 5 && isContained(key, name)
            || name.count >= 4 && isContained(name, key) && key.count <= name.count + 12
    }
}
