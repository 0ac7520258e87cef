import Markup

extension BodySelection {
    /// Marks the blocks of elements that stand beside the text by name, role or tag.
    ///
    /// No name outweighs the prose: an element that holds much of the page's prose is never aside.
    mutating func markAsides() {
        let bodyProse = proseUnderBodies()
        var markedEnd: Int32 = 0
        var cursor = titleBlock ?? 0
        var unitsBefore = 0
        for (index, element) in page.elements.enumerated() where element.endBlock > markedEnd {
            while cursor < Int(element.firstBlock) {
                let block = page.blocks[cursor]
                if block.isProse, !block.isAside { unitsBefore += Int(block.units) }
                cursor += 1
            }
            let hasText = unitsBefore >= 400
            guard isAside(element, bodyProse: bodyProse[index], hasTextBefore: hasText) else { continue }
            for block in Int(element.firstBlock)..<Int(element.endBlock) { page.blocks[block].isAside = true }
            markedEnd = element.endBlock
        }
    }

    private func isAside(_ element: Element, bodyProse: Double, hasTextBefore: Bool) -> Bool {
        let traits = element.traits
        guard !traits.isDisjoint(with: [.stronglyAside, .aside, .asideTag, .hidden]) else { return false }
        let isStrong = !traits.isDisjoint(with: [.stronglyAside, .hidden])
        // A heading is named for its place in the text, not for standing beside it.
        if element.isHeading, !isStrong { return false }
        if traits.contains(.comments), hasTextBefore { return true }
        let total = totalProse
        let isByTag = traits.contains(.asideTag) && element.tag != .header
        if total > 0, element.prose >= (isByTag ? 0.6 : isStrong ? 0.4 : 0.08) * total { return false }
        if element.prose >= 0.08 * total {
            if !isByTag, !traits.isDisjoint(with: [.body, .markedBody]) { return false }
            if bodyProse >= 0.8 * element.prose { return false }
        }
        return isStrong || isByTag || element.tag == .header || element.prose < 500
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
            var tag: HTMLTag
        }
        var families: [Kin: [Int]] = [:]
        for (index, element) in page.elements.enumerated().dropFirst() where isCard(element) {
            families[Kin(parent: element.parent, kinship: element.kinship, tag: element.tag), default: []]
                .append(index)
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

    /// Marks the captions of pictures that no `figcaption` says: short text in an element named like a picture.
    mutating func markCaptions() {
        for element in page.elements.dropFirst() where element.traits.contains(.picture) {
            let blocks = Int(element.firstBlock)..<Int(element.endBlock)
            guard (1...3).contains(blocks.count), element.prose < 0.3 * totalProse else { continue }
            guard blocks.allSatisfy({ page.blocks[$0].units <= 350 && !page.blocks[$0].isHeading }) else {
                continue
            }
            for index in blocks {
                page.blocks[index].isAside = true
                page.blocks[index].verdict = .caption
            }
        }
    }

    /// Marks small elements that begin with a label such as "Read more" or "Related".
    mutating func markLabelledBoxes() {
        for index in page.blocks.indices {
            let block = page.blocks[index]
            guard block.units <= 45, !block.isProse, !block.isAside else { continue }
            guard block.isPromotion || announcesOtherArticles(index) else { continue }
            var box = Int(block.element)
            while box > 0, page.elements[box].firstBlock == Int32(index) {
                let parent = Int(page.elements[box].parent)
                guard parent > 0, page.elements[parent].firstBlock == Int32(index),
                    isSmall(page.elements[parent])
                else { break }
                box = parent
            }
            let element = page.elements[box]
            guard box > 0, element.firstBlock == Int32(index), element.endBlock - element.firstBlock > 1,
                isSmall(element)
            else { continue }
            for inner in Int(element.firstBlock)..<Int(element.endBlock) { page.blocks[inner].isAside = true }
        }
    }

    private func isSmall(_ element: Element) -> Bool {
        element.endBlock - element.firstBlock <= 12 && element.prose <= 500
            && element.prose < 0.3 * totalProse
    }

    private func isCard(_ element: Element) -> Bool {
        switch element.tag {
        case .p, .h1, .h2, .h3, .h4, .h5, .h6, .td, .th, .table, .tbody, .tr, .blockquote: return false
        default: break
        }
        let blocks = Int(element.firstBlock)..<Int(element.endBlock)
        guard !blocks.isEmpty, blocks.count <= 14, element.prose <= 700 else { return false }
        // On a page of one short item its whole element looks like a card.
        if element.prose > 0, element.prose >= 0.4 * totalProse { return false }
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
