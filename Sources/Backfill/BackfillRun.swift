import Address
import Corpus
import Daemon
import Model
import Store
import Text

/// Old material through the same pipeline as the news: compared, filed, recorded. Safe to repeat: what was
/// considered once is known.
package struct BackfillRun: Sendable {
    /// What has been done so far.
    package struct Progress: Sendable, Equatable {
        package var files = 0
        package var doneBytes = 0
        package var totalBytes = 0
        /// Articles considered before, or listed twice.
        package var known = 0
        package var decided: [LedgerEntry.State: Int] = [:]
        package var alerts = 0
        /// Files and lines that could not be read.
        package var problems = 0

        /// Share of the material that was read, by bytes; nil when it is empty.
        package var share: Double? { totalBytes > 0 ? Double(doneBytes) / Double(totalBytes) : nil }
    }

    /// Articles that are decided on and synced together.
    private static let batchSize = 64

    private let material: OldMaterial
    private let store: Store
    private let desk: FilingDesk
    private let memory: OutletMemory
    /// Whether matches raise alerts; old news rarely should.
    private let raisesAlerts: Bool

    /// - Parameter outlet: publisher of all of the material; nil takes what each article says.
    /// - Parameter language: a hint for all of it.
    package init(
        stages: Stages, languages: LanguageIdentifier, store: Store, desk: FilingDesk, outlet: String?,
        language: String?, raisesAlerts: Bool, clock: any WallClock
    ) {
        material = OldMaterial(
            stages: stages, languages: languages, outlet: outlet, language: language, clock: clock)
        self.store = store
        memory = OutletMemory(store: store)
        self.desk = desk
        self.raisesAlerts = raisesAlerts
    }

    /// Reads the files in their order and files what is new.
    ///
    /// - Parameter problem: told of each file or line that cannot be read; the others go on.
    /// - Parameter filed: told of each decision.
    /// - Parameter progress: told after each batch.
    /// - Returns: the final count.
    /// - Throws: what the disk or the database said; everything before the batch in question is safe.
    package func run(
        _ files: [OldFile], problem: (String) -> Void, filed: (LedgerEntry) -> Void,
        progress: (Progress) -> Void
    ) async throws -> Progress {
        var state = Progress()
        state.totalBytes = files.reduce(0) { $0 + $1.byteCount }
        var batch: [OldArticle] = []
        var keys: Set<String> = []
        for file in files {
            var problems = 0
            do {
                try await material.forEachArticle(
                    in: file,
                    problem: {
                        problems += 1
                        problem($0)
                    },
                    body: { old in
                        guard try isNew(old, known: &state.known, keys: &keys) else { return }
                        batch.append(old)
                        if batch.count >= Self.batchSize {
                            try await decide(on: &batch, state: &state, problem: problem, filed: filed)
                            keys = []
                            progress(state)
                        }
                    })
            } catch let error where isAboutTheInput(error) {
                problems += 1
                problem(described(error, file: file))
            }
            state.problems += problems
            state.files += 1
            state.doneBytes += file.byteCount
            progress(state)
        }
        try await decide(on: &batch, state: &state, problem: problem, filed: filed)
        return state
    }

    private func decide(
        on batch: inout [OldArticle], state: inout Progress, problem: (String) -> Void,
        filed: (LedgerEntry) -> Void
    ) async throws {
        for filing in try await desk.file(withoutFurniture(batch).map(submission)) {
            if case .refused(let reason) = filing {
                state.problems += 1
                problem("an article cannot be filed: \(reason)")
            }
            guard case .decided(let entry, let alerts) = filing else { continue }
            state.decided[entry.state, default: 0] += 1
            state.alerts += alerts
            filed(entry)
        }
        batch = []
    }

    private func isNew(_ old: OldArticle, known: inout Int, keys: inout Set<String>) throws -> Bool {
        if try !store.isKnown(source: old.source, key: old.key),
            keys.insert(old.source + "\n" + old.key).inserted
        {
            return true
        }
        known += 1
        return false
    }

    /// The articles that came from pages, freed of what their outlets repeat.
    private func withoutFurniture(_ batch: [OldArticle]) throws -> [OldArticle] {
        var batch = batch
        let pages = batch.indices.filter { batch[$0].isPage }
        let articles = try memory.withoutFurniture(
            pages.map { (batch[$0].outlet, batch[$0].article) },
            day: material.clock.now.day().daysSinceEpoch)
        for (index, article) in zip(pages, articles) { batch[index].article = article }
        return batch
    }

    private func submission(_ old: OldArticle) -> Submission {
        let source = old.source
        let item = ItemRecord(
            source: source, key: old.key, address: old.url.flatMap(addressKey), updated: nil)
        let stages = material.stages
        var origin = Source(name: source, kind: .feed, url: old.url ?? "")
        origin.language = old.article.language
        var submission = Submission(
            source: source, outlet: old.outlet, items: [item], article: old.article, url: old.url,
            sketch: stages.sketch(of: old.article, outlet: old.outlet),
            matches: raisesAlerts
                ? stages.matches(in: old.article, outlet: old.outlet, source: origin) : [],
            time: material.clock.now)
        submission.importedFile = old.importedFile
        submission.isArchived = true
        if old.article.paragraphs.isEmpty {
            submission.skipReason = "the article has no text"
        } else if old.article.quality == .consent || old.article.quality == .notAnArticle {
            submission.skipReason = "the page is \(old.article.quality.rawValue)"
        }
        return submission
    }

    /// Disk and database errors end the run; what an input is made of does not.
    private func isAboutTheInput(_ error: any Error) -> Bool {
        !(error is StoreError) && !(error is CorpusError)
    }

    private func described(_ error: any Error, file: OldFile) -> String {
        error is BackfillError ? "\(error)" : "\(file.path): \(error)"
    }
}
