/// The words of a folded text in reading order.
///
/// Words of scripts with spaces run as long as their script does, vowel signs included (in the manner of UAX #29, but a
/// change of script ends a word and so does an apostrophe between Latin letters: `l'ONU`, `Trump's`). In Cyrillic,
/// Hebrew and other scripts an apostrophe or gershayim between two letters belongs to the word. Numbers keep separators
/// between digits. Every code point of Han, kana, Thai, Lao, Khmer and Burmese is a token.
/// - Parameter folded: what `Folding` returns. Invalid UTF-8 separates words.
/// - Complexity: O(n).
package func words(in folded: [UInt8]) -> [WordToken] {
    var tokens: [WordToken] = []
    tokens.reserveCapacity(folded.count / 6 + 8)
    appendWords(in: folded.span, to: &tokens)
    return tokens
}

/// Appends the words of a folded text: the form for loops, which reuse one array and allocate nothing a text.
package func appendWords(in folded: Span<UInt8>, to tokens: inout [WordToken]) {
    folded.withUnsafeBufferPointer { bytes in
        ScriptTable.classes.withUnsafeBufferPointer { classes in
            WordSplitter(bytes: bytes, classes: classes).split(into: &tokens)
        }
    }
}

/// One pass over a text. Unsafe buffers because every byte of every article passes here.
private struct WordSplitter {
    let bytes: UnsafeBufferPointer<UInt8>
    let classes: UnsafeBufferPointer<UInt8>

    func split(into tokens: inout [WordToken]) {
        var position = 0
        while position < bytes.count {
            var (script, length) = character(at: position)
            let start = position
            position += length
            if script == .none { continue }
            if script.hasSpaces { (position, script) = end(ofWordIn: script, from: position) }
            tokens.append(
                WordToken(
                    start: UInt32(truncatingIfNeeded: start),
                    count: UInt32(truncatingIfNeeded: position - start),
                    hash: wordHash(of: UnsafeRawBufferPointer(bytes)[start..<position]), script: script))
        }
    }

    /// Where a word that began ends. Digits join the letters around them: `g20`, `5g`.
    @inline(__always)
    private func end(ofWordIn first: ScriptClass, from start: Int) -> (Int, ScriptClass) {
        var script = first
        var position = start
        while position < bytes.count {
            let (next, length) = character(at: position)
            if next == script || next == .number {
                position += length
            } else if script == .number, next.hasSpaces, next != .none {
                script = next
                position += length
            } else if next == .none, joins(bytes[position], in: script), position + 1 < bytes.count,
                character(at: position + 1).script == script
            {
                position += 2
                while position < bytes.count, bytes[position] & 0xC0 == 0x80 { position += 1 }
            } else {
                break
            }
        }
        return (position, script)
    }

    /// Whether a mark between two characters of a script leaves them one word.
    @inline(__always)
    private func joins(_ mark: UInt8, in script: ScriptClass) -> Bool {
        switch mark {
        case UInt8(ascii: "'"): script != .latin && script != .greek && script != .number
        case UInt8(ascii: "\""): script == .hebrew
        case UInt8(ascii: "."), UInt8(ascii: ","): script == .number
        default: false
        }
    }

    @inline(__always)
    private func character(at position: Int) -> (script: ScriptClass, length: Int) {
        let lead = bytes[position]
        if lead < 0x80 { return (script(of: Int(lead)), 1) }
        let left = bytes.count - position
        if lead < 0xE0 {
            guard lead >= 0xC2, left >= 2 else { return (.none, 1) }
            return (script(of: Int(lead & 0x1F) << 6 | Int(bytes[position + 1] & 0x3F)), 2)
        }
        if lead < 0xF0 {
            guard left >= 3 else { return (.none, 1) }
            let high = Int(lead & 0x0F) << 12 | Int(bytes[position + 1] & 0x3F) << 6
            return (script(of: high | Int(bytes[position + 2] & 0x3F)), 3)
        }
        guard lead < 0xF5, left >= 4 else { return (.none, 1) }
        let high = UInt32(lead & 7) << 18 | UInt32(bytes[position + 1] & 0x3F) << 12
        let code = high | UInt32(bytes[position + 2] & 0x3F) << 6 | UInt32(bytes[position + 3] & 0x3F)
        return (ScriptTable.astral(code), 4)
    }

    @inline(__always)
    private func script(of code: Int) -> ScriptClass {
        ScriptClass(rawValue: classes[code]) ?? .none
    }
}
