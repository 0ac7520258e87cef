import Text

/// Where an index puts what it finds; a type and not a closure, which would be counted at every find.
protocol PrefixSink {
    /// - Parameter numbers: of all patterns that are equal.
    mutating func take(_ numbers: UnsafeBufferPointer<Int32>, at place: Int)
}

/// Finds which of many byte strings begin at which places of a text, in time linear in the text.
///
/// Patterns are sorted into lanes by length: those of 8 bytes and more are found by a hash of their first 8
/// bytes, the others by 6, 4, 3, 2 or 1. ``PlaceGate`` answers nearly every place of a text. Where it
/// does not, the last pattern that sorts at or before the text is looked up by bisection; every pattern that
/// begins there is that one or one of its prefixes, which are chained. So ten thousand patterns with one
/// beginning cost no more than one.
struct PrefixIndex: Sendable {
    private let lanes: PrefixLanes
    private let gate: PlaceGate
    private static let widths = [8, 6, 4, 3, 2, 1]

    /// Whether there is no pattern to find.
    let isEmpty: Bool

    /// - Parameter patterns: not empty each; a pattern's number is its index here. Equal ones may occur.
    /// - Parameter isWanted: which of them to find, by their numbers.
    /// - Complexity: O(n log n).
    init(_ patterns: [[UInt8]], where isWanted: (Int) -> Bool = { _ in true }) {
        var byWidth: [Int: [Int]] = [:]
        for (number, pattern) in patterns.enumerated() where isWanted(number) {
            guard let width = Self.widths.first(where: { $0 <= pattern.count }) else { continue }
            byWidth[width, default: []].append(number)
        }
        lanes = PrefixLanes(
            Self.widths.map { PrefixLane(width: $0, numbers: byWidth[$0] ?? [], patterns: patterns) })
        isEmpty = byWidth.isEmpty
        gate = PlaceGate(patterns.indices.lazy.filter(isWanted).map { patterns[$0] })
    }

    /// Tells `sink` of all patterns that begin at a place, for every place where a word may begin.
    ///
    /// - Parameter text: folded, with eight zeros behind its `count` bytes: no pattern holds a zero.
    /// - Parameter starts: the places within words that count too.
    /// - Returns: bits for the ``ScriptClass``es of the text's letters beyond ASCII, by raw value; a few others too.
    @discardableResult
    func scan(
        _ text: UnsafeBufferPointer<UInt8>, count: Int, _ starts: WordStarts.View,
        into sink: inout some PrefixSink
    ) -> UInt64 {
        let bytes = UnsafeRawBufferPointer(text)
        let views = lanes.views
        let ofTwoBytes = [ScriptClass.greek, .cyrillic, .armenian].reduce(UInt64(0)) {
            $0 | 1 << UInt64($1.rawValue)
        }
        var seen: UInt64 = 0
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
                    if lanes != 0 { look(views, lanes, bytes, at: place, key, &sink) }
                    place &+= starts.skipsInsides ? WordInsides.letters(from: place, key, bytes) : 1
                } else if starts.skipsInsides, WordInsides.isTwoByteLead(byte) {
                    script = 0
                    seen |= ofTwoBytes
                    let lanes = gate.lanes(for: key, isASCII: false)
                    if lanes != 0 { look(views, lanes, bytes, at: place, key, &sink) }
                    place &+= 2
                    while WordInsides.isTwoByteLead(bytes[place]) { place &+= 2 }
                } else {
                    let (code, length) = WordInsides.character(key)
                    let character = code < 0x10000 ? gate.characters[Int(code)] : PlaceGate.begins
                    let before = script
                    script = character & ~PlaceGate.begins
                    seen |= 1 &<< UInt64(script)
                    if character & PlaceGate.begins != 0,
                        starts.mayBegin(script, behind: before, bytes, place)
                    {
                        let lanes = gate.lanes(for: key, isASCII: false)
                        if lanes != 0 { look(views, lanes, bytes, at: place, key, &sink) }
                    }
                    place &+= length
                }
            }
        }
        return seen
    }

    /// Tells `sink` of all patterns that begin at one of some places.
    ///
    /// - Parameter text: with eight zeros behind it.
    func find(
        at places: [Int], in text: UnsafeBufferPointer<UInt8>, into sink: inout some PrefixSink
    ) {
        let bytes = UnsafeRawBufferPointer(text)
        for place in places {
            let key = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            for lane in 0..<lanes.count {
                lanes.views[lane].look(for: key, in: bytes, at: place, into: &sink)
            }
        }
    }

    @inline(never)
    private func look(
        _ views: UnsafePointer<PrefixLane.View>, _ lanes: PlaceGate.Lanes, _ text: UnsafeRawBufferPointer,
        at place: Int, _ key: UInt64, _ sink: inout some PrefixSink
    ) {
        if lanes & 8 != 0 { views[0].look(for: key, in: text, at: place, into: &sink) }
        if lanes & 4 != 0 { views[1].look(for: key, in: text, at: place, into: &sink) }
        // Two letters of two bytes are short, as one letter of four is.
        if lanes & 3 != 0 { views[2].look(for: key, in: text, at: place, into: &sink) }
        guard lanes & 1 != 0 else { return }
        for lane in 3..<Self.widths.count { views[lane].look(for: key, in: text, at: place, into: &sink) }
    }
}

/// The lanes of an index, the widest first.
///
/// Unchecked because of its pointer: it points to what this owns and never changes. Arrays and the lanes themselves would be
/// counted at every find.
private final class PrefixLanes: @unchecked Sendable {
    let views: UnsafePointer<PrefixLane.View>
    let count: Int
    private let lanes: [PrefixLane]

    init(_ lanes: [PrefixLane]) {
        self.lanes = lanes
        count = lanes.count
        let views = UnsafeMutablePointer<PrefixLane.View>.allocate(capacity: lanes.count)
        for (index, lane) in lanes.enumerated() { (views + index).initialize(to: lane.view) }
        self.views = UnsafePointer(views)
    }

    deinit { views.deallocate() }
}
