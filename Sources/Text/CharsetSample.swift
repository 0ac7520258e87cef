/// The part of a body that shows its charset: text with bytes beyond ASCII, without tags, scripts and styles.
///
/// The first `longest` bytes of such text, and of what follows the words with bytes that have not occurred before: one œ
/// on a long page tells ISO-8859-15 from Latin-1. It is cut behind ASCII that is never inside a multi-byte character.
/// - Parameter enough: the sample ends where it is longer than that; the same sample then begins with it.
/// - Returns: at most `longest` + 8 kB; empty for an ASCII body.
/// - Complexity: O(n).
func charsetSample(of body: Span<UInt8>, longest: Int = 2048, enough: Int = .max) -> [UInt8] {
    var sample: [UInt8] = []
    var seen = [Bool](repeating: false, count: 256)
    var position = 0
    var isBehindASCII = true
    while position < body.count, sample.count <= enough {
        let isFull = sample.count >= longest
        let start = position
        let room = isFull ? 64 : longest - sample.count
        var hasNew = false
        while position < body.count, position - start < room, !isSegmentEnd(body[position]) {
            let byte = body[position]
            if isFull, byte == 0x20 { break }
            if byte >= 0x80 {
                if !(isFull && seen[Int(byte)]) { hasNew = true }
                if isBehindASCII { seen[Int(byte)] = true }
            }
            position += 1
        }
        if hasNew, isBehindASCII {
            for index in start..<position { sample.append(body[index]) }
            sample.append(0x0A)
        }
        guard position < body.count else { break }
        isBehindASCII = body[position] == 0x20 || isSegmentEnd(body[position])
        if body[position] == UInt8(ascii: "<") {
            position = endOfTag(at: position, in: body)
        } else if isBehindASCII {
            position += 1
        }
    }
    return sample
}

/// Whether bytes beyond ASCII stand together as in multi-byte text; between Latin letters they stand alone.
func hasRuns(_ sample: [UInt8]) -> Bool {
    var beyond = 0
    var together = 0
    for index in sample.indices where sample[index] >= 0x80 {
        beyond += 1
        if index > 0, sample[index - 1] >= 0x80 { together += 1 }
    }
    return together * 5 > beyond
}

@inline(__always)
private func isSegmentEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == 0x0A || byte == 0x0D
}

/// Behind a tag, and behind the content of a script or style. A `<` that begins no tag is passed by itself.
private func endOfTag(at start: Int, in body: Span<UInt8>) -> Int {
    func begins(_ name: StaticString, at position: Int) -> Bool {
        guard position + name.utf8CodeUnitCount <= body.count else { return false }
        return (0..<name.utf8CodeUnitCount).allSatisfy { body[position + $0] | 0x20 == name.utf8Start[$0] }
    }
    guard start + 1 < body.count else { return body.count }
    let first = body[start + 1]
    guard
        first == UInt8(ascii: "/") || first == UInt8(ascii: "!") || first == UInt8(ascii: "?")
            || isLetter(first)
    else { return start + 1 }
    if first == UInt8(ascii: "!"), begins("!-", at: start + 1) == false, start + 8 < body.count,
        body[start + 2] == UInt8(ascii: "[")
    {
        return start + 9  // <![CDATA[ : what follows is text
    }
    var position = start + 1
    while position < body.count, body[position] != UInt8(ascii: ">") { position += 1 }
    let isScript = begins("script", at: start + 1)
    guard isScript || begins("style", at: start + 1) else { return position }
    while position < body.count {
        if body[position] == UInt8(ascii: "<"), position + 1 < body.count,
            body[position + 1] == UInt8(ascii: "/"),
            isScript ? begins("script", at: position + 2) : begins("style", at: position + 2)
        {
            return position
        }
        position += 1
    }
    return position
}

/// Whether it is a letter of ASCII.
func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
