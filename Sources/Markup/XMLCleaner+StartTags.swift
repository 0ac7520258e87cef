// Start tags: stepped over where they are well-formed, written anew where not.

extension XMLCleaner {
    /// What the quick look at a start tag found.
    private enum Shape {
        /// It ends before `next`.
        case wellFormed(next: Int, isEmpty: Bool, namespaces: Int)
        case malformed
    }

    mutating func cleanStartTag() {
        let start = position
        let nameEnd = endOfName(from: start + 1)
        guard nameEnd < end else { return cutInMarkup() }
        guard
            isSpace(input[nameEnd]) || input[nameEnd] == UInt8(ascii: ">")
                || input[nameEnd] == UInt8(ascii: "/")
        else { return keepAsText() }
        if rootStart == nil { beginRoot(at: start) }
        let written = output.count
        let copiedBefore = copied
        let repairsBefore = repairs
        switch attributes(from: nameEnd) {
        case .wellFormed(let next, let isEmpty, let namespaces):
            if open.count >= limits.maxDepth {
                output.removeLast(output.count - written)
                copied = copiedBefore
                repairs = repairsBefore
                return leaveOutDeepTag(start..<next, nameEnd: nameEnd, isEmpty: isEmpty)
            }
            position = next
            push(start + 1, nameEnd, namespaces: namespaces, isEmpty: isEmpty, tag: start..<next)
        case .malformed:
            output.removeLast(output.count - written)
            copied = copiedBefore
            repairs = repairsBefore
            if open.count >= limits.maxDepth {
                let next = endOfMalformedTag(at: start)
                return leaveOutDeepTag(start..<next, nameEnd: nameEnd, isEmpty: false)
            }
            rewriteTag(start, nameEnd)
        }
    }

    private mutating func push(
        _ nameStart: Int, _ nameEnd: Int, namespaces: Int, isEmpty: Bool, tag: Range<Int>
    ) {
        if !isEmpty {
            open.append(OpenElement(nameStart: nameStart, nameEnd: nameEnd, namespaces: namespaces))
            namespacesInScope += namespaces
        } else if open.isEmpty {
            // An empty outermost element; another one may follow.
            if nextRoot.map({ $0 < tag.upperBound }) ?? true { cut(at: tag.upperBound) }
        }
    }

    /// Leaves out everything before the outermost element.
    private mutating func beginRoot(at start: Int) {
        rootStart = start
        repairs.leadingBytes += strayBytes(before: start)
        let declaresEntities = repairs.declaresEntities
        let leadingBytes = repairs.leadingBytes
        let unclosedSections = repairs.unclosedSections
        repairs = XMLRepairs()
        repairs.unclosedSections = unclosedSections
        repairs.declaresEntities = declaresEntities
        repairs.leadingBytes = leadingBytes
        repairs.isTooLong = end < input.count
        output.removeAll()
        copied = start
    }

    /// Bytes before the outermost element that are neither white space nor markup that may stand there.
    private func strayBytes(before start: Int) -> Int {
        var index = 0
        while index < start, isSpace(input[index]) { index += 1 }
        return index < start && input[index] != UInt8(ascii: "<") ? start - index : 0
    }

    // MARK: Well-formed tags

    /// Steps over well-formed attributes and mends what their values hold.
    private mutating func attributes(from start: Int) -> Shape {
        var index = start
        var count = 0
        var namespaces = 0
        while true {
            let afterValue = index
            while index < end, isSpace(input[index]) { index += 1 }
            guard index < end else { return .malformed }
            let byte = input[index]
            if byte == UInt8(ascii: ">") {
                return .wellFormed(next: index + 1, isEmpty: false, namespaces: namespaces)
            }
            if byte == UInt8(ascii: "/") {
                guard index + 1 < end, input[index + 1] == UInt8(ascii: ">") else { return .malformed }
                return .wellFormed(next: index + 2, isEmpty: true, namespaces: namespaces)
            }
            guard isNameStart(byte), index > afterValue, count < limits.maxAttributes else {
                return .malformed
            }
            if byte == UInt8(ascii: "x"), starts(with: "xmlns", at: index) {
                namespaces += 1
                guard namespacesInScope + namespaces <= limits.maxNamespaces else { return .malformed }
            }
            index = endOfName(from: index)
            while index < end, isSpace(input[index]) { index += 1 }
            guard index < end, input[index] == UInt8(ascii: "=") else { return .malformed }
            index += 1
            while index < end, isSpace(input[index]) { index += 1 }
            guard index < end, let next = cleanQuoted(from: index) else { return .malformed }
            index = next
            count += 1
        }
    }

