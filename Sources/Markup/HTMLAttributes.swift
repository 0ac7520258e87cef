/// The attributes that anyone here reads.
package enum HTMLAttribute: String, Sendable, CaseIterable {
    case `class`, id, style, hidden, role, lang, title, type
    case itemprop, itemtype, itemscope, content, property, name, rel, href, src, datetime
    case ariaHidden = "aria-hidden"
    case dataComponent = "data-component"
    case dataTestID = "data-testid"
    case httpEquiv = "http-equiv"
    case amp
    /// AMP's other sign.
    case ampSign = "⚡"
    case xmlLang = "xml:lang"
}

extension HTMLAttribute {
    /// A bit of its own in ``HTMLAttributes``.
    fileprivate var bit: UInt32 {
        switch self {
        case .class: 1 << 0
        case .id: 1 << 1
        case .style: 1 << 2
        case .hidden: 1 << 3
        case .role: 1 << 4
        case .lang: 1 << 5
        case .title: 1 << 6
        case .type: 1 << 7
        case .itemprop: 1 << 8
        case .itemtype: 1 << 9
        case .itemscope: 1 << 10
        case .content: 1 << 11
        case .property: 1 << 12
        case .name: 1 << 13
        case .rel: 1 << 14
        case .href: 1 << 15
        case .src: 1 << 16
        case .datetime: 1 << 17
        case .ariaHidden: 1 << 18
        case .dataComponent: 1 << 19
        case .dataTestID: 1 << 20
        case .httpEquiv: 1 << 21
        case .xmlLang: 1 << 22
        case .amp: 1 << 23
        case .ampSign: 1 << 24
        }
    }
}

/// The known attributes of one element.
package struct HTMLAttributes: Sendable {
    private var entries: [(bit: UInt32, range: Range<Int>)] = []
    /// The bits of all entries: most questions are about attributes that an element has not.
    private var present: UInt32 = 0
    /// The values, one behind the other.
    package private(set) var bytes: [UInt8] = []

    /// Where in ``bytes`` the value lies; nil when the element has no such attribute.
    package subscript(name: HTMLAttribute) -> Range<Int>? {
        guard present & name.bit != 0 else { return nil }
        for entry in entries where entry.bit == name.bit { return entry.range }
        return nil
    }

    package var isEmpty: Bool { present == 0 }

    package func value(_ name: HTMLAttribute) -> ArraySlice<UInt8>? {
        self[name].map { bytes[$0] }
    }

    package func string(_ name: HTMLAttribute) -> String? {
        value(name).map { String(decoding: $0, as: UTF8.self) }
    }

    mutating func removeAll() {
        guard present != 0 else { return }
        present = 0
        entries.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
    }

    mutating func append(_ name: HTMLAttribute, _ value: UnsafeBufferPointer<UInt8>) {
        let start = bytes.count
        bytes.append(contentsOf: value)
        entries.append((name.bit, start..<bytes.count))
        present |= name.bit
    }
}
