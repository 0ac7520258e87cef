import Text

/// The terms of a watchlist in flat tables: matching asks for them at every find, and copies of ``Term`` would count
/// references each time.
struct TermTable: Sendable {
    /// As ``Term/Segment``, with its bytes in ``bytes``.
    struct Segment: Sendable {
        var start: Int32
        var count: Int32
        var originalStart: Int32
        var originalCount: Int32
        var letters: Int
        var script: ScriptClass
        var hasArticle: Bool
        var isCapitalised: Bool
        var isAcronym: Bool
        var isKatakana: Bool
    }

    /// As ``Term``, with its segments in ``segments``.
    struct Entry: Sendable {
        var firstSegment: Int32
        var segmentCount: Int32
        /// Counted from the first segment.
        var anchor: Int32
        /// The leaf that the term belongs to.
        var leaf: Int32
        var isPrefix: Bool
        var isExact: Bool
        var isUninflected: Bool
        var isName: Bool
        var pairs: ScriptPairs
        /// Whether the anchor has other forms, of which ``DropFilter`` knows.
        var bends: Bool
        /// Of the anchor.
        var script: ScriptClass
        var anchorStart: Int32
        var anchorCount: Int32
    }

    private var bytes: [UInt8] = []
    private var segments: [Segment] = []
    private var entries: [Entry] = []

    init(_ terms: [(term: Term, leaf: Int)]) {
        for (term, leaf) in terms {
            let anchor = term.segments[term.anchor]
            let first = segments.count
            for segment in term.segments { append(segment) }
            let bends =
                anchor.script.hasSpaces && anchor.script != .hangul && !term.isExact && !term.isPrefix
                && !term.isUninflected
            entries.append(
                Entry(
                    firstSegment: Int32(first), segmentCount: Int32(term.segments.count),
                    anchor: Int32(term.anchor), leaf: Int32(leaf), isPrefix: term.isPrefix,
                    isExact: term.isExact, isUninflected: term.isUninflected, isName: term.isName,
                    pairs: term.pairs, bends: bends, script: anchor.script,
                    anchorStart: segments[first + term.anchor].start,
                    anchorCount: segments[first + term.anchor].count))
        }
    }

    private mutating func append(_ segment: Term.Segment) {
        let start = bytes.count
        bytes += segment.bytes
        segments.append(
            Segment(
                start: Int32(start), count: Int32(segment.bytes.count), originalStart: Int32(bytes.count),
                originalCount: Int32(segment.original.count), letters: segment.letters,
                script: segment.script, hasArticle: segment.hasArticle, isCapitalised: segment.isCapitalised,
                isAcronym: segment.isAcronym, isKatakana: segment.script == .kana && segment.isKatakana))
        bytes += segment.original
    }

    /// Calls `body` with the tables as they lie in memory: nothing is copied or counted while it works.
    func withView<Result>(_ body: (View) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { bytes in
            segments.withUnsafeBufferPointer { segments in
                entries.withUnsafeBufferPointer { entries in
                    body(View(bytes: bytes, segments: segments, entries: entries))
                }
            }
        }
    }

    /// The tables while ``withView(_:)`` works. Unsafe buffers because every find in every article is looked up here.
    struct View {
        fileprivate let bytes: UnsafeBufferPointer<UInt8>
        fileprivate let segments: UnsafeBufferPointer<Segment>
        fileprivate let entries: UnsafeBufferPointer<Entry>

        @inline(__always)
        subscript(term: Int) -> Entry { entries[term] }

        @inline(__always)
        func segment(_ index: Int, of term: Entry) -> Segment {
            segments[Int(term.firstSegment) &+ index]
        }

        /// Code points of all its words.
        func letters(of term: Entry) -> Int {
            (0..<Int(term.segmentCount)).reduce(0) { $0 + segment($1, of: term).letters }
        }

        /// Folded; of an Arabic word with the article, without it.
        @inline(__always)
        func bytes(of segment: Segment) -> ByteSlice {
            bytes[Int(segment.start)..<Int(segment.start) &+ Int(segment.count)]
        }

        /// As written by the user.
        func original(of segment: Segment) -> ByteSlice {
            bytes[Int(segment.originalStart)..<Int(segment.originalStart) &+ Int(segment.originalCount)]
        }

        /// Whether the word at a place may be a form of the term's word, as far as its end shows.
        ///
        /// - Parameter text: folded, with the term's stem at `place` and a mark at its end.
        @inline(__always)
        func mayBe(
            _ term: Entry, in text: UnsafeBufferPointer<UInt8>, at place: Int, _ drops: DropFilter.View
        ) -> Bool {
            guard term.bends else { return true }
            let anchor = UnsafeBufferPointer(
                rebasing: bytes[Int(term.anchorStart)..<Int(term.anchorStart) &+ Int(term.anchorCount)])
            let end = min(anchor.count, text.count &- place)
            var common = 0
            while common < end, anchor[common] == text[place &+ common] { common &+= 1 }
            if common == anchor.count { return true }
            // The place where they part may be within a character of either.
            while common > 0, place &+ common < text.count, text[place &+ common] & 0xC0 == 0x80 {
                common &-= 1
            }
            return drops.mayLose(anchor, from: common, script: Int(term.script.rawValue))
        }
    }
}
