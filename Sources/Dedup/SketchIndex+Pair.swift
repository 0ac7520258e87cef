import Model

extension SketchIndex {
    /// Everything that can be said of two articles.
    package struct Pair: Sendable {
        package var comparison: Comparison
        package var relation: Relation
        /// What the newer one is to the older one, as if there were no others.
        package var verdict: Verdict
        /// The rule that decides and its figures, in words.
        package var reason: String
        /// The long run they share without being one story.
        package var quote: SharedQuote?
        /// Tokens of the newer and of the older one that are boilerplate.
        package var boilerplate: [Range<Int>]
        package var olderBoilerplate: [Range<Int>]
    }

    /// What an article is in relation to one that was inserted, whatever others there are; nil when it was not inserted.
    ///
    /// - Parameter text: what the sketch was made of; empty when only that was kept.
    package mutating func pair(_ sketch: Sketch, text: [UInt8], with number: Int) -> Pair? {
        guard let article = (0..<UInt32(book.count)).last(where: { book[$0].number == UInt32(number) }),
            let other = self.sketch(of: UInt32(truncatingIfNeeded: number))
        else { return nil }
        var known = [Knowledge](repeating: Knowledge(), count: sketch.fingerprints.count)
        let votes = candidates(for: sketch, known: &known).first { $0.article == article }?.votes ?? 0
        let stopped = known.count { $0.isStopped }
        if stopped >= 3 { known.spreadBoilerplate() }
        let comparison = comparison(
            of: sketch, places: FingerprintPlaces(of: sketch), known: known, with: other, article: article,
            story: book.story(of: article), votes: votes)
        let relation = comparison.relation(options)
        let isSame = relation.isSameStory && votes >= fewestVotes(for: sketch)
        let verdict = isSame ? comparison.verdict(options) : .new
        return Pair(
            comparison: comparison, relation: relation, verdict: verdict,
            reason: isSame
                ? Dedup.reason(for: verdict, comparison, options, stopped: stopped)
                : reasonForNew([comparison], options),
            quote: isSame ? nil : quotes(of: sketch, text: text, among: [comparison], story: -1).first,
            boilerplate: boilerplate(of: sketch, known: known),
            olderBoilerplate: boilerplate(of: other, known: knowledge(of: other)))
    }

    private func knowledge(of sketch: Sketch) -> [Knowledge] {
        var known = sketch.fingerprints.map { fingerprint in
            var knowledge = Knowledge()
            knowledge.isStopped = table.entry(of: fingerprint)?.facts.isStopped ?? false
            return knowledge
        }
        known.spreadBoilerplate()
        return known
    }

    /// The tokens around fingerprints that are boilerplate, as comparing takes them.
    private func boilerplate(of sketch: Sketch, known: [Knowledge]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        for index in sketch.positions.indices where known[index].isStopped {
            let end =
                index + 1 < sketch.positions.count ? Int(sketch.positions[index + 1]) : sketch.tokens.count
            let range = Int(sketch.positions[index])..<max(Int(sketch.positions[index]), end)
            if let last = ranges.last, last.upperBound >= range.lowerBound {
                ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
            } else {
                ranges.append(range)
            }
        }
        return ranges
    }
}
