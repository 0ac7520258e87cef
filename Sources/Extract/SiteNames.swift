import Address

/// The names of the site a page belongs to: as it declares them, as its host has it, and as the page shows them in its
/// first line and beside its ©.
struct SiteNames {
    /// Reduced to letters and digits.
    private let names: [[UInt8]]
    /// The first line of the page, which often is the site's name; reduced.
    private let firstLine: [UInt8]
    /// Lines with the sign of copyright at the end of the page; reduced.
    private let rightsLines: [[UInt8]]

    init(page: Page, linked: LinkedArticle?, url: String) {
        var names = [
            page.marks.value("og:site_name"), page.marks.value("application-name"), linked?.publisher,
            page.marks.value("twitter:site"), page.marks.value("publisher"),
        ].compactMap { $0 }
        let outlet = OutletNames().outlet(of: url)
        if let label = outlet.split(separator: ".").first { names += [outlet, String(label)] }
        firstLine = nameInFirstLine(of: page, titles: declaredTitles(page, linked))
        rightsLines = page.blocks.suffix(16).compactMap { block in
            let line = page.bytes(of: block)
            guard !block.isKept, block.units <= 300, line.hasRightsSign else { return nil }
            return reduced(line)
        }
        self.names = names.map { reduced(Array($0.utf8)[...]) }.filter { $0.count >= 3 }
    }

    /// Whether a text is a name of the site, or one with a word or two around it.
    func contains(_ part: String) -> Bool {
        contains(Array(part.utf8)[...])
    }

    private func contains(_ part: ArraySlice<UInt8>) -> Bool {
        let key = reduced(part)
        guard !key.isEmpty else { return false }
        if key.count >= 6, key == firstLine || rightsLines.contains(where: { isContained(key, $0) }) {
            return true
        }
        return names.contains { name in
            name == key || key.count >= 5 && isContained(key, name)
                || name.count >= 4 && isContained(name, key) && key.count <= name.count + 12
        }
    }

    /// Takes off a first or last part that names the site.
    func removed(from title: String) -> String {
        var bytes = Array(title.collapsed.utf8)[...]
        while let cut = bytes.lastSeparator, contains(bytes[cut.upperBound...]) {
            bytes = bytes[..<cut.lowerBound]
        }
        // A name that only the page's first line gives is shorter than what it names.
        if let cut = bytes.firstSeparator, contains(bytes[..<cut.lowerBound]),
            reduced(bytes[..<cut.lowerBound]) != firstLine
                || 2 * cut.lowerBound <= bytes.startIndex + bytes.endIndex
        {
            bytes = bytes[cut.upperBound...]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// The first line of a page, reduced, where it may be the site's name: above some pages stands nothing but their headline.
private func nameInFirstLine(of page: Page, titles: [String]) -> [UInt8] {
    guard let first = page.blocks.first, !first.isKept else { return [] }
    let line = reduced(page.bytes(of: first).prefix(160))
    // No name is longer.
    guard line.count <= 100 else { return [] }
    guard first.isHeading else { return line }
    // A page may be made so that comparing all with all takes minutes.
    let titles = titles.map { reduced(Array($0.utf8.prefix(400))[...]) }
    if titles.isEmpty || titles.contains(line) { return [] }
    let isTitledElsewhere = page.blocks.prefix(200).dropFirst().contains { block in
        guard block.isHeading, block.units >= 8 else { return false }
        let key = reduced(page.bytes(of: block))
        return key != line && titles.contains { isContained(key, $0) }
    }
    let isBeginning = titles.contains { $0.starts(with: line) && !$0.suffix(line.count).elementsEqual(line) }
    return isBeginning && !isTitledElsewhere ? [] : line
}

extension ArraySlice<UInt8> {
    fileprivate var hasRightsSign: Bool {
        indices.dropLast().contains { self[$0] == 0xC2 && self[$0 + 1] == 0xA9 } || contains("opyright")
            || contains("(c) ")
    }
}
