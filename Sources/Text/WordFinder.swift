/// Finds single words of a folded text, for those who need few of them: the same words as ``words(in:)``.
///
/// No word reaches across a space or another character that neither belongs to words nor joins them, so splitting may
/// begin behind any.
package struct WordFinder {
    /// One word, number or character.
    package struct Word {
        package let start: Int
        package let end: Int
        package let script: ScriptClass

        @inline(__always)
        package init(start: Int, end: Int, script: ScriptClass) {
            self.start = start
            self.end = end
            self.script = script
        }
    }

    private let splitter: WordSplitter
    /// The last word that was found by ``word(at:)``: the next one is nearly always behind.
    private var last = Word(start: 0, end: 0, script: .none)

    /// - Parameter bytes: folded UTF-8; unsafe because every find in every article is looked up here. Both buffers must
    ///   outlive this.
    package init(_ bytes: UnsafeBufferPointer<UInt8>, classes: UnsafeBufferPointer<UInt8>) {
        splitter = WordSplitter(bytes: bytes, classes: classes)
    }

    /// The word that holds the character at `place`; nil between words.
    ///
    /// - Complexity: linear in the bytes since the last place asked for, if places ascend.
    @inline(__always)
    package mutating func word(at place: Int) -> Word? {
        if place >= last.start, place < last.end { return last }
        guard let word = word(at: place, notBefore: place >= last.end ? last.end : 0) else { return nil }
        last = word
        return word
    }

    /// The word that holds the character at `place`, as split from no further back than `floor`.
    package func word(at place: Int, notBefore floor: Int) -> Word? {
        let (script, length) = splitter.character(at: place)
        if script != ScriptClass.none.rawValue, !WordRules.isSpaced(script) {
            return Word(start: place, end: place &+ length, script: ScriptClass(rawValue: script) ?? .other)
        }
        var start = place
        while start > floor {
            let previous = splitter.characterStart(before: start)
            guard splitter.mayContinue(at: previous), previous >= floor else { break }
            start = previous
        }
        while start <= place, let word = word(from: start) {
            if word.end > place { return word.start <= place ? word : nil }
            start = word.end
        }
        return nil
    }

    /// The first word that begins at or behind `place`, where a word or a mark begins.
    ///
    /// - Parameter reach: how many bytes of marks may stand before it.
    @inline(__always)
    package func word(from place: Int, within reach: Int = .max) -> Word? {
        var start = place
        while start < splitter.bytes.count, start &- place <= reach {
            let (script, length) = splitter.character(at: start)
            if script == ScriptClass.none.rawValue {
                start &+= length
                continue
            }
            var word = (end: start &+ length, script: script)
            if WordRules.isSpaced(script) { word = splitter.end(ofWordIn: script, from: word.end) }
            return Word(start: start, end: word.end, script: ScriptClass(rawValue: word.script) ?? .other)
        }
        return nil
    }

    /// Where the last character of a word before `place` begins, with marks only in between.
    ///
    /// - Parameter reach: how many bytes of marks may stand behind it.
    package func lastCharacter(before place: Int, within reach: Int) -> Int? {
        var start = place
        while start > 0, place &- start <= reach {
            start = splitter.characterStart(before: start)
            if splitter.character(at: start).script != ScriptClass.none.rawValue { return start }
        }
        return nil
    }
}

extension WordSplitter {
    @inline(__always)
    func characterStart(before place: Int) -> Int {
        var start = place &- 1
        while start > 0, bytes[start] & 0xC0 == 0x80 { start &-= 1 }
        return start
    }

    /// Whether a word may have the character at `place` and go on.
    @inline(__always)
    func mayContinue(at place: Int) -> Bool {
        let script = character(at: place).script
        guard script == ScriptClass.none.rawValue else { return WordRules.isSpaced(script) }
        switch bytes[place] {
        case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "."), UInt8(ascii: ","): return true
        default: return false
        }
    }
}
