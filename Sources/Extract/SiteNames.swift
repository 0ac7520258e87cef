import Address

/// The names of the site a page belongs to: as it declares them, and as its host has it.
struct SiteNames {
    /// Reduced to letters and digits.
    private let names: [[UInt8]]

    init(page: Page, linked: LinkedArticle?, url: String) {
        var names = [
            page.marks.value("og:site_name"), page.marks.value("application-name"), linked?.publisher,
            page.marks.value("twitter:site"), page.marks.value("publisher"),
        ].compactMap { $0 }
        let outlet = OutletNames().outlet(of: url)
        if let label = outlet.split(separator: ".").first { names += [outlet, String(label)] }
        self.names = names.map { reduced(Array($0.utf8)[...]) }.filter { $0.count >= 3 }
    }

    /// Whether a text is a name of the site, or one with a word or two around it.
    func contains(_ part: some StringProtocol) -> Bool {
        let key = reduced(Array(part.utf8)[...])
        guard !key.isEmpty else { return false }
        return names.contains { name in
            name == key || key.count >= 5 && isContained(key, name)
                || name.count >= 4 && isContained(name, key) && key.count <= name.count + 12
        }
    }

    /// Takes off a first or last part that names the site.
    func removed(from title: String) -> String {
        var title = title.collapsed
        for separator in [" | ", " - ", " – ", " — ", " :: ", " · ", " » ", "｜", " • ", " / "] {
            while let range = title.ranges(of: separator).last, contains(title[range.upperBound...]),
                range.lowerBound > title.startIndex
            {
                title = String(title[..<range.lowerBound]).trimmed
            }
            if let range = title.firstRange(of: separator), contains(title[..<range.lowerBound]),
                range.upperBound < title.endIndex
            {
                title = String(title[range.upperBound...]).trimmed
            }
        }
        return title
    }
}
