// What begins with `<`: comments, CDATA, declarations, instructions and end tags. Start tags have a file of their own.

extension XMLCleaner {
    /// Looks at the `<` at `position` and steps over what it begins.
    mutating func cleanMarkup() {
        guard position + 1 < end else {
            // A lone `<` at the very end is the beginning of a tag that never came.
            if rootStart != nil { cutInMarkup() } else { position = end }
            return
        }
        switch input[position + 1] {
        case UInt8(ascii: "/"): cleanEndTag()
        case UInt8(ascii: "!"): cleanDeclaration()
        case UInt8(ascii: "?"): cleanInstruction()
        case let byte where isNameStart(byte): cleanStartTag()
        default: keepAsText()
        }
    }

    /// The `<` at `position` is no markup.
    mutating func keepAsText() {
        repairs.strayMarkup += 1
        replace(position..<position + 1, with: "&lt;".utf8)
        position += 1
    }

    /// The document ends inside the markup at `position`.
    mutating func cutInMarkup() {
        if open.isEmpty { repairs.isTruncated = rootStart == nil }
        cut(at: position)
    }

    // MARK: Comments, CDATA, DOCTYPE

    private mutating func cleanDeclaration() {
        if starts(with: "<!--", at: position) {
            guard !hasNoCommentEnd, let close = firstOccurrence(of: "-->", from: position + 4) else {
                return cleanUnclosedComment()
            }
            cleanData(to: close)
            position = close + 3
        } else if starts(with: "<![CDATA[", at: position), !open.isEmpty {
            cleanCDATA()
        } else if starts(with: "<!DOCTYPE", at: position), open.isEmpty {
            skipDoctype()
        } else if starts(with: "<!DOCTYPE", at: position),
            let close = firstOccurrence(of: ">", from: position)
        {
            // A second document's own.
            replace(position..<close + 1, with: EmptyCollection())
            position = close + 1
        } else if end == input.count, isBegunCDATA(at: position) {
            cutInMarkup()
        } else {
            keepAsText()
        }
    }

    /// Whether nothing but the beginning of `<![CDATA[` is left, perhaps with the file's last line end.
    private func isBegunCDATA(at place: Int) -> Bool {
        let rest = input[place..<end].prefix(16)
        guard rest.endIndex == end else { return false }
        let last = rest.lastIndex { !isSpace($0) } ?? place
        return last - place < 8 && starts(with: input[place...last], of: "<![CDATA[")
    }

    private mutating func cleanCDATA() {
        let opening = position..<position + 9
        if !isExactly("<![CDATA[", at: position) {
            repairs.strayMarkup += 1
            replace(opening, with: "<![CDATA[".utf8)
        }
        let start = opening.upperBound
        let before = (written: output.count, copied: copied, repairs: repairs)
        position = start
        isPlainText = true
        var searched = start
        var unclosed: Int?
        while !hasNoCDATAEnd, unclosed == nil {
            position = nextSpecial(XMLCleaner.dataSpecials, from: position)
            guard position < end else { break }
            switch input[position] {
            case UInt8(ascii: "["):
                // Another section that begins here tells that this one has no end, or holds a script with its own.
                if position - 8 >= searched, starts(with: "<![CDATA[", at: position - 8) {
                    unclosed = endOfUnclosedCDATA(in: searched..<position - 8)
                    searched = position
                }
                position += 1
            case UInt8(ascii: "]"):
                guard starts(with: "]]>", at: position) else {
                    position += 1
                    continue
                }
                if isPlainText { leaveOut(start..<position, in: opening.lowerBound..<position + 3) }
                position += 3
                return
            default: cleanCharacter()
            }
        }
        if unclosed == nil {
            hasNoCDATAEnd = true
            unclosed = endOfUnclosedCDATA(in: searched..<end)
        }
        output.removeLast(output.count - before.written)
        copied = before.copied
        repairs = before.repairs
        position = start
        endUnclosedCDATA(opening, at: unclosed ?? end, isCutOff: unclosed == nil)
    }

