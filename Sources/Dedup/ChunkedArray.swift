/// An array that grows by whole chunks and never moves what it holds, so that no append takes long.
struct ChunkedArray<Element: Sendable>: Sendable {
    static var chunkBits: Int { 13 }
    private static var chunkMask: Int { (1 << chunkBits) - 1 }

    var chunks: [ContiguousArray<Element>] = []
    var count = 0

    mutating func append(_ element: Element) {
        if count & Self.chunkMask == 0 {
            var chunk = ContiguousArray<Element>()
            chunk.reserveCapacity(1 << Self.chunkBits)
            chunks.append(chunk)
        }
        chunks[count >> Self.chunkBits].append(element)
        count += 1
    }

    subscript(index: Int) -> Element {
        @inline(__always) get { chunks[index >> Self.chunkBits][index & Self.chunkMask] }
        @inline(__always) _modify { yield &chunks[index >> Self.chunkBits][index & Self.chunkMask] }
    }

    /// Frees the chunks that lie wholly before `index`; their elements must not be read again.
    mutating func forget(before index: Int) {
        var chunk = index >> Self.chunkBits - 1
        while chunk >= 0, !chunks[chunk].isEmpty {
            chunks[chunk] = []
            chunk -= 1
        }
    }
}
