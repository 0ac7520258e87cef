import Model

extension BodySelection {
    /// Trims the chosen element at both ends and judges each block inside.
    mutating func judgeBlocks() {
        let element = page.elements[container]
        var range = trimmedRange(Int(element.firstBlock)..<Int(element.endBlock))
        range = range.lowerBound..<endBeforeOtherArticles(in: range, of: element)
        for index in page.blocks.indices {
            if range.contains(index) {
                page.blocks[index].verdict = verdict(on: index)
            } else {
                page.blocks[index].verdict =
                    index >= Int(element.firstBlock) && index < Int(element.endBlock)
                    ? (index < range.lowerBound ? .before : .after) : .outside
            }
        }
        trimEnds(range)
        keepStandfirst()
        dropClosingLines()
        dropRepetitions()
        dropSecondCopies()
    }

    private mutating func trimmedRange(_ whole: Range<Int>) -> Range<Int> {
        var start = whole.lowerBound
        if let titleBlock, whole.contains(titleBlock), beginsAt(titleBlock, whole) { start = titleBlock }
        var sum = 0.0
        var best = 0.0
        var end = whole.upperBound
        for index in start..<whole.upperBound {
            sum += continuation(page.blocks[index])
            if sum > best {
                best = sum
                end = index + 1
            }
        }
        guard best > 0 else { return start..<whole.upperBound }
        main = mainParent(in: start..<end)
        if let main, let last = (end..<whole.upperBound).last(where: { isText(page.blocks[$0], under: main) })
        {
            end = last + 1
        }
        while end < whole.upperBound, continuesText(page.blocks[end]) || isBracketed(page.blocks[end]) {
            end += 1
        }
        return start..<end
    }

