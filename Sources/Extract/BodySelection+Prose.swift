extension BodySelection {
    /// Finds the blocks that read like running text and adds up their units.
    mutating func markProse() {
        for index in page.blocks.indices {
            let block = page.blocks[index]
            if isNotice(block) {
                page.blocks[index].verdict = .notice
            } else if isMachineText(block) {
                page.blocks[index].verdict = .short
            } else {
                page.blocks[index].isProse = isProse(block)
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
        return !isPromotion(block)
    }

    /// Whether a short line begins like an invitation to read, share or subscribe, or like a credit.
    func isPromotion(_ block: Block) -> Bool {
        guard block.units <= 170 else { return false }
        let line = lowercasedLine(page.bytes(of: block))
        guard let length = LineTables.promotions.length(matching: line) else { return false }
        return length > 8 || block.units <= 75 || line[0] >= 0x80
    }

    /// Whether a block asks for consent to cookies.
    private func isNotice(_ block: Block) -> Bool {
        guard block.units < 900, block.units > 20 else { return false }
        let bytes = page.bytes(of: block)
        guard bytes.contains("ookie") else { return false }
        return ["website", "Website", "consent", "browser", "akzeptier"].contains { bytes.contains($0) }
    }

    /// Whether a block is an address or a time stamp.
    private func isMachineText(_ block: Block) -> Bool {
        guard block.words <= 2, block.units >= 15 else { return false }
        let bytes = page.bytes(of: block)
        if bytes.contains("://") { return true }
        let start = bytes.startIndex
        return bytes.count > 10 && (0x30...0x39).contains(bytes[start])
            && bytes[start + 4] == UInt8(ascii: "-")
            && bytes[start + 7] == UInt8(ascii: "-")
    }
}
