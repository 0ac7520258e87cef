// CDATA sections and comments that never end: a reader of the whole document sees where they should have.

extension XMLCleaner {
    /// Where a CDATA section without an end stops: before the end tag of the element that holds it, with another tag right
    /// behind. HTML inside a section has no end tag of that name, or words behind it.
    ///
    /// - Parameter range: where to look.
    func endOfUnclosedCDATA(in range: Range<Int>) -> Int? {
        guard let element = open.last else { return nil }
        let bytes = input.span
        var index = range.lowerBound
        while index + 1 < range.upperBound {
            if bytes[index] == UInt8(ascii: "<"), bytes[index + 1] == UInt8(ascii: "/"),
                endsPlainly(element, at: index + 2)
            {
                var next = index + 3 + element.nameEnd - element.nameStart
                while next < end, isSpace(bytes[next]) { next += 1 }
                if next < end, bytes[next] == UInt8(ascii: "<") { return index }
            }
            index += 1
        }
        return nil
    }

    /// Where the text before `place` ends, without what is left of a mistyped `]]>`.
    func endOfText(before place: Int, from start: Int) -> Int {
        func withoutSpaces(_ place: Int) -> Int {
            var place = place
            while place > start, isSpace(input[place - 1]) { place -= 1 }
            return place
        }
        var index = withoutSpaces(place)
        let hasBracket = index > start && input[index - 1] == UInt8(ascii: ">")
        if hasBracket { index = withoutSpaces(index - 1) }
        var brackets = 0
        while brackets < 2, index > start, input[index - 1] == UInt8(ascii: "]") {
            index -= 1
            brackets += 1
        }
        return brackets == 2 || brackets == 1 && hasBracket ? index : place
    }

    /// Ends a comment without an end at its first `>`, or before the first tag: the document goes on there, as the end tag of
    /// its outermost element shows. Where that is missing too, the document ends inside the comment.
    mutating func cleanUnclosedComment() {
        if !hasNoCommentEnd {
            hasNoCommentEnd = true
            lastRootEnd = placeOfLastRootEnd()
        }
        guard rootStart == nil || position < lastRootEnd else { return cutInMarkup() }
        var index = position + 4
        while index < end, input[index] != UInt8(ascii: "<"), input[index] != UInt8(ascii: ">") { index += 1 }
        if index < end, input[index] == UInt8(ascii: ">") { index += 1 }
        repairs.unclosedSections += 1
        replace(position..<index, with: EmptyCollection())
        position = index
    }

    /// Where the last end tag of the outermost element begins; 0 when there is none behind `position`.
    private func placeOfLastRootEnd() -> Int {
        guard let rootStart else { return 0 }
        let name = rootStart + 1..<endOfName(from: rootStart + 1)
        var index = end - name.count - 2
        while index > position {
            if input[index] == UInt8(ascii: "<"), input[index + 1] == UInt8(ascii: "/"),
                input[index + 2..<index + 2 + name.count].elementsEqual(input[name])
            {
                return index
            }
            index -= 1
        }
        return 0
    }
}
