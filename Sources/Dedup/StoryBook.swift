/// Which articles are known, and which story each belongs to.
struct StoryBook {
    struct Row {
        var number: UInt32
        var story: UInt32
        var day: Int32
        /// Number of fingerprints.
        var fingerprintCount: UInt16
        /// Fingerprints it shares with the article under decision; 0 between decisions.
        var votes: UInt16 = 0
        /// Whole words only: rows are saved as they lie in memory.
        private var container: UInt32

        init(number: UInt32, story: UInt32, day: Int32, fingerprintCount: UInt16, isContainer: Bool) {
            self.number = number
            self.story = story
            self.day = day
            self.fingerprintCount = fingerprintCount
            container = isContainer ? 1 : 0
        }

        var isContainer: Bool { container != 0 }
    }

    private var rows = ChunkedArray<Row>()
    /// Stories found to be one later: number → lower number.
    private var merged: [UInt32: UInt32] = [:]
    /// A bit for each story number modulo 65,536: 0 when no story of the class is merged, so that most need no look-up.
    private var mergedClasses = [UInt64](repeating: 0, count: 1024)

    /// Articles entered so far, also those forgotten.
    var count: Int { rows.count }

    /// Articles of days before this one are forgotten.
    private(set) var oldestDay = Int32.min
    /// No article that is not forgotten is of an earlier day.
    private var earliestDay = Int32.max
    /// Rows before this one are all forgotten.
    private var firstLiving = 0

    /// Bytes of the rows.
    var byteCount: Int { (rows.count - firstLiving) * MemoryLayout<Row>.stride }

    /// Forgets articles of days before `day`; false when there are none. An earlier day than the last time lets older
    /// articles in again, but brings none back.
    mutating func expire(before day: Int) -> Bool {
        oldestDay = Int32(clamping: day)
        guard oldestDay > earliestDay else { return false }
        earliestDay = oldestDay
        return true
    }

    /// Gives the memory of forgotten articles back; nothing may refer to them any more.
    mutating func freeExpired() {
        while firstLiving < rows.count, rows[firstLiving].day < oldestDay { firstLiving += 1 }
        rows.forget(before: firstLiving)
    }

    @inline(__always)
    func isExpired(_ article: UInt32) -> Bool { rows[Int(article)].day < oldestDay }

    subscript(article: UInt32) -> Row {
        @inline(__always) get { rows[Int(article)] }
        @inline(__always) _modify { yield &rows[Int(article)] }
    }

    mutating func append(_ row: Row) {
        rows.append(row)
        earliestDay = min(earliestDay, row.day)
    }

    /// The story of an article, after all merging.
    @inline(__always)
    func story(of article: UInt32) -> UInt32 {
        let story = rows[Int(article)].story
        let isPerhapsMerged = mergedClasses[Int(story >> 6 & 1023)] >> UInt64(story & 63) & 1 == 1
        return isPerhapsMerged ? current(story) : story
    }

    /// The story that `story` is today.
    func current(_ story: UInt32) -> UInt32 {
        var story = story
        while let next = merged[story] { story = next }
        return story
    }

    /// Makes two stories one, under the lower number.
    mutating func merge(_ one: UInt32, _ other: UInt32) {
        let left = current(one)
        let right = current(other)
        guard left != right else { return }
        let higher = max(left, right)
        merged[higher] = min(left, right)
        mergedClasses[Int(higher >> 6 & 1023)] |= 1 << UInt64(higher & 63)
    }
}

extension StoryBook {
    func save(to writer: SnapshotWriter) throws(SnapshotError) {
        for value in [Int(oldestDay), Int(earliestDay), firstLiving] { try writer.write(value) }
        try rows.save(to: writer, from: firstLiving)
        try writer.write(merged.count)
        for (story, other) in merged { try writer.write(Int(story) << 32 | Int(other)) }
    }

    init(_ reader: SnapshotReader) throws(SnapshotError) {
        self.init()
        oldestDay = Int32(clamping: try reader.number())
        earliestDay = Int32(clamping: try reader.number())
        firstLiving = try reader.number()
        rows = try ChunkedArray(reader)
        for _ in 0..<(try reader.count(of: 8)) {
            let pair = UInt64(bitPattern: Int64(try reader.number()))
            merge(UInt32(truncatingIfNeeded: pair >> 32), UInt32(truncatingIfNeeded: pair))
        }
    }
}
