/// A folded text that knows where each of its bytes came from.
package struct FoldedText: Sendable, Equatable {
    /// Folded UTF-8.
    package let bytes: [UInt8]
    /// Every place where folded and original lengths differ, in order.
    let pieces: [FoldPiece]

    /// The bytes of the original that a range of folded bytes stands for.
    ///
    /// Whole characters: half a ligature is the ligature; a dropped accent belongs to the letter before it.
    /// - Complexity: O(log p), p = places where the length changed.
    package func originalRange(of folded: Range<Int>) -> Range<Int> {
        let start = originalStart(of: folded.lowerBound)
        return start..<max(start, originalEnd(of: folded.upperBound))
    }

    /// Where the character that begins at a byte of the original begins in ``bytes``.
    ///
    /// - Complexity: O(log p), p = places where the length changed.
    package func foldedStart(of original: Int) -> Int {
        let index = pieces.partitioningIndex { Int($0.original) > original } - 1
        guard index >= 0 else { return original }
        let piece = pieces[index]
        return original < piece.originalEnd
            ? Int(piece.folded) : piece.foldedEnd + original - piece.originalEnd
    }

    private func originalStart(of offset: Int) -> Int {
        let index = pieces.partitioningIndex { Int($0.folded) > offset } - 1
        guard index >= 0 else { return offset }
        let piece = pieces[index]
        return offset < piece.foldedEnd
            ? Int(piece.original) : piece.originalEnd + offset - piece.foldedEnd
    }

    private func originalEnd(of offset: Int) -> Int {
        var next = pieces.partitioningIndex { Int($0.folded) >= offset }
        var end = offset
        if next > 0 {
            let piece = pieces[next - 1]
            end = piece.originalEnd + max(0, offset - piece.foldedEnd)
        }
        while next < pieces.count, pieces[next].joinsPrevious, Int(pieces[next].folded) == offset,
            Int(pieces[next].original) == end
        {
            end = pieces[next].originalEnd
            next += 1
        }
        return end
    }
}

/// One character that folding made longer or shorter, or dropped.
struct FoldPiece: Sendable, Equatable {
    var folded: UInt32
    var original: UInt32
    var foldedCount: UInt16
    var originalCount: UInt16
    /// A dropped mark that sits on the letter before it.
    var joinsPrevious: Bool

    init(
        at original: Int, _ originalCount: Int, to folded: Int, _ foldedCount: Int,
        joinsPrevious: Bool = false
    ) {
        self.folded = UInt32(truncatingIfNeeded: folded)
        self.original = UInt32(truncatingIfNeeded: original)
        self.foldedCount = UInt16(clamping: foldedCount)
        self.originalCount = UInt16(clamping: originalCount)
        self.joinsPrevious = joinsPrevious
    }

    var foldedEnd: Int { Int(folded) + Int(foldedCount) }
    var originalEnd: Int { Int(original) + Int(originalCount) }
}

/// Collects the places where lengths differ; `NoPieces` is for those who do not ask.
protocol FoldPieceCollector {
    init()
    mutating func note(_ piece: @autoclosure () -> FoldPiece)
}

struct FoldPieces: FoldPieceCollector {
    private(set) var all: [FoldPiece] = []

    /// A letter that turns out to belong to a later mark replaces what was noted of it before.
    @inline(__always)
    mutating func note(_ piece: @autoclosure () -> FoldPiece) {
        let piece = piece()
        while let last = all.last, last.original >= piece.original { all.removeLast() }
        all.append(piece)
    }
}

struct NoPieces: FoldPieceCollector {
    @inline(__always)
    mutating func note(_ piece: @autoclosure () -> FoldPiece) {}
}

extension Array {
    /// The first index whose element satisfies a condition that all later elements satisfy too.
    package func partitioningIndex(where belongsInSecondPart: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if belongsInSecondPart(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
