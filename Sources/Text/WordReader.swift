/// Folds and splits in one pass, keeping nothing but the word at hand.
///
/// Most characters fold to one character of up to three bytes, whatever stands beside them: see ``WordCharacter``. Where one
/// does not (marks that join a letter, ligatures, characters beyond the BMP, invalid bytes) the text up to the next space is
/// folded and split the long way. Unsafe buffers because every byte of every article passes here.
struct WordReader {
    let bytes: UnsafeBufferPointer<UInt8>
    let characters: UnsafeBufferPointer<WordCharacter>
    let table: FoldTable
    /// Room for the folded bytes of the word at hand; a longer word goes the long way.
    let word: UnsafeMutableRawBufferPointer

    /// Bytes of `word`.
    static let room = 264

    @inline(__always)
    func read(into sink: inout some WordSink) {
        var position = 0
        while !sink.isFull {
            while position < bytes.count, isASCIISeparator(bytes[position]) { position &+= 1 }
            if position >= bytes.count { return }
            if let end = takeASCIIWord(at: position, into: &sink) ?? takeWord(at: position, into: &sink) {
                position = end
            } else {
                position = takeLongWay(at: position, into: &sink)
            }
        }
    }

    @inline(__always)
    private func isASCIISeparator(_ byte: UInt8) -> Bool {
        byte < 0x80 && characters[Int(byte)].script == ScriptClass.none.rawValue
    }

    /// Takes a word of a to z that ends at an ASCII character other than a digit, and says where; nil when there is none.
    @inline(__always)
    private func takeASCIIWord(at position: Int, into sink: inout some WordSink) -> Int? {
        guard position &+ 8 < bytes.count else { return nil }
        let lower = block(at: position) | 0x20 &* ones
        let length = letterCount(lower)
        if length < 8 {
            guard isEndOfASCIIWord(position &+ length), length > 0 else { return nil }
            let rest = lower & ((1 &<< UInt64(truncatingIfNeeded: 8 &* length)) &- 1)
            let hash = wordHash(wordHashStart(count: length), endingWith: rest)
            sink.add(start: position, end: position &+ length, hash: hash, script: .latin)
            return position &+ length
        }
        // Only at the end is the length known that the hash begins with.
        var end = position &+ 8
        while true {
            guard end &+ 8 < bytes.count else { return nil }
            let length = letterCount(block(at: end) | 0x20 &* ones)
            end &+= length
            if length < 8 { break }
        }
        guard isEndOfASCIIWord(end) else { return nil }
        var hash = wordHashStart(count: end &- position)
        var place = position
        while place &+ 8 <= end {
            hash = wordHash(hash, adding: block(at: place) | 0x20 &* ones)
            place &+= 8
        }
        let left = UInt64(truncatingIfNeeded: 8 &* (end &- place))
        let rest = (block(at: place) | 0x20 &* ones) & ((1 &<< left) &- 1)
        sink.add(start: position, end: end, hash: wordHash(hash, endingWith: rest), script: .latin)
        return end
    }

    private var ones: UInt64 { 0x0101_0101_0101_0101 }

    @inline(__always)
    private func block(at position: Int) -> UInt64 {
        UInt64(
            littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(
                fromByteOffset: position, as: UInt64.self))
    }

    /// How many bytes, from the lowest on, are a to z. As in `WordSplitter`: a byte's high bit says that it is at least `a`,
    /// that it is above `z`.
    @inline(__always)
    private func letterCount(_ lower: UInt64) -> Int {
        let low = lower & (0x7F &* ones)
        let letters = (low &+ 0x1F &* ones) & ~(low &+ 0x05 &* ones) & ~lower & (0x80 &* ones)
        return (letters ^ (0x80 &* ones)).trailingZeroBitCount >> 3
    }

    /// Nothing joins Latin letters but digits, and what is not ASCII may be a mark of the last letter.
    @inline(__always)
    private func isEndOfASCIIWord(_ position: Int) -> Bool {
        let after = bytes[position]
        return after < 0x80 && (after < 0x30 || after > 0x39)
    }

