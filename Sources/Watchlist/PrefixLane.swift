/// The patterns that share a key width.
struct PrefixLane: Sendable {
    private let width: Int
    /// Ones in the low `width` bytes.
    private let keyMask: UInt64
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

    @inline(__always)
    func look(
        for word: UInt64, in text: UnsafeRawBufferPointer, at place: Int,
        _ found: (UnsafeBufferPointer<Int32>, Int) -> Void
    ) {
        let key = word & keyMask
        var slot = Int(truncatingIfNeeded: hash(of: key)) & (slots.count - 1)
        while slots[slot] != 0 {
            let group = groups[Int(slots[slot]) - 1]
            if group.key == key { return report(group.range, in: text, at: place, found) }
            slot = (slot + 1) & (slots.count - 1)
        }
    }

    private func report(
        _ range: Range<Int32>, in text: UnsafeRawBufferPointer, at place: Int,
        _ found: (UnsafeBufferPointer<Int32>, Int) -> Void
    ) {
        var low = Int(range.lowerBound)
        var high = Int(range.upperBound)
        if range.count == 1 {
            // The usual case, without any shorter pattern that it begins with.
            if commonCount(low, text, place) == Int(starts[low + 1] - starts[low]) {
                report(low, place, found)
            }
            return
        }
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
                report(index, place, found)
            }
            pattern = parents[index]
        }
    }

    /// Tells of a pattern, with all its numbers.
    @inline(__always)
    private func report(_ pattern: Int, _ place: Int, _ found: (UnsafeBufferPointer<Int32>, Int) -> Void) {
        numbers.withUnsafeBufferPointer { numbers in
            let range = Int(numberStarts[pattern])..<Int(numberStarts[pattern + 1])
            found(UnsafeBufferPointer(rebasing: numbers[range]), place)
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
