/// Signs beside a phrase that a line is not the article's. What furniture says occurs in true sentences too, so a phrase
/// alone never cuts a finished sentence.
extension BodySelection {
    /// Whether a block reads like a sentence of running text: it ends like one, and neither link, address nor bracket
    /// around it says that it does something else.
    func isPlainSentence(_ block: Block) -> Bool {
        guard block.words >= 4, block.linkDensity < 0.3 else { return false }
        let bytes = page.bytes(of: block)
        if let first = bytes.first, first == UInt8(ascii: "(") || first == UInt8(ascii: "[") { return false }
        if bytes.contains("://") || bytes.contains("www.") || bytes.contains("@") { return false }
        // Thai, Lao and Khmer have no full stop, or use it seldom.
        return endsWithFullStop(bytes) || block.units >= 60 && isWithoutFullStops(bytes)
    }

    /// Whether a line begins with a label: with one that is followed by nothing, a separator, or a link.
    func isLabelled(_ line: ArraySlice<UInt8>, by table: LineTable) -> Bool {
        guard let length = table.length(matching: line) else { return false }
        return isSeparated(line.dropFirst(length))
    }

    /// Whether a heading or a short line says that other articles follow.
    ///
    /// One that only begins like that may be a heading of the article's own: then no paragraph of the text stands under it.
    func announcesOtherArticles(_ index: Int) -> Bool {
        let block = page.blocks[index]
        let line = lowercasedLine(page.bytes(of: block))
        if isLabelled(line[...], by: LineTables.otherArticles) { return !isPlainSentence(block) }
        guard LineTables.otherArticleOpenings.length(matching: line) != nil, !isPlainSentence(block),
            index + 1 < page.blocks.count
        else { return false }
        let next = page.blocks[index + 1]
        return !(next.isProse && isPlainSentence(next)) || next.linkedBytes > 0
    }

    /// Whether nothing comes, a figure in brackets, or a sign that parts a label from what it stands for.
    func isSeparated(_ rest: ArraySlice<UInt8>) -> Bool {
        let rest = rest.drop { $0 == 0x20 }
        switch firstScalar(of: rest) {
        case 0, 0x28, 0x3A, 0x3C, 0x3E, 0x5B, 0x7C, 0xAB, 0xBB, 0x2013, 0x2014, 0x2022, 0x203A, 0x2192,
            0x25B6, 0x25BA, 0x3010,
            0xFF08, 0xFF0F, 0xFF1A, 0xFF5C:
            return true
        case 0x2D: return rest.dropFirst().first == 0x20
        default: return rest.allSatisfy { isDigit($0) || $0 == 0x2E || $0 == 0x21 || $0 == 0x20 }
        }
    }

    /// Whether a block's element is set apart from the paragraphs of the text by its place or its class.
    func standsApart(_ block: Block) -> Bool {
        if let main, parent(of: block) != main { return true }
        let kinship = page.elements[Int(block.element)].kinship
        guard kinship != 0 else { return false }
        var alike = 0
        var other = 0
        for candidate in page.blocks where candidate.isKept && candidate.isProse {
            page.elements[Int(candidate.element)].kinship == kinship ? (alike += 1) : (other += 1)
        }
        return alike <= 2 && other >= 2 * alike + 1
    }
}

/// Whether the text ends as a sentence does, in any script that ends them with a sign.
func endsWithFullStop(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes.suffix(24)
    var isQuoted = false
    while let last = lastScalar(of: rest) {
        switch last.scalar {
        case 0x22, 0x27, 0xBB, 0x2019, 0x201C, 0x201D, 0x300D, 0x300F: isQuoted = true
        case 0x20, 0x29, 0x5D, 0xFF09: break
        case 0x21, 0x2E, 0x3F, 0x0589, 0x061F, 0x06D4, 0x0964, 0x0965, 0x104B, 0x1362, 0x17D4, 0x2026,
            0x3002, 0xFF01,
            0xFF0E, 0xFF1F, 0xFF61:
            return true
        default: return isQuoted
        }
        rest = rest.dropLast(last.length)
    }
    return isQuoted
}

private func lastScalar(of bytes: ArraySlice<UInt8>) -> (scalar: UInt32, length: Int)? {
    guard !bytes.isEmpty else { return nil }
    var length = 1
    while length < min(4, bytes.count), bytes[bytes.endIndex - length] & 0xC0 == 0x80 { length += 1 }
    return (firstScalar(of: bytes.suffix(length)), length)
}

/// Whether most of the text is in a script that ends sentences without a sign.
func isWithoutFullStops(_ bytes: ArraySlice<UInt8>) -> Bool {
    var count = 0
    for index in bytes.indices.dropLast(2) {
        switch (bytes[index], bytes[index + 1]) {
        case (0xE0, 0xB8...0xBB), (0xE1, 0x80...0x82), (0xE1, 0x9E...0x9F): count += 3
        default: break
        }
    }
    return count * 2 >= bytes.count
}

/// Whether the page speaks of itself or to its reader here, and quotes nobody who does.
func speaksForItself(_ line: [UInt8]) -> Bool {
    LineTables.selfSpeech.occurs(in: line) && !hasQuotation(line)
}

/// Whether a quotation mark stands in the line.
func hasQuotation(_ line: [UInt8]) -> Bool {
    for index in line.indices {
        switch line[index] {
        case UInt8(ascii: "\""): return true
        // « »
        case 0xC2 where index + 1 < line.count && (line[index + 1] == 0xAB || line[index + 1] == 0xBB):
            return true
        // “ ” „
        case 0xE2
        where index + 2 < line.count && line[index + 1] == 0x80 && (0x9C...0x9F).contains(line[index + 2]):
            return true
        // 「」『』
        case 0xE3
        where index + 2 < line.count && line[index + 1] == 0x80 && (0x8C...0x8F).contains(line[index + 2]):
            return true
        default: break
        }
    }
    return false
}
