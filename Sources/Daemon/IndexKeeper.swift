import Dedup
import Logging
import Store

/// Brings the index of sketches back at a start: as it was saved, and then the stored sketches that came after; or all of them,
/// when what was saved is of no use.
struct IndexKeeper: Sendable {
    let store: Store
    let sketcher: Sketcher
    let windowDays: Int
    /// Where the index is saved.
    let path: String
    let logger: Logger

    /// - Parameter day: articles of this day and later are compared with.
    func index(since day: Int) throws -> SketchIndex {
        var options = DedupOptions()
        options.windowDays = windowDays
        let source: SketchIndex.SketchSource = { [store] number in
            guard let bytes = try? store.sketch(number: number) else { return nil }
            return try? StoredSketch(decoding: bytes).sketch
        }
        var index: SketchIndex
        var first = 0
        if let saved = saved(since: day, options: options, source: source) {
            first = saved.number + 1
            index = saved.taken()
        } else {
            index = SketchIndex(sketcher: sketcher, options: options, storedSketch: source)
        }
        try store.forEachSketch(since: day, from: first) { _, bytes in
            // A damaged sketch only means that its article is not compared with.
            if let stored = try? StoredSketch(decoding: bytes) { index.insert(stored) }
        }
        return index
    }

    private func saved(
        since day: Int, options: DedupOptions, source: @escaping SketchIndex.SketchSource
    ) -> SketchIndex.Saved? {
        do {
            let saved = try SketchIndex.saved(
                at: path, since: day, sketcher: sketcher, options: options, storedSketch: source)
            // A store that was put back from a copy does not know what the index has seen.
            if try saved.number <= store.lastNumber() ?? -1 { return saved }
        } catch SnapshotError.missing {
        } catch {
            logger.notice("the index is made anew from the stored sketches", metadata: ["reason": "\(error)"])
        }
        return nil
    }

    /// - Parameter number: the highest number that was inserted.
    func save(_ index: borrowing SketchIndex, upTo number: Int) {
        do throws(SnapshotError) {
            try index.save(to: path, upTo: number)
        } catch {
            logger.warning(
                "the index could not be saved; the next start takes longer",
                metadata: ["path": "\(path)", "reason": "\(error)"])
        }
    }
}
