import Dedup
import Foundation
import Model
import Store
import Text

/// Two texts compared by the daemon's rules.
struct TextPair {
    let first: ComparedText
    let second: ComparedText
    let pair: SketchIndex.Pair
    let alignment: TextAlignment
    let firstWords: Int
    let secondWords: Int

    /// Numbers that texts without one have here: no corpus gets that far.
    private static let number = Int(UInt32.max) - 8
    /// Articles around a number that are looked at for what its outlet always prints.
    private static let neighbours = 3000

    /// - Parameter store: where boilerplate is known from, and sketches of articles that were not filed.
    init(_ first: ComparedText, _ second: ComparedText, store: Store?) throws {
        let sketcher = Sketcher(
            folding: Folding(), key: SketchKey(secret: try store?.secret() ?? []))
        var index = SketchIndex(sketcher: sketcher) { _ in nil }
        let numbers = [first, second].compactMap(\.entry?.number)
        if let store {
            let outlets = Set([first.outlet, second.outlet]).subtracting([""])
            for bytes in try store.sketches(
                ofOutlets: outlets.sorted(), around: numbers, within: Self.neighbours)
            {
                guard let stored = try? StoredSketch(decoding: bytes),
                    !numbers.contains(stored.sketch.number)
                else { continue }
                index.insert(stored)
            }
        }
        let older = Self.sketch(of: first, number: Self.number, by: sketcher)
        var newer = Self.sketch(of: second, number: Self.number + 1, by: sketcher)
        if second.stored == nil { newer.day = older.day }
        index.insert(
            StoredSketch(sketch: older, decision: Decision(verdict: .new, story: older.number, reason: "")))
        guard let pair = index.pair(newer, text: second.text ?? [], with: older.number) else {
            throw ComparedText.Missing(description: "\(first.name): nothing of it can be compared")
        }
        self.first = first
        self.second = second
        self.pair = pair
        var newerText = second.text.map { sketcher.alignedText($0) } ?? sketcher.alignedText(newer)
        newerText.boilerplate = pair.boilerplate
        var olderText = first.text.map { sketcher.alignedText($0) } ?? sketcher.alignedText(older)
        olderText.boilerplate = pair.olderBoilerplate
        alignment = TextAlignment(of: olderText, with: newerText)
        firstWords = alignment.passages.filter { $0.kind != .second }.reduce(0) { $0 + $1.words }
        secondWords = alignment.passages.filter { $0.kind != .first }.reduce(0) { $0 + $1.words }
    }

    private static func sketch(of text: ComparedText, number: Int, by sketcher: Sketcher) -> Sketch {
        var sketch: Sketch
        if let stored = text.stored {
            sketch = stored.sketch
        } else {
            let outlet = text.outlet.isEmpty ? "text \(number)" : text.outlet
            sketch = sketcher.sketch(
                of: SketchInput(number: number, outlet: outlet, day: 0, text: text.text ?? []))
        }
        sketch.number = number
        return sketch
    }

    /// Which rule decides, in words.
    var reason: String { pair.reason.replacingOccurrences(of: "number \(Self.number)", with: "A") }

    var verdictName: String {
        pair.verdict == .new && pair.quote != nil ? "shares a quote" : pair.verdict.name
    }

    /// What the second text is, after "B is".
    var sentence: String {
        switch pair.verdict {
        case .new: pair.quote == nil ? "another story." : "another story with a quote that both have."
        case .copy: "a copy of A."
        case .excerpt: "an excerpt of A."
        case .contains: "a longer text that contains A."
        case .revised: "a later version of A by the same outlet."
        }
    }
}
