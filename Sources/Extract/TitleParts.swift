/// Marks that part a title from the name of its site.
extension ArraySlice<UInt8> {
    /// The last such mark, not at the beginning or the end.
    var lastSeparator: Range<Int>? {
        indices.dropFirst().reversed().lazy.compactMap(separator).first
    }

    var firstSeparator: Range<Int>? {
        indices.dropFirst().lazy.compactMap(separator).first
    }

    /// Whether it begins with such a mark.
    var beginsWithSeparator: Bool { !isEmpty && separator(at: startIndex) != nil }

    private func separator(at index: Int) -> Range<Int>? {
        switch self[index] {
        case 0x20, 0xEF:
            for mark in titleSeparators
            where self[index...].starts(with: mark) && index + mark.count < endIndex {
                return index..<(index + mark.count)
            }
        case UInt8(ascii: "_"):
            return index + 1 < endIndex ? index..<(index + 1) : nil
        case UInt8(ascii: "-"), UInt8(ascii: "|"):
            // Chinese and its neighbours set no spaces; Latin letters around a hyphen are one word.
            let before = index > startIndex ? self[index - 1] : 0x80
            guard index + 1 < endIndex, before >= 0x80, self[index + 1] >= 0xE3 || self[index] != 0x2D else {
                return nil
            }
            return index..<(index + 1)
        default: break
        }
        return nil
    }
}

private let titleSeparators = [
    " | ", " - ", " – ", " — ", " :: ", " · ", " » ", "｜", "－", " • ", " / ", " _ ",
].map {
    Array($0.utf8)
}

/// The feed's title of an article in the place of the page's, where the page's is that and the name of the site behind
/// or before it.
///
/// - Parameter declared: a title that no heading of the page confirms.
func withoutSiteName(_ declared: String, feedTitle: String) -> String? {
    let title = Array(declared.collapsed.utf8)
    let short = feedTitle.collapsed
    let own = Array(short.utf8)
    guard own.count >= 10, title.count > own.count, title.count <= own.count + 90,
        // A name is shorter than what it stands beside; of a title in two parts the feed may have only one.
        title.count <= 2 * own.count + 3
    else { return nil }
    if title.starts(with: own) { return title[own.count...].beginsWithSeparator ? short : nil }
    guard title.suffix(own.count).elementsEqual(own) else { return nil }
    let lead = title[..<(title.count - own.count)]
    guard let cut = title[...].firstSeparator, cut.upperBound == lead.count else { return nil }
    return short
}
