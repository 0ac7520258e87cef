/// Who wrote the article, as the page says.
struct BylineChoice {
    let page: Page
    let linked: LinkedArticle?

    var byline: String? {
        if let names = linked?.authors.map(\.collapsed).filter({ !$0.isEmpty && !$0.hasPrefix("http") }),
            !names.isEmpty
        {
            return names.joined(separator: ", ")
        }
        if let name = page.marks.value(
            "author", "article:author", "parsely-author", "dc.creator", "sailthru.author"),
            !name.hasPrefix("http")
        {
            return name
        }
        return nil
    }
}
