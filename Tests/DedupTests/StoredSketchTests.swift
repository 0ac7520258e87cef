import Model
import Testing

@testable import Dedup

@Suite struct StoredSketchTests {
    private func stored() -> StoredSketch {
        let text =
            "Flood closes the harbour bridge\n\nThe old bridge over the harbour was closed on Monday at noon."
        let sketcher = Sketcher(folding: TestNewsroom.folding, key: SketchKey(secret: [1, 2, 3]))
        let sketch = sketcher.sketch(
            of: SketchInput(number: 7, outlet: "a.example", day: 20_000, text: Array(text.utf8)))
        var decision = Decision(verdict: .contains(2), story: 2, reason: "")
        decision.joins = [4, 5]
        decision.isContainer = true
        return StoredSketch(sketch: sketch, decision: decision)
    }

    @Test func whatWasStoredComesBack() throws {
        let stored = stored()
        #expect(try StoredSketch(decoding: stored.encoded()) == stored)
        #expect(stored.isContainer)
    }

    @Test func anEmptyTextHasASketchToo() throws {
        let sketcher = Sketcher(folding: TestNewsroom.folding, key: SketchKey(secret: []))
        let sketch = sketcher.sketch(of: SketchInput(number: 0, outlet: "", day: -3, text: []))
        let stored = StoredSketch(sketch: sketch, decision: Decision(verdict: .new, story: 0, reason: ""))
        #expect(try StoredSketch(decoding: stored.encoded()) == stored)
    }

    @Test func everyDamagedByteIsNoticed() {
        let bytes = stored().encoded()
        for index in bytes.indices {
            var damaged = bytes
            damaged[index] ^= 0x10
            #expect(throws: SketchError.self) { try StoredSketch(decoding: damaged) }
        }
    }

    @Test func everyTruncationIsNoticed() {
        let bytes = stored().encoded()
        for count in 0..<bytes.count {
            #expect(throws: SketchError.self) { try StoredSketch(decoding: Array(bytes.prefix(count))) }
        }
        #expect(throws: SketchError.length(found: bytes.count + 1, wanted: bytes.count)) {
            try StoredSketch(decoding: bytes + [0])
        }
    }

    @Test func anotherVersionIsNamed() {
        var bytes = stored().encoded()
        bytes[0] = 9
        #expect(throws: SketchError.version(found: 9)) { try StoredSketch(decoding: bytes) }
    }

    @Test func hugeCountsInADamagedHeaderAllocateNothing() {
        var bytes = [UInt8](repeating: 0xFF, count: 36)
        bytes[0] = StoredSketch.version
        #expect(throws: SketchError.self) { try StoredSketch(decoding: bytes) }
    }
}
