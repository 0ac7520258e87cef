/// The patterns that share a key width.
///
/// Unchecked because of its pointers: they point to tables of its own, which never change.
final class PrefixLane: @unchecked Sendable {
    /// Patterns with the same key, by their numbers in byte order.
    struct Group {
        var key: UInt64
        var start: Int32
        var end: Int32
    }

    /// For as long as this lives.
    let view: View

    init(width: Int, numbers: [Int], patterns: [[UInt8]]) {
        let tables = PrefixLaneTables(width: width, numbers: numbers, patterns: patterns)
        view = View(
            width: width, keyMask: width == 8 ? .max : (1 << UInt64(width * 8)) - 1,
            slots: Self.table(tables.slots), groups: Self.table(tables.groups), blob: Self.table(tables.blob),
            starts: Self.table(tables.starts), parents: Self.table(tables.parents),
            numbers: Self.table(tables.numbers), numberStarts: Self.table(tables.numberStarts))
    }

    deinit {
        view.slots.deallocate()
        view.groups.deallocate()
        view.blob.deallocate()
        view.starts.deallocate()
        view.parents.deallocate()
        view.numbers.deallocate()
        view.numberStarts.deallocate()
    }

    private static func table<Element>(_ elements: [Element]) -> UnsafeBufferPointer<Element> {
        let table = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
        _ = table.initialize(fromContentsOf: elements)
        return UnsafeBufferPointer(table)
    }

    /// The tables. Unsafe buffers because every find in every article is looked up here, and arrays would be counted.
    struct View {
        fileprivate let width: Int
        /// Ones in the low `width` bytes.
        fileprivate let keyMask: UInt64
        fileprivate let slots: UnsafeBufferPointer<UInt32>
        fileprivate let groups: UnsafeBufferPointer<Group>
        fileprivate let blob: UnsafeBufferPointer<UInt8>
        fileprivate let starts: UnsafeBufferPointer<Int32>
        fileprivate let parents: UnsafeBufferPointer<Int32>
        fileprivate let numbers: UnsafeBufferPointer<Int32>
        fileprivate let numberStarts: UnsafeBufferPointer<Int32>
    }
}

extension PrefixLane.View {
    @inline(__always)
    fileprivate static func hash(of key: UInt64) -> UInt64 {
        let product = key &* 0x9E37_79B9_7F4A_7C15
        return product ^ product >> 32
    }

    /// Tells `sink` of the patterns that begin at a place.
    ///
    /// - Parameter word: eight bytes of the text from `place` on, the first the lowest.
    @inline(__always)
    func look(
        for word: UInt64, in text: UnsafeRawBufferPointer, at place: Int,
        into sink: inout some PrefixSink
    ) {
        let key = word & keyMask
        var slot = Int(truncatingIfNeeded: Self.hash(of: key)) & (slots.count &- 1)
        while slots[slot] != 0 {
            let group = groups[Int(slots[slot]) &- 1]
            if group.key == key { return report(group, in: text, at: place, into: &sink) }
            slot = (slot &+ 1) & (slots.count &- 1)
        }
    }

    @inline(__always)
    private func report(
        _ group: PrefixLane.Group, in text: UnsafeRawBufferPointer, at place: Int,
        into sink: inout some PrefixSink
    ) {
        var low = Int(group.start)
        var high = Int(group.end)
        if high &- low == 1 {
            // The usual case, without any shorter pattern that it begins with.
            if commonCount(low, text, place) == Int(starts[low &+ 1] &- starts[low]) {
                report(low, place, into: &sink)
            }
            return
        }
        while low < high {
            let middle = (low &+ high) / 2
            if sortsBehind(middle, text, place) { high = middle } else { low = middle &+ 1 }
        }
        guard low > Int(group.start) else { return }
        let common = commonCount(low &- 1, text, place)
        var pattern = Int32(low &- 1)
        while pattern >= 0 {
            let index = Int(pattern)
            if Int(starts[index &+ 1] &- starts[index]) <= common { report(index, place, into: &sink) }
            pattern = parents[index]
        }
    }

    /// Tells of a pattern, with all its numbers.
    @inline(__always)
    private func report(_ pattern: Int, _ place: Int, into sink: inout some PrefixSink) {
        let range = Int(numberStarts[pattern])..<Int(numberStarts[pattern &+ 1])
        sink.take(UnsafeBufferPointer(rebasing: numbers[range]), at: place)
    }

    /// Length of the common beginning of a pattern and the text at a place, of which the key is the same.
    @inline(__always)
    private func commonCount(_ pattern: Int, _ text: UnsafeRawBufferPointer, _ place: Int) -> Int {
        let start = Int(starts[pattern])
        let count = min(Int(starts[pattern &+ 1]) &- start, text.count &- place)
        var common = min(width, count)
        while common < count, blob[start &+ common] == text[place &+ common] { common &+= 1 }
        return common
    }

    @inline(__always)
    private func sortsBehind(_ pattern: Int, _ text: UnsafeRawBufferPointer, _ place: Int) -> Bool {
        let common = commonCount(pattern, text, place)
        let start = Int(starts[pattern])
        guard start &+ common < Int(starts[pattern &+ 1]), place &+ common < text.count else { return false }
        return blob[start &+ common] > text[place &+ common]
    }
}

/// Puts the tables of a ``PrefixLane`` together.
private struct PrefixLaneTables {
    let width: Int
    /// Open addressing: 0 or one more than a group of patterns with the same key.
    private(set) var slots: [UInt32]
    private(set) var groups: [PrefixLane.Group] = []
    /// Distinct patterns in byte order, one behind the other.
    private(set) var blob: [UInt8] = []
    private(set) var starts: [Int32] = [0]
    /// The longest other pattern that this one begins with, or -1.
    private(set) var parents: [Int32] = []
    /// The numbers of equal patterns, one pattern's behind the other's.
    private(set) var numbers: [Int32] = []
    private(set) var numberStarts: [Int32] = [0]

    init(width: Int, numbers order: [Int], patterns: [[UInt8]]) {
        self.width = width
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
                groups[groups.count - 1].end = Int32(pattern + 1)
                continue
            }
            groups.append(PrefixLane.Group(key: key, start: Int32(pattern), end: Int32(pattern + 1)))
            let hash = PrefixLane.View.hash(of: key)
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(groups.count)
        }
    }
}
