import Foundation
import Model
import Synchronization
import Text

@testable import Dedup

/// An index with its shelf of sketches, fed with short texts of our own.
final class TestNewsroom {
    /// Built once for all tests.
    static let folding = Folding()

    private var index: SketchIndex
    private(set) var decisions: [Decision] = []
    private(set) var lastSketch = Sketch(
        number: 0, day: 0, outlet: 0, fingerprints: [], positions: [], tokens: [])
    private let shelf = Shelf()
    private var next = 0

    init(options: DedupOptions = DedupOptions(), secret: String = "test") {
        let sketcher = Sketcher(folding: Self.folding, key: SketchKey(secret: Array(secret.utf8)))
        index = SketchIndex(sketcher: sketcher, options: options) { [shelf] in shelf[$0] }
    }

    /// Decides and inserts, as the daemon does.
    @discardableResult
    func publish(_ text: String, by outlet: String = "a.example", day: Int = 20_000) -> Decision {
        let input = SketchInput(number: next, outlet: outlet, day: day, text: Array(text.utf8))
        next += 1
        let sketch = index.sketcher.sketch(of: input)
        let decision = index.decision(for: sketch, text: input.text)
        decisions.append(decision)
        lastSketch = sketch
        let stored = StoredSketch(sketch: sketch, decision: decision)
        shelf.put(stored)
        index.insert(stored)
        return decision
    }

    /// Decides without inserting.
    func decision(for text: String, by outlet: String = "z.example", day: Int = 20_000) -> Decision {
        index.decision(
            for: SketchInput(number: next, outlet: outlet, day: day, text: Array(text.utf8)))
    }

    func finding(for text: String) -> SketchIndex.Finding {
        let input = SketchInput(number: next, outlet: "z.example", day: 20_000, text: Array(text.utf8))
        return index.finding(for: index.sketcher.sketch(of: input), text: input.text)
    }

    func expire(before day: Int) { index.expire(before: day) }

    func currentStory(_ story: Int) -> Int { index.currentStory(story) }

    var byteCount: Int { index.byteCount }

    func loseSketches() { shelf.empty() }

    func save(at path: String) throws { try index.save(to: path, upTo: next - 1) }

    /// Loads a snapshot and inserts what was stored after it.
    func restart(from path: String, since day: Int? = nil) throws {
        let saved = try SketchIndex.saved(
            at: path, since: day, sketcher: index.sketcher,
            options: index.options
        ) { [shelf] in shelf[$0] }
        let last = saved.number
        var restarted = saved.taken()
        for bytes in shelf.stored {
            let stored = try StoredSketch(decoding: bytes)
            if stored.sketch.number > last { restarted.insert(stored) }
        }
        index = restarted
    }

    func saveAndRestart(at path: String) throws {
        try save(at: path)
        try restart(from: path)
    }

    /// A new index made of what was stored, over the same shelf.
    func restart() throws {
        var restarted = SketchIndex(sketcher: index.sketcher) { [shelf] in shelf[$0] }
        for bytes in shelf.stored { restarted.insert(try StoredSketch(decoding: bytes)) }
        index = restarted
    }
}

/// Stored sketches by number, encoded as a store keeps them.
private final class Shelf: Sendable {
    private let bytes = Mutex<[Int: [UInt8]]>([:])

    subscript(number: Int) -> Sketch? {
        bytes.withLock { $0[number] }.flatMap { try? StoredSketch(decoding: $0).sketch }
    }

    var stored: [[UInt8]] { bytes.withLock { all in all.keys.sorted().compactMap { all[$0] } } }

    func empty() { bytes.withLock { $0 = [:] } }

    func put(_ sketch: StoredSketch) {
        bytes.withLock { $0[sketch.sketch.number] = sketch.encoded() }
    }
}

/// The folder of seeds beside the checkout; nil when it is not there.
func seedsFolder() -> URL? {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    let folder = root.deletingLastPathComponent().appending(path: "shared/seeds")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
}