    /// Mends the quoted value at `start`.
    ///
    /// - Returns: the place after its closing quote; nil when it is not quoted or not closed.
    private mutating func cleanQuoted(from start: Int) -> Int? {
        let quote = input[start]
        let isDouble = quote == UInt8(ascii: "\"")
        guard isDouble ? !hasNoQuote.double : quote == UInt8(ascii: "'") && !hasNoQuote.single else {
            return nil
        }
        let specials = isDouble ? XMLCleaner.doubleQuotedSpecials : XMLCleaner.singleQuotedSpecials
        let tagStart = position
        defer { position = tagStart }
        position = start + 1
        while true {
            position = nextSpecial(specials, from: position)
            guard position < end else {
                if isDouble { hasNoQuote.double = true } else { hasNoQuote.single = true }
                return nil
            }
            switch input[position] {
            case quote: return position + 1
            case UInt8(ascii: "<"): keepAsText()
            case UInt8(ascii: "&"): cleanReference()
            default: cleanCharacter()
            }
        }
    }

    // MARK: Malformed tags

    /// Writes the tag anew with its attributes as HTML would read them, or takes its `<` for text.
    private mutating func rewriteTag(_ start: Int, _ nameEnd: Int) {
        var index = nameEnd
        var tag = Array(input[start..<nameEnd])
        var names: [ArraySlice<UInt8>] = []
        var namespaces = 0
        var dropped = 0
        while true {
            while index < end, isSpace(input[index]) || input[index] == UInt8(ascii: "/") { index += 1 }
            guard index < end else {
                // The end of the document inside a tag.
                return end == input.count ? cutInMarkup() : keepAsText()
            }
            if input[index] == UInt8(ascii: ">") { break }
            if input[index] == UInt8(ascii: "<") { return keepAsText() }
            let name = input[index..<endOfAttributeName(from: index)]
            index = max(name.endIndex, index + 1)
            let value = looseValue(from: &index)
            let declaresNamespace = name.starts(with: "xmlns".utf8)
            guard let first = name.first, isNameStart(first), name.allSatisfy(isNameByte),
                !names.contains(name),
                names.count < limits.maxAttributes,
                !declaresNamespace || namespacesInScope + namespaces < limits.maxNamespaces
            else {
                dropped += 1
                continue
            }
            if declaresNamespace { namespaces += 1 }
            names.append(name)
            tag.append(UInt8(ascii: " "))
            tag += name
            tag += [UInt8(ascii: "="), UInt8(ascii: "\"")]
            appendQuotedText(value ?? name, to: &tag)
            tag.append(UInt8(ascii: "\""))
        }
        repairs.malformedTags += 1
        repairs.droppedAttributes += dropped
        let isEmpty = input[index - 1] == UInt8(ascii: "/")
        tag += isEmpty ? "/>".utf8 : ">".utf8
        replace(start..<index + 1, with: tag)
        position = index + 1
        push(start + 1, nameEnd, namespaces: namespaces, isEmpty: isEmpty, tag: start..<index + 1)
    }

    private func endOfAttributeName(from start: Int) -> Int {
        var index = start
        while index < end, !isSpace(input[index]), ![0x3D, 0x3E, 0x2F, 0x3C].contains(input[index]) {
            index += 1
        }
        return index
    }

    /// The value after `index`, quoted or not; nil when the attribute has none.
    private mutating func looseValue(from index: inout Int) -> ArraySlice<UInt8>? {
        var next = index
        while next < end, isSpace(input[next]) { next += 1 }
        guard next < end, input[next] == UInt8(ascii: "=") else { return nil }
        next += 1
        while next < end, isSpace(input[next]) { next += 1 }
        index = next
        guard next < end else { return input[next..<next] }
        let isDouble = input[next] == UInt8(ascii: "\"")
        let isSingle = input[next] == UInt8(ascii: "'")
        let start = isDouble || isSingle ? next + 1 : next
        if isDouble && !hasNoQuote.double || isSingle && !hasNoQuote.single {
            if let close = input[start..<end].firstIndex(of: input[next]) {
                index = close + 1
                return input[start..<close]
            }
            if isDouble { hasNoQuote.double = true } else { hasNoQuote.single = true }
        }
        index = input[start..<end].firstIndex { isSpace($0) || $0 == UInt8(ascii: ">") } ?? end
        return input[start..<index]
    }

    /// Writes a value so that it may stand between double quotes.
    private func appendQuotedText(_ value: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
        var inner = XMLCleaner(Array(value), from: 0, limits: limits)
        inner.cleanValue()
        bytes += inner.output
    }

    /// Mends the whole input as the inside of a double-quoted value, into the output.
    private mutating func cleanValue() {
        while position < end {
            position = nextSpecial(XMLCleaner.doubleQuotedSpecials, from: position)
            guard position < end else { break }
            switch input[position] {
            case UInt8(ascii: "<"): keepAsText()
            case UInt8(ascii: "&"): cleanReference()
            case UInt8(ascii: "\""):
                replace(position..<position + 1, with: "&quot;".utf8)
                position += 1
            default: cleanCharacter()
            }
        }
        output += input[copied..<end]
    }
}

func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
}
