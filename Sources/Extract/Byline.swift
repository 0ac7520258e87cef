/// Who wrote the article, as the page says.
///
/// Declared persons come first, then what microdata, links and names of elements mark as an author around the text, then a
/// line that begins like a byline; a declared name that is only the site's own comes last.
struct BylineChoice {
    private let page: Page
    private let declared: [String]
    private let siteNames: SiteNames
    private let head: Range<Int>
    private let tail: Range<Int>

    init(page: Page, linked: LinkedArticle?, siteNames: SiteNames, head: Range<Int>, tail: Range<Int>) {
        self.page = page
        self.siteNames = siteNames
        self.head = head
        self.tail = tail
        let linkedAuthors = linked?.authors ?? []
        // Beside the full names of persons in JSON-LD, other declarations name the publisher or a login.
        let isStated = (linked?.persons ?? []).flatMap(personNames).contains {
            !siteNames.contains($0) && ($0.contains(" ") || !$0.contains(where: \.isCased))
        }
        declared =
            isStated
            ? linkedAuthors
            : linkedAuthors
                + page.marks.values(
                    "author", "article:author", "parsely-author", "dc.creator", "dcterms.creator",
                    "sailthru.author", "byl", "citation_author", "article.author")
    }

    var byline: String? {
        let names = declared.flatMap(personNames)
        let persons = names.filter { !siteNames.contains($0) }
        let chosen =
            !persons.isEmpty
            ? persons : marked ?? written ?? (names.isEmpty ? nil : names)
        guard let chosen else { return nil }
        return joined(chosen)
    }

    private func joined(_ names: [String]) -> String {
        var seen: Set<String> = []
        return names.filter { seen.insert($0.lowercased()).inserted }.prefix(12).joined(separator: ", ")
    }

    /// Names in what the page marks as authors: those around the title first, then those behind the text, then any other.
    private var marked: [String]? {
        let properties = page.marks.properties.filter { $0.name == "author" || $0.name == "creator" }.map(
            \.passage)
        let passages = page.marks.authors + properties
        let groups = [
            passages.filter { head.contains($0.block) }, passages.filter { tail.contains($0.block) },
            passages.filter {
                !head.contains($0.block) && !tail.contains($0.block) && $0.traits.contains(.linkedAuthor)
            },
        ]
        return groups.lazy.compactMap { group -> [String]? in
            // The innermost of nested elements has the shortest text, and only the name.
            let texts = group.filter { $0.range.count <= 160 && page.isOutsideLists($0) }
                .sorted { $0.range.count < $1.range.count }.map { page.string($0.range) }
            guard let first = texts.lazy.map(personNames).first(where: { !$0.isEmpty }) else { return nil }
            let others = texts.map(personNames).filter { $0.count == 1 }.flatMap { $0 }
            return first.count > 1 ? first : others.isEmpty ? first : others
        }.first
    }

    /// Names in lines near the text that begin with "By" or its like.
    private var written: [String]? {
        (Array(head) + Array(tail)).lazy.compactMap { index -> [String]? in
            let block = page.blocks[index]
            guard block.units <= 100 else { return nil }
            guard BylineWords.opening(of: page.bytes(of: block)) != nil else { return nil }
            let names = personNames(page.string(of: block))
            return names.isEmpty ? nil : names
        }.first
    }
}

extension Page {
    /// Whether a passage behind the text stands in an element for other articles.
    func isBesideText(_ passage: PageMarks.Passage) -> Bool {
        guard passage.block < blocks.count,
            [.outside, .after].contains(blocks[passage.block].verdict),
            let last = blocks.lastIndex(where: \.isKept), passage.block > last
        else { return false }
        return isInside(.stronglyAside, element: elements[Int(blocks[passage.block].element)].parent)
    }

    /// Whether a passage stands neither in readers' comments nor in a list of other articles.
    func isOutsideLists(_ passage: PageMarks.Passage) -> Bool {
        guard passage.block < blocks.count else { return false }
        if blocks[passage.block].verdict == .card { return false }
        return !isInside(.comments, element: blocks[passage.block].element)
    }

    /// Whether an element or one around it has the trait.
    private func isInside(_ trait: ElementTraits, element: Int32) -> Bool {
        var index = Int(element)
        while index > 0 {
            if elements[index].traits.contains(trait) { return true }
            index = Int(elements[index].parent)
        }
        return false
    }
}
