import Markup

extension BodySelection {
    /// Marks the blocks of elements that stand beside the text by name, role or tag.
    ///
    /// No name outweighs the prose: an element that holds much of the page's prose is never aside.
    mutating func markAsides() {
        let total = totalProse
        let bodyProse = proseUnderBodies()
        for (index, element) in page.elements.enumerated()
        where !element.traits.isDisjoint(with: .anyAside) || element.traits.contains(.hidden) {
            // A heading is named for its place in the text, not for standing beside it.
            if element.isHeading, element.traits.isDisjoint(with: [.stronglyAside, .hidden]) { continue }
            let isByTag = element.traits.contains(.asideTag) && element.tag != .header
            let isStrong = element.traits.contains(.stronglyAside) || element.traits.contains(.hidden)
            let limit = isByTag ? 0.6 : isStrong ? 0.4 : 0.08
            if total > 0, element.prose >= limit * total { continue }
            let isSubstantial = element.prose >= 0.08 * total
            if !isByTag, isSubstantial, !element.traits.isDisjoint(with: [.body, .markedBody]) { continue }
            if isSubstantial, bodyProse[index] >= 0.8 * element.prose { continue }
            if !isStrong, !isByTag, element.tag != .header, element.prose >= 500 { continue }
            for block in Int(element.firstBlock)..<Int(element.endBlock) { page.blocks[block].isAside = true }
        }
    }

    /// For each element, the prose in its descendants that are named like an article's body.
    private func proseUnderBodies() -> [Double] {
        var sums = [Double](repeating: 0, count: page.elements.count)
        for index in page.elements.indices.reversed() where index > 0 {
            let element = page.elements[index]
            let own = element.traits.isDisjoint(with: [.body, .markedBody]) ? 0 : element.prose
            sums[Int(element.parent)] += max(sums[index], own)
        }
        return sums
    }

    /// Marks lists of other articles: three or more alike siblings, each led by a link and with little prose.
    mutating func markCards() {
        struct Kin: Hashable {
            var parent: Int32
            var kinship: UInt32
        }
        var families: [Kin: [Int]] = [:]
        for (index, element) in page.elements.enumerated().dropFirst() where isCard(element) {
            families[Kin(parent: element.parent, kinship: element.kinship), default: []].append(index)
        }
        for family in families.values where family.count >= 3 {
            for index in family {
                let element = page.elements[index]
                for block in Int(element.firstBlock)..<Int(element.endBlock) {
                    page.blocks[block].isAside = true
                    page.blocks[block].verdict = .card
                }
            }
        }
    }

    private func isCard(_ element: Element) -> Bool {
        switch element.tag {
        case .p, .h1, .h2, .h3, .h4, .h5, .h6, .td, .th, .table, .tbody, .tr, .blockquote: return false
        default: break
        }
        let blocks = Int(element.firstBlock)..<Int(element.endBlock)
        guard !blocks.isEmpty, blocks.count <= 14, element.prose <= 700 else { return false }
        var proseCount = 0
        var linked = 0
        var bytes = 0
        var isLed = false
        for index in blocks {
            let block = page.blocks[index]
            if block.linkedBytes >= 20, block.linkDensity >= 0.6 { isLed = true }
            if block.isProse { proseCount += 1 }
            linked += Int(block.linkedBytes)
            bytes += block.byteCount
        }
        if isLed, proseCount <= 1, element.prose <= 350 { return true }
        return linked * 2 >= bytes
    }
}
