import Markup

extension BodySelection {
    /// The block that repeats a declared title and has text behind it.
    func foundTitleBlock() -> Int? {
        for wanted in [BlockKind.topHeading, .heading] {
            for (index, block) in page.blocks.enumerated() where block.kind == wanted && block.units >= 12 {
                let text = reduced(page.bytes(of: block))
                guard text.count >= 12,
                    titles.contains(where: { isContained(text, $0) || isContained($0, text) })
                else { continue }
                return prose(index, page.blocks.count) < 0.15 * totalProse ? nil : index
            }
        }
        return nil
    }

    /// The element with the greatest sum of its blocks' votes.
    func bestContainer() -> Int {
        var sums = [0.0]
        sums.reserveCapacity(page.blocks.count + 1)
        for index in page.blocks.indices { sums.append(sums[index] + vote(of: index)) }
        var best = 0
        var bestScore = -Double.infinity
        for (index, element) in page.elements.enumerated() where element.endBlock > element.firstBlock {
            let sum = sums[Int(element.endBlock)] - sums[Int(element.firstBlock)]
            guard sum > 0 else { continue }
            let score = sum * weight(of: element)
            if score >= bestScore {
                bestScore = score
                best = index
            }
        }
        return best
    }

    private func vote(of index: Int) -> Double {
        let block = page.blocks[index]
        if block.isAside { return block.isProse ? 0 : -2 }
        if block.isProse {
            let units = Double(min(block.units, 1200))
            guard let titleBlock else { return units }
            if index < titleBlock { return 0.1 * units }
            return index - titleBlock < 30 ? 1.6 * units : units
        }
        if block.linkDensity > 0.5 { return -25 }
        return block.kind == .heading || block.kind == .topHeading || block.kind == .item
            || block.kind == .cell ? 0 : -8
    }

    private func weight(of element: Element) -> Double {
        switch element.tag {
        case .p, .li, .td, .th, .blockquote: return 0.9
        default: break
        }
        if element.traits.contains(.markedBody) { return 1.35 }
        if element.traits.contains(.body) { return 1.2 }
        if element.tag == .article { return 1.12 }
        return element.tag == .main ? 1.04 : 1
    }
}

/// Whether `part` occurs in `whole`.
func isContained(_ part: [UInt8], _ whole: [UInt8]) -> Bool {
    guard !part.isEmpty, part.count <= whole.count else { return false }
    for start in 0...(whole.count - part.count) where whole[start] == part[0] {
        if whole[start..<(start + part.count)].elementsEqual(part) { return true }
    }
    return false
}
