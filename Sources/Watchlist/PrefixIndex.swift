/// Finds which of many byte strings begin at which places of a text, in time linear in the text.
///
/// Patterns are sorted into lanes by length: those of 8 bytes and more are found by a hash of their first 8
/// bytes, the others by 4, 2 or 1. A bit set answers nearly every place of a text with one load. Where it
/// does not, the last pattern that sorts at or before the text is looked up by bisection; every pattern that
/// begins there is that one or one of its prefixes, which are chained. So ten thousand patterns with one
/// beginning cost no more than one.
struct PrefixIndex: Sendable {
    private var lanes: [PrefixLane] = []

    /// - Parameter patterns: not empty each; a pattern's number is its index here. Equal ones may occur.
    /// - Complexity: O(n log n).
    init(_ patterns: [[UInt8]]) {
        var byWidth: [Int: [Int]] = [:]
        for (number, pattern) in patterns.enumerated() {
            guard let width = [8, 4, 2, 1].first(where: { $0 <= pattern.count }) else { continue }
            byWidth[width, default: []].append(number)
        }
        for (width, numbers) in byWidth.sorted(by: { $0.key > $1.key }) {
            lanes.append(PrefixLane(width: width, numbers: numbers, patterns: patterns))
        }
    }

    /// Calls `found` with the numbers of all patterns that begin at a place, and the place, for every place.
    func scan(_ text: [UInt8], _ found: (ArraySlice<Int32>, Int) -> Void) {
        let padded = text + Self.padding
        for lane in lanes { lane.scan(padded, places: 0..<text.count) { found($0, $1) } }
    }

    /// Calls `found` with the numbers of all patterns that begin at one of some places, and the index of the
    /// place.
    func find(at places: [Int], in text: [UInt8], _ found: (ArraySlice<Int32>, Int) -> Void) {
        let padded = text + Self.padding
        for lane in lanes {
            for (entry, place) in places.enumerated() {
                lane.scan(padded, places: place..<place + 1) { numbers, _ in found(numbers, entry) }
            }
        }
    }

    /// Loads of eight bytes may reach past the end; no pattern holds a zero.
    private static let padding = [UInt8](repeating: 0, count: 8)
}

/// The patterns that share a key width.
private struct PrefixLane: Sendable {
    private let width: Int
    /// Ones in the low `width` bytes.
    private let keyMask: UInt64
    /// Bit per hash: some pattern's key has it.
    private var filter: [UInt64]
    private let filterShift: UInt64
    /// Open addressing: 0 or one more than a group of patterns with the same key.
    private var slots: [UInt32]
    private var groups: [(key: UInt64, range: Range<Int32>)] = []
    /// Distinct patterns in byte order, one behind the other.
    private var blob: [UInt8] = []
    private var starts: [Int32] = [0]
    /// The longest other pattern that this one begins with, or -1.
    private var parents: [Int32] = []
    /// The numbers of equal patterns, one pattern's behind the other's.
    private var numbers: [Int32] = []
    private var numberStarts: [Int32] = [0]

    init(width: Int, numbers order: [Int], patterns: [[UInt8]]) {
        self.width = width
        keyMask = width == 8 ? .max : (1 << UInt64(width * 8)) - 1
        let filterBits = min(22, max(10, Int.bitWidth - (order.count * 32).leadingZeroBitCount))
        filterShift = UInt64(64 - filterBits)
        filter = Array(repeating: 0, count: 1 << (filterBits - 6))
        slots = Array(repeating: 0, count: 1 << (Int.bitWidth - (order.count * 2).leadingZeroBitCount))
        append(order.sorted { patterns[$0].lexicographicallyPrecedes(patterns[$1]) }, patterns)
        addGroups()
    }

    private mutating func append(_ order: [Int], _ patterns: [[UInt8]]) {
        var open: [Int32] = []
        var previous: Int?
        for number in order {
            if let previous, patterns[previous] == patterns[number] {
                numbers.append(Int32(number))
                numberStarts[numberStarts.count - 1] += 1
                continue
            }
            previous = number
            let pattern = patterns[number]
            while let last = open.last, !pattern.starts(with: bytes(of: Int(last))) { open.removeLast() }
            parents.append(open.last ?? -1)
            open.append(Int32(starts.count - 1))
            blob += pattern
            starts.append(Int32(blob.count))
            numbers.append(Int32(number))
            numberStarts.append(Int32(numbers.count))
        }
    }

