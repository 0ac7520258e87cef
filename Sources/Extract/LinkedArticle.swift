/// What a page's JSON-LD says of its article.
struct LinkedArticle: Sendable, Equatable {
    var headline: String?
    var published: String?
    var modified: String?
    var authors: [String] = []
    var section: String?
    var imageURL: String?
    var language: String?
    var body: String?
    var url: String?
    /// Publisher or copyright holder.
    var publisher: String?
    /// Whether everybody may read all of it.
    var isFree: Bool?
}

/// The article among all that the JSON-LD scripts of a page describe; nil when they describe none.
///
/// Graphs, lists and nested objects are searched; references by `@id` are followed once. Of several articles the one
/// whose headline the page declares elsewhere is taken, then the most specific type, then the first.
///
/// - Parameter titles: what the page declares as its title, reduced to letters and digits.
func linkedArticle(in scripts: [[UInt8]], titles: [[UInt8]]) -> LinkedArticle? {
    var nodes: [LinkedValue] = []
    for script in scripts {
        var reader = LinkedValueReader(script)
        for value in reader.values() { collectNodes(value, into: &nodes, depth: 0) }
    }
    var byID: [String: LinkedValue] = [:]
    for node in nodes {
        if let id = node["@id"]?.text, byID[id] == nil || node["name"] != nil { byID[id] = node }
    }
    var best: (rank: Int, node: LinkedValue)?
    for node in nodes {
        guard var rank = articleRank(of: node) else { continue }
        if let headline = node["headline"]?.first?.text ?? node["name"]?.first?.text {
            let text = reduced(Array(headline.utf8)[...])
            if titles.contains(where: { isContained(text, $0) || isContained($0, text) }) { rank += 10 }
        }
        if best.map({ rank > $0.rank }) ?? true { best = (rank, node) }
    }
    guard let node = best?.node else { return nil }
    return LinkedArticle(node, byID: byID)
}

private func collectNodes(_ value: LinkedValue, into nodes: inout [LinkedValue], depth: Int) {
    guard depth < 12, nodes.count < 2000 else { return }
    switch value {
    case .array(let values):
        for value in values { collectNodes(value, into: &nodes, depth: depth + 1) }
    case .object(let members):
        nodes.append(value)
        for member in members { collectNodes(member.value, into: &nodes, depth: depth + 1) }
    default: break
    }
}

/// How likely a node of this type is the page's article; nil when it is none.
private func articleRank(of node: LinkedValue) -> Int? {
    let types = node["@type"]?.elements.compactMap(\.text) ?? []
    return types.compactMap { type -> Int? in
        let name = type.split(separator: "/").last.map(String.init) ?? type
        switch name {
        case "LiveBlogPosting": return 3
        case "Article", "BlogPosting", "SocialMediaPosting", "TechArticle", "ScholarlyArticle", "Report",
            "Review":
            return 4
        case "WebPage", "ItemPage", "VideoObject", "Recipe", "Product", "Event", "QAPage", "HowTo",
            "CreativeWork":
            return 1
        default: return name.hasSuffix("Article") || name.hasSuffix("NewsArticle") ? 5 : nil
        }
    }.max()
}

extension LinkedArticle {
    fileprivate init(_ node: LinkedValue, byID: [String: LinkedValue]) {
        headline = (node["headline"] ?? node["name"])?.first?.text
        published = (node["datePublished"] ?? node["dateCreated"])?.first?.text
        modified = node["dateModified"]?.first?.text
        authors = (node["author"] ?? node["creator"])?.elements.flatMap { names(of: $0, byID: byID) } ?? []
        section = node["articleSection"]?.first?.text
        imageURL = node["image"]?.first.flatMap { $0.text ?? $0["url"]?.first?.text }
        language = node["inLanguage"]?.first.flatMap { $0.text ?? $0["alternateName"]?.text }
        body = node["articleBody"]?.first?.text
        url = (node["url"] ?? node["mainEntityOfPage"])?.first.flatMap { $0.text ?? $0["@id"]?.text }
        if let free = node["isAccessibleForFree"]?.first {
            isFree = ["true", "1", "yes"].contains((free.text ?? free.word ?? "true").lowercased())
        }
        publisher = (node["publisher"] ?? node["sourceOrganization"])?.first.flatMap {
            names(of: $0, byID: byID).first
        }
    }
}

private func names(of value: LinkedValue, byID: [String: LinkedValue]) -> [String] {
    switch value {
    case .string(let name): return [name]
    case .array(let values): return values.flatMap { names(of: $0, byID: byID) }
    case .object:
        if let name = value["name"] { return name.elements.compactMap(\.text) }
        if let id = value["@id"]?.text, let other = byID[id], let name = other["name"] {
            return name.elements.compactMap(\.text)
        }
        return []
    case .word: return []
    }
}
