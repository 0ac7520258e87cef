import Corpus
import Dedup
import Fetch
import Logging
import Model
import Store

/// Decides on articles one after another and files them so that nothing is lost, whatever stops the machine.
///
/// Batches that arrive while the disk is at work on others wait, and are then filed as one (group commit): the
/// disk is waited for as often as it can answer, not once a source.
///
/// Order of a batch: an announcement of its files in the store, the files (synced, never replacing anything), then
/// one transaction with decisions, items, sketches and owed alerts, then the ledger lines, then the alerts go out.
/// ``Recovery`` repairs what an end in between has left.
package actor FilingDesk {
    private nonisolated let executor = QueueExecutor(label: "wirewatch.filing")
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    let store: Store
    private let corpus: CorpusFolder
    private let ledger: Ledger
    private let outbox: AlertOutbox
    private let logger: Logger
    let windowDays: Int
    let preference: Preference
    private let keeper: IndexKeeper
    var index: SketchIndex
    /// Articles inserted since the index was saved.
    var unsavedCount = 0
    private var nextNumber: Int
    private var expiredBefore: Int
    /// Which articles old material is compared with; nil before the first of it.
    private var archiveHorizon: Horizon?
    /// The first day the index has all of, while old material goes by.
    private var archiveStart: Int?
    private var isLedgerBehind = false
    private var isIndexStale = false
    /// How often a day far ahead has been seen in a row.
    private var leapSightings = 0
    private var waiting: [Caller] = []

    /// - Parameter nextNumber: the first number to give out.
    /// - Parameter windowDays: days after which an article is no longer compared with.
    /// - Parameter preference: whose version of a story is filed and leads it.
    /// - Parameter today: days since 1970-01-01.
    /// - Parameter indexPath: where the index is saved between two runs.
    package init(
        store: Store, corpus: CorpusFolder, ledger: Ledger, outbox: AlertOutbox, sketcher: Sketcher,
        nextNumber: Int, windowDays: Int, preference: Preference = Preference(), today: Int,
        indexPath: String, logger: Logger
    ) throws {
        self.store = store
        self.corpus = corpus
        self.ledger = ledger
        self.outbox = outbox
        self.nextNumber = nextNumber
        self.windowDays = windowDays
        self.preference = preference
        self.logger = logger
        keeper = IndexKeeper(
            store: store, sketcher: sketcher, windowDays: windowDays, path: indexPath, logger: logger)
        expiredBefore = today - windowDays
        index = try keeper.index(since: expiredBefore)
    }

    /// Somebody's batch that waits for the disk.
    private struct Caller {
        var submissions: [Submission]
        var answer: CheckedContinuation<[Filing], any Error>
    }

    /// Decides on the submissions in their order and returns once all of it is durable.
    ///
    /// - Throws: what the disk or the database said; then nothing of the batch counts and its items are new
    ///   at the next poll.
    package func file(_ submissions: [Submission]) async throws -> [Filing] {
        if submissions.isEmpty { return [] }
        return try await withCheckedThrowingContinuation { answer in
            waiting.append(Caller(submissions: submissions, answer: answer))
            // Its turn comes after the callers that are queued already, and so it takes them along.
            if waiting.count == 1 { Task { fileWaiting() } }
        }
    }

    private func fileWaiting() {
        let callers = waiting
        waiting = []
        do {
            var filings = try fileTogether(callers.flatMap(\.submissions))[...]
            for caller in callers {
                caller.answer.resume(returning: Array(filings.prefix(caller.submissions.count)))
                filings = filings.dropFirst(caller.submissions.count)
            }
        } catch let error where mayConcernOneArticle(error) {
            // The others are not to suffer for it.
            for caller in callers {
                caller.answer.resume(with: Result { try caller.submissions.map(fileAlone) })
            }
        } catch {
            for caller in callers { caller.answer.resume(throwing: error) }
        }
    }

    private func fileAlone(_ submission: Submission) throws -> Filing {
        do {
            return try fileTogether([submission])[0]
        } catch let error where mayConcernOneArticle(error) {
            return .refused(reason: "\(error)")
        }
    }

    /// Whether the same error need not meet every other article too.
    private func mayConcernOneArticle(_ error: any Error) -> Bool {
        switch error {
        case let error as CorpusError: error.concernsOneFile
        case let error as StoreError: error.cause == .damaged || error.cause == .other
        default: false
        }
    }

    /// All of it becomes durable, or nothing of it counts.
    private func fileTogether(_ submissions: [Submission]) throws -> [Filing] {
        if isIndexStale {
            index = try keeper.index(since: expiredBefore)
            isIndexStale = false
        }
        var draft = Draft(nextNumber: nextNumber)
        do {
            let filings = try submissions.map { try decide(on: $0, in: &draft) }
            try store.announce(draft.files.map(\.name.description))
            let linked = try corpus.file(draft.files)
            do {
                try store.commit(draft.records, unchanged: draft.unchanged)
            } catch {
                // Without a decision the files are nobody's, and their numbers are given out again; the items are still new.
                corpus.withdraw(linked)
                throw error
            }
            nextNumber = draft.nextNumber
            appendToLedger(draft.records.map(\.entry))
            if draft.records.contains(where: { !$0.alerts.isEmpty }) {
                // On its own: a slow reader of alerts must not hold up the news.
                Task { [outbox] in await outbox.deliverOwed() }
            }
            return filings
        } catch {
            // The index knows articles that do not exist.
            if nextNumber != draft.nextNumber { isIndexStale = true }
            throw error
        }
    }

    /// The decisions are durable already: a ledger that cannot be written is completed by a later batch.
    private func appendToLedger(_ entries: [LedgerEntry]) {
        do {
            if isLedgerBehind {
                _ = try ledger.complete(from: store)
                isLedgerBehind = false
            } else {
                try ledger.append(entries)
            }
        } catch {
            isLedgerBehind = true
            logger.error("the ledger is behind and is completed later", metadata: ["reason": "\(error)"])
        }
    }

    /// Forgets articles that left the window; to be called every quarter of a minute or so.
    ///
    /// A clock that leaps ahead by days is believed after an hour: what is forgotten does not come back with the right time.
    package func expire(today: Int) throws {
        let day = today - windowDays
        guard day > expiredBefore else { return leapSightings = 0 }
        leapSightings += 1
        guard day - expiredBefore <= 2 || leapSightings > 240 else { return }
        leapSightings = 0
        expiredBefore = day
        index.expire(before: day)
        try store.deleteSketches(
            before: day, consideredBefore: Timestamp(milliseconds: Int64(day) * 86_400_000))
        saveIndex(afterAtLeast: 1)
    }

    /// Saves the index, so that the next start is a matter of seconds.
    ///
    /// - Parameter count: articles since the last time for which it is worth the writing.
    package func saveIndex(afterAtLeast count: Int) {
        guard unsavedCount >= count else { return }
        keeper.save(index, upTo: nextNumber - 1)
        unsavedCount = 0
    }

    /// Lets old material find what it is to be compared with, however old, and forgets what it has passed.
    func makeRoomForArchive(of day: Int) throws {
        var horizon = archiveHorizon ?? Horizon(windowDays: windowDays)
        let start = day - windowDays
        if start < archiveStart ?? expiredBefore {
            // What was filed of these days, by this run or an earlier one that was stopped half way; and of the year before them,
            // so that material that goes back in time does not ask for it with every article.
            archiveStart = start - 365
            index = try keeper.index(since: start - 365)
        }
        if let first = horizon.pass(day) {
            index.expire(before: first)
            archiveStart = max(first, archiveStart ?? first)
        }
        archiveHorizon = horizon
    }

    /// A batch in the making.
    struct Draft {
        var nextNumber: Int
        var files: [CorpusFile] = []
        var records: [DecisionRecord] = []
        /// Items whose text is still the one that was decided on.
        var unchanged: [KnownItem] = []
        var alerted: Set<RuleAndStory> = []
    }

    struct RuleAndStory: Hashable {
        var rule: String
        var story: Int
    }
}
