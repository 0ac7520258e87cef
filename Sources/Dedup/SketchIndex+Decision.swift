import Model

extension SketchIndex {
    /// What an article is in relation to those inserted before, and what it was compared with.
    package struct Finding: Sendable {
        package var decision: Decision
        /// In the order of their common fingerprints.
        package var comparisons: [Comparison]
        /// Those of one story with the article.
        package var sameStory: [Carrier]
    }

    /// Another article of the same story, what the one under decision is in relation to it, and why.
    package struct Carrier: Sendable {
        package var comparison: Comparison
        package var verdict: Verdict
        /// Empty unless reasons are given.
        package var reason: String
    }

    /// What the article is in relation to those inserted before.
    ///
    /// - Parameter text: the UTF-8 the sketch was made of; its quotes are cut from it.
    package mutating func decision(for sketch: Sketch, text: [UInt8]) -> Decision {
        judged(sketch, text: text).decision
    }

    /// The decision with all comparisons that led to it.
    package mutating func finding(for sketch: Sketch, text: [UInt8]) -> Finding {
        let judged = judged(sketch, text: text)
        let sameStory = judged.same.map { comparison in
            let verdict = comparison.verdict(options)
            return Carrier(
                comparison: comparison, verdict: verdict,
                reason: options.givesReasons
                    ? reason(
                        for: verdict, comparison, options, stopped: judged.decision.stoppedFingerprints) : "")
        }
        return Finding(decision: judged.decision, comparisons: judged.comparisons, sameStory: sameStory)
    }

    /// The decision, what was compared for it, and which of that is the same story.
    private mutating func judged(
        _ sketch: Sketch, text: [UInt8]
    ) -> (decision: Decision, comparisons: [Comparison], same: [Comparison]) {
        var known = [Knowledge](repeating: Knowledge(), count: sketch.fingerprints.count)
        let candidates = candidates(for: sketch, known: &known)
        var comparisons: [Comparison] = []
        let stopped = known.count { $0.isStopped }
        if stopped >= 3 { known.spreadBoilerplate() }
        if !candidates.isEmpty {
            comparisons = compared(sketch, with: candidates, known: known, live: known.count - stopped)
        }
        let same = same(among: comparisons, as: sketch)
        var decision = decision(for: sketch, by: comparisons, same: same, stopped: stopped)
        if options.findsQuotes {
            decision.quotes = quotes(of: sketch, text: text, among: comparisons, story: decision.story)
        }
        return (decision, comparisons, same)
    }

    struct Candidate {
        var article: UInt32
        var votes: Int
    }

    /// Articles by the number of live fingerprints they share, most first, earlier ones first.
    mutating func candidates(for sketch: Sketch, known: inout [Knowledge]) -> [Candidate] {
        var found: [UInt32] = []
        let day = Int(Int32(clamping: sketch.day))
        let earliest = max(book.oldestDay, Int32(clamping: day - options.windowDays))
        let latest = Int32(clamping: day + options.windowDays)
        table.warm(sketch.fingerprints)
        for (index, fingerprint) in sketch.fingerprints.enumerated() {
            guard let entry = table.entry(of: fingerprint) else { continue }
            known[index].isHouse = entry.facts.isOf(outlet: sketch.outlet)
            known[index].isStopped = entry.facts.isStopped
            var list = entry.postings
            while let (article, rest) = postings.first(of: list) {
                list = rest
                let day = book[article].day
                if day < earliest || day > latest { continue }
                known[index].see(book.story(of: article))
                if book[article].votes == 0 { found.append(article) }
                book[article].votes &+= 1
            }
        }
        let fewest = options.findsQuotes ? 1 : fewestVotes(for: sketch)
        var candidates: [Candidate] = []
        for article in found {
            let count = Int(book[article].votes)
            book[article].votes = 0
            if count >= fewest { candidates.append(Candidate(article: article, votes: count)) }
        }
        candidates.sort { ($1.votes, $0.article) < ($0.votes, $1.article) }
        return candidates
    }

    /// A few words have only one shingle or two.
    func fewestVotes(for sketch: Sketch) -> Int {
        min(options.fewestVotes, max(1, sketch.fingerprints.count / 4))
    }

