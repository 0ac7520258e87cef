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
        where term.isName && !term.isExact && !term.isPrefix && !term.isUninflected && term.pairs.isEmpty {
            let anchor = term.segments[term.anchor]
            guard SoundSpelling.mayVary(anchor) else { continue }
            let stem =
                anchor.script.hasSpaces && anchor.script != .hangul
                ? inflections.stem(of: anchor.bytes, script: anchor.script) : anchor.bytes
            let skeleton = SoundSpelling.skeleton(of: stem, script: anchor.script)
            guard letterCount(skeleton) >= SoundSpelling.minSkeletonLetters else { continue }
            skeletons.append(skeleton)
            numbers.append(number)
            scripts.insert(anchor.script)
        }
        index = PrefixIndex(skeletons)
        self.terms = numbers
        self.scripts = scripts
        heads = SoundHeads(of: skeletons)
    }

    /// Terms, by their numbers, with the places where words begin that may be their anchors; in order of the places.
    ///
    /// - Parameter scripts: bits for those of the text's letters beyond ASCII, by their raw values.
    func finds(
        in text: WatchedText.View, scripts seen: UInt64, _ inflections: LanguageInflections
    ) -> [(term: Int, place: Int)] {
        var isWanted = Array(repeating: false, count: ScriptClass.allCases.count)
        for script in scripts
        where (script == .latin || seen >> UInt64(script.rawValue) & 1 != 0)
            && inflections[script].value.respellsNames
        {
            isWanted[Int(script.rawValue)] = true
        }
        guard isWanted.contains(true) else { return [] }
        let words = heads.withView { heads in self.words(in: text, isWanted, heads) }
        guard !words.isEmpty else { return [] }
        var skeletons: [UInt8] = []
        let starts = words.map { word in
            defer { skeletons.append(0) }
            let start = skeletons.count
            skeletons += SoundSpelling.skeleton(
                of: text.bytes[word.start..<word.end].prefix(SoundSpelling.maxWordBytes), script: word.script)
            return start
        }
        skeletons += [UInt8](repeating: 0, count: WatchedText.padding)
        var sink = Sink()
        skeletons.withUnsafeBufferPointer { index.find(at: starts, in: $0, into: &sink) }
        return sink.finds.map { number, place in
            (terms[number], words[starts.partitioningIndex { $0 >= place }].start)
        }
    }

    private struct Sink: PrefixSink {
        /// A text that sounds like more names is made to.
        static let maxFinds = 1_000_000
        var finds: [(number: Int, place: Int)] = []

        mutating func take(_ numbers: UnsafeBufferPointer<Int32>, at place: Int) {
            guard finds.count < Self.maxFinds else { return }
            for number in numbers { finds.append((Int(number), place)) }
        }
    }

    /// Words of wanted scripts that are long enough for a name that varies and may begin one; katakana in whole runs.
    private func words(
        in text: WatchedText.View, _ isWanted: [Bool], _ heads: SoundHeads.View
    ) -> [WordFinder.Word] {
        var words: [WordFinder.Word] = []
        let bytes = UnsafeRawBufferPointer(text.bytes)
        var finder = text.finder
        func take(_ place: Int) {
            guard heads.mayBegin(bytes, at: place), let word = finder.word(at: place) else { return }
            guard word.start == place, word.end - place >= 4, isWanted[Int(word.script.rawValue)] else {
                return
            }
            words.append(word)
        }
        // Asked for once: another module's raw values are calls.
        let (none, latin, kana) = (
            ScriptClass.none.rawValue, ScriptClass.latin.rawValue, ScriptClass.kana.rawValue
        )
        let isKanaWanted = isWanted[Int(kana)]
        let isLatinWanted = isWanted[Int(latin)]
        var before = none
        var place = 0
        while place < text.count {
            let key = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            let byte = UInt8(truncatingIfNeeded: key)
            if byte < 0x80 {
                if WordInsides.isASCIIMark(byte) {
                    before = none
                    place &+= 1
                    continue
                }
                // Words of any script may begin with a digit.
                if before != latin, isLatinWanted || byte < 0x3A { take(place) }
                before = latin
                place &+= WordInsides.letters(from: place, key, bytes)
                continue
            }
            let (code, length) = WordInsides.character(key)
            let script = code < 0x10000 ? text.classes[Int(code)] : none
            if script != before, script != kana, isWanted[Int(script)] { take(place) }
            if script == kana, isKanaWanted {
                // Hiragana is of the same class.
                let end = endOfKatakana(bytes, from: place)
                if end > place {
                    words.append(WordFinder.Word(start: place, end: end, script: .kana))
                    place = end
                    continue
                }
            }
            before = script
            place &+= length
            if WordInsides.isTwoByteLead(byte) {
                while WordInsides.isTwoByteLead(bytes[place]) { place &+= 2 }
            }
        }
        return words
    }

    private func endOfKatakana(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var end = start
        while bytes[end] == 0xE3 {
            let key = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: end, as: UInt64.self))
            guard isKatakana(Unicode.Scalar(WordInsides.character(key).code)) else { break }
            end += 3
        }
        return end
    }
}
