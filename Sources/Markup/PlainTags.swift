/// Elements inside a line that say nothing without attributes, such as a bare `<b>`: which of the open ones were left
/// out, so that their end tags go too.
struct PlainTags {
    private var stacks = [(omitted: UInt64, depth: Int)](repeating: (0, 0), count: 9)

    /// Notes a start tag.
    ///
    /// - Returns: whether to leave it out.
    mutating func open(_ tag: HTMLTag, isPlain: Bool) -> Bool {
        guard let slot = PlainTags.slot(tag) else { return false }
        let depth = stacks[slot].depth
        stacks[slot].depth += 1
        // Past 64 of one name all stay.
        guard depth < 64 else { return false }
        let bit: UInt64 = 1 << UInt64(depth)
        if isPlain { stacks[slot].omitted |= bit } else { stacks[slot].omitted &= ~bit }
        return isPlain
    }

    /// Notes an end tag.
    ///
    /// - Returns: whether its start tag was left out.
    mutating func close(_ tag: HTMLTag) -> Bool {
        guard let slot = PlainTags.slot(tag), stacks[slot].depth > 0 else { return false }
        stacks[slot].depth -= 1
        let depth = stacks[slot].depth
        return depth < 64 && stacks[slot].omitted >> UInt64(depth) & 1 == 1
    }

    /// Nil for all elements that are always told.
    static func slot(_ tag: HTMLTag) -> Int? {
        switch tag {
        case .span: 0
        case .em: 1
        case .strong: 2
        case .b: 3
        case .i: 4
        case .u: 5
        case .small: 6
        case .font: 7
        case .mark: 8
        default: nil
        }
    }
}
