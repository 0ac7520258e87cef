/// The attributes that anyone here reads.
package enum HTMLAttribute: String, Sendable, CaseIterable {
    case `class`, id, style, hidden, role, lang, title, type
    case itemprop, itemtype, itemscope, content, property, name, rel, href, src, datetime
    case ariaHidden = "aria-hidden"
    case dataComponent = "data-component"
    case dataTestID = "data-testid"
    case httpEquiv = "http-equiv"
    case xmlLang = "xml:lang"
}

/// The known attributes of one element.
package struct HTMLAttributes: Sendable {
    private var entries: [(name: HTMLAttribute, range: Range<Int>)] = []
    /// The values, one behind the other.
    package private(set) var bytes: [UInt8] = []

    /// Where in ``bytes`` the value lies; nil when the element has no such attribute.
    package subscript(name: HTMLAttribute) -> Range<Int>? {
        for entry in entries where entry.name == name { return entry.range }
        return nil
    }

    package var isEmpty: Bool { entries.isEmpty }

    package func value(_ name: HTMLAttribute) -> ArraySlice<UInt8>? {
        self[name].map { bytes[$0] }
    }

    package func string(_ name: HTMLAttribute) -> String? {
        value(name).map { String(decoding: $0, as: UTF8.self) }
    }

    mutating func removeAll() {
        entries.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
    }

    mutating func append(_ name: HTMLAttribute, _ value: UnsafeBufferPointer<UInt8>) {
        let start = bytes.count
        bytes.append(contentsOf: value)
        entries.append((name, start..<bytes.count))
    }
}
