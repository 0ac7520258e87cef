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

/// Where the splitter puts its words; it stops when there is no more room.
protocol WordSink {
    var isFull: Bool { get }
    mutating func add(start: Int, end: Int, hash: UInt64, script: ScriptClass)
}

extension [WordToken]: WordSink {
    var isFull: Bool { false }

    @inline(__always)
    mutating func add(start: Int, end: Int, hash: UInt64, script: ScriptClass) {
        append(
            WordToken(
                start: UInt32(truncatingIfNeeded: start), count: UInt32(truncatingIfNeeded: end - start),
                hash: hash,
                script: script))
    }
}

/// One pass over a text. Unsafe buffers because every byte of every article passes here.
struct WordSplitter {
    let bytes: UnsafeBufferPointer<UInt8>
    let classes: UnsafeBufferPointer<UInt8>

    @inline(__always)
    func split(into sink: inout some WordSink) {
        var position = 0
        while position < bytes.count, !sink.isFull {
            var (script, length) = character(at: position)
            let start = position
            position &+= length
            if script == ScriptClass.none.rawValue { continue }
            if WordRules.isSpaced(script) { (position, script) = end(ofWordIn: script, from: position) }
            sink.add(
                start: start, end: position, hash: wordHash(of: bytes, from: start, to: position),
                script: ScriptClass(rawValue: script) ?? .other)
        }
    }

    /// Where a word that began ends. Digits join the letters around them in names such as `g20`, `5g` and `с400`; in
    /// other scripts a number with a particle, such as `2026년`, is a number and a word.
    @inline(__always)
    func end(ofWordIn first: UInt8, from start: Int) -> (end: Int, script: UInt8) {
        var script = first
        var position = start
        if script == ScriptClass.latin.rawValue { position = end(ofLowercaseRunFrom: position) }
        while position < bytes.count {
            let (next, length) = character(at: position)
            if next == script || (next == ScriptClass.number.rawValue && WordRules.takesDigits(script)) {
                position &+= length
            } else if next == ScriptClass.none.rawValue {
                guard WordRules.joins(bytes[position], in: script), position + 1 < bytes.count else { break }
                let (after, afterLength) = character(at: position + 1)
                guard after == script else { break }
                position &+= 1 &+ afterLength
            } else if script == ScriptClass.number.rawValue, WordRules.takesDigits(next) {
                script = next
                position &+= length
            } else {
                break
            }
        }
        return (position, script)
    }

    /// Skips a to z, eight bytes at a time: in `low + …` a byte's high bit says that it is at least `a`, above `z`.
    @inline(__always)
    private func end(ofLowercaseRunFrom start: Int) -> Int {
        guard let base = bytes.baseAddress else { return start }
        let ones: UInt64 = 0x0101_0101_0101_0101
        var position = start
        while position &+ 8 <= bytes.count {
            let word = UnsafeRawPointer(base + position).loadUnaligned(as: UInt64.self).littleEndian
            let low = word & (0x7F * ones)
            let letters =
                (low &+ (0x80 - 0x61) &* ones) & ~(low &+ (0x7F - 0x7A) &* ones) & ~word & (0x80 * ones)
            let others = letters ^ (0x80 * ones)
            if others != 0 { return position &+ others.trailingZeroBitCount / 8 }
            position &+= 8
        }
        return position
    }

    @inline(__always)
    func character(at position: Int) -> (script: UInt8, length: Int) {
        let lead = bytes[position]
        if lead < 0x80 { return (classes[Int(lead)], 1) }
        let left = bytes.count &- position
        if lead < 0xE0 {
            guard lead >= 0xC2, left >= 2 else { return (ScriptClass.none.rawValue, 1) }
            return (classes[Int(lead & 0x1F) << 6 | Int(bytes[position &+ 1] & 0x3F)], 2)
        }
        if lead < 0xF0 {
            guard left >= 3 else { return (ScriptClass.none.rawValue, 1) }
            let high = Int(lead & 0x0F) << 12 | Int(bytes[position &+ 1] & 0x3F) << 6
            return (classes[high | Int(bytes[position &+ 2] & 0x3F)], 3)
        }
        guard lead < 0xF5, left >= 4 else { return (ScriptClass.none.rawValue, 1) }
        let high = UInt32(lead & 7) << 18 | UInt32(bytes[position &+ 1] & 0x3F) << 12
        let code = high | UInt32(bytes[position &+ 2] & 0x3F) << 6 | UInt32(bytes[position &+ 3] & 0x3F)
        return (ScriptTable.astral(code).rawValue, 4)
    }
}
