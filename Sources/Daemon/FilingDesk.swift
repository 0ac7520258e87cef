import Corpus
import Dedup
import Fetch
import Logging
import Model
import Store

/// Decides on articles one after another and files them so that nothing is lost, whatever stops the machine.
///
/// Batches that arrive while the disk is at work on others wait, and are then filed as one (group commit): the
/// disk is waited for as often as it can answer, not once a source. Order of a batch: an announcement of its files in the store, the files (synced, never replacing anything), then one transaction with decisions, items,
/// sketches and owed alerts, then the ledger lines, then the alerts go out. ``Recovery`` repairs what an end
/// in between has left.
package actor FilingDesk {
    private nonisolated let executor = QueueExecutor(label: "wirewatch.filing")
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let store: Store
    private let corpus: CorpusFolder
    private let ledger: Ledger
    private let outbox: AlertOutbox
    private let logger: Logger
    private let windowDays: Int
    private let preference: Preference
    private let keeper: IndexKeeper
    private var index: SketchIndex
    /// Articles inserted since the index was saved.
    private var unsavedCount = 0
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
        } catch  where mayConcernOneArticle(error) {
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
        } catch  where mayConcernOneArticle(error) {
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
                var missing = try (ledger.lastEntry()?.number ?? -1) + 1
                while case let entries = try store.entries(from: missing, limit: 500), let last = entries.last
                {
                    try ledger.append(entries)
                    missing = last.number + 1
                }
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
    private func makeRoomForArchive(of day: Int) throws {
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
    private struct Draft {
        var nextNumber: Int
        var files: [CorpusFile] = []
        var records: [DecisionRecord] = []
        /// Items whose text is still the one that was decided on.
        var unchanged: [KnownItem] = []
        var alerted: Set<RuleAndStory> = []
    }

    private struct RuleAndStory: Hashable {
        var rule: String
        var story: Int
    }

    private func decide(on submission: Submission, in draft: inout Draft) throws -> Filing {
        let bytes = submission.importedFile?.bytes ?? SeedDocument(article: submission.article).bytes
        let digest = digest(of: bytes)
        if let earlier = submission.earlierNumber, let entry = try store.entry(number: earlier),
            entry.digest == digest
        {
            draft.unchanged += submission.items.map { KnownItem(record: $0, number: earlier) }
            return .unchanged(number: earlier)
        }

        var number = draft.nextNumber
        guard number < CorpusName.maxNumber else { throw NumbersUsedUp() }
        if let imported = submission.importedFile?.name.number, imported >= number,
            imported - number <= Recovery.furthestNumber
        {
            number = imported
        }
        draft.nextNumber = number + 1

        let day = submission.comparisonDay(windowDays: windowDays)
        if submission.isArchived { try makeRoomForArchive(of: day) }
        var decision = Decision(verdict: .new, story: number, reason: submission.skipReason ?? "")
        var sketch: [UInt8]?
        if var made = submission.sketch, submission.skipReason == nil {
            made.number = number
            made.day = day
            decision = index.decision(for: made, text: submission.article.comparedText)
            // Of stories that turn out to be one, the first keeps its number, in the index and in the store.
            let stories = [decision.story] + decision.joins
            decision.story = stories.min() ?? decision.story
            decision.joins = stories.filter { $0 != decision.story }.sorted()
            let stored = StoredSketch(sketch: made, decision: decision)
            index.insert(stored)
            unsavedCount += 1
            sketch = stored.encoded()
        }

        var entry = entry(for: submission, number: number, digest: digest, decision: decision)
        try chooseHead(&entry, decision, in: draft)
        if [.filed, .revised].contains(entry.state) {
            let file =
                submission.importedFile.flatMap { imported in
                    imported.name.number == number
                        ? CorpusFile(imported: imported.name, bytes: imported.bytes) : nil
                } ?? CorpusFile(number: number, bytes: bytes)
            entry.file = file.name.description
            draft.files.append(file)
        }
        let (alerts, repeated) = try alerts(for: submission, entry: entry, in: &draft)
        draft.records.append(
            DecisionRecord(
                entry: entry, items: submission.items, sketch: sketch, day: day, joins: decision.joins,
                alerts: alerts, repeatedRules: repeated))
        return .decided(entry, alerts: alerts.count)
    }

    /// Lets the article lead its story when it tells it in full, or when its outlet is preferred to that of the head so far;
    /// then it is filed even as a copy.
    private func chooseHead(_ entry: inout LedgerEntry, _ decision: Decision, in draft: Draft) throws {
        guard entry.of != nil, entry.state != .skipped, entry.state != .excerpt else { return }
        let isPreferred = preference.isPreferred(outlet: entry.outlet, wire: entry.wire)
        guard decision.takesOver || isPreferred else { return }
        let stories = Set([entry.story] + entry.joins)
        let others =
            try stories.flatMap { try store.entries(ofStory: $0) }
            + draft.records.map(\.entry).filter { stories.contains($0.story) }
        let head = Story(others)?.head
        let isHeadPreferred = head.map { preference.isPreferred(outlet: $0.outlet, wire: $0.wire) } ?? false
        if isHeadPreferred, !(isPreferred && decision.takesOver) { return }
        if !decision.takesOver, case .contains = decision.verdict { return }
        entry.head = entry.number
        guard entry.state == .copy else { return }
        entry.state = .filed
        entry.reason += ", filed all the same and from now on the story's head: its outlet is preferred"
    }

    private func entry(
        for submission: Submission, number: Int, digest: String, decision: Decision
    ) -> LedgerEntry {
        let article = submission.article
        let state: LedgerEntry.State =
            switch decision.verdict {
            case _ where submission.skipReason != nil: .skipped
            case .new, .contains: .filed
            case .copy: .copy
            case .excerpt: .excerpt
            case .revised: .revised
            }
        let other = decision.verdict.other
        return LedgerEntry(
            number: number, file: nil, digest: digest, source: submission.source, outlet: submission.outlet,
            url: submission.url, canonicalURL: article.canonicalURL, key: submission.items.first?.key,
            title: article.title, byline: article.byline, published: article.published,
            language: article.language, wire: article.wire, state: state, of: other,
            share: other.map { _ in (decision.containment * 1000).rounded() / 1000 },
            story: decision.story, joins: decision.joins, quotes: decision.quotes, reason: decision.reason,
            time: submission.time,
            reverseShare: other.map { _ in (decision.reverseContainment * 1000).rounded() / 1000 },
            longestRun: other.map { _ in decision.longestRunWords },
            boilerplate: other.map { _ in decision.stoppedFingerprints })
    }

    /// One alert per rule and story; a rule that has spoken of the story counts a carrier instead.
    private func alerts(
        for submission: Submission, entry: LedgerEntry, in draft: inout Draft
    ) throws -> (new: [Alert], repeated: [String]) {
        var new: [Alert] = []
        var repeated: [String] = []
        for match in submission.matches {
            let pair = RuleAndStory(rule: match.rule.name, story: entry.story)
            let hasSpoken =
                try draft.alerted.contains(pair)
                || ([entry.story] + entry.joins).contains { try store.hasAlert(rule: pair.rule, story: $0) }
            draft.alerted.insert(pair)
            if hasSpoken, !match.rule.repeatsForCopies {
                repeated.append(pair.rule)
                continue
            }
            let carriers = try store.entries(ofStory: entry.story).map(\.outlet)
            let others = Set(
                carriers + draft.records.filter { $0.entry.story == entry.story }.map(\.entry.outlet))
            new.append(
                Alert(
                    time: submission.time, rule: pair.rule, severity: match.rule.severity,
                    language: entry.language, source: entry.source, outlet: entry.outlet,
                    title: entry.title ?? submission.article.paragraphs.first ?? "", url: entry.url,
                    number: entry.number, file: entry.file, story: entry.story, matches: match.words,
                    otherOutlets: others.subtracting([entry.outlet]).count, deliver: match.rule.deliver,
                    snippet: match.snippet(in: submission.article.paragraphs), policy: match.rule.policy))
        }
        return (new, repeated)
    }
}

/// Some two thousand million articles have been considered.
private struct NumbersUsedUp: Error, CustomStringConvertible {
    let description = "no number is left for another article; start a new corpus"
}
