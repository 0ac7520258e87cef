/// A sentence with choices and slots: `[Crews|Teams] from {B} [arrived|slept] with {k} tents.`
///
/// Choices do not nest. Slots: `{A}` `{B}` places, `{P}` `{Q}` persons, `{O}` `{U}` organisations, `{e}` the event,
/// `{W}` `{V}` the watched person and place, `{wire}` the agency; `{n}` a number in the hundreds or thousands, `{k}` a
/// small one, `{m}` one with a decimal, `{y}` the last two digits of a year, new at every mention.
struct Template: Sendable {
    private enum Piece: Sendable {
        case text(String)
        case slot(String)
        case choice([[Piece]])
    }

    private let pieces: [Piece]

    init(_ text: String) throws(PhrasebookError) {
        pieces = try Template.pieces(of: text[...], in: text)
    }

    /// The template with its choices made and its slots filled.
    func filled(using generator: inout SeededGenerator, _ value: (String, inout SeededGenerator) -> String)
        -> String
    {
        Template.filled(pieces, using: &generator, value)
    }

    private static func filled(
        _ pieces: [Piece], using generator: inout SeededGenerator,
        _ value: (String, inout SeededGenerator) -> String
    ) -> String {
        var text = ""
        for piece in pieces {
            switch piece {
            case .text(let part): text += part
            case .slot(let name): text += value(name, &generator)
            case .choice(let options): text += filled(generator.one(of: options), using: &generator, value)
            }
        }
        return text
    }

    private static func pieces(of text: Substring, in line: String) throws(PhrasebookError) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text
        while let start = rest.firstIndex(where: { $0 == "[" || $0 == "{" }) {
            if start > rest.startIndex { pieces.append(.text(String(rest[..<start]))) }
            let close: Character = rest[start] == "[" ? "]" : "}"
            guard let end = rest[start...].firstIndex(of: close) else {
                throw PhrasebookError(language: line, missing: String(close))
            }
            let inside = rest[rest.index(after: start)..<end]
            if close == "}" {
                pieces.append(.slot(String(inside)))
            } else {
                var options: [[Piece]] = []
                for option in inside.split(separator: "|", omittingEmptySubsequences: false) {
                    options.append(try Template.pieces(of: option, in: line))
                }
                pieces.append(.choice(options))
            }
            rest = rest[rest.index(after: end)...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        return pieces
    }
}