    /// Takes one word, or one character that belongs to none, and says where it ends; nil where that needs the long way.
    @inline(__always)
    private func takeWord(at start: Int, into sink: inout some WordSink) -> Int? {
        var position = start
        var script = ScriptClass.none.rawValue
        var count = 0
        reading: while position < bytes.count {
            let (character, length) = self.character(at: position)
            let next = character.script
            if next == script, next != ScriptClass.none.rawValue {
                // The usual case: one more letter of the word.
                guard count < Self.room &- 16 else { return nil }
                append(character, &count)
                position &+= length
            } else if character.isSpecial {
                return nil
            } else if character.count == 0 {
                position &+= length
            } else if script == ScriptClass.none.rawValue {
                position &+= length
                if next == ScriptClass.none.rawValue { return position }
                script = next
                append(character, &count)
                // The next character may be a mark of this one.
                if !WordRules.isSpaced(next) {
                    if needsLongWay(at: position) { return nil }
                    break
                }
            } else if next == ScriptClass.number.rawValue, WordRules.takesDigits(script) {
                guard count < Self.room &- 16 else { return nil }
                append(character, &count)
                position &+= length
            } else if next == ScriptClass.none.rawValue {
                guard count < Self.room &- 16 else { return nil }
                guard WordRules.joins(UInt8(truncatingIfNeeded: character.bytes), in: script) else { break }
                switch letter(at: position &+ length) {
                case .longWay: return nil
                case .letter(let letter, let end) where letter.script == script:
                    append(character, &count)
                    append(letter, &count)
                    position = end
                default: break reading
                }
            } else if script == ScriptClass.number.rawValue, WordRules.takesDigits(next) {
                script = next
                append(character, &count)
                position &+= length
            } else {
                break
            }
        }
        if count > 0 {
            let folded = UnsafeBufferPointer(word.assumingMemoryBound(to: UInt8.self))
            sink.add(
                start: start, end: position, hash: wordHash(of: folded, from: 0, to: count),
                script: ScriptClass(rawValue: script) ?? .other)
        }
        return position
    }

    private enum Next {
        case letter(WordCharacter, end: Int)
        case longWay
        case nothing
    }

    /// The first character from `position` on that folding does not drop.
    private func letter(at position: Int) -> Next {
        var place = position
        while place < bytes.count {
            let (character, length) = self.character(at: place)
            if character.isSpecial { return .longWay }
            place &+= length
            if character.count > 0 { return .letter(character, end: place) }
        }
        return .nothing
    }

    /// Whether the next character that folding does not drop needs the long way.
    @inline(__always)
    private func needsLongWay(at position: Int) -> Bool {
        guard position < bytes.count, bytes[position] >= 0x80 else { return false }
        if character(at: position).0.count > 0 { return false }
        if case .longWay = letter(at: position) { return true }
        return false
    }

    @inline(__always)
    private func append(_ character: WordCharacter, _ count: inout Int) {
        word.storeBytes(of: character.bytes.littleEndian, toByteOffset: count, as: UInt32.self)
        count &+= character.count
    }

    /// Folds and splits the text from here to the next space, and says where that is.
    @inline(never)
    private func takeLongWay(at start: Int, into sink: inout some WordSink) -> Int {
        var end = start + 1
        while end < bytes.count, bytes[end] > 0x20 { end += 1 }
        let (folded, _): ([UInt8], NoPieces) = table.folded(
            UnsafeBufferPointer(rebasing: bytes[start..<end]).span)
        folded.withUnsafeBufferPointer { folded in
            ScriptTable.classes.withUnsafeBufferPointer { classes in
                WordSplitter(bytes: folded, classes: classes).split(into: &sink)
            }
        }
        return end
    }

    @inline(__always)
    private func character(at position: Int) -> (WordCharacter, length: Int) {
        let lead = UInt32(bytes[position])
        if lead < 0x80 { return (characters[Int(lead)], 1) }
        let left = bytes.count &- position
        if lead < 0xE0 {
            guard lead >= 0xC2, left >= 2 else { return (.special, 1) }
            return (characters[Int((lead & 0x1F) << 6 | UInt32(bytes[position &+ 1] & 0x3F))], 2)
        }
        guard lead < 0xF0, left >= 3 else { return (.special, 1) }
        let code = (lead & 0x0F) << 12 | UInt32(bytes[position &+ 1] & 0x3F) << 6
        guard code >= 0x800 else { return (.special, 1) }
        return (characters[Int(code | UInt32(bytes[position &+ 2] & 0x3F))], 3)
    }
}
