import Address
import Markup

/// A page with what is asked of its elements again and again.
struct ListingPage: ~Copyable {
    let tree: HTMLTree
    /// The page's address, and where relative links start from.
    let url: String
    let base: String
    let names: [String]
    /// -1 for the root.
    let parents: [Int]
    /// Behind the last element inside each.
    let ends: [Int]

    init(utf8: [UInt8], url: String) {
        tree = HTMLTree(utf8: utf8)
        self.url = url
        base = tree.baseReference.flatMap { resolvedURL($0, base: url) } ?? url
        var names: [String] = []
        var parents: [Int] = []
        for index in tree.elements {
            names.append(tree.name(of: HTMLElement(index: index)))
            parents.append(tree.parent(of: HTMLElement(index: index))?.index ?? -1)
        }
        var ends = names.indices.map { $0 + 1 }
        for index in names.indices.reversed() where parents[index] >= 0 {
            ends[parents[index]] = max(ends[parents[index]], ends[index])
        }
        self.names = names
        self.parents = parents
        self.ends = ends
    }

    var title: String? {
        guard let index = names.firstIndex(of: "title") else { return nil }
        let text = tree.text(of: HTMLElement(index: index))
        return text.isEmpty ? nil : text
    }

    /// The declared language of the page, when it looks like a language tag.
    var language: String? {
        guard let root = names.firstIndex(of: "html"),
            let declared = attribute("lang", root) ?? attribute("xml:lang", root)
        else { return nil }
        let tag = declared.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
        let isTag = tag.utf8.allSatisfy {
            (0x61...0x7A).contains($0 | 0x20) || $0 == 0x2D || (0x30...0x39).contains($0)
        }
        return isTag && (2...35).contains(tag.utf8.count) ? tag : nil
    }

    func attribute(_ name: String, _ index: Int) -> String? {
        tree.attribute(name, of: HTMLElement(index: index))
    }

    func text(_ index: Int) -> String {
        tree.text(of: HTMLElement(index: index))
    }

    /// The elements inside one, in document order, itself not included.
    func descendants(of index: Int) -> Range<Int> {
        index + 1..<ends[index]
    }

    /// The address an element leads to: its own, or that of the first link inside.
    func address(of index: Int) -> String? {
        if let own = linkAddress(index) { return own }
        for inside in descendants(of: index) {
            if let address = linkAddress(inside) { return address }
        }
        return nil
    }

    /// The absolute address of a link element; nil for other elements and other schemes.
    func linkAddress(_ index: Int) -> String? {
        guard names[index] == "a" || names[index] == "area", let reference = attribute("href", index) else {
            return nil
        }
        let trimmed = reference.drop(while: \.isWhitespace)
        if trimmed.isEmpty || trimmed.hasPrefix("#") { return nil }
        return resolvedURL(reference, base: base)
    }
}