    /// Compares with the best candidates until each story is known to be the same or to be another.
    private func compared(
        _ sketch: Sketch, with candidates: [Candidate], known: [Knowledge], live: Int
    ) -> [Comparison] {
        let places = FingerprintPlaces(of: sketch)
        var comparisons: [Comparison] = []
        for candidate in candidates {
            if comparisons.count >= options.mostComparisons { break }
            if isHopeless(candidate, live: live) { continue }
            let story = book.story(of: candidate.article)
            let before = comparisons.filter { $0.story == Int(story) }
            if before.count >= options.mostComparisonsOfStory { continue }
            if before.contains(where: { $0.relation(options).isSameStory }) { continue }
            guard let other = self.sketch(of: book[candidate.article].number) else { continue }
            comparisons.append(
                comparison(
                    of: sketch, places: places, known: known, with: other, article: candidate.article,
                    story: story, votes: candidate.votes))
        }
        return comparisons
    }

    /// No rule makes one story of two texts that share less than a twentieth of the shorter one; a quote may be shorter.
    private func isHopeless(_ candidate: Candidate, live: Int) -> Bool {
        guard !options.findsQuotes else { return false }
        let fewer = min(live, Int(book[candidate.article].fingerprintCount))
        return candidate.votes * 20 < fewer
    }

    func sketch(of number: UInt32) -> Sketch? {
        recent.sketch(of: Int(number)) ?? storedSketch(Int(number))
    }

    private func same(among comparisons: [Comparison], as sketch: Sketch) -> [Comparison] {
        let fewest = fewestVotes(for: sketch)
        return comparisons.filter { $0.votes >= fewest && $0.relation(options).isSameStory }
    }

    private func decision(
        for sketch: Sketch, by comparisons: [Comparison], same: [Comparison], stopped: Int
    ) -> Decision {
        guard let best = same.first else {
            let nearest = comparisons.first
            return Decision(
                verdict: .new, story: sketch.number, containment: nearest?.containment ?? 0,
                reverseContainment: nearest?.reverseContainment ?? 0,
                longestRunWords: nearest?.longestRunWords ?? 0, stoppedFingerprints: stopped,
                reason: options.givesReasons ? reasonForNew(comparisons, options) : "")
        }
        let verdict = best.verdict(options)
        var decision = Decision(
            verdict: verdict, story: best.story, containment: best.containment,
            reverseContainment: best.reverseContainment, longestRunWords: best.longestRunWords,
            stoppedFingerprints: stopped, reason: "")
        if case .contains = verdict {
            decision.takesOver = best.isFullText && !embedsAnother(than: best, comparisons)
            // A round-up that begins with a long report looks like its full text too; a brief that grew is no round-up.
            decision.isContainer =
                !decision.takesOver || best.otherAligned > options.grownBriefWords * unitsPerWord
        }
        if options.givesReasons {
            decision.reason = reason(
                for: verdict, best, options, stopped: stopped, takesOver: decision.takesOver)
        }
        // Two stories are one when an article shares much of itself with much of both: an excerpt or a round-up does not.
        if best.isMutual(options) {
            let others = same.dropFirst().filter { $0.isMutual(options) && !$0.otherIsContainer }
            decision.joins = others.map(\.story).sorted()
        }
        return decision
    }
}

extension SketchIndex {
    /// Whether the article has a good piece of some other story too, as a round-up does.
    private func embedsAnother(than best: Comparison, _ comparisons: [Comparison]) -> Bool {
        comparisons.contains { other in
            other.story != best.story && other.aligned >= options.fewestCommonWords * 2 * unitsPerWord
                && other.reverseContainment >= options.containmentInManyRuns
        }
    }
}

extension Comparison {
    /// Whether the older text, all of it, is the beginning of the new one.
    fileprivate var isFullText: Bool {
        reverseContainment >= 0.8 && hasLead && otherHasLead && leadRunUnits >= 8 * unitsPerWord
    }

    fileprivate func isMutual(_ options: DedupOptions) -> Bool {
        min(containment, reverseContainment) >= options.containment
    }

    /// What the new article is, given that both are one story.
    func verdict(_ options: DedupOptions) -> Verdict {
        let isNothingNew = containment >= 0.97 || unaligned < 12 * unitsPerWord
        let isShorter = (aligned + unaligned) * 4 < (otherAligned + otherUnaligned) * 3
        if isSameOutlet, !isNothingNew { return .revised(of: number) }
        if !isNothingNew, containment < options.filedBelow { return .contains(number) }
        if isShorter, reverseContainment < 0.75 { return .excerpt(of: number) }
        return .copy(of: number)
    }
}
