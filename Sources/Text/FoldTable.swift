import Foundation

/// What every character folds to, laid out for one load per character.
///
/// An entry's top byte is the length (1–3) of the folded bytes, the low three bytes in reading order; or 0, dropped;
/// or one of the markers below, with an index in the low bytes.
struct FoldTable: Sendable {
    /// Dropped, and belongs to the letter before.
    static let droppedMark: UInt32 = 4 << 24
    /// More than one character or three bytes: the index of a count and bytes in `pool`.
    static let inPool: UInt32 = 5 << 24
    /// May join the letter before: the index in `compositions`.
    static let composing: UInt32 = 6 << 24
    /// A Hangul vowel or final consonant that may join the syllable before.
    static let jamo: UInt32 = 7 << 24
    /// The dot that Thai and Lao AM begin with where they are written as two signs.
    static let amDot: UInt32 = 8 << 24
    static let index: UInt32 = 0x00FF_FFFF

    /// The BMP, then pages of 64 from beyond it.
    private(set) var entries: [UInt32]
    /// For (code point − 0x10000) / 64: the page's first entry; 0 when nothing in it changes.
    private(set) var astralPages: [UInt32]
    private(set) var pool: [UInt8] = []
    private(set) var compositions: [Composition] = []

    /// A mark that makes one letter with some letters, and what it is elsewhere.
    struct Composition: Sendable {
        var pairs: [(letter: UInt32, result: UInt32)]
        var alone: UInt32
    }

    init() {
        entries = (0..<0x10000).map { FoldTable.inlineEntry(utf8(of: UInt32($0))) }
        astralPages = Array(repeating: 0, count: 0x20000 / 64)
        for fold in unicodeFolds() { set(fold.code, to: fold.bytes) }
        for code in FoldRules.invisible.joined() { entries[Int(code)] = 0 }
        for code in FoldRules.droppedMarks.joined() { entries[Int(code)] = FoldTable.droppedMark }
        addCompositions()
        for code in [0x1161...0x1175, 0x11A8...0x11C2].joined() { entries[code] = FoldTable.jamo }
        for code in [0x0E4D, 0x0ECD] { entries[code] = FoldTable.amDot }
    }

    private mutating func set(_ code: UInt32, to bytes: [UInt8]) {
        guard code >= 0x10000 else { return entries[Int(code)] = entry(for: bytes) }
        let page = Int(code - 0x10000) / 64
        if astralPages[page] == 0 {
            astralPages[page] = UInt32(entries.count)
            let first = code & ~63
            for other in first..<first + 64 { entries.append(entry(for: utf8(of: other))) }
        }
        entries[Int(astralPages[page]) + Int(code & 63)] = entry(for: bytes)
    }

    private mutating func entry(for bytes: [UInt8]) -> UInt32 {
        let characters = bytes.count { $0 & 0xC0 != 0x80 }
        guard bytes.count > 3 || characters > 1 else { return FoldTable.inlineEntry(bytes) }
        pool.append(UInt8(bytes.count))
        pool += bytes
        return FoldTable.inPool | UInt32(pool.count - bytes.count - 1)
    }

    static func inlineEntry(_ bytes: [UInt8]) -> UInt32 {
        bytes.reversed().reduce(UInt32(bytes.count) << 24) { entry, byte in
            entry & 0xFF00_0000 | (entry & 0xFFFF) << 8 | UInt32(byte)
        }
    }

    /// Letters that stay whole are also what their parts fold to: か + U+3099 is が, и + U+0306 is й.
    private mutating func addCompositions() {
        var byMark: [UInt32: [(letter: UInt32, result: UInt32)]] = [:]
        for code in FoldRules.ranges.joined()
        where entries[Int(code)] == FoldTable.inlineEntry(utf8(of: code)) {
            guard let scalar = Unicode.Scalar(code), !(scalar.properties.isFullCompositionExclusion) else {
                continue
            }
            let parts = Array(String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars)
            guard parts.count == 2 else { continue }
            byMark[parts[1].value, default: []].append((parts[0].value, code))
        }
        for (mark, pairs) in byMark.sorted(by: { $0.key < $1.key }) {
            let marker = FoldTable.composing | UInt32(compositions.count)
            let alone = entries[Int(mark)]
            compositions.append(Composition(pairs: pairs, alone: alone))
            // Half-width kana marks fold to the same mark and so compose alike.
            for code in 0xFF9E...0xFF9F where entries[code] == alone { entries[code] = marker }
            entries[Int(mark)] = marker
        }
    }
}

/// The UTF-8 of one code point; U+FFFD for a surrogate.
func utf8(of code: UInt32) -> [UInt8] {
    Array(String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8)
}
