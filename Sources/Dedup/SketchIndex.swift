import Model

/// The sampled shingles of a window of articles, and what an article is in relation to them.
///
/// One article at a time: ``decision(for:text:)``, then ``insert(_:)``. Both depend on nothing but what was inserted
/// before, so inserting the stored sketches again in the same order gives the same index.
package struct SketchIndex: ~Copyable, Sendable {
    /// Fetches a sketch inserted before; nil when it is lost, and then nothing is compared with it.
    ///
    /// The index keeps the latest ``DedupOptions/recentSketches`` itself, so what is not yet written need not be found.
    package typealias SketchSource = @Sendable (_ number: Int) -> Sketch?

    package let sketcher: Sketcher
    let options: DedupOptions
    let storedSketch: SketchSource

    var table = FingerprintTable()
    var postings = PostingLists()
    var book = StoryBook()
    var recent: RecentSketches
    /// The next part of the table to sweep for what is forgotten; nil when all is swept.
    var nextSwept: Int?

    package init(
        sketcher: Sketcher, options: DedupOptions = DedupOptions(), storedSketch: @escaping SketchSource
    ) {
        self.sketcher = sketcher
        self.options = options
        self.storedSketch = storedSketch
        recent = RecentSketches(capacity: options.recentSketches)
    }

    /// What the article is in relation to those inserted before. The index does not change.
    package mutating func decision(for input: SketchInput) -> Decision {
        decision(for: sketcher.sketch(of: input), text: input.text)
    }

    /// Enters an article with what was decided of it; also copies are entered, so that a copy of a copy is known.
    package mutating func insert(_ stored: StoredSketch) {
        sweepOn()
        var sketch = stored.sketch
        sketch.day = Int(Int32(clamping: sketch.day))
        let article = UInt32(truncatingIfNeeded: book.count)
        for join in stored.joins {
            book.merge(UInt32(truncatingIfNeeded: join), UInt32(truncatingIfNeeded: stored.story))
        }
        let story = book.current(UInt32(truncatingIfNeeded: stored.story))
        book.append(
            .init(
                number: UInt32(truncatingIfNeeded: sketch.number), story: story,
                day: Int32(clamping: sketch.day),
                fingerprintCount: UInt16(clamping: sketch.fingerprints.count),
                isContainer: stored.isContainer))
        recent.insert(sketch)
        for fingerprint in sketch.fingerprints {
            enter(fingerprint, of: article, story: story, sketch: sketch)
        }
    }

    /// Forgets the articles of days before `day`. A later call may name an earlier day: what is forgotten stays so, but older
    /// articles can be inserted again.
    package mutating func expire(before day: Int) {
        let day = Int(Int32(clamping: day))
        if book.expire(before: day) { nextSwept = 0 }
    }

    /// Sweeps a part of the table for what is forgotten, so that no article waits for all of it: large parts one at a time.
    private mutating func sweepOn() {
        guard let first = nextSwept else { return }
        let count = min(16, max(1, 20_000 / (table.count(inPart: first) + 1)))
        for part in first..<min(first + count, FingerprintTable.partCount) { sweep(part) }
        nextSwept = first + count
        if first + count >= FingerprintTable.partCount {
            nextSwept = nil
            book.freeExpired()
        }
    }

    private mutating func sweep(_ part: Int) {
        let day = Int(book.oldestDay)
        table.filter(part: part) { entry in
            var list = entry.postings
            var hasExpired = false
            while let (article, rest) = postings.first(of: list), !hasExpired {
                hasExpired = book.isExpired(article)
                list = rest
            }
            // Most lists are short, and all of them are living or none.
            if !hasExpired, entry.postings != PostingLists.none { return true }
            var kept = PostingLists.none
            list = entry.postings
            var living: [UInt32] = []
            while let (article, rest) = postings.first(of: list) {
                if !book.isExpired(article) { living.append(article) }
                list = rest
            }
            postings.release(entry.postings)
            for article in living.reversed() { kept = postings.add(article, to: kept) }
            entry.postings = kept
            return kept != PostingLists.none || (entry.facts.isStopped && entry.facts.daysSinceLast(day) <= 0)
        }
    }

    private mutating func enter(_ fingerprint: UInt32, of article: UInt32, story: UInt32, sketch: Sketch) {
        table.update(fingerprint) { entry, isNew in
            if isNew {
                entry.facts = FingerprintFacts(day: sketch.day, outlet: sketch.outlet)
                entry.postings = postings.add(article, to: PostingLists.none)
                return
            }
            let wasStopped = entry.facts.isStopped
            let sinceFirst = entry.facts.daysSinceFirst(sketch.day)
            entry.facts.see(day: sketch.day)
            var list = entry.postings
            var listed = 0
            var ofStory = 0
            while let (other, rest) = postings.first(of: list) {
                if book.story(of: other) == story { ofStory += 1 }
                listed += 1
                list = rest
            }
            if entry.facts.isOf(outlet: sketch.outlet),
                !(ofStory > 0 && abs(sinceFirst) < options.sameStoryDays)
            {
                entry.facts.seeAnotherStory()
            }
            if entry.facts.isStopped {
                if !wasStopped || entry.postings != PostingLists.none {
                    postings.release(entry.postings)
                    entry.postings = PostingLists.none
                }
            } else if listed < options.mostPostings, ofStory < options.mostPostingsOfStory {
                entry.postings = postings.add(article, to: entry.postings)
            }
        }
    }
}

extension SketchIndex {
    /// The story that a story's number stands for now, when stories were found to be one.
    package func currentStory(_ story: Int) -> Int {
        Int(book.current(UInt32(truncatingIfNeeded: story)))
    }

    /// Bytes of memory: fingerprints, lists and articles, without the recent sketches.
    package var byteCount: Int { table.byteCount + postings.byteCount + book.byteCount }
}
