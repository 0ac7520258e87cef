import Text

/// Deduplicates a collection: its documents one after the other through one index, in one process.
package struct Clustering: ~Copyable {
    /// Days after which a document is no longer compared with.
    private let windowDays: Int
    private let file: SketchFile
    private var index: SketchIndex
    private var stories: [UInt32] = []
    private var lastDay = 0
    private var expiredBefore: Int?

    /// The longest window: days are told apart modulo 1,024.
    package static let longestWindow = 400

    /// - Parameter findsQuotes: also look for long quotes in other stories, at some cost.
    /// - Parameter windowDays: 1…``longestWindow``.
    package init(
        folding: Folding, options: DedupOptions, windowDays: Int = longestWindow
    ) throws(SketchFileError) {
        let file = try SketchFile()
        // The same collection gives the same clusters, always; there is no stored sketch to guard.
        let sketcher = Sketcher(folding: folding, key: SketchKey(secret: []))
        var options = options
        options.recentSketches = 0
        index = SketchIndex(sketcher: sketcher, options: options) { number in
            file.bytes(of: number).flatMap { try? StoredSketch(decoding: $0).sketch }
        }
        self.file = file
        self.windowDays = min(max(1, windowDays), Self.longestWindow)
    }

    /// Documents so far.
    package var count: Int { stories.count }

    /// Decides on the next document. Numbers in the finding count documents from 0.
    ///
    /// A document without a time is taken to be of the day of the one before; one without an outlet, or with an empty
    /// one, to be an outlet's only document.
    package mutating func add(_ document: CollectionDocument) throws(SketchFileError) -> SketchIndex.Finding {
        if let time = document.time {
            let day = time >= 0 ? time / 86_400 : (time - 86_399) / 86_400
            lastDay = Int(Int32(clamping: day))
        }
        expireIfDue()
        let number = stories.count
        var outlet = document.outlet ?? ""
        if outlet.isEmpty { outlet = "document \(number)" }
        let sketch = index.sketcher.sketch(
            of: SketchInput(number: number, outlet: outlet, day: lastDay, text: document.text))
        let finding = index.finding(for: sketch, text: document.text)
        let stored = StoredSketch(sketch: sketch, decision: finding.decision)
        index.insert(stored)
        stories.append(UInt32(truncatingIfNeeded: finding.decision.story))
        try file.append(stored.encoded())
        return finding
    }

    /// The number of the first document of a document's cluster, as known now.
    package func cluster(of number: Int) -> Int { index.currentStory(Int(stories[number])) }

    /// Every thirty days of the collection, what has left the window is forgotten.
    private mutating func expireIfDue() {
        let day = lastDay - windowDays
        guard let expiredBefore else {
            self.expiredBefore = day
            return
        }
        if day >= expiredBefore + 30 {
            self.expiredBefore = day
            index.expire(before: day)
        }
    }
}
