import Text

/// Deduplicates a collection: its documents one after the other through one index, in one process.
package struct Clustering: ~Copyable {
    private let file: SketchFile
    private var index: SketchIndex
    private var stories: [UInt32] = []
    private var lastDay = 0
    private var horizon: Horizon

    /// - Parameter findsQuotes: also look for long quotes in other stories, at some cost.
    /// - Parameter windowDays: 1…``DedupOptions/longestWindow``.
    package init(
        folding: Folding, options: DedupOptions, windowDays: Int = DedupOptions.longestWindow
    ) throws(SketchFileError) {
        let file = try SketchFile()
        // The same collection gives the same clusters, always; there is no stored sketch to guard.
        let sketcher = Sketcher(folding: folding, key: SketchKey(secret: []))
        var options = options
        options.recentSketches = 0
        options.windowDays = min(max(1, windowDays), DedupOptions.longestWindow)
        index = SketchIndex(sketcher: sketcher, options: options) { number in
            file.bytes(of: number).flatMap { try? StoredSketch(decoding: $0).sketch }
        }
        self.file = file
        horizon = Horizon(windowDays: options.windowDays)
    }

    /// Documents so far.
    package var count: Int { stories.count }

    /// Documents so far out of order that earlier ones of their window may have been forgotten.
    package var lateCount: Int { horizon.lateCount }

    /// Makes the sketches that ``add(_:)`` takes; each thread may have a copy.
    package var sketcher: Sketcher { index.sketcher }

    /// Decides on the next document. Numbers in the finding count documents from 0.
    ///
    /// A document without a time is taken to be of the day of the one before; one without an outlet, or with an empty
    /// one, to be an outlet's only document.
    package mutating func add(_ document: SketchedDocument) throws(SketchFileError) -> SketchIndex.Finding {
        if let time = document.time {
            let day = time >= 0 ? time / 86_400 : (time - 86_399) / 86_400
            lastDay = Int(Int32(clamping: day))
        }
        if let day = horizon.pass(lastDay) { index.expire(before: day) }
        let number = stories.count
        var outlet = document.outlet ?? ""
        if outlet.isEmpty { outlet = "document \(number)" }
        var sketch = document.sketch
        sketch.number = number
        sketch.day = lastDay
        sketch.outlet = index.sketcher.outletHash(of: outlet)
        let finding = index.finding(for: sketch, text: document.text)
        let stored = StoredSketch(sketch: sketch, decision: finding.decision)
        index.insert(stored)
        stories.append(UInt32(truncatingIfNeeded: finding.decision.story))
        try file.append(stored.encoded())
        return finding
    }

    /// Saves the index, see ``SketchIndex/save(to:upTo:)``.
    package func save(to path: String) throws(SnapshotError) { try index.save(to: path, upTo: count - 1) }

    /// The number of the first document of a document's cluster, as known now.
    package func cluster(of number: Int) -> Int { index.currentStory(Int(stories[number])) }
}
