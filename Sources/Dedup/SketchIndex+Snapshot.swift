extension SketchIndex {
    private static var magic: Int { 0x7877_0001 }

    /// Saves the whole index, so that a start need not insert every sketch again. The file is not synced: one that a power cut
    /// tears is recognised, and the sketches are there.
    ///
    /// - Parameter number: the highest number that was inserted; what comes later is the log that a restart inserts.
    package func save(to path: String, upTo number: Int) throws(SnapshotError) {
        let writer = try SnapshotWriter(path: path)
        for value in [Self.magic, sketcher.keyMark, number, nextSwept ?? -1] { try writer.write(value) }
        try book.save(to: writer)
        try postings.save(to: writer)
        try table.save(to: writer)
        try writer.finish()
    }

    /// An index as it was saved.
    ///
    /// - Parameter day: days from this one on must be there, earlier ones are forgotten; nil takes what there is.
    /// - Returns: the index and the highest number inserted in it.
    /// - Throws: ``SnapshotError`` when there is none that can be used; then every sketch is to be inserted anew.
    package static func saved(
        at path: String, since day: Int?, sketcher: Sketcher, options: DedupOptions,
        storedSketch: @escaping SketchSource
    ) throws(SnapshotError) -> Saved {
        let reader = try SnapshotReader(path: path)
        guard try reader.number() == magic else {
            throw .unusable(reason: "the saved index is of another version")
        }
        guard try reader.number() == sketcher.keyMark else {
            throw .unusable(reason: "the saved index is of another installation")
        }
        let number = try reader.number()
        let nextSwept = try reader.number()
        var index = SketchIndex(sketcher: sketcher, options: options, storedSketch: storedSketch)
        index.book = try StoryBook(reader)
        index.postings = try PostingLists(reader)
        index.table = try FingerprintTable(reader)
        try reader.finish()
        index.nextSwept = (0..<FingerprintTable.partCount).contains(nextSwept) ? nextSwept : nil
        if let day {
            guard index.book.oldestDay <= Int32(clamping: day) else {
                throw .unusable(reason: "the saved index has forgotten days that are wanted")
            }
            index.expire(before: day)
        }
        return Saved(index: index, number: number)
    }

    /// A saved index with the highest number inserted in it.
    package struct Saved: ~Copyable {
        package var index: SketchIndex
        package let number: Int

        /// Hands the index over.
        package consuming func taken() -> SketchIndex { index }
    }
}
