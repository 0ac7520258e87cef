import Model

/// The page of one article, with everything a reader's program must see past: navigation, promotions between the
/// paragraphs, related headlines, comments, a footer.
///
/// - Parameter others: the outlet's other articles, newest first.
func articlePage(
    of outlet: Outlet, base: String, item: Printed, others: [Printed], furniture: Phrasebook.Furniture
) -> String {
    let copy = item.copy
    var body = copy.paragraphs.map { "<p>\(escaped($0))</p>" }
    if body.count > 3, let promotion = furniture.promotions.first {
        body.insert("<p class=\"promo\"><a href=\"/subscribe\">\(escaped(promotion))</a></p>", at: 2)
    }
    for promotion in furniture.promotions.dropFirst() {
        body.append("<p><a href=\"/follow\">\(escaped(promotion))</a></p>")
    }
    let related = others.filter { $0.copy.story != copy.story }.prefix(5).map {
        "<li><a href=\"\(escaped(outlet.link(to: $0.copy)))\">\(escaped($0.copy.title))</a></li>"
    }
    // Outlets differ in how a machine finds the date.
    let style = outlet.name.utf8.count % 3
    let date = item.published.iso8601
    let head =
        switch style {
        case 0: "<meta property=\"article:published_time\" content=\"\(date)\">"
        case 1:
            """
            <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",\
            "datePublished":"\(date)","inLanguage":"\(outlet.language)"}</script>
            """
        default: ""
        }
    return page(
        of: outlet, title: copy.title, furniture: furniture,
        head: """
            <link rel="canonical" href="\(escaped(base + copy.path))">
            <meta property="og:type" content="article">
            <meta property="og:title" content="\(escaped(copy.title))">
            \(head)
            """,
        main: """
            <article>
            <h1>\(escaped(copy.title))</h1>
            <p class="byline">\(escaped(copy.byline)) · <time datetime="\(date)">\(item.published.day().iso)</time></p>
            <figure><img src="/lead.jpg" alt=""><figcaption>\(escaped(outlet.title))</figcaption></figure>
            \(body.joined(separator: "\n"))
            </article>
            <aside class="newsletter"><form action="/subscribe"><p>\(escaped(furniture.newsletter))</p>\
            <input name="mail"></form></aside>
            <section class="related"><h2>\(escaped(furniture.related))</h2><ul>\(related.joined())</ul></section>
            <section class="comments"><h2>\(escaped(furniture.comments)) (2)</h2></section>
            """)
}

/// A page that lists an outlet's articles, for those who have no feed.
func listingPage(of outlet: Outlet, base: String, items: [Printed]) -> String {
    let entries = items.map { item in
        """
        <li><a href="\(escaped(outlet.link(to: item.copy)))">\(escaped(item.copy.title))</a> \
        <span class="date">\(item.published.iso8601.prefix(16).split(separator: "T").joined(separator: " "))</span></li>
        """
    }
    return page(
        of: outlet, title: outlet.title, furniture: nil, head: "",
        main:
            "<h1>\(escaped(outlet.title))</h1>\n<ul class=\"list\">\n\(entries.joined(separator: "\n"))\n</ul>"
    )
}

private func page(
    of outlet: Outlet, title: String, furniture: Phrasebook.Furniture?, head: String, main: String
) -> String {
    let navigation = (furniture?.navigation ?? []).enumerated().map {
        "<li><a href=\"/section/\($0.offset)\">\(escaped($0.element))</a></li>"
    }
    let direction = outlet.language == "ar" ? " dir=\"rtl\"" : ""
    return """
        <!DOCTYPE html>
        <html lang="\(outlet.language)"\(direction)>
        <head>
        <meta charset="\(outlet.charset)">
        <title>\(escaped(title)) | \(escaped(outlet.title))</title>
        \(head)
        <style>body { font: 1em serif }</style>
        </head>
        <body>
        <header><a href="/">\(escaped(outlet.title))</a><nav><ul>\(navigation.joined())</ul></nav></header>
        <main>
        \(main)
        </main>
        <footer><p>© 2026 \(escaped(outlet.title)). \(escaped(furniture?.footer ?? ""))</p></footer>
        </body>
        </html>

        """
}
