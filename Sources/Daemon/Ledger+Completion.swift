import Corpus
import Store

extension Ledger {
    /// Appends the decisions that only the store has.
    ///
    /// - Returns: how many these were.
    func complete(from store: Store) throws -> Int {
        var written = 0
        try store.forEachBatch(from: (lastEntry()?.number ?? -1) + 1) { entries in
            try append(entries)
            written += entries.count
        }
        return written
    }
}
