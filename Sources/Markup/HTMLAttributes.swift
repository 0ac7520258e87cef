/// The attributes that anyone here reads.
package enum HTMLAttribute: String, Sendable, CaseIterable {
    case `class`, id, style, hidden, role, lang, title, type
    case itemprop, itemtype, itemscope, content, property, name, rel, href, src, datetime
    case ariaHidden = "aria-hidden"
    case dataComponent = "data-component"
    case dataTestID = "data-testid"
    case httpEquiv = "http-equiv"
    case amp
    /// AMP's other sign, which libxml2 does not read as a name; also written with the sign for its colour behind it.
    case ampSign = "⚡"
    case colouredAMPSign = "⚡\u{FE0F}"
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
        case .colouredAMPSign: 1 << 25
        }
    }
}

/// The known attributes of many elements, one behind the other.
struct HTMLAttributeList: Sendable {
    fileprivate var entries: [(name: HTMLAttribute, range: Range<Int32>)] = []
    /// Their values.
    var bytes: [UInt8] = []

    var count: Int { entries.count }

    /// Notes an attribute whose value are all ``bytes`` from `start` on.
    mutating func close(_ name: HTMLAttribute, from start: Int) {
        entries.append((name, Int32(start)..<Int32(bytes.count)))
    }

    mutating func removeLast(_ count: Int) {
        guard count > 0 else { return }
        entries.removeLast(count)
        bytes.removeLast(bytes.count - Int(entries.last?.range.upperBound ?? 0))
    }

    func has(_ names: HTMLAttribute..., from first: Int) -> Bool {
        entries[first...].contains { names.contains($0.name) }
    }
}

/// The known attributes of one element.
package struct HTMLAttributes: Sendable {
    private let list: HTMLAttributeList
    private var own = 0..<0
    /// The bits of all entries: most questions are about attributes that an element has not.
    private var present: UInt32 = 0

    /// None, of a page that has these.
    init(of list: HTMLAttributeList) {
        self.list = list
    }

    /// Where in ``HTMLAttributeList/bytes`` the value lies; nil when the element has no such attribute.
    private func range(of name: HTMLAttribute) -> Range<Int>? {
        guard present & name.bit != 0 else { return nil }
        for index in own where list.entries[index].name == name {
            let range = list.entries[index].range
            return Int(range.lowerBound)..<Int(range.upperBound)
        }
        return nil
    }

    package func has(_ name: HTMLAttribute) -> Bool { present & name.bit != 0 }

    package var isEmpty: Bool { present == 0 }

    package func value(_ name: HTMLAttribute) -> ArraySlice<UInt8>? {
        range(of: name).map { list.bytes[$0] }
    }

    /// A hash of what names the element: ``namingAttributes`` with their values; 0 when there are none.
    package var namesHash: UInt64 {
        guard present & HTMLAttributes.namingBits != 0 else { return 0 }
        return list.bytes.withUnsafeBytes { bytes in
            var hash: UInt64 = 1
            for index in own {
                let entry = list.entries[index]
                guard entry.name.bit & HTMLAttributes.namingBits != 0 else { continue }
                hash = mixed(hash, UInt64(entry.name.bit))
                let range = Int(entry.range.lowerBound)..<Int(entry.range.upperBound)
                hash = wordHash(UnsafeRawBufferPointer(rebasing: bytes[range]), seed: hash)
            }
            return hash
        }
    }

    package static let namingAttributes: [HTMLAttribute] = [.class, .id, .dataComponent, .dataTestID]
    private static let namingBits = namingAttributes.reduce(0) { $0 | $1.bit }

    package func string(_ name: HTMLAttribute) -> String? {
        value(name).map { String(decoding: $0, as: UTF8.self) }
    }

    mutating func removeAll() {
        present = 0
    }

    /// Makes these the attributes `range` of the list.
    mutating func become(_ range: Range<Int>) {
        own = range
        present = range.reduce(0) { $0 | list.entries[$1].name.bit }
    }
}

/// A hash of bytes, eight at a time; not to be stored.
private func wordHash(_ bytes: UnsafeRawBufferPointer, seed: UInt64) -> UInt64 {
    var hash = mixed(seed, UInt64(bytes.count))
    var index = 0
    while index + 8 <= bytes.count {
        hash = mixed(hash, bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        index += 8
    }
    var rest: UInt64 = 0
    while index < bytes.count {
        rest = rest << 8 | UInt64(bytes[index])
        index += 1
    }
    return mixed(hash, rest)
}

/// Both halves of a product with an odd constant, folded together.
@inline(__always)
private func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
}
