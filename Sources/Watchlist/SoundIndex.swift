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
        where term.isName && !term.isExact && !term.isPrefix && !term.isUninflected && term.pair == nil {
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

    /// Calls `found` with a term's number and the place where a word begins that may be the term's anchor.
    func scan(
        _ text: inout WatchedText.View, _ inflections: LanguageInflections, _ found: (Int, Int) -> Void
    ) {
        var isWanted = Array(repeating: false, count: ScriptClass.allCases.count)
        for script in scripts where inflections[script].value.respellsNames {
            isWanted[Int(script.rawValue)] = true
        }
        guard isWanted.contains(true) else { return }
        let words = heads.withView(over: text.classes) { heads in self.words(in: &text, isWanted, heads) }
        guard !words.isEmpty else { return }
        var skeletons: [UInt8] = []
        let starts = words.map { word in
            defer { skeletons.append(0) }
            let start = skeletons.count
            skeletons += SoundSpelling.skeleton(
                of: text.bytes[word.start..<word.end].prefix(256), script: word.script)
            return start
        }
        skeletons += [UInt8](repeating: 0, count: WatchedText.padding)
        skeletons.withUnsafeBufferPointer { skeletons in
            index.find(at: starts, in: skeletons) { numbers, entry in
                for number in numbers { found(terms[Int(number)], words[entry].start) }
            }
        }
    }

    /// Words of wanted scripts that are long enough for a name that varies and may begin one; katakana in whole runs.
    private func words(
        in text: inout WatchedText.View, _ isWanted: [Bool], _ heads: SoundHeads.View
    ) -> [WordFinder.Word] {
        var words: [WordFinder.Word] = []
        func take(_ place: Int, of text: inout WatchedText.View) {
            guard heads.mayBegin(text.bytes, at: place), let word = text.finder.word(at: place) else {
                return
            }
            guard word.start == place, word.end - place >= 4, isWanted[Int(word.script.rawValue)] else {
                return
            }
            words.append(word)
        }
        let bytes = UnsafeRawBufferPointer(text.bytes)
        let latin = ScriptClass.latin.rawValue
        let isLatinWanted = isWanted[Int(latin)]
        var before = ScriptClass.none.rawValue
        var place = 0
        while place < text.count {
            let key = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            let byte = UInt8(truncatingIfNeeded: key)
            if byte < 0x80 {
                if WordInsides.isASCIIMark(byte) {
                    before = ScriptClass.none.rawValue
                    place &+= 1
                    continue
                }
                // Words of any script may begin with a digit.
                if before != latin, isLatinWanted || byte < 0x3A { take(place, of: &text) }
                before = latin
                place &+= WordInsides.letters(from: place, key, bytes)
                continue
            }
            let (code, length) = WordInsides.character(key)
            let script = code < 0x10000 ? text.classes[Int(code)] : ScriptClass.none.rawValue
            if script != before, isWanted[Int(script)], script != ScriptClass.kana.rawValue {
                take(place, of: &text)
            }
            if script == ScriptClass.kana.rawValue, isWanted[Int(script)] {
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
