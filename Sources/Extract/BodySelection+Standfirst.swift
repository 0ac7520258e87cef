extension BodySelection {
    /// Keeps the summary between the title and the text, which many pages set outside the text's element.
    ///
    /// It is known by holding what the page declares as its description, by its name, or by its place.
    mutating func keepStandfirst() {
        guard let first = page.blocks.firstIndex(where: \.isKept) else { return }
        let start = titleBlock.map { $0 < first ? $0 + 1 : max(0, first - 12) } ?? max(0, first - 12)
        for index in start..<first where isStandfirst(page.blocks[index]) {
            page.blocks[index].verdict = .kept
            return
        }
        keepLead(before: first)
    }

    /// Keeps one to three paragraphs that stand between the main heading and the text in an element of their own.
    private mutating func keepLead(before first: Int) {
        let above = max(0, first - 40)..<first
        guard let heading = above.last(where: { page.blocks[$0].kind == .topHeading }) else { return }
        let lead = ((heading + 1)..<min(first, heading + 7)).filter { index in
            let block = page.blocks[index]
            return block.isProse && block.verdict == .outside && !block.isAside && isPlainSentence(block)
                && block.kind != .item && block.kind != .cell
        }
        guard lead.count <= 3 else { return }
        for index in lead { page.blocks[index].verdict = .kept }
    }

    private func isStandfirst(_ block: Block) -> Bool {
        guard block.units >= 40, block.words >= 5, block.linkDensity < 0.3, block.verdict != .notice,
            block.verdict != .title, block.verdict != .card, block.verdict != .caption, block.kind != .caption
        else { return false }
        let text = reduced(page.bytes(of: block))
        if titles.contains(text) { return false }
        let traits = namesAround(block)
        if block.isHeading, traits.contains(.subtitle) { return false }
        if descriptions.contains(where: {
            $0.starts(with: text.prefix(60)) || text.starts(with: $0.prefix(60))
                || $0.count >= 60 && isContained(Array($0.prefix(60)), text)
        }) {
            return text.count >= 30
        }
        guard traits.isDisjoint(with: [.author, .date]), !block.isPromotion else { return false }
        return traits.contains(.standfirst)
            ? block.endsSentence || !block.isHeading : traits.contains(.subtitle)
    }

    /// The traits of the block's element and of the one around it.
    private func namesAround(_ block: Block) -> ElementTraits {
        let element = page.elements[Int(block.element)]
        guard element.parent > 0 else { return element.traits }
        return element.traits.union(page.elements[Int(element.parent)].traits)
    }
}