    private func bytes(of pattern: Int) -> ArraySlice<UInt8> {
        blob[Int(starts[pattern])..<Int(starts[pattern + 1])]
    }

    private mutating func addGroups() {
        for pattern in 0..<parents.count {
            var key: UInt64 = 0
            for (index, byte) in bytes(of: pattern).prefix(width).enumerated() {
                key |= UInt64(byte) << UInt64(index * 8)
            }
            if let last = groups.last, last.key == key {
                groups[groups.count - 1].range = last.range.lowerBound..<Int32(pattern + 1)
                continue
            }
            groups.append((key, Int32(pattern)..<Int32(pattern + 1)))
            let hash = hash(of: key)
            filter[Int(hash >> filterShift) >> 6] |= 1 << (hash >> filterShift & 63)
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(groups.count)
        }
    }

    @inline(__always)
    private func hash(of key: UInt64) -> UInt64 {
        let product = key &* 0x9E37_79B9_7F4A_7C15
        return product ^ product >> 32
    }

    /// One pass; unsafe buffers because every byte of every article passes here.
    func scan(_ padded: [UInt8], places: Range<Int>, _ found: (ArraySlice<Int32>, Int) -> Void) {
        padded.withUnsafeBytes { text in
            filter.withUnsafeBufferPointer { filter in
                for place in places {
                    let word = UInt64(
                        littleEndian: text.loadUnaligned(fromByteOffset: place, as: UInt64.self))
                    // Never inside a character.
                    if word & 0xC0 == 0x80 { continue }
                    let hash = hash(of: word & keyMask)
                    let bit = hash >> filterShift
                    guard filter[Int(bit >> 6)] >> (bit & 63) & 1 != 0 else { continue }
                    look(for: word & keyMask, hash: hash, in: text, at: place, found)
                }
            }
        }
    }

    @inline(never)
    private func look(
        for key: UInt64, hash: UInt64, in text: UnsafeRawBufferPointer, at place: Int,
        _ found: (ArraySlice<Int32>, Int) -> Void
    ) {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let group = groups[Int(slots[slot]) - 1]
            if group.key == key { return report(group.range, in: text, at: place, found) }
            slot = (slot + 1) & (slots.count - 1)
        }
    }

    private func report(
        _ range: Range<Int32>, in text: UnsafeRawBufferPointer, at place: Int,
        _ found: (ArraySlice<Int32>, Int) -> Void
    ) {
        var low = Int(range.lowerBound)
        var high = Int(range.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if sortsBehind(middle, text, place) { high = middle } else { low = middle + 1 }
        }
        guard low > Int(range.lowerBound) else { return }
        let common = commonCount(low - 1, text, place)
        var pattern = Int32(low - 1)
        while pattern >= 0 {
            let index = Int(pattern)
            if Int(starts[index + 1] - starts[index]) <= common {
                found(numbers[Int(numberStarts[index])..<Int(numberStarts[index + 1])], place)
            }
            pattern = parents[index]
        }
    }

    /// Length of the common beginning of a pattern and the text at a place.
    private func commonCount(_ pattern: Int, _ text: UnsafeRawBufferPointer, _ place: Int) -> Int {
        let start = Int(starts[pattern])
        let count = min(Int(starts[pattern + 1]) - start, text.count - place)
        var common = 0
        while common < count, blob[start + common] == text[place + common] { common += 1 }
        return common
    }

    private func sortsBehind(_ pattern: Int, _ text: UnsafeRawBufferPointer, _ place: Int) -> Bool {
        let common = commonCount(pattern, text, place)
        let start = Int(starts[pattern])
        guard start + common < Int(starts[pattern + 1]), place + common < text.count else { return false }
        return blob[start + common] > text[place + common]
    }
}
