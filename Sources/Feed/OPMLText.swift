/// A list of feeds as OPML 2.0, which other programs import.
///
/// Tags become folders: a subscription stands in the folder of each of its tags, and reading the list again gives it all of
/// them. Pages and sitemaps, which other programs do not know, are outlines of a type of their own with a `url`.
///
/// - Parameter title: of the list.
/// - Returns: UTF-8 with a final line end.
package func opmlText(title: String, _ subscriptions: [Subscription]) -> String {
    var text = """
        <?xml version="1.0" encoding="UTF-8"?>
        <opml version="2.0">
          <head><title>\(escaped(title))</title></head>
          <body>

        """
    for subscription in subscriptions where subscription.tags.isEmpty {
        text += "    " + outline(subscription)
    }
    var folders: [String] = []
    var places: [String: [Int]] = [:]
    for (place, subscription) in subscriptions.enumerated() {
        for tag in subscription.tags {
            if places[tag] == nil { folders.append(tag) }
            places[tag, default: []].append(place)
        }
    }
    for folder in folders {
        text += "    <outline text=\"\(escaped(folder))\">\n"
        for place in places[folder] ?? [] { text += "      " + outline(subscriptions[place]) }
        text += "    </outline>\n"
    }
    return text + "  </body>\n</opml>\n"
}

private func outline(_ subscription: Subscription) -> String {
    let isFeed = subscription.kind == .feed
    var attributes = [
        ("type", isFeed ? "rss" : subscription.kind.rawValue), ("text", subscription.name),
        (isFeed ? "xmlUrl" : "url", subscription.url),
    ]
    if let site = subscription.site { attributes.append(("htmlUrl", site)) }
    if let language = subscription.language { attributes.append(("language", language)) }
    let written = attributes.map { " \($0)=\"\(escaped($1))\"" }.joined()
    return "<outline\(written)/>\n"
}

/// Text for an attribute or element; characters that XML cannot hold go.
private func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": escaped += "&amp;"
        case "<": escaped += "&lt;"
        case ">": escaped += "&gt;"
        case "\"": escaped += "&quot;"
        case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": escaped += " "
        default: escaped.unicodeScalars.append(scalar)
        }
    }
    return escaped
}
