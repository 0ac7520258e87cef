import Address
import Markup
import Model

/// The items that a selector picks: links, or elements that hold one.
func ruledListing(
    _ page: borrowing ListingPage, links selector: Selector, texts: ItemTexts
) throws(ListingError) -> ParsedListing {
    var found = ListedLinks()
    var picked = 0
    if case .attribute = selector.value {
        for value in try selectedValues(page, selector) {
            picked += 1
            if let url = resolvedURL(value, base: page.base) { found.add(url, element: 0) }
        }
    } else {
        for element in try selectedElements(page, selector) {
            picked += 1
            if let url = page.address(of: element.index) { found.add(url, element: element.index) }
        }
    }
    if found.links.isEmpty {
        throw .selectorFindsNothing(selector: selector.text, elements: picked)
    }
    let containers = containers(page, of: found.links) { _ in true }
    var items: [Item] = []
    var explained: [ListingExplanation.Link] = []
    for (link, container) in zip(found.links, containers).prefix(ParsedListing.itemLimit) {
        let linkElements = link.elements.flatMap { element in
            [element] + page.descendants(of: element).filter { page.linkAddress($0) != nil }
        }
        let item = try texts.item(page, link: link, elements: linkElements, container: container)
        explained.append(
            ListingExplanation.Link(
                url: link.url, title: item.title ?? "", isTaken: true, reasons: ["picked by the selector"]))
        items.append(item)
    }
    var notes: [String] = []
    if found.links.count > items.count || found.isCut {
        notes.append("only the first \(items.count) items were taken")
    }
    return ParsedListing(
        items: items,
        explanation: ListingExplanation(
            method: "\"\(selector.text)\" picked \(picked) elements with \(found.links.count) addresses",
            links: Array(explained.prefix(1000)), notes: notes),
        missedSelectors: try texts.missedSelectors(page, containers: Array(containers.prefix(items.count))))
}

private func selectedElements(
    _ page: borrowing ListingPage, _ selector: Selector
) throws(ListingError) -> [HTMLElement] {
    do {
        return try page.tree.elements(matching: selector)
    } catch {
        throw .selector(key: "links", error)
    }
}

private func selectedValues(
    _ page: borrowing ListingPage, _ selector: Selector
) throws(ListingError) -> [String] {
    do {
        return try page.tree.values(matching: selector)
    } catch {
        throw .selector(key: "links", error)
    }
}

extension ItemTexts {
    /// The item behind a link.
    func item(
        _ page: borrowing ListingPage, link: ListedLink, elements: [Int], container: Int
    ) throws(ListingError) -> Item {
        var item = Item(key: link.key)
        item.link = link.url
        item.title = try title(page, container: container, links: elements)
        item.published = try date(page, container: container)
        item.summary = try summary(page, container: container, title: item.title)
        return item
    }
}
