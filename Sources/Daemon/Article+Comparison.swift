import Corpus
import Dedup
import Model

extension Article {
    /// What articles are compared by: headline and paragraphs, one line each.
    var comparedText: [UInt8] {
        Array(([title].compactMap(\.self) + paragraphs).joined(separator: "\n").utf8)
    }

    /// The article as deduplication sees it.
    ///
    /// Two texts of which nobody knows who published them did not come from one outlet: each counts as an outlet
    /// of its own.
    func sketchInput(number: Int, outlet: String, day: Int) -> SketchInput {
        let text = comparedText
        let name = outlet.isEmpty ? "unknown \(digest(of: text))" : outlet
        return SketchInput(number: number, outlet: name, day: day, text: text)
    }
}
