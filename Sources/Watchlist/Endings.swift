import Model
import Text

/// A set of word endings in folded bytes.
struct Endings: Sendable {
    /// No ending at all.
    static let none = Endings(hashes: [], maxBytes: 0)

    /// By hash: endings are ours, so nobody chooses them to collide.
    private let hashes: Set<UInt64>
    /// Length of the longest.
    let maxBytes: Int

    private init(hashes: Set<UInt64>, maxBytes: Int) {
        self.hashes = hashes
        self.maxBytes = maxBytes
    }

    /// Endings as in a grammar, with accents, separated by spaces; `-` is the empty one.
    ///
    /// - Parameter stems: what may stand before each ending, as the `ов` of possessives.
    init(_ written: some StringProtocol, after stems: String = "-", folding: Folding) {
        var hashes: Set<UInt64> = []
        var maxBytes = 0
        for stem in parts(of: stems) {
            for ending in parts(of: written) {
                let text = (stem == "-" ? "" : stem) + (ending == "-" ? "" : ending)
                let bytes = folding.foldedBytes(Array(text.utf8))
                hashes.insert(stableHash(bytes))
                maxBytes = max(maxBytes, bytes.count)
            }
        }
        self.init(hashes: hashes, maxBytes: maxBytes)
    }

    func union(_ other: Endings) -> Endings {
        Endings(hashes: hashes.union(other.hashes), maxBytes: max(maxBytes, other.maxBytes))
    }

    func contains(_ ending: ByteSlice) -> Bool {
        ending.count <= maxBytes && hashes.contains(stableHash(ending))
    }
}

/// Paradigms: which endings may take the place of which dictionary ending.
struct Paradigms: Sendable {
    static let none = Paradigms()

    /// What may take the place of one dictionary ending.
    private struct Choice {
        var endings = Endings.none
        /// What may do so where the stem has `minLetters` letters.
        var endingsOfLong = Endings.none
        var minLetters = 0
    }

    /// By hash of the dictionary ending.
    private var byDropped: [UInt64: Choice] = [:]
    /// All dictionary endings that may be dropped, folded.
    private(set) var dropped: Set<[UInt8]> = []
    /// Length of the longest of them.
    private(set) var maxDroppedBytes = 0

    private init() {}

    /// Paradigms as in a grammar: `а: ы е у ой; -: а у ом` is for words in -а and for words that only add an
    /// ending. `s5: -` lets words lose an s of which five letters are left then.
    init(_ written: String, folding: Folding) {
        self = .none
        for paradigm in written.split(separator: ";") {
            let sides = paradigm.split(separator: ":")
            guard sides.count == 2 else { continue }
            insert(sides[0], Endings(sides[1], folding: folding), folding: folding)
        }
    }

    /// The same with more endings for some dictionary endings, separated by spaces.
    func adding(_ endings: Endings, for dropped: String, folding: Folding) -> Paradigms {
        var result = self
        result.insert(dropped, endings, folding: folding)
        return result
    }

    private mutating func insert(_ written: some StringProtocol, _ endings: Endings, folding: Folding) {
        for part in parts(of: written) {
            let dropped = part.prefix { !$0.isNumber }
            let bytes = dropped == "-" ? [] : folding.foldedBytes(Array(dropped.utf8))
            let minLetters = Int(part.dropFirst(dropped.count)) ?? 0
            var choice = byDropped[stableHash(bytes)] ?? Choice()
            if minLetters == 0 {
                choice.endings = choice.endings.union(endings)
            } else {
                choice.endingsOfLong = choice.endingsOfLong.union(endings)
                choice.minLetters = minLetters
            }
            byDropped[stableHash(bytes)] = choice
            self.dropped.insert(bytes)
            maxDroppedBytes = max(maxDroppedBytes, bytes.count)
        }
    }

    /// - Parameter letters: how many the stem has.
    func allow(_ gained: ByteSlice, insteadOf lost: ByteSlice, letters: Int) -> Bool {
        guard lost.count <= maxDroppedBytes, let choice = byDropped[stableHash(lost)] else {
            return false
        }
        return choice.endings.contains(gained)
            || (letters >= choice.minLetters && choice.endingsOfLong.contains(gained))
    }
}

/// What white space separates. By code points: a vowel sign behind a space is one `Character` with it.
private func parts(of written: some StringProtocol) -> [String] {
    written.unicodeScalars.split { $0.properties.isWhitespace }.map { String(String.UnicodeScalarView($0)) }
}
