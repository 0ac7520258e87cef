/// Which articles have a fingerprint: one article is written into the entry itself, more are chained here.
struct PostingLists {
    /// The empty list.
    static let none = UInt32.max
    /// The bit that tells a chain's first node from an article.
    private static let chain: UInt32 = 1 << 31

    private struct Node {
        var article: UInt32
        /// A reference like the entry's.
        var rest: UInt32
    }

    private var nodes = ChunkedArray<Node>()
    private var free = PostingLists.none

    /// Bytes of all nodes.
    var byteCount: Int { nodes.count * MemoryLayout<Node>.stride }

    /// Puts `article` (< 2³¹ − 1) before `list`.
    mutating func add(_ article: UInt32, to list: UInt32) -> UInt32 {
        if list == Self.none { return article }
        let node = Node(article: article, rest: list)
        if free != Self.none {
            let index = free
            free = nodes[Int(index)].rest
            nodes[Int(index)] = node
            return index | Self.chain
        }
        nodes.append(node)
        return UInt32(nodes.count - 1) | Self.chain
    }

    /// The newest article of `list` and the list of the others; nil for the empty list.
    @inline(__always)
    func first(of list: UInt32) -> (article: UInt32, rest: UInt32)? {
        if list == Self.none { return nil }
        if list & Self.chain == 0 { return (list, Self.none) }
        let node = nodes[Int(list & ~Self.chain)]
        return (node.article, node.rest)
    }

    /// Gives the nodes of `list` back.
    mutating func release(_ list: UInt32) {
        var list = list
        while list != Self.none, list & Self.chain != 0 {
            let index = list & ~Self.chain
            let rest = nodes[Int(index)].rest
            nodes[Int(index)].rest = free
            free = index
            list = rest
        }
    }
}

extension PostingLists {
    func save(to writer: SnapshotWriter) throws(SnapshotError) {
        try writer.write(Int(free))
        try nodes.save(to: writer)
    }

    init(_ reader: SnapshotReader) throws(SnapshotError) {
        self.init()
        free = UInt32(truncatingIfNeeded: try reader.number())
        nodes = try ChunkedArray(reader)
    }
}