    /// Closes the section that `opening` begins before the element's end tag at `place`, or where the document ends.
    private mutating func endUnclosedCDATA(_ opening: Range<Int>, at place: Int, isCutOff: Bool) {
        let textEnd = isCutOff ? place : endOfText(before: place, from: opening.upperBound)
        if !isCutOff { repairs.unclosedSections += 1 }
        cleanData(to: textEnd)
        let count = leftOut.count
        leaveOut(opening.upperBound..<textEnd, in: opening.lowerBound..<place)
        if leftOut.count == count { replace(textEnd..<place, with: "]]>".utf8) }
        position = place
    }

    /// Removes forbidden characters from `position` up to `close`.
    private mutating func cleanData(to close: Int) {
        let whole = end
        end = close
        while position < end {
            position = nextSpecial(XMLCleaner.dataSpecials, from: position)
            if position < end { cleanCharacter() }
        }
        end = whole
    }

    /// Steps over a DOCTYPE with its internal subset. Nothing of it reaches libxml2: all that stands before the outermost
    /// element is left out.
    private mutating func skipDoctype() {
        var index = position + 9
        var isInSubset = false
        while index < end {
            switch input[index] {
            case UInt8(ascii: "["): isInSubset = true
            case UInt8(ascii: "]"): isInSubset = false
            case UInt8(ascii: ">") where !isInSubset:
                position = index + 1
                return
            case UInt8(ascii: "<") where starts(with: "<!--", at: index):
                index = (firstOccurrence(of: "-->", from: index + 4) ?? end) + 2
            case UInt8(ascii: "<") where starts(with: "<!ENTITY", at: index): repairs.declaresEntities = true
            case let quote where quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"):
                index += 1
                while index < end, input[index] != quote { index += 1 }
            default: break
            }
            index += 1
        }
        cutInMarkup()
    }

    private mutating func cleanInstruction() {
        guard !hasNoInstructionEnd, let close = firstOccurrence(of: "?>", from: position + 2) else {
            hasNoInstructionEnd = true
            return keepAsText()
        }
        if rootStart != nil {
            // No reader of ours wants instructions, and an XML declaration may not stand here at all.
            replace(position..<close + 2, with: EmptyCollection())
        }
        position = close + 2
    }

    // MARK: End tags

    private mutating func cleanEndTag() {
        let nameStart = position + 2
        if deep.isEmpty, let innermost = open.last, endsPlainly(innermost, at: nameStart) {
            // What nearly all end tags are.
            let tag = position..<nameStart + innermost.nameEnd - innermost.nameStart + 1
            position = tag.upperBound
            namespacesInScope -= innermost.namespaces
            open.removeLast()
            if open.isEmpty { endRoot(at: position, tag: tag) }
            return
        }
        let nameEnd = endOfName(from: nameStart)
        var index = nameEnd
        while index < end, input[index] != UInt8(ascii: ">"), input[index] != UInt8(ascii: "<") { index += 1 }
        guard nameEnd > nameStart, isNameStart(input[nameStart]) else {
            return nameStart == end ? cutInMarkup() : keepAsText()
        }
        let tag = position..<(index < end && input[index] == UInt8(ascii: ">") ? index + 1 : index)
        position = tag.upperBound
        if !deep.isEmpty, endsDeepElement(nameStart..<nameEnd) {
            return replace(tag, with: EmptyCollection())
        }
        guard let depth = openDepth(nameStart..<nameEnd) else {
            repairs.strayEndTags += 1
            return replace(tag, with: EmptyCollection())
        }
        repairs.unclosedElements += open.count - 1 - depth
        replace(tag, with: closingTags(downTo: depth))
        for element in open[depth...] { namespacesInScope -= element.namespaces }
        open.removeSubrange(depth...)
        // What was open below these has ended with them.
        if !deep.isEmpty { deep.removeAll() }
        if open.isEmpty { endRoot(at: position, tag: tag) }
    }

    /// Whether the element's name and `>` stand at `place`.
    func endsPlainly(_ element: OpenElement, at place: Int) -> Bool {
        let bytes = input.span
        let count = element.nameEnd - element.nameStart
        guard place + count < end, bytes[place + count] == UInt8(ascii: ">") else { return false }
        for offset in 0..<count where bytes[element.nameStart + offset] != bytes[place + offset] {
            return false
        }
        return true
    }

