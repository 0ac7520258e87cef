import Model

/// The name of the site at an end of the titles: what most pages of an outlet have behind, or before, a dash.
extension OutletFurniture {
    private enum End: UInt64, CaseIterable {
        case tail = 0x5441_494C_5441_494C
        case head = 0x4845_4144_4845_4144
    }

    /// The title without what most of the outlet's titles share at that end.
    func cutTitle(_ title: String) -> String {
        var bytes = Array(title.collapsed.utf8)[...]
        for end in End.allCases {
            guard let (part, rest) = parts(of: bytes, end), isShared(part, end), rest.count >= 6 else {
                continue
            }
            bytes = rest
        }
        return bytes.count < title.utf8.count ? String(decoding: bytes, as: UTF8.self) : title
    }

    /// Keys of the ends of a title.
    func titleKeys(_ title: String) -> [UInt64] {
        let bytes = Array(title.collapsed.utf8.prefix(600))[...]
        return End.allCases.compactMap { end in parts(of: bytes, end).map { key($0.part, end) } }
    }

    private func isShared(_ part: ArraySlice<UInt8>, _ end: End) -> Bool {
        guard let line = lines[key(part, end)] else { return false }
        let pages = pageCount &- line.firstPage + 1
        return line.stories >= 4 && Double(line.sightings) >= 0.6 * Double(max(pages, 1))
    }

    private func key(_ part: ArraySlice<UInt8>, _ end: End) -> UInt64 {
        fingerprint(of: String(decoding: part, as: UTF8.self)) ^ end.rawValue
    }

    private func parts(
        of title: ArraySlice<UInt8>, _ end: End
    ) -> (part: ArraySlice<UInt8>, rest: ArraySlice<UInt8>)? {
        let cut = end == .tail ? title.lastSeparator : title.firstSeparator
        guard let cut else { return nil }
        let (before, behind) = (title[..<cut.lowerBound], title[cut.upperBound...])
        let (part, rest) = end == .tail ? (behind, before) : (before, behind)
        return part.count <= 90 && !rest.isEmpty ? (part, rest) : nil
    }
}
