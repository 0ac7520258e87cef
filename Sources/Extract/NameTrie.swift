/// Finds the names of a table in the `class` and `id` of elements.
///
/// A name matches at the beginning of a word (`related` in `story-related`, not in `unrelated`); names of nine letters
/// and more match anywhere. Both sides are compared in lowercase with `-` between words: `articleBody`,
/// `article__body` and `article-body` are one name.
struct NameTrie: Sendable {
    /// One node is a row of 39: the next node for each of a–z, 0–9, `-`, space and any other byte; 0 is none.
    private var next: [UInt16]
    private var found: [ElementTraits]
    /// Whether a long name goes on from the node: all that counts inside a word.
    private var isOnLongName: [Bool]
    /// The column of each byte; the last one, where no name goes on, for all other bytes.
    private let columns: [UInt8]
    private static let width = 39
    private static let longName = 9

    init(_ table: [(traits: ElementTraits, names: String)]) {
        next = [UInt16](repeating: 0, count: NameTrie.width)
        found = [[]]
        isOnLongName = [false]
        columns = (0...255).map { UInt8(NameTrie.column($0) ?? NameTrie.width - 1) }
        for (traits, names) in table {
            for name in names.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
                insert(Array(name.utf8), traits)
            }
        }
    }

    private mutating func insert(_ name: [UInt8], _ traits: ElementTraits) {
        var node = 0
        for byte in name {
            // In the table `_` stands for the space between two class names.
            guard let column = NameTrie.column(byte == UInt8(ascii: "_") ? 0x20 : byte) else { return }
            let slot = node * NameTrie.width + column
            if next[slot] == 0 {
                next[slot] = UInt16(found.count)
                found.append([])
                isOnLongName.append(false)
                next.append(contentsOf: repeatElement(0, count: NameTrie.width))
            }
            node = Int(next[slot])
            if name.count >= NameTrie.longName { isOnLongName[node] = true }
        }
        found[node].formUnion(traits)
    }

    /// The traits of all names that occur.
    ///
    /// - Parameter name: normalised by ``append(_:to:)``, so it begins and ends with a space.
    func traits(of name: [UInt8]) -> ElementTraits {
        var result: ElementTraits = []
        name.withUnsafeBufferPointer { name in
            for start in name.indices {
                let isWordStart =
                    start == 0 || name[start - 1] == 0x20 || name[start - 1] == UInt8(ascii: "-")
                var node = 0
                var index = start
                while index < name.count {
                    node = Int(next[node * NameTrie.width + Int(columns[Int(name[index])])])
                    if node == 0 || !isWordStart && !isOnLongName[node] { break }
                    index += 1
                    if isWordStart || index - start >= NameTrie.longName { result.formUnion(found[node]) }
                }
            }
        }
        return result
    }

    /// Adds the words of a `class` or `id` in lowercase, `-` between words, a space behind each name.
    static func append(_ value: some Sequence<UInt8>, to name: inout [UInt8]) {
        if name.isEmpty { name.append(0x20) }
        var previousIsLower = false
        for byte in value {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"):
                name.append(byte)
                previousIsLower = true
            case UInt8(ascii: "A")...UInt8(ascii: "Z"):
                if previousIsLower { name.append(UInt8(ascii: "-")) }
                name.append(byte | 0x20)
                previousIsLower = false
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                name.append(byte)
                previousIsLower = false
            default:
                let separator = byte <= 0x20 ? 0x20 : UInt8(ascii: "-")
                if name.last != 0x20, name.last != UInt8(ascii: "-") {
                    name.append(separator)
                } else if separator == 0x20, name.last == UInt8(ascii: "-") {
                    name[name.count - 1] = 0x20
                }
                previousIsLower = false
            }
        }
        if name.last != 0x20 { name.append(0x20) }
    }

    private static func column(_ byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte - UInt8(ascii: "a"))
        case UInt8(ascii: "0")...UInt8(ascii: "9"): 26 + Int(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "-"): 36
        case 0x20: 37
        default: nil
        }
    }
}