    /// The innermost open element of that name, by exact name first and without regard to case then.
    private func openDepth(_ name: Range<Int>) -> Int? {
        if let last = open.last, isSameName(last, name) { return open.count - 1 }
        return open.lastIndex { isSameName($0, name) }
            ?? open.lastIndex { element in
                element.nameEnd - element.nameStart == name.count
                    && zip(input[element.nameStart..<element.nameEnd], input[name])
                        .allSatisfy { lowercased($0) == lowercased($1) }
            }
    }

    private func isSameName(_ element: OpenElement, _ name: Range<Int>) -> Bool {
        guard element.nameEnd - element.nameStart == name.count else { return false }
        for offset in 0..<name.count
        where input[element.nameStart + offset] != input[name.lowerBound + offset] {
            return false
        }
        return true
    }

    /// Ends the document after its outermost element, or goes on inside it when another one follows.
    mutating func endRoot(at place: Int, tag: Range<Int>) {
        if nextRoot.map({ $0 < place }) ?? true { nextRoot = nextStartTag(from: place) }
        guard let nextRoot, nextRoot < end, let rootStart else { return cut(at: place) }
        repairs.extraRoots += 1
        // Take the end tag back.
        if copied >= tag.upperBound {
            output.removeLast(output.count - (lastIndexOfTag() ?? output.count))
        } else {
            replace(tag, with: EmptyCollection())
        }
        open.append(
            OpenElement(nameStart: rootStart + 1, nameEnd: endOfName(from: rootStart + 1), namespaces: 0))
    }

    /// Where the last tag written begins in the output.
    private func lastIndexOfTag() -> Int? {
        output.lastIndex(of: UInt8(ascii: "<"))
    }

    private func nextStartTag(from start: Int) -> Int {
        var index = start
        while index < end {
            if input[index] == UInt8(ascii: "<") {
                if starts(with: "<!--", at: index) {
                    index = (firstOccurrence(of: "-->", from: index + 4) ?? end) + 2
                } else if index + 1 < end, isNameStart(input[index + 1]) {
                    return index
                }
            }
            index += 1
        }
        return end
    }

    // MARK: Looking

    func starts(with text: StaticString, at place: Int) -> Bool {
        guard place + text.utf8CodeUnitCount <= end else { return false }
        return text.withUTF8Buffer { wanted in
            for offset in 0..<wanted.count where !isSameLetter(input[place + offset], wanted[offset]) {
                return false
            }
            return true
        }
    }

    /// The same with regard to case.
    func isExactly(_ text: StaticString, at place: Int) -> Bool {
        guard place + text.utf8CodeUnitCount <= end else { return false }
        let bytes = input.span
        return text.withUTF8Buffer { wanted in
            for offset in 0..<wanted.count where bytes[place + offset] != wanted[offset] { return false }
            return true
        }
    }

    /// Whether `beginning` is a beginning of `text`.
    private func starts(with beginning: ArraySlice<UInt8>, of text: StaticString) -> Bool {
        text.withUTF8Buffer { whole in
            beginning.count <= whole.count && zip(beginning, whole).allSatisfy { isSameLetter($0, $1) }
        }
    }

    func firstOccurrence(of text: StaticString, from start: Int) -> Int? {
        guard start < end else { return nil }
        let bytes = input.span
        return text.withUTF8Buffer { wanted in
            let last = wanted[wanted.count - 1]
            var index = start + wanted.count - 1
            while index < end {
                if bytes[index] == last {
                    var offset = 1
                    while offset < wanted.count, bytes[index - offset] == wanted[wanted.count - 1 - offset] {
                        offset += 1
                    }
                    if offset == wanted.count { return index + 1 - wanted.count }
                }
                index += 1
            }
            return nil
        }
    }

    func endOfName(from start: Int) -> Int {
        var index = start
        let bytes = input.span
        while index < end, isNameByte(bytes[index]) { index += 1 }
        return index
    }
}

private func isSameLetter(_ byte: UInt8, _ wanted: UInt8) -> Bool {
    byte == wanted || (lowercased(byte) == lowercased(wanted))
}

func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
}

/// The ASCII part of XML's NameStartChar. No feed has other names, but many have a `<` before a letter in their text.
func isNameStart(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") || byte == UInt8(ascii: "_")
}

func isNameByte(_ byte: UInt8) -> Bool {
    isNameStart(byte) || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: ":") || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: ".")
}
