import Alert
import Corpus
import Dedup
import Foundation
import Logging
import Model
import Store
import Text

/// The corpus and the state of one installation, opened, repaired and locked against a second daemon.
package struct Workspace: Sendable {
    package let store: Store
    package let corpus: CorpusFolder
    package let desk: FilingDesk
    package let outbox: AlertOutbox
    package let sketcher: Sketcher
    private let lock: StateLock

    /// Opens everything, finishing or undoing what the last run left half done.
    ///
    /// - Parameter corpusPath: folder of the articles; created when missing.
    /// - Parameter statePath: folder of the database; created when missing.
    /// - Parameter windowDays: days for which articles are compared with each other.
    /// - Parameter preference: whose version of a story is filed and leads it.
    /// - Throws: ``StateLock/Refusal``, ``StoreError``, ``CorpusError``.
    package init(
        corpusPath: String, statePath: String, windowDays: Int, preference: Preference = Preference(),
        deliveries: [any AlertDelivery],
        folding: Folding, clock: any WallClock, logger: Logger
    ) throws {
        do {
            try FileManager.default.createDirectory(atPath: statePath, withIntermediateDirectories: true)
        } catch {
            throw StateLock.Refusal.unavailable(
                path: statePath, reason: "cannot be created: \((error as NSError).localizedDescription)")
        }
        lock = try StateLock(folder: statePath)
        guard !isSameFolder(corpusPath, statePath) else {
            throw StateLock.Refusal.unavailable(
                path: statePath, reason: "is the corpus folder too; the state needs a folder of its own")
        }
        let store = try Store(path: statePath + "/wirewatch.db")
        corpus = try CorpusFolder(path: corpusPath)
        let ledger = try Ledger(folder: corpus)
        let sketcher = Sketcher(folding: folding, key: SketchKey(secret: try store.secret()))
        let recovery = Recovery(
            store: store, corpus: corpus, ledger: ledger, rescueFolder: statePath + "/rescued",
            logger: logger)
        let nextNumber = try recovery.run { entry, document in
            var article = document.article
            article.published = entry.published
            // Old material may be among it, and is better not compared with than with the news of today.
            let day = article.comparisonDay(time: entry.time, windowDays: nil)
            let input = article.sketchInput(number: entry.number, outlet: entry.outlet, day: day)
            var decision = Decision(verdict: entry.verdict, story: entry.story, reason: "")
            decision.joins = entry.joins
            decision.isContainer = entry.state == .filed && entry.of != nil && entry.head == nil
            let stored = StoredSketch(sketch: sketcher.sketch(of: input), decision: decision)
            return (stored.encoded(), day)
        }
        outbox = AlertOutbox(store: store, deliveries: deliveries, clock: clock, logger: logger)
        let today = clock.now.day().daysSinceEpoch
        desk = try FilingDesk(
            store: store, corpus: corpus, ledger: ledger, outbox: outbox, sketcher: sketcher,
            nextNumber: nextNumber, windowDays: windowDays, preference: preference, today: today,
            indexPath: statePath + "/index.saved", logger: logger)
        self.store = store
        self.sketcher = sketcher
    }
}

extension LedgerEntry {
    /// The verdict that the entry records.
    fileprivate var verdict: Verdict {
        switch (state, of) {
        case (.copy, let other?): .copy(of: other)
        case (.excerpt, let other?): .excerpt(of: other)
        case (.revised, let other?): .revised(of: other)
        case (.filed, let other?): .contains(other)
        default: .new
        }
    }
}

/// Whether two paths lead to one folder, by whatever links.
private func isSameFolder(_ left: String, _ right: String) -> Bool {
    URL(filePath: left).resolvingSymlinksInPath() == URL(filePath: right).resolvingSymlinksInPath()
}
