/// What a page's JSON-LD says of its article.
struct LinkedArticle: Sendable, Equatable {
    var headline: String?
    var published: String?
    var modified: String?
    var authors: [String] = []
    /// Those of the authors that are said to be persons.
    var persons: [String] = []
    var section: String?
    var imageURL: String?
    var language: String?
    var body: String?
    var url: String?
    /// Publisher or copyright holder.
    var publisher: String?
    /// A step of the way from the front page to the article.
    struct Step: Sendable, Equatable {
        var name: String
        var address: String?
    }

    /// The way from the front page to the article.
    var steps: [Step] = []
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
        var reader = LinkedValueReader(plainJSON(script))
        for value in reader.values() { collectNodes(value, into: &nodes, depth: 0) }
    }
    var byID: [String: LinkedValue] = [:]
    for node in nodes {
        // A reference has nothing but the name of what it refers to.
        if let id = node["@id"]?.text, byID[id].map({ $0.isReference || node["name"] != nil }) ?? true {
            byID[id] = node
        }
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
    var article = LinkedArticle(node, byID: byID)
    article.steps = nodes.first { isOfType("BreadcrumbList", $0) }.map { steps(of: $0, byID: byID) } ?? []
    return article
}

private func isOfType(_ type: String, _ node: LinkedValue) -> Bool {
    node["@type"]?.elements.contains { $0.text.map(localName) == type } ?? false
}

/// The steps of a list in the order of their positions.
private func steps(of list: LinkedValue, byID: [String: LinkedValue]) -> [LinkedArticle.Step] {
    let elements = (list["itemListElement"]?.elements ?? []).prefix(20)
    let placed = elements.enumerated().map { offset, element in
        let position = element["position"].flatMap { Int($0.word ?? $0.text ?? "") } ?? offset
        let item = element["item"]?.first
        let name = element["name"]?.first?.text ?? item?["name"]?.first?.text ?? ""
        let address = item?.text ?? item?["@id"]?.text ?? item?["url"]?.text ?? element["url"]?.text
        return (position, LinkedArticle.Step(name: name.collapsed, address: address))
    }
    return placed.sorted { $0.0 < $1.0 }.map(\.1)
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
        let name = localName(type)
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
        persons =
            (node["author"] ?? node["creator"])?.elements.flatMap { author -> [String] in
                let described =
                    author["@id"]?.text.flatMap { author["name"] == nil ? byID[$0] : nil } ?? author
                return isOfType("Person", described) ? names(of: described, byID: byID) : []
            } ?? []
        section = node["articleSection"]?.first?.text
        imageURL =
            (node["image"]?.elements ?? []).lazy.compactMap { imageAddress(of: $0, byID: byID) }.first
            ?? node["thumbnailUrl"]?.first?.text
        language = node["inLanguage"]?.first.flatMap { $0.text ?? $0["alternateName"]?.text }
        body = node["articleBody"]?.first?.text ?? posts(of: node)
        url = (node["url"] ?? node["mainEntityOfPage"])?.first.flatMap { $0.text ?? $0["@id"]?.text }
        if let free = node["isAccessibleForFree"]?.first {
            isFree = ["true", "1", "yes"].contains((free.text ?? free.word ?? "true").lowercased())
        }
        publisher = (node["publisher"] ?? node["sourceOrganization"])?.first.flatMap {
            names(of: $0, byID: byID).first
        }
    }
}

/// What the posts of a running report say, each with its headline; nil when there are none.
private func posts(of node: LinkedValue) -> String? {
    let posts = (node["liveBlogUpdate"]?.elements ?? []).prefix(500)
    let lines = posts.flatMap { [$0["headline"]?.first?.text, $0["articleBody"]?.first?.text] }
    let text = lines.compactMap { $0?.trimmed }.filter { !$0.isEmpty }.joined(separator: "\n")
    return text.isEmpty ? nil : text
}

/// The address of a picture: itself, of an object, or of the object that a reference names.
private func imageAddress(of value: LinkedValue, byID: [String: LinkedValue]) -> String? {
    if let text = value.text { return text.isEmpty ? nil : text }
    if let address = (value["url"] ?? value["contentUrl"])?.first?.text { return address }
    guard let id = value["@id"]?.text else { return nil }
    if let node = byID[id], let address = (node["url"] ?? node["contentUrl"])?.first?.text { return address }
    return id.hasPrefix("http") && !id.contains("#") ? id : nil
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
