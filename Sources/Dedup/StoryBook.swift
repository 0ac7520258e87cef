/// Which articles are known, and which story each belongs to.
struct StoryBook {
    struct Row {
        var number: UInt32
        var story: UInt32
        var day: Int32
        var outlet: UInt32
        var isContainer: Bool
    }

    private var rows = ChunkedArray<Row>()
    /// Stories found to be one later: number → lower number.
    private var merged: [UInt32: UInt32] = [:]

    var count: Int { rows.count }

    /// Articles of days before this one are forgotten.
    private var oldestDay = Int32.min

    mutating func expire(before day: Int) { oldestDay = max(oldestDay, Int32(truncatingIfNeeded: day)) }

    func isExpired(_ article: UInt32) -> Bool { rows[Int(article)].day < oldestDay }

    subscript(article: UInt32) -> Row { rows[Int(article)] }

    mutating func append(_ row: Row) { rows.append(row) }

    /// The story of an article, after all merging.
    @inline(__always)
    func story(of article: UInt32) -> UInt32 {
        let story = rows[Int(article)].story
        return merged.isEmpty ? story : current(story)
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
        if left != right { merged[max(left, right)] = min(left, right) }
    }
}
