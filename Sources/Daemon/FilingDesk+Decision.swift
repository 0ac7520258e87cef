import Corpus
import Dedup
import Model
import Store

extension FilingDesk {
    /// What becomes of an article, and everything that is to be written of it, added to the draft.
    func decide(on submission: Submission, in draft: inout Draft) throws -> Filing {
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
