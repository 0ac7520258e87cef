extension FoldTable {
    /// Folds a whole text.
    ///
    /// Two bytes or more become at most three, so half as much again is enough room unless a text is full of ligatures;
    /// then it is folded again with room for the longest results.
    func folded<Pieces: FoldPieceCollector>(_ utf8: Span<UInt8>) -> (bytes: [UInt8], pieces: Pieces) {
        let usual = utf8.count + utf8.count / 2 + FoldWriter.slack
        if let folded: ([UInt8], Pieces) = folded(utf8, room: usual) { return folded }
        let longest = Int(UInt8.max) / 2
        return folded(utf8, room: utf8.count * longest + usual) ?? ([], Pieces())
    }

    private func folded<Pieces: FoldPieceCollector>(_ utf8: Span<UInt8>, room: Int) -> ([UInt8], Pieces)? {
        var pieces = Pieces()
        var fits = true
        let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            guard var writer = FoldWriter(buffer) else { return }
            fits = utf8.withUnsafeBufferPointer { fold($0, into: &writer, pieces: &pieces) }
            count = writer.count
        }
        return fits ? (bytes, pieces) : nil
    }

    /// Unsafe buffers because this loop is what folding costs.
    private func fold(
        _ input: UnsafeBufferPointer<UInt8>, into writer: inout FoldWriter,
        pieces: inout some FoldPieceCollector
    ) -> Bool {
        guard let start = input.baseAddress else { return true }
        return entries.withUnsafeBufferPointer { entries in
            let end = input.count
            var position = 0
            var previous = 0
            while position < end {
                position += writer.copyASCII(start + position, count: end - position)
                while position < end {
                    guard input[position] >= 0x80 else {
                        // One space between words of another script is no beginning of ASCII text.
                        guard position &+ 1 < end, input[position &+ 1] >= 0x80 else { break }
                        writer.appendASCII(input[position])
                        position &+= 1
                        continue
                    }
                    let (code, length) = character(input, at: position)
                    let entry: UInt32
                    if code < 0x10000 {
                        entry = entries[Int(code)]
                    } else if let found = astralEntry(code) {
                        entry = found
                    } else {
                        writer.copy(start + position, count: length)
                        position += length
                        continue
                    }
                    let count = Int(entry >> 24)
                    if entry == FoldTable.amDot {
                        position += appendAM(input, at: position, to: &writer, pieces: &pieces)
                        previous = position - length
                        continue
                    }
                    if count <= 3 {
                        if count != length {
                            pieces.note(FoldPiece(at: position, length, to: writer.count, count))
                        }
                        writer.append(entry, count: count)
                        if count > 0 { previous = position }
                    } else {
                        let place = FoldPlace(
                            position: position, length: length, left: end - position, previous: previous)
                        if !appendSpecial(entry, of: code, at: place, to: &writer, pieces: &pieces) {
                            return false
                        }
                        if entry != FoldTable.droppedMark { previous = position }
                    }
                    position += length
                }
            }
            return true
        }
    }

    /// The character at a lead byte. What is no UTF-8 counts as a character of its own above U+10FFFF.
    @inline(__always)
    private func character(_ input: UnsafeBufferPointer<UInt8>, at position: Int) -> (
        code: UInt32, length: Int
    ) {
        let lead = UInt32(input[position])
        let left = input.count - position
        if lead < 0xE0, lead >= 0xC2, left >= 2 {
            return ((lead & 0x1F) << 6 | UInt32(input[position + 1] & 0x3F), 2)
        }
        if lead < 0xF0, lead >= 0xE0, left >= 3 {
            let middle = UInt32(input[position + 1] & 0x3F) << 6
            let code = (lead & 0x0F) << 12 | middle | UInt32(input[position + 2] & 0x3F)
            return code >= 0x800 ? (code, 3) : (UInt32.max, 1)
        }
        if lead >= 0xF0, left >= 4 {
            let high = (lead & 7) << 18 | UInt32(input[position + 1] & 0x3F) << 12
            let code = high | UInt32(input[position + 2] & 0x3F) << 6 | UInt32(input[position + 3] & 0x3F)
            return code >= 0x10000 ? (code, 4) : (UInt32.max, 1)
        }
        return (UInt32.max, 1)
    }

    /// The entry of a character beyond the BMP; nil when it stays as it is.
    private func astralEntry(_ code: UInt32) -> UInt32? {
        if code & 0xFFFF_F000 == 0xE0000 { return 0 }  // tags and variation selectors
        guard code < 0x30000 else { return nil }
        let page = astralPages[Int(code - 0x10000) / 64]
        return page == 0 ? nil : entries[Int(page) + Int(code & 63)]
    }

    /// Appends what is not simply up to three bytes; false when there might not be room for the rest.
    private func appendSpecial(
        _ entry: UInt32, of code: UInt32, at place: FoldPlace, to writer: inout FoldWriter,
        pieces: inout some FoldPieceCollector
    ) -> Bool {
        switch entry & ~FoldTable.index {
        case FoldTable.inPool:
            let first = Int(entry & FoldTable.index) + 1
            let bytes = pool[first..<first + Int(pool[first - 1])]
            pieces.note(FoldPiece(at: place.position, place.length, to: writer.count, bytes.count))
            return writer.append(bytes, left: place.left)
        case FoldTable.composing:
            let composition = compositions[Int(entry & FoldTable.index)]
            let pair = composition.pairs.first { $0.letter == writer.last?.value }
            if let pair {
                join(pair.result, at: place, to: &writer, pieces: &pieces)
            } else {
                appendAlone(composition.alone, at: place, to: &writer, pieces: &pieces)
            }
        case FoldTable.jamo:
            if let syllable = writer.last.flatMap({ hangulSyllable($0.value, code) }) {
                join(syllable, at: place, to: &writer, pieces: &pieces)
            } else {
                appendAlone(FoldTable.inlineEntry(utf8(of: code)), at: place, to: &writer, pieces: &pieces)
            }
        default:
            appendAlone(entry, at: place, to: &writer, pieces: &pieces)
        }
        return true
    }

    /// Appends AM as one sign where it is written as a dot and AA, perhaps with a tone between, or else the dot; returns how
    /// many bytes that were.
    private func appendAM(
        _ input: UnsafeBufferPointer<UInt8>, at position: Int, to writer: inout FoldWriter,
        pieces: inout some FoldPieceCollector
    ) -> Int {
        // Thai and Lao are laid out alike, 0x80 apart.
        let (dot, _) = character(input, at: position)
        func code(_ offset: Int) -> UInt32? {
            position + offset + 3 <= input.count ? character(input, at: position + offset).code : nil
        }
        let tones = dot - 5...dot - 2
        let tone = code(3).flatMap { tones.contains($0) ? $0 : nil }
        let length = tone == nil ? 6 : 9
        guard code(length - 3) == dot - 0x1B else {
            writer.append(FoldTable.inlineEntry(utf8(of: dot)), count: 3)
            return 3
        }
        pieces.note(FoldPiece(at: position, length, to: writer.count, length - 3))
        if let tone { writer.append(FoldTable.inlineEntry(utf8(of: tone)), count: 3) }
        writer.append(FoldTable.inlineEntry(utf8(of: dot - 0x1A)), count: 3)
        return length
    }

    /// Appends what a joining character is by itself: a dropped mark or up to three bytes.
    private func appendAlone(
        _ entry: UInt32, at place: FoldPlace, to writer: inout FoldWriter,
        pieces: inout some FoldPieceCollector
    ) {
        let isDropped = entry & ~FoldTable.index == FoldTable.droppedMark
        let count = isDropped ? 0 : Int(entry >> 24)
        if count != place.length {
            pieces.note(
                FoldPiece(at: place.position, place.length, to: writer.count, count, joinsPrevious: isDropped)
            )
        }
        if !isDropped { writer.append(entry, count: count) }
    }

    /// Puts a letter and its mark, read so far as the letter alone, into one.
    private func join(
        _ result: UInt32, at place: FoldPlace, to writer: inout FoldWriter,
        pieces: inout some FoldPieceCollector
    ) {
        guard let last = writer.last else { return }
        let letterCount = String(last).utf8.count
        let bytes = utf8(of: result)
        let originalCount = place.position + place.length - place.previous
        writer.removeLast(letterCount)
        pieces.note(FoldPiece(at: place.previous, originalCount, to: writer.count, bytes.count))
        writer.append(FoldTable.inlineEntry(bytes), count: bytes.count)
    }
}

/// Where the loop stands: a character's position and length, the bytes left from there, and where the last character
/// began that was not dropped.
private struct FoldPlace {
    var position: Int
    var length: Int
    var left: Int
    var previous: Int
}

/// A consonant and a vowel, or these and a final consonant, in one (The Unicode Standard, §3.12).
private func hangulSyllable(_ first: UInt32, _ second: UInt32) -> UInt32? {
    if (0x1100...0x1112).contains(first), (0x1161...0x1175).contains(second) {
        return 0xAC00 + ((first - 0x1100) * 21 + second - 0x1161) * 28
    }
    if (0xAC00...0xD7A3).contains(first), (first - 0xAC00) % 28 == 0, (0x11A8...0x11C2).contains(second) {
        return first + second - 0x11A7
    }
    return nil
}
