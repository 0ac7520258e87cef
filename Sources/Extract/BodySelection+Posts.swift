import Markup

/// Texts made of posts: a report kept while something goes on, questions with answers, a list of terms, a gallery.
extension BodySelection {
    /// Whether a block right before the first prose opens the first of several posts, questions or terms.
    func opensPost(_ index: Int) -> Bool {
        let block = page.blocks[index]
        let element = page.elements[Int(block.element)]
        if element.tag == .dt { return main.map { parent(of: block) == $0 } ?? true }
        if block.kind == .paragraph {
            return main == parent(of: block) && endsWithQuestion(block) && block.linkDensity < 0.5
        }
        guard block.isHeading, block.kind != .topHeading else { return false }
        return hasLikeHeading(behind: index)
    }

    private func endsWithQuestion(_ block: Block) -> Bool {
        let end = page.bytes(of: block).suffix(3)
        return end.last == UInt8(ascii: "?") || end.suffix(2).elementsEqual([0xD8, 0x9F])
            || end.elementsEqual([0xEF, 0xBC, 0x9F])
    }

    /// Whether a kept heading of the same rank stands in a later element that is like the one of this heading.
    private func hasLikeHeading(behind index: Int) -> Bool {
        let own = page.elements[Int(page.blocks[index].element)]
        let post = page.elements[Int(own.parent)]
        return page.blocks.indices.suffix(from: index + 1).prefix(400).contains { other in
            guard page.blocks[other].isHeading, page.blocks[other].isKept else { return false }
            let element = page.elements[Int(page.blocks[other].element)]
            let place = page.elements[Int(element.parent)]
            return element.tag == own.tag && element.parent != own.parent && place.parent == post.parent
                && place.tag == post.tag && place.kinship == post.kinship
        }
    }

    /// Whether a line of an item has nothing but a clock time, and the item's text follows in an element of its own: so begin
    /// the posts of a running report. In a timetable nothing follows, and a paragraph of its own is a heading of a kind.
    func isClock(_ index: Int) -> Bool {
        let block = page.blocks[index]
        guard block.kind == .item, block.units <= 14, block.byteCount <= 30 else { return false }
        let line = page.bytes(of: block)
        guard (3...6).contains(line.digitCount) else { return false }
        let text = String(decoding: line, as: UTF8.self).unicodeScalars
        let letters = text.count { $0.properties.isAlphabetic && $0.properties.numericType == nil }
        let hasMark = text.contains { ":：時时시點点h".unicodeScalars.contains($0) }
        guard hasMark, letters <= 6, let first = text.first, first.properties.numericType != nil else {
            return false
        }
        return index + 1 < page.blocks.count && isInside(page.blocks[index + 1].element, block.element)
    }

    private func isInside(_ element: Int32, _ outer: Int32) -> Bool {
        var index = element
        while index > outer { index = page.elements[Int(index)].parent }
        return index == outer
    }

    /// A page whose whole text is what its pictures' captions say: they are kept.
    mutating func keepCaptionsOfGallery() {
        guard !page.blocks.contains(where: { $0.isKept && $0.isProse }) else { return }
        let captions = page.blocks.indices.filter {
            page.blocks[$0].kind == .caption && page.blocks[$0].units >= 25
                && page.blocks[$0].verdict != .outside && page.blocks[$0].verdict != .card
        }
        let units = captions.reduce(0) { $0 + Int(page.blocks[$1].units) }
        let others = page.blocks.reduce(0) { $0 + ($1.isKept ? Int($1.units) : 0) }
        guard captions.count >= 3, units >= 200, units > 2 * others else { return }
        for index in captions { page.blocks[index].verdict = .kept }
    }
}
