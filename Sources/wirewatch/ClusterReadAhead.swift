import Dedup
import Foundation

/// Reads, parses and sketches texts ahead on all cores; gives them out in their order.
struct ClusterReadAhead {
    typealias Batch = [Result<SketchedDocument, ClusterInput.Problem>]

    private(set) var input: ClusterInput
    private let sketcher: Sketcher
    private let keepsText: Bool
    private var underWay: [Task<Batch, Never>] = []
    private let width = ProcessInfo.processInfo.activeProcessorCount + 1

    /// - Parameter keepsText: whether quotes will be cut from the texts.
    init(_ input: ClusterInput, sketcher: Sketcher, keepsText: Bool) {
        self.input = input
        self.sketcher = sketcher
        self.keepsText = keepsText
    }

    /// The next texts; nil at the end.
    mutating func next() async -> Batch? {
        while underWay.count < width {
            let texts = input.nextBatch()
            if texts.isEmpty { break }
            underWay.append(
                Task.detached { [sketcher, keepsText] in
                    texts.map { text in
                        Result { () throws(ClusterInput.Problem) in
                            sketcher.sketched(try text.document(), keepsText: keepsText)
                        }
                    }
                })
        }
        return underWay.isEmpty ? nil : await underWay.removeFirst().value
    }
}
