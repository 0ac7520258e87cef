import Model

/// Whose version of a story leads it: with it, nobody hides the real text by publishing a near copy first.
package struct Preference: Sendable {
    private let outlets: Set<String>
    private let prefersWire: Bool

    /// - Parameter names: outlets, and `wire` for the agency's own site.
    package init(_ names: [String] = []) {
        outlets = Set(names).subtracting(["wire"])
        prefersWire = names.contains("wire")
    }

    /// Whether an article of this outlet, with this credit, is a preferred version.
    func isPreferred(outlet: String, wire: WireCredit?) -> Bool {
        outlets.contains(outlet) || (prefersWire && wire.map { isOwnSite(outlet, of: $0.agency) } ?? false)
    }

    /// Whether an agency's name is its site's, as in `xinhuanet.com`.
    private func isOwnSite(_ outlet: String, of agency: String) -> Bool {
        let name = agency.lowercased().filter { $0.isASCII && $0.isLetter }
        let label = outlet.split(separator: ".").first.map(String.init) ?? ""
        guard name.count >= 2, label.hasPrefix(name) else { return false }
        return ["", "news", "net", "agency", "press", "wire", "online"].contains(label.dropFirst(name.count))
    }
}
