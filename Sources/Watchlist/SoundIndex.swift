import Text

/// Finds where names may stand that a text spells by their sound.
///
/// Words and names are compared by their skeletons (``SoundSpelling/skeleton(of:script:)``), in which
/// everything is left out that may differ. Only texts in languages that respell names are searched, and only
/// words of scripts in which some name is listed.
struct SoundIndex: Sendable {
    private let index: PrefixIndex
    private let terms: [Int]
    private let scripts: Set<ScriptClass>
    private let heads: SoundHeads

    init(_ terms: [Term], inflections: InflectionTable) {
        var skeletons: [[UInt8]] = []
        var numbers: [Int] = []
        var scripts: Set<ScriptClass> = []
        for (number, term) in terms.enumerated()
        where term.isName && !term.isExact && !term.isPrefix && !term.isUninflected && !term.isOnlySerbian {
            let anchor = term.segments[term.anchor]
            guard SoundSpelling.mayVary(anchor) else { continue }
            let stem =
                anchor.script.hasSpaces && anchor.script != .hangul
                ? inflections.stem(of: anchor.bytes, script: anchor.script) : anchor.bytes
            let skeleton = SoundSpelling.skeleton(of: stem[...], script: anchor.script)
            guard letterCount(skeleton[...]) >= SoundSpelling.minSkeletonLetters else { continue }
            skeletons.append(skeleton)
            numbers.append(number)
            scripts.insert(anchor.script)
        }
        index = PrefixIndex(skeletons)
        self.terms = numbers
        self.scripts = scripts
        heads = SoundHeads(of: skeletons)
    }

    /// Calls `found` with a term's number and the place where a word begins that may be the term's anchor.
    func scan(_ text: inout WatchedText, _ inflections: LanguageInflections, _ found: (Int, Int) -> Void) {
        let wanted = scripts.filter { inflections[$0].value.respellsNames }
        guard !wanted.isEmpty else { return }
        var skeletons: [UInt8] = []
        var starts: [(skeleton: Int, place: Int)] = []
        for range in words(of: wanted, in: &text) {
            let skeleton = SoundSpelling.skeleton(
                of: text.bytes[range.bytes].prefix(256), script: range.script)
            starts.append((skeletons.count, range.bytes.lowerBound))
            skeletons += skeleton
            skeletons.append(0)
        }
        index.find(at: starts.map(\.skeleton), in: skeletons) { numbers, entry in
            for number in numbers { found(terms[Int(number)], starts[entry].place) }
        }
    }

    /// Words of some scripts that are long enough for a name that varies and may begin one; katakana in whole runs.
    private func words(
        of scripts: Set<ScriptClass>, in text: inout WatchedText
    ) -> [(bytes: Range<Int>, script: ScriptClass)] {
        var ranges: [(bytes: Range<Int>, script: ScriptClass)] = []
        var isWanted = Array(repeating: false, count: ScriptClass.allCases.count)
        for script in scripts { isWanted[Int(script.rawValue)] = true }
        let bytes = text.bytes
        for token in text.tokens where isWanted[Int(token.script.rawValue)] {
            guard token.script == .kana else {
                if token.count >= 4,
                    heads.mayBegin(bytes, at: Int(token.start), end: token.range.upperBound, token.script)
                {
                    ranges.append((token.range, token.script))
                }
                continue
            }
            // Hiragana is of the same class.
            if !isKatakana(firstScalar(of: bytes[token.range])) { continue }
            if let last = ranges.last, last.script == .kana, last.bytes.upperBound == token.range.lowerBound {
                ranges[ranges.count - 1].bytes = last.bytes.lowerBound..<token.range.upperBound
            } else {
                ranges.append((token.range, token.script))
            }
        }
        return ranges
    }
}
