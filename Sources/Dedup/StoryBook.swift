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
        var isContainer: Bool
    }

    private var rows = ChunkedArray<Row>()
    /// Stories found to be one later: number → lower number.
    private var merged: [UInt32: UInt32] = [:]
    /// A bit for each story number modulo 65,536: 0 when no story of the class is merged, so that most need no look-up.
    private var mergedClasses = [UInt64](repeating: 0, count: 1024)

    /// Articles entered so far, also those forgotten.
    var count: Int { rows.count }

    /// Articles of days before this one are forgotten.
    private var oldestDay = Int32.min
    /// Rows before this one are all forgotten.
    private var firstLiving = 0

    /// Bytes of the rows.
    var byteCount: Int { (rows.count - firstLiving) * MemoryLayout<Row>.stride }

    mutating func expire(before day: Int) {
        oldestDay = max(oldestDay, Int32(clamping: day))
        while firstLiving < rows.count, rows[firstLiving].day < oldestDay { firstLiving += 1 }
        rows.forget(before: firstLiving)
    }

    @inline(__always)
    func isExpired(_ article: UInt32) -> Bool { rows[Int(article)].day < oldestDay }

    subscript(article: UInt32) -> Row {
        @inline(__always) get { rows[Int(article)] }
        @inline(__always) _modify { yield &rows[Int(article)] }
    }

    mutating func append(_ row: Row) { rows.append(row) }

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
