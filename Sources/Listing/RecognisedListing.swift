import Address
import Model

/// The items of a page by recognising which of its links lead to articles.
///
/// Every address is judged by what is written on its links, its own shape, its place on the page and its company: links
/// of one make, dates beside them, headings around them. Then addresses of one pattern are looked at together, so that
/// one short headline among long ones is kept and one long name among sections is not.
func recognisedListing(_ page: borrowing ListingPage, texts: ItemTexts) throws(ListingError) -> ParsedListing
{
    var found = ListedLinks()
    let ownKey = addressKey(page.url)
    for index in page.names.indices {
        if let url = page.linkAddress(index) { found.add(url, element: index, except: ownKey) }
    }
    var judges = try LinkJudges(page, links: found.links, texts: texts)
    judges.considerPatterns()
    let needed = LinkJudges.neededScore
    var items: [Item] = []
    var explained: [ListingExplanation.Link] = []
    var isCut = found.isCut
    var containers: [Int] = []
    for (place, judged) in judges.judged.enumerated() {
        if judged.score >= needed {
            if items.count < ParsedListing.itemLimit {
                containers.append(judged.container)
                items.append(
                    try texts.item(
                        page, link: found.links[place], elements: found.links[place].elements,
                        container: judged.container))
            } else {
                isCut = true
            }
        }
        if explained.count < 1000 {
            explained.append(
                ListingExplanation.Link(
                    url: found.links[place].url, title: judged.title, isTaken: judged.score >= needed,
                    reasons: judged.reasons, score: (judged.score * 10).rounded() / 10))
        }
    }
    if items.isEmpty { throw .noArticleLinks(links: found.links.count) }
    return ParsedListing(
        items: items,
        explanation: ListingExplanation(
            method: "\(items.count) of \(found.links.count) addresses look like articles", links: explained,
            neededScore: needed, notes: isCut ? ["only the first \(items.count) items were taken"] : []),
        missedSelectors: try texts.missedSelectors(page, containers: containers))
}