    /// The element that directly holds most of the prose: the paragraphs' parent. Nil when none holds half of it.
    private func mainParent(in range: Range<Int>) -> Int32? {
        var sums: [Int32: Double] = [:]
        for index in range where page.blocks[index].isProse && !page.blocks[index].isAside {
            sums[parent(of: page.blocks[index]), default: 0] += Double(page.blocks[index].units)
        }
        guard let main = sums.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return nil }
        return main.value * 2 >= prose(range.lowerBound, range.upperBound) ? main.key : nil
    }

    private func isText(_ block: Block, under main: Int32) -> Bool {
        guard !block.isAside, parent(of: block) == main else { return false }
        return block.isProse
            || block.kind == .paragraph && block.endsSentence && block.words >= 5 && block.linkDensity < 0.5
                && !block.isPromotion
    }

    /// The element that a block's paragraph, list or quotation is a child of.
    func parent(of block: Block) -> Int32 {
        var index = block.element
        while index > 0 {
            let element = page.elements[Int(index)]
            switch element.tag {
            case .p, .li, .ul, .ol, .dl, .blockquote, .dd, .dt, .pre, .h1, .h2, .h3, .h4, .h5, .h6:
                index = element.parent
            default: return index
            }
        }
        return index
    }

    /// Whether the text begins at the title, given the prose before it.
    private func beginsAt(_ titleBlock: Int, _ whole: Range<Int>) -> Bool {
        let before = prose(whole.lowerBound, titleBlock)
        let title = page.blocks[titleBlock]
        let share = title.kind == .topHeading && title.linkDensity < 0.5 ? 0.7 : 0.25
        if before <= share * prose(whole.lowerBound, whole.upperBound) { return true }
        let listed = page.blocks[whole.lowerBound..<titleBlock].filter {
            $0.isProse && ($0.kind == .item || $0.kind == .cell)
        }
        return Double(listed.reduce(0) { $0 + Int($1.units) }) >= 0.9 * before
    }

    /// What a block adds to the running sum whose highest point is the end of the text.
    private func continuation(_ block: Block) -> Double {
        if block.isProse { return block.isAside ? 0 : Double(block.units) }
        if block.isAside { return -10 }
        if block.isHeading { return 0 }
        if block.linkDensity > 0.5 { return -40 }
        return block.kind == .division || block.kind == .caption ? -15 : 0
    }

    private func continuesText(_ block: Block) -> Bool {
        !block.isAside && !block.isProse && block.kind != .division && block.linkDensity < 0.5
    }

    private func endBeforeOtherArticles(in range: Range<Int>, of element: Element) -> Int {
        let end = Int(element.endBlock)
        let all = prose(Int(element.firstBlock), end)
        for index in range {
            let block = page.blocks[index]
            guard !block.isProse, !block.isAside, block.units <= 60,
                block.isHeading || block.kind == .division || block.kind == .paragraph
            else { continue }
            let line = lowercasedLine(page.bytes(of: block))
            let isComments = isLabelled(line[...], by: LineTables.comments)
            guard isComments || announcesOtherArticles(index) else { continue }
            // An invitation between two paragraphs is not the end of them.
            if !block.isHeading, let main, index + 1 < page.blocks.count,
                isText(page.blocks[index + 1], under: main)
            {
                continue
            }
            let before = prose(Int(element.firstBlock), index)
            if isComments, before >= 0.2 * all { return index }
            if prose(index, end) <= 0.22 * all { return index }
        }
        return range.upperBound
    }

    private func verdict(on index: Int) -> Block.Verdict {
        let block = page.blocks[index]
        if block.verdict == .notice || block.verdict == .short || block.verdict == .card {
            return block.verdict
        }
        if block.isAside { return .aside }
        if isClock(index) { return .metadata }
        if block.verdict == .metadata, block.units >= 10, block.words > 0,
            block.words <= 2 || isBesideText(index),
            page.bytes(of: block).contains(where: { isLetter($0) || isDigit($0) })
        {
            return .metadata
        }
        if block.kind == .topHeading { return .title }
        if block.kind == .caption || isCentredScrap(block) { return .caption }
        if block.units < 400, titles.contains(where: { $0.count <= block.byteCount }) {
            let text = reduced(page.bytes(of: block))
            if !text.isEmpty, titles.contains(text) { return .title }
        }
        if block.isProse { return .kept }
        let isLinks =
            block.linkDensity >= 0.5 && !isHeadingOfText(index) && !isBracketed(block)
            && !(block.kind == .paragraph && block.units >= 45 && block.endsSentence && block.hasPunctuation)
        switch block.kind {
        case .quote where page.bytes(of: block).contains("@"): return .kept
        case .heading, .paragraph, .quote, .preformatted, .definition:
            return isLinks ? .links : block.isPromotion ? .promotion : .kept
        case .item:
            return isLinks ? .links : block.byteCount >= 2 ? .kept : .short
        case .cell:
            return isLinks && !isLinkedName(index) ? .links : .kept
        default:
            return block.linkDensity >= 0.3
                ? .links
                : block.units < 25 && !isHeadingOfText(index)
                    ? .short : block.isPromotion ? .promotion : .kept
        }
    }

    /// Whether no prose stands before, or none behind, inside the chosen element.
    private func isBesideText(_ index: Int) -> Bool {
        let element = page.elements[container]
        return prose(Int(element.firstBlock), index) == 0 || prose(index, Int(element.endBlock)) == 0
    }

    /// Whether a heading, or a line that is named like one, stands among the text's paragraphs with prose right under it.
    private func isHeadingOfText(_ index: Int) -> Bool {
        let block = page.blocks[index]
        guard let main, index + 1 < page.blocks.count, page.blocks[index + 1].isProse,
            parent(of: page.blocks[index + 1]) == main
        else { return false }
        if block.isHeading { return parent(of: block) == main }
        let element = page.elements[Int(block.element)]
        return element.parent == main && element.traits.contains(.subtitle) && block.linkDensity < 0.5
    }

    /// Whether a short line set in the middle says what a picture above it shows, or is an ornament.
    private func isCentredScrap(_ block: Block) -> Bool {
        page.elements[Int(block.element)].tag == .center && block.units < 100 && !block.endsSentence
            && !block.isProse
    }

    /// Whether a cell is the linked name of its row, with other cells behind it that are no links.
    private func isLinkedName(_ index: Int) -> Bool {
        guard index + 1 < page.blocks.count, page.blocks[index].units <= 40 else { return false }
        let next = page.blocks[index + 1]
        let row = page.elements[Int(page.blocks[index].element)].parent
        return next.kind == .cell && next.linkDensity < 0.5 && page.elements[Int(next.element)].parent == row
    }

    /// Whether a paragraph is only the source of a quotation: `[The Paper]`.
    private func isBracketed(_ block: Block) -> Bool {
        let bytes = page.bytes(of: block)
        return block.kind == .paragraph && block.words <= 5 && bytes.first == UInt8(ascii: "[")
            && bytes.last == UInt8(ascii: "]")
    }

    /// Drops scraps before the first and behind the last block of prose, and headings with nothing under them.
    private mutating func trimEnds(_ range: Range<Int>) {
        guard let first = range.first(where: { page.blocks[$0].isKept && page.blocks[$0].isProse }),
            let last = range.last(where: { page.blocks[$0].isKept && page.blocks[$0].isProse })
        else { return }
        for index in range.lowerBound..<first where page.blocks[index].isKept {
            let block = page.blocks[index]
            let isNext = index == first - 1
            if !beginsText(block, isNextToText: isNext), !(isNext && opensPost(index)) {
                page.blocks[index].verdict = .before
            }
        }
        for index in (last + 1)..<range.upperBound where page.blocks[index].isKept {
            let block = page.blocks[index]
            let isScrap = block.kind == .paragraph && block.units < 20 && !block.hasPunctuation
            if block.isHeading || block.kind == .division || isScrap && !isBracketed(block) {
                page.blocks[index].verdict = .after
            }
        }
        for index in range.reversed() where page.blocks[index].isKept {
            guard page.blocks[index].isHeading else { break }
            page.blocks[index].verdict = .after
        }
    }

    /// Whether a block before the first prose belongs to the text all the same.
    private func beginsText(_ block: Block, isNextToText: Bool) -> Bool {
        if block.kind == .paragraph, block.units >= 60 { return true }
        guard let main, parent(of: block) == main else { return false }
        if block.kind == .division, block.element == main { return block.endsSentence && block.words >= 5 }
        return block.kind == .paragraph && block.endsSentence && block.words >= 4
            || block.isHeading && isNextToText
    }

    private mutating func dropRepetitions() {
        var seen: Set<UInt64> = []
        for index in page.blocks.indices where page.blocks[index].isKept && page.blocks[index].units > 60 {
            let isNew = seen.insert(stableHash(page.bytes(of: page.blocks[index]))).inserted
            if !isNew { page.blocks[index].verdict = .repeated }
        }
    }

    /// Drops a block that has the text of several other paragraphs once more, as pages for printing or sharing have it.
    private mutating func dropSecondCopies() {
        let kept = page.blocks.indices.filter { page.blocks[$0].isKept && page.blocks[$0].units >= 60 }
        for index in kept
        where page.blocks[index].kind == .division && (600...20_000).contains(page.blocks[index].byteCount) {
            let whole = Array(page.bytes(of: page.blocks[index]))
            var copied = 0
            var count = 0
            for other in kept.prefix(40) where other != index {
                let part = page.bytes(of: page.blocks[other])
                guard part.count * 2 < whole.count, isContained(Array(part.prefix(60)), whole) else {
                    continue
                }
                copied += part.count
                count += 1
            }
            if count >= 3, copied * 2 >= whole.count {
                page.blocks[index].verdict = .repeated
                return
            }
        }
    }

    /// Drops the last paragraphs while they speak of the page, its makers or the author instead of the matter.
    private mutating func dropClosingLines() {
        let kept = page.blocks.indices.filter { page.blocks[$0].isKept }
        let all = kept.reduce(0) { $0 + Int(page.blocks[$1].units) }
        var dropped = 0
        var hasClosing = false
        var hasGap = false
        for index in kept.reversed().prefix(8) where kept.count > 2 && index != kept.first {
            let block = page.blocks[index]
            dropped += Int(block.units)
            // Where much of the text would go, it is the matter.
            if dropped > max(300, all / 5) { break }
            guard isClosing(block) else {
                // A short line between two such lines is neither the end of the text, nor is one sentence.
                if !block.isProse && block.units <= 80 && !block.endsSentence { continue }
                if !hasClosing || hasGap || block.units > 250 { break }
                hasGap = true
                continue
            }
            hasClosing = true
            hasGap = false
            for behind in kept.reversed().prefix(while: { $0 >= index }) {
                page.blocks[behind].verdict = .closing
            }
        }
    }

    private func isClosing(_ block: Block) -> Bool {
        guard block.units <= 700 else { return false }
        let text = lowercasedLine(page.bytes(of: block), limit: 1400)
        if authors.contains(where: { isContained($0, Array(text.prefix($0.count + 40))) }) { return true }
        let isPlain = isPlainSentence(block)
        if LineTables.closings.occurs(in: text), !(isPlain && hasQuotation(text)) { return true }
        guard
            LineTables.closingHints.occurs(in: text)
                || block.units <= 200 && LineTables.paywalls.occurs(in: text)
        else { return false }
        return !isPlain || speaksForItself(text) || standsApart(block)
    }
}
