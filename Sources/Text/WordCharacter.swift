/// What a character folds to and what it is in a word, for one load per character.
///
/// Bits 0–23: the folded bytes, the first one lowest; 24–25: how many; 32–39: the script class of the folded character; 40: it
/// is more than that, and its word must be folded and split the long way.
struct WordCharacter: Equatable {
    let bits: UInt64

    /// Something to be folded the long way.
    static let special = WordCharacter(bits: 1 << 40)

    @inline(__always)
    var bytes: UInt32 { UInt32(truncatingIfNeeded: bits) & 0x00FF_FFFF }
    @inline(__always)
    var count: Int { Int(truncatingIfNeeded: bits >> 24) & 3 }
    @inline(__always)
    var script: UInt8 { UInt8(truncatingIfNeeded: bits >> 32) }
    @inline(__always)
    var isSpecial: Bool { bits & 1 << 40 != 0 }

    /// The characters of the BMP as `table` folds them.
    static func all(by table: FoldTable) -> [WordCharacter] {
        var all = table.entries[..<0x10000].map { WordCharacter($0, pool: table.pool) }
        // The folding loop lowers ASCII without the table.
        for letter in 0x41...0x5A { all[letter] = all[letter + 0x20] }
        return all
    }

    private init(bits: UInt64) {
        self.bits = bits
    }

    private init(_ entry: UInt32, pool: [UInt8]) {
        switch entry & ~FoldTable.index {
        case 0, FoldTable.droppedMark:
            bits = 0
        case 1 << 24, 2 << 24, 3 << 24:
            let code = Self.code(of: entry & FoldTable.index, count: entry >> 24)
            bits = UInt64(entry) | UInt64(ScriptTable.classes[code]) << 32
        case FoldTable.inPool where Self.isSeparator(entry & FoldTable.index, in: pool):
            bits = 1 << 24 | UInt64(UInt8(ascii: " "))
        default:
            self = .special
        }
    }

    /// The code point of up to three bytes of UTF-8.
    private static func code(of bytes: UInt32, count: UInt32) -> Int {
        let first = Int(bytes & 0xFF)
        let second = Int(bytes >> 8 & 0x3F)
        switch count {
        case 1: return first
        case 2: return (first & 0x1F) << 6 | second
        default: return (first & 0x0F) << 12 | second << 6 | Int(bytes >> 16 & 0x3F)
        }
    }

    /// Whether an expansion, such as that of an ellipsis, is several ASCII marks and nothing else.
    private static func isSeparator(_ index: UInt32, in pool: [UInt8]) -> Bool {
        let first = Int(index) + 1
        let bytes = pool[first..<first + Int(pool[first - 1])]
        return bytes.count > 1
            && bytes.allSatisfy { $0 < 0x80 && ScriptTable.classes[Int($0)] == ScriptClass.none.rawValue }
    }
}
