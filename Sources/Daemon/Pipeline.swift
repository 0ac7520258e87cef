import Address
import Corpus
import Fetch
import Listing
import Logging
import Model
import Schedule
import Store

/// The way of every article, once: due → fetch → parse → page → extract → watch → decide and file.
package struct Pipeline: Sendable {
    let stages: Stages
    let fetcher: any Fetching
    let store: Store
    let desk: FilingDesk
    let clock: any WallClock
    let memory: OutletMemory

    package init(
        stages: Stages, fetcher: any Fetching, store: Store, desk: FilingDesk, clock: any WallClock
    ) {
        self.stages = stages
        self.fetcher = fetcher
        self.store = store
        self.desk = desk
        self.clock = clock
        memory = OutletMemory(store: store)
    }

    /// Polls one source: gets what it lists, and brings what is new to the desk.
    ///
    /// Never throws: what goes wrong stands in the result and concerns this source alone.
    package func poll(_ source: Source, health: SourceHealth) async -> PollResult {
        var result = PollResult(source: source.name)
        let outcome = await fetcher.get(listingRequest(for: source, health: health))
        var report: PollReport
        do {
            report = try await read(outcome, of: source, health: health, into: &result)
        } catch let error where error is StoreError || error is CorpusError {
            // Our own disk is no fault of the source.
            report = PollReport(.hindered(problem: "\(error)"))
            result.ownTrouble = error
        } catch let error as ListingError {
            let rot = selectorRot(found: 0, earlier: health.recentItems).map { "\($0); " } ?? ""
            report = PollReport(.failed(problem: rot + "\(error)"))
        } catch {
            report = PollReport(.failed(problem: "\(error)"))
        }
        report.texts = result.texts
        // A cancelled poll teaches nothing: the next start looks at everything again.
        result.report = Task.isCancelled ? nil : report
        return result
    }

    /// From the answer to what it lists, and from there to filed articles.
    private func read(
        _ outcome: FetchOutcome, of source: Source, health: SourceHealth, into result: inout PollResult
    ) async throws -> PollReport {
        switch outcome {
        case .body(let body):
            var listed = try Listed(body, of: source, dates: stages.dates, now: clock.now)
            if let unread = await readChildren(of: &listed, source: source) { return unread }
            result.listed = listed.items.count
            var gap: String?
            if try areAllNew(listed.items, of: source) {
                if try recogniseRenamed(listed.items, of: source) {
                    listed.notes.append(
                        "its ids change from poll to poll: items are known by their addresses")
                } else {
                    gap = try await readEarlier(than: &listed, source: source, health: health)
                }
            }
            result.notes = listed.notes
            if let throttled = try await bring(listed.items, of: source, into: &result) { return throttled }
            // An index that has not changed says nothing of the sitemaps it lists.
            let head = listed.children.isEmpty ? body.head : nil
            var report = PollReport(
                .delivered(items: result.listed, newItems: result.fresh), hints: listed.hints,
                freshFor: body.head.freshFor, etag: head?.etag, lastModified: head?.lastModified)
            if source.kind == .page {
                report.warning =
                    selectorRot(found: result.listed, earlier: health.recentItems) ?? listed.warning
            }
            report.warning = result.refusal ?? gap ?? report.warning
            return report
        case .notModified(let head):
            if let throttled = try await bring([], of: source, into: &result) { return throttled }
            return PollReport(.notModified, freshFor: head.freshFor)
        case .throttled(let until):
            return PollReport(.throttled(until: until))
        case .gone:
            return PollReport(.gone)
        case .failed(let failure):
            result.hostAnswered = ![.dns, .refused, .timeout, .tls].contains(failure.category)
            return PollReport(.failed(problem: failure.explained(dates: stages.dates, now: clock.now)))
        }
    }

    /// Brings what is new to the desk, the oldest first, with what earlier polls had to leave waiting.
    ///
    /// - Returns: how the poll ends when the server of the pages asks to be left alone; what is left is new at the next poll.
    private func bring(
        _ items: [Item], of source: Source, into result: inout PollResult
    ) async throws -> PollReport? {
        var errands = try errands(for: items, of: source)
        result.fresh = errands.count { $0.attempts == 0 }
        while !errands.isEmpty, !Task.isCancelled {
            let batch = Array(errands.prefix(8))
            errands.removeFirst(batch.count)
            let found = await results(of: batch, source: source)
            if Task.isCancelled { return nil }
            result.texts += found.compactMap(\.sample)
            let brought = try settled(found, errands: batch)
            var submissions: [Submission] = []
            var throttled: PollReport?
            for (errand, found) in zip(batch, brought) {
                switch found {
                case .article(let article, let url, _):
                    submissions.append(submission(article, url: url, errand: errand, source: source))
                case .throttled(let until):
                    throttled = PollReport(.throttled(until: until))
                case .skipped(let reason):
                    var skipped = submission(
                        Article(title: errand.item.title), url: errand.item.link, errand: errand,
                        source: source)
                    skipped.skipReason = reason
                    submissions.append(skipped)
                case .later(let problem):
                    result.waiting += 1
                    try store.keep(
                        PendingItem(
                            item: errand.item, record: errand.record, earlierNumber: errand.earlierNumber,
                            attempts: errand.attempts + 1, problem: problem))
                }
            }
            for filing in try await desk.file(submissions) { result.count(filing) }
            if let throttled { return throttled }
        }
        return nil
    }
}
