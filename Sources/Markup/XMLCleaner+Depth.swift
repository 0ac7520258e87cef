// Elements nested deeper than is read: their tags go, their text stays, and what comes after them is read as ever.

extension XMLCleaner {
    /// How many elements of one name are open below the deepest that is read.
    struct DeepElement {
        var nameStart: Int
        var nameEnd: Int
        var count: Int
    }

    /// Names that are counted; of further ones only the tags go.
    private static let maxDeepNames = 16

    /// Leaves out the start tag at `range`.
    mutating func leaveOutDeepTag(_ range: Range<Int>, nameEnd: Int, isEmpty: Bool) {
        repairs.tooDeepElements += 1
        replace(range, with: EmptyCollection())
        position = range.upperBound
        guard !isEmpty else { return }
        let name = range.lowerBound + 1..<nameEnd
        if let known = deep.firstIndex(where: { isSameDeepName($0, name) }) {
            deep[known].count += 1
        } else if deep.count < XMLCleaner.maxDeepNames {
            deep.append(DeepElement(nameStart: name.lowerBound, nameEnd: name.upperBound, count: 1))
        }
    }

    /// Whether an end tag belongs to an element whose start tag was left out; it is counted then.
    mutating func endsDeepElement(_ name: Range<Int>) -> Bool {
        guard let index = deep.firstIndex(where: { isSameDeepName($0, name) }) else { return false }
        deep[index].count -= 1
        if deep[index].count == 0 { deep.remove(at: index) }
        return true
    }

    private func isSameDeepName(_ element: DeepElement, _ name: Range<Int>) -> Bool {
        element.nameEnd - element.nameStart == name.count
            && input[element.nameStart..<element.nameEnd].elementsEqual(input[name])
    }

    /// The place behind the tag at `start` whose attributes cannot be read.
    func endOfMalformedTag(at start: Int) -> Int {
        var index = start + 1
        while index < end, input[index] != UInt8(ascii: "<"), input[index] != UInt8(ascii: ">") { index += 1 }
        return index < end && input[index] == UInt8(ascii: ">") ? index + 1 : index
    }
}
