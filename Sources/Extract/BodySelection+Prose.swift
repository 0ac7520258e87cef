extension BodySelection {
    /// Finds the blocks that read like running text and adds up their units.
    mutating func markProse() {
        for index in page.blocks.indices {
            let block = page.blocks[index]
            if isNotice(block) {
                page.blocks[index].verdict = .notice
            } else if isMachineText(block) || isMetadata(block) || isSignedDateLine(block) {
                page.blocks[index].verdict = .metadata
            } else {
                page.blocks[index].isPromotion = isPromotion(block)
                page.blocks[index].isProse = isProse(page.blocks[index])
            }
        }
        if !page.blocks.contains(where: \.isProse) {
            for index in page.blocks.indices where page.blocks[index].units >= 30 {
                page.blocks[index].isProse = true
            }
        }
        proseBefore = [0]
        proseBefore.reserveCapacity(page.blocks.count + 1)
        var sum = 0.0
        for block in page.blocks {
            if block.isProse { sum += Double(block.units) }
            proseBefore.append(sum)
        }
        for index in page.elements.indices {
            let element = page.elements[index]
            page.elements[index].prose = prose(Int(element.firstBlock), Int(element.endBlock))
        }
    }

    private func isProse(_ block: Block) -> Bool {
        guard !block.isHeading, block.kind != .caption, block.linkDensity < 0.45 else { return false }
        guard block.units >= 140 || block.units >= 45 && block.hasPunctuation && block.words >= 7 else {
            return false
        }
        if block.kind == .item, block.units < 80 { return false }
        return !block.isPromotion
    }

    /// Whether a short line invites to read, share or subscribe, or is a credit.
    ///
    /// A finished sentence is cut only for phrases that no article's sentence has. Others need a second sign: that the line
    /// is no sentence, is mostly a link, or that a separator stands behind the phrase.
    private func isPromotion(_ block: Block) -> Bool {
        guard block.units <= 300 else { return false }
        let line = lowercasedLine(page.bytes(of: block), limit: 900)
        let opening = line.drop { !isLetter($0) }
        if block.units <= 40, block.kind != .cell, block.kind != .item, !opening.isEmpty,
            isLabelled(opening, by: LineTables.shares)
        {
            return true
        }
        let isPlain = isPlainSentence(block)
        if block.units <= 90, !isPlain, !block.endsSentence, !block.isHeading, block.kind != .item,
            LineTables.newsletters.occurs(in: line)
        {
            return true
        }
        let isQuoting = isPlain && hasQuotation(line)
        if block.units > 20, !isQuoting, LineTables.invitations.occurs(in: line) { return true }
        guard block.units <= 170 else { return false }
        if !isQuoting, LineTables.promotions.length(matching: opening) != nil { return true }
        guard let length = LineTables.labels.length(matching: opening) else { return false }
        let isShort = block.words <= 6
        if isSeparated(opening.dropFirst(length)) || opening.dropFirst(length - 1).first == UInt8(ascii: ":")
        {
            return !isPlain || isShort
        }
        // A heading of the article's own begins with such a word too; one with a year in it is a byline.
        if block.isHeading { return opening.starts(with: "by ".utf8) && hasYear(opening) }
        if isPlain {
            return isShort && opening.contains(where: isDigit)
                && LineTables.datedLabels.length(matching: opening) != nil
        }
        return length > 8 || block.units <= 75
    }

    /// Whether four digits that begin a year of ours stand in the line.
    private func hasYear(_ line: ArraySlice<UInt8>) -> Bool {
        line.indices.dropLast(3).contains { index in
            line[index...].starts(with: "20".utf8) && isDigit(line[index + 2]) && isDigit(line[index + 3])
        }
    }

    /// Whether a block asks for consent to cookies.
    private func isNotice(_ block: Block) -> Bool {
        guard block.units < 900, block.units > 20 else { return false }
        let bytes = page.bytes(of: block)
        guard bytes.contains("ookie") else { return false }
        return ["website", "Website", "consent", "browser", "akzeptier"].contains { bytes.contains($0) }
    }

    /// Whether a block is an address, a time stamp, or has no letter in it.
    private func isMachineText(_ block: Block) -> Bool {
        let bytes = page.bytes(of: block)
        if !bytes.contains(where: { isLetter($0) || isDigit($0) }) { return true }
        guard block.words <= 2, block.units >= 10 else { return false }
        return bytes.contains("://") || bytes.contains(".com/") || bytes.contains("@")
    }

    /// Whether a short line gives a date with a clock time, or little more than a date.
    private func isMetadata(_ block: Block) -> Bool {
        guard block.units <= 110, block.kind != .item, block.kind != .cell, !block.isHeading,
            !(block.words >= 8 && page.bytes(of: block).last == UInt8(ascii: "."))
        else { return false }
        let bytes = page.bytes(of: block)
        var digits = 0
        var letters = 0
        var run = 0
        var hasYear = false
        var hasClock = false
        for index in bytes.indices {
            let byte = bytes[index]
            if isDigit(byte) {
                digits += 1
                run += 1
                continue
            }
            if run == 4 {
                let century = (bytes[index - 4], bytes[index - 3])
                if century == (0x32, 0x30) || century == (0x31, 0x39) { hasYear = true }
            }
            if byte == UInt8(ascii: ":"), (1...2).contains(run), index + 2 < bytes.endIndex,
                isDigit(bytes[index + 1]),
                isDigit(bytes[index + 2])
            {
                hasClock = true
            }
            run = 0
            if isLetter(byte) { letters += 1 }
        }
        if run == 4, bytes.suffix(4).starts(with: [0x32, 0x30]) { hasYear = true }
        return hasYear && (hasClock || digits * 3 >= letters)
    }
}

func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

/// A letter of ASCII or a part of any other.
func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) }
