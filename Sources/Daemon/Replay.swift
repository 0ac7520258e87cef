import Corpus
import Model
import Store
import Watchlist

/// Old news against a rule: what it would have caught had it been there.
package struct Replay: Sendable {
    /// One article that matches.
    package struct Hit: Sendable, Equatable {
        package var entry: LedgerEntry
        package var words: [String]
        package var snippet: Snippet?
    }

    /// What came of all articles.
    package struct Outcome: Sendable, Equatable {
        /// Filed articles that were read.
        package var searched = 0
        package var matched = 0
        /// Stories among them: what the rule would have alerted.
        package var stories = 0
        /// Days since 1970-01-01 of the first and last article read; nil when there was none.
        package var days: ClosedRange<Int>?
        /// Matching articles by day since 1970-01-01.
        package var matchedByDay: [Int: Int] = [:]
        package var matchedByOutlet: [String: Int] = [:]
        package var matchedByLanguage: [String: Int] = [:]
        /// Matching articles by the words that matched, as they were written.
        package var matchedByWord: [String: Int] = [:]
        /// Some matches, spread over time, oldest first.
        package var samples: [Hit] = []
        /// Files that could not be read.
        package var unreadable = 0
    }

    /// Words that are counted each by itself; a rule that matches everything has more.
    private static let maxWords = 10_000
    private let store: Store
    private let corpus: CorpusFolder
    /// Tags by source, as they are now.
    private let tags: [String: [String]]

    package init(store: Store, corpus: CorpusFolder, sources: [Source]) {
        self.store = store
        self.corpus = corpus
        tags = Dictionary(sources.map { ($0.name, $0.tags) }) { first, _ in first }
    }

    /// Reads every filed article.
    ///
    /// - Parameter watchlist: with one rule.
    /// - Parameter since: day since 1970-01-01 of the oldest article that counts; nil for all.
    /// - Parameter progress: told the number last read and the last there is, now and then.
    package func run(
        _ watchlist: CompiledWatchlist, since: Int? = nil, sampleCount: Int, progress: (Int, Int) -> Void
    ) throws -> Outcome {
        var outcome = Outcome()
        var stories: Set<Int> = []
        var samples = EvenSamples<Hit>(capacity: max(sampleCount, 0))
        let last = try store.lastNumber() ?? -1
        try forEachArticle { entry, article, number in
            progress(number, last)
            guard let article else {
                outcome.unreadable += 1
                return
            }
            let day = (entry.published?.instant ?? entry.time).day().daysSinceEpoch
            if let since, day < since { return }
            outcome.searched += 1
            outcome.days =
                min(outcome.days?.lowerBound ?? day, day)...max(outcome.days?.upperBound ?? day, day)
            let input = input(entry, article)
            guard let match = watchlist.matches(in: input).first else { return }
            stories.insert(entry.story)
            outcome.count(entry, match.words, day: day, maxWords: Self.maxWords)
            samples.offer {
                Hit(entry: entry, words: match.words, snippet: match.snippet(in: article.paragraphs))
            }
        }
        outcome.stories = stories.count
        outcome.samples = samples.chosen
        return outcome
    }

    /// Calls `body` with every filed article, oldest first; nil for one whose file cannot be read.
    package func forEachArticle(_ body: (LedgerEntry, Article?, Int) throws -> Void) throws {
        try store.forEachBatch(from: 0) { entries in
            for entry in entries {
                guard let name = entry.file.flatMap({ CorpusName($0) }) else { continue }
                let article = try? SeedDocument(bytes: corpus.bytes(of: name)).article
                try body(entry, article, entry.number)
            }
        }
    }

    private func input(_ entry: LedgerEntry, _ article: Article) -> MatchInput {
        MatchInput(
            title: article.title, paragraphs: article.paragraphs, source: entry.source, outlet: entry.outlet,
            tags: tags[entry.source] ?? [], language: entry.language, wire: entry.wire?.agency)
    }
}

extension Replay.Outcome {
    fileprivate mutating func count(_ entry: LedgerEntry, _ words: [String], day: Int, maxWords: Int) {
        matched += 1
        matchedByDay[day, default: 0] += 1
        matchedByOutlet[entry.outlet, default: 0] += 1
        matchedByLanguage[entry.language ?? "und", default: 0] += 1
        for word in words where matchedByWord[word] != nil || matchedByWord.count < maxWords {
            matchedByWord[word, default: 0] += 1
        }
    }
}

/// A few of very many, spread evenly, without keeping them all.
private struct EvenSamples<Element> {
    let capacity: Int
    private var kept: [Element] = []
    private var stride = 1
    private var offered = 0

    init(capacity: Int) { self.capacity = capacity }

    mutating func offer(_ make: () -> Element) {
        defer { offered += 1 }
        guard capacity > 0, offered % stride == 0 else { return }
        kept.append(make())
        guard kept.count >= 4 * capacity else { return }
        kept = kept.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
        stride *= 2
    }

    var chosen: [Element] {
        guard kept.count > capacity else { return kept }
        return (0..<capacity).map { kept[$0 * kept.count / capacity] }
    }
}
