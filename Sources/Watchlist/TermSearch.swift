import Text

/// The terms that an index tells of in one text, each decided on.
struct TermSearch: PrefixSink {
    private(set) var finds: [(match: TermMatch, leaf: Int)] = []
    private let text: WatchedText.View
    private var finder: WordFinder
    private let matcher: TermMatcher
    private let drops: DropFilter.View
    private let pairs: ScriptPairs
    private var context: TermMatcher.Context
    /// As ``PrefixIndex/scan(_:count:_:into:)`` returns it.
    private var scripts: UInt64 = 0
    private var effort = SearchEffort()

    init(
        _ text: WatchedText.View, _ matcher: TermMatcher, drops: DropFilter.View, pairs: ScriptPairs,
        _ context: TermMatcher.Context
    ) {
        self.text = text
        finder = text.finder
        self.matcher = matcher
        self.drops = drops
        self.pairs = pairs
        self.context = context
    }

    /// Looks where words begin, and at places within words.
    mutating func look(with index: PrefixIndex, _ starts: WordStarts.View, _ places: [Int]) {
        let seen = index.scan(text.bytes, count: text.count, starts, into: &self)
        scripts |= seen
        index.find(at: places, in: text.bytes, into: &self)
    }

    /// Looks for names that may be spelled in another way; after the search for what words begin with.
    mutating func look(with index: SoundIndex) {
        context.bySound = true
        for (number, place) in index.finds(in: text, scripts: scripts, context.inflections) {
            decide(on: context.terms[number], at: place)
        }
        context.bySound = false
    }

    mutating func take(_ numbers: UnsafeBufferPointer<Int32>, at place: Int) {
        for number in numbers {
            let term = context.terms[Int(number)]
            guard context.terms.mayBe(term, in: text.bytes, at: place, drops),
                term.pairs.isEmpty || !term.pairs.isDisjoint(with: pairs)
            else { continue }
            decide(on: term, at: place)
        }
    }

    private mutating func decide(on term: TermTable.Entry, at place: Int) {
        guard effort.mayTry(term) else { return }
        guard let match = matcher.match(of: term, at: place, in: text, &finder, context) else { return }
        finds.append((match, Int(term.leaf)))
        effort.noteFind(of: term.leaf)
    }
}
