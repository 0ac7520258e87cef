/// An array that grows by whole chunks and never moves what it holds, so that no append takes long.
struct ChunkedArray<Element: Sendable>: Sendable {
    private static var chunkBits: Int { 13 }
    private static var chunkMask: Int { (1 << chunkBits) - 1 }

    private var chunks: [ContiguousArray<Element>] = []
    private(set) var count = 0

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

extension ChunkedArray where Element: BitwiseCopyable {
    /// - Parameter first: elements before the chunk of this one need not be kept.
    func save(to writer: SnapshotWriter, from first: Int = 0) throws(SnapshotError) {
        try writer.write(count)
        let firstChunk = first >> Self.chunkBits
        try writer.write(firstChunk)
        for chunk in chunks.dropFirst(firstChunk) {
            let bytes = chunk.span.bytes
            try bytes.withUnsafeBytes { (bytes) throws(SnapshotError) in try writer.write(bytes) }
        }
    }

    init(_ reader: SnapshotReader) throws(SnapshotError) {
        let count = try reader.number()
        let firstChunk = try reader.number()
        guard (0..<1 << 40).contains(count), (0..<1 << 20).contains(firstChunk) else {
            throw .unusable(reason: "the saved index is damaged")
        }
        let kept = count - firstChunk << Self.chunkBits
        guard kept >= 0, kept <= reader.left / MemoryLayout<Element>.stride else {
            throw .unusable(reason: "the saved index is damaged")
        }
        self.init()
        chunks = .init(repeating: [], count: firstChunk)
        var left = kept
        while left > 0 {
            let length = min(left, 1 << Self.chunkBits)
            let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: length)
            defer { memory.deallocate() }
            try reader.read(into: UnsafeMutableRawBufferPointer(memory))
            var chunk = ContiguousArray<Element>()
            chunk.reserveCapacity(1 << Self.chunkBits)
            chunk.append(contentsOf: memory)
            chunks.append(chunk)
            left -= length
        }
        self.count = count
    }
}
