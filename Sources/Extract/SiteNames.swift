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
    func contains(_ part: String) -> Bool {
        contains(Array(part.utf8)[...])
    }

    private func contains(_ part: ArraySlice<UInt8>) -> Bool {
        let key = reduced(part)
        guard !key.isEmpty else { return false }
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
        if let cut = bytes.firstSeparator, contains(bytes[..<cut.lowerBound]) {
            bytes = bytes[cut.upperBound...]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension ArraySlice<UInt8> {
    /// The last mark with a space on both sides that parts a title from a site's name, not at the beginning.
    fileprivate var lastSeparator: Range<Int>? {
        indices.dropFirst().reversed().lazy.compactMap(separator).first
    }

    fileprivate var firstSeparator: Range<Int>? {
        indices.dropFirst().lazy.compactMap(separator).first
    }

    private func separator(at index: Int) -> Range<Int>? {
        guard self[index] == 0x20 || self[index] == 0xEF else { return nil }
        for mark in titleSeparators where self[index...].starts(with: mark) && index + mark.count < endIndex {
            return index..<(index + mark.count)
        }
        return nil
    }
}

/// What stands between a title and the name of its site.
private let titleSeparators = [" | ", " - ", " – ", " — ", " :: ", " · ", " » ", "｜", " • ", " / "].map {
    Array($0.utf8)
}
