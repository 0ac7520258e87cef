import Markup

extension PageMarks {
    /// Reads a `meta`, `link` or `base` element.
    mutating func read(_ tag: HTMLTag, _ attributes: HTMLAttributes) {
        switch tag {
        case .meta:
            let name =
                attributes.string(.property) ?? attributes.string(.name) ?? attributes.string(.itemprop)
                ?? attributes.string(.httpEquiv)
            if let name, !isForMachinesOnly(name), let content = attributes.string(.content) {
                declare(name, content)
                if name == "parsely-page" { declareAll(in: content) }
            }
        case .base:
            if baseLink == nil { baseLink = attributes.string(.href) }
        default:
            guard let link = attributes.string(.href) else { return }
            if let property = attributes.string(.itemprop) { declare(property, link) }
            if attributes.string(.rel)?.lowercased() == "image_src" { declare("image_src", link) }
            if canonicalLink == nil, attributes.string(.rel)?.lowercased() == "canonical" {
                canonicalLink = link
            }
        }
    }

    /// One declaration that holds several, as JSON: `{"section": "World", "pub_date": "2026-02-13"}`.
    private mutating func declareAll(in json: String) {
        var reader = LinkedValueReader(Array(json.utf8.prefix(PageMarks.valueByteLimit)))
        guard let object = reader.values().first else { return }
        for key in ["title", "link", "image_url", "pub_date", "section", "author", "authors"] {
            for value in (object[key]?.elements ?? []).prefix(12) {
                let name = key == "authors" ? "author" : key.replacing("_", with: "-")
                if let text = value.text { declare("parsely-" + name, text) }
            }
        }
    }

    mutating func declare(_ name: String, _ value: String) {
        guard declarations.count < PageMarks.limit, name.utf8.count < 100 else { return }
        let short = value.utf8.count <= PageMarks.valueByteLimit ? value : String(value.prefix(1024))
        declarations.append(Declaration(name: name.trimmed.lowercased(), value: short.collapsed))
    }

    mutating func add(_ passage: Passage, tag: HTMLTag, property: String?) {
        if tag == .time || passage.traits.contains(.date), times.count < PageMarks.limit {
            tag == .time ? times.append(passage) : dates.append(passage)
        }
        if passage.traits.contains(.author), authors.count < PageMarks.limit { authors.append(passage) }
        if let property, properties.count < PageMarks.limit {
            properties.append((property.lowercased(), passage))
        }
    }
}

/// Whether a `meta` element speaks to browsers, apps and trackers, and says nothing of the article.
private func isForMachinesOnly(_ name: String) -> Bool {
    let lowered = name.utf8.prefix(12).map { $0 | 0x20 }
    return machinePrefixes.contains { lowered.starts(with: $0) }
}

private let machinePrefixes = [
    "viewport", "fb:", "al:", "msapplicatio", "theme-color", "apple-", "google", "robots", "twitter:app",
    "og:image:w",
    "og:image:h", "msvalidate", "format-detec", "x-ua-", "csrf", "next-head", "referrer", "generator",
].map { Array($0.utf8) }
