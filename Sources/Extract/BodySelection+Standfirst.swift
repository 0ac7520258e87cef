extension BodySelection {
    /// Keeps the summary between the title and the text, which many pages set outside the text's element.
    ///
    /// It is known by holding what the page declares as its description, or by its name.
    mutating func keepStandfirst() {
        guard let first = page.blocks.firstIndex(where: \.isKept) else { return }
        let start = titleBlock.map { $0 < first ? $0 + 1 : max(0, first - 12) } ?? max(0, first - 12)
        for index in start..<min(first, start + 60) where isStandfirst(page.blocks[index]) {
            page.blocks[index].verdict = .kept
            return
        }
    }

    private func isStandfirst(_ block: Block) -> Bool {
        guard (40...1500).contains(block.units), block.words >= 5, block.linkDensity < 0.3,
            block.verdict != .notice,
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
