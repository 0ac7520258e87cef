/// The article's title among all that a page offers, without the site's name.
///
/// The heading on the page is preferred to what the page declares, which often is shortened, rewritten for search engines
/// or carries the site's name.
struct HeadlineChoice {
    private let page: Page
    /// What the page declares, without the site's name, best first.
    private let declared: [String]
    private let declaredKeys: [[UInt8]]
    private let siteNames: SiteNames
    /// Index of the first block of the text.
    private let textStart: Int

    init(page: Page, linked: LinkedArticle?, siteNames: SiteNames) {
        self.page = page
        self.siteNames = siteNames
        let titles = declaredTitles(page, linked)
        let known = titles.map(siteNames.removed).filter { !$0.isEmpty && !siteNames.contains($0) }
        declared = known.isEmpty ? titles : known
        declaredKeys = declared.map { reduced(Array($0.utf8)[...]) }
        textStart = page.blocks.firstIndex { $0.isKept } ?? page.blocks.count
    }

    /// Whether a heading of the page says the title; a declared one may have the site's name at its end.
    var isShown: Bool { heading != nil }

    var title: String? {
        guard let heading else { return declared.first }
        return titleWithKicker(heading) ?? withoutKicker(text(heading))
    }

    /// The title with the words set above it, where all that is declared has them too.
    private func titleWithKicker(_ heading: Int) -> String? {
        let key = reduced(Array(text(heading).utf8)[...])
        let longer = declaredKeys.prefix(2).filter {
            $0.count > key.count && $0.suffix(key.count).elementsEqual(key)
        }
        guard longer.count == 2, let kicker = longer.first?.dropLast(key.count) else { return nil }
        let around = max(0, heading - 3)...min(page.blocks.count - 1, heading + 3)
        return around.contains { reduced(page.bytes(of: page.blocks[$0])).elementsEqual(kicker) }
            ? declared.first : nil
    }

    /// The best heading that the page shows.
    private var heading: Int? {
        let headings = page.blocks.indices.filter {
            page.blocks[$0].isHeading && page.blocks[$0].units >= 4 && !isNavigation(page.blocks[$0])
        }
        let top = headings.filter { page.blocks[$0].kind == .topHeading }
        if let index = best(top) { return index }
        let around = headings.filter { (textStart - 15...textStart + 2).contains($0) }
        if let index = best(around) { return index }
        return nearest(top.filter { $0 <= textStart && page.blocks[$0].words >= 2 })
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
        return siteNames.removed(from: String(text))
    }

    /// Whether a heading stands among links or names the site.
    private func isNavigation(_ block: Block) -> Bool {
        if siteNames.contains(page.string(of: block)) { return true }
        var index = Int(block.element)
        while index > 0 {
            let element = page.elements[index]
            if element.tag == .nav || element.tag == .aside { return true }
            if element.traits.contains(.stronglyAside), element.tag != .header, element.prose == 0,
                block.isAside
            {
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
        where declared.count < key.count && declared.count * 2 >= key.count
            && key.suffix(declared.count).elementsEqual(declared)
        {
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
