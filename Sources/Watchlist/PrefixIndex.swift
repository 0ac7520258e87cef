import Text

/// Finds which of many byte strings begin at which places of a text, in time linear in the text.
///
/// Patterns are sorted into lanes by length: those of 8 bytes and more are found by a hash of their first 8
/// bytes, the others by 6, 4, 3, 2 or 1. ``PlaceGate`` answers nearly every place of a text. Where it
/// does not, the last pattern that sorts at or before the text is looked up by bisection; every pattern that
/// begins there is that one or one of its prefixes, which are chained. So ten thousand patterns with one
/// beginning cost no more than one.
struct PrefixIndex: Sendable {
    /// By width, the widest first; nil where there is no pattern.
    private let lanes: [Lane?]
    private let gate: PlaceGate
    private static let widths = [8, 6, 4, 3, 2, 1]

    /// Holds a lane's tables where they are, so that looking does not count references to each.
    private final class Lane: Sendable {
        let tables: PrefixLane

        init(_ tables: PrefixLane) {
            self.tables = tables
        }
    }

    /// - Parameter patterns: not empty each; a pattern's number is its index here. Equal ones may occur.
    /// - Complexity: O(n log n).
    init(_ patterns: [[UInt8]]) {
        var byWidth: [Int: [Int]] = [:]
        for (number, pattern) in patterns.enumerated() {
            guard let width = Self.widths.first(where: { $0 <= pattern.count }) else { continue }
            byWidth[width, default: []].append(number)
        }
        lanes = Self.widths.map { width in
            byWidth[width].map { Lane(PrefixLane(width: width, numbers: $0, patterns: patterns)) }
        }
        gate = PlaceGate(patterns)
    }

    /// Calls `found` with the numbers of all patterns that begin at a place, and the place, for every place where a
    /// word may begin.
    ///
    /// - Parameter text: folded, with eight zeros behind its `count` bytes: no pattern holds a zero.
    /// - Parameter starts: the places within words that count too.
    func scan(
        _ text: UnsafeBufferPointer<UInt8>, count: Int, _ starts: WordStarts.View,
        _ found: (UnsafeBufferPointer<Int32>, Int) -> Void
    ) {
        let bytes = UnsafeRawBufferPointer(text)
        gate.withView { gate in
            var place = 0
            var script: UInt8 = 0
            while place < count {
                let key = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
                let byte = UInt8(truncatingIfNeeded: key)
                if byte < 0x80 {
                    script = 0
                    // No pattern begins with a space or a mark.
                    if WordInsides.isASCIIMark(byte) {
                        place &+= 1
                        continue
                    }
                    let lanes = gate.lanes(for: key, isASCII: true)
                    if lanes != 0 { look(in: lanes, bytes, at: place, key, found) }
                    place &+= starts.skipsInsides ? WordInsides.letters(from: place, key, bytes) : 1
                } else if starts.skipsInsides, WordInsides.isTwoByteLead(byte) {
                    script = 0
                    let lanes = gate.lanes(for: key, isASCII: false)
                    if lanes != 0 { look(in: lanes, bytes, at: place, key, found) }
                    place &+= 2
                    while WordInsides.isTwoByteLead(bytes[place]) { place &+= 2 }
                } else {
                    let (code, length) = WordInsides.character(key)
                    let character = code < 0x10000 ? gate.characters[Int(code)] : PlaceGate.begins
                    let before = script
                    script = character & ~PlaceGate.begins
                    if character & PlaceGate.begins != 0,
                        starts.mayBegin(script, behind: before, bytes, place)
                    {
                        let lanes = gate.lanes(for: key, isASCII: false)
                        if lanes != 0 { look(in: lanes, bytes, at: place, key, found) }
                    }
                    place &+= length
                }
            }
        }
    }

    /// Calls `found` with the numbers of all patterns that begin at one of some places, and the index of the
    /// place.
    ///
    /// - Parameter text: with eight zeros behind it.
    func find(
        at places: [Int], in text: UnsafeBufferPointer<UInt8>,
        _ found: (UnsafeBufferPointer<Int32>, Int) -> Void
    ) {
        let bytes = UnsafeRawBufferPointer(text)
        for (entry, place) in places.enumerated() {
            let key = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            for lane in lanes {
                lane?.tables.look(for: key, in: bytes, at: place) { numbers, _ in found(numbers, entry) }
            }
        }
    }

    @inline(never)
    private func look(
        in lanes: PlaceGate.Lanes, _ text: UnsafeRawBufferPointer, at place: Int, _ key: UInt64,
        _ found: (UnsafeBufferPointer<Int32>, Int) -> Void
    ) {
        if lanes & 8 != 0 { self.lanes[0]?.tables.look(for: key, in: text, at: place, found) }
        if lanes & 4 != 0 { self.lanes[1]?.tables.look(for: key, in: text, at: place, found) }
        // Two letters of two bytes are short, as one letter of four is.
        if lanes & 3 != 0 { self.lanes[2]?.tables.look(for: key, in: text, at: place, found) }
        guard lanes & 1 != 0 else { return }
        for lane in 3..<Self.widths.count {
            self.lanes[lane]?.tables.look(for: key, in: text, at: place, found)
        }
    }
}
