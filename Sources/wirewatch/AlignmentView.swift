import Dedup
import Foundation
import Model

/// Two texts passage by passage, for people: `=` both have it, `-` only the first, `+` only the second, `~` boilerplate.
struct AlignmentView {
    /// Whether standard output is a terminal that shows colours.
    var usesColour: Bool
    /// Characters kept at each end of a long passage that both have; nil shows all.
    var context: Int?

    init(context: Int? = nil) {
        usesColour = Terminal(descriptor: STDOUT_FILENO).showsColour
        self.context = context
    }

    func lines(of alignment: TextAlignment) -> [String] {
        alignment.passages.flatMap { passage in
            texts(of: passage).map { line in
                let mark = mark(of: passage)
                return coloured("\(mark.sign) \(safeText(line))", mark.colour)
            }
        }
    }

    /// What the signs mean.
    var legend: String {
        [
            ("=", "both", ""), ("-", "only the first", red), ("+", "only the second", green),
            ("~", "boilerplate", dim),
        ]
        .map { coloured("\($0.0) \($0.1)", $0.2) }.joined(separator: "   ")
    }

    private func texts(of passage: TextAlignment.Passage) -> [String] {
        guard let text = passage.text else {
            return ["(\(passage.words) words; the text was not kept)"]
        }
        var lines = text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty }
        if let context, passage.kind == .shared, text.count > 2 * context + 40,
            let first = lines.first, let last = lines.last
        {
            lines = ["\(first.prefix(context)) … \(last.suffix(context))"]
        }
        if passage.isMoved, let first = lines.first { lines[0] = "(moved) \(first)" }
        return lines
    }

    private func mark(of passage: TextAlignment.Passage) -> (sign: String, colour: String) {
        if passage.isBoilerplate { return ("~", dim) }
        return switch passage.kind {
        case .shared: ("=", passage.isMoved ? cyan : "")
        case .first: ("-", red)
        case .second: ("+", green)
        }
    }

    private func coloured(_ text: String, _ colour: String) -> String {
        usesColour && !colour.isEmpty ? "\u{1B}[\(colour)m\(text)\u{1B}[0m" : text
    }

    private var red: String { "31" }
    private var green: String { "32" }
    private var cyan: String { "36" }
    private var dim: String { "2" }
}

/// A passage as JSON has it.
struct ShownPassage: Encodable {
    /// `shared`, `first` or `second`: who has it.
    var kind: String
    var text: String?
    var words: Int
    var isMoved: Bool
    var isBoilerplate: Bool

    init(_ passage: TextAlignment.Passage) {
        kind = passage.kind.rawValue
        text = passage.text
        words = passage.words
        isMoved = passage.isMoved
        isBoilerplate = passage.isBoilerplate
    }
}
