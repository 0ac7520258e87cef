import Text

/// What a query asks for, in words.
package struct QueryExplanation: Sendable, Equatable {
    /// One thought a line; deeper lines belong to the one above.
    package struct Line: Sendable, Equatable {
        package var depth: Int
        package var text: String
    }

    package var lines: [Line]

    /// - Parameter entities: names by entity, as configured.
    package init(_ query: Query, entities: [String: [String]], folding: Folding) {
        var writer = ExplanationWriter(entities: entities, folding: folding)
        writer.write(query.root, depth: 0)
        lines = writer.lines
    }
}

private struct ExplanationWriter {
    let entities: [String: [String]]
    let folding: Folding
    private(set) var lines: [QueryExplanation.Line] = []

    init(entities: [String: [String]], folding: Folding) {
        self.entities = entities
        self.folding = folding
    }

    mutating func write(_ node: QueryNode, depth: Int, prefix: String = "") {
        func say(_ text: String) {
            lines.append(QueryExplanation.Line(depth: depth, text: prefix + text))
        }
        switch node {
        case .text(let text): say(described(text))
        case .entity(let entity):
            let names = entities[entity.name] ?? []
            let shown = names.prefix(8).joined(separator: ", ")
            say(
                names.isEmpty
                    ? "@\(entity.name), which has no names here"
                    : "a name of @\(entity.name), in the forms its language gives names: \(shown)"
                        + (names.count > 8 ? ", and \(names.count - 8) more" : ""))
        case .near(let left, let right, let distance, let isOrdered):
            say("at most \(distance) words apart\(isOrdered ? ", in this order" : ", in any order"):")
            write(left, depth: depth + 1)
            write(right, depth: depth + 1)
        case .title(let inner):
            say("in the headline:")
            write(inner, depth: depth + 1)
        case .field(let field, let value): say(described(field, value))
        case .and(let nodes):
            say("all of these:")
            for node in nodes { write(node, depth: depth + 1) }
        case .or(let nodes):
            say("at least one of these:")
            for node in nodes { write(node, depth: depth + 1) }
        case .not(let inner): write(inner, depth: depth, prefix: prefix + "not ")
        }
    }

    private func described(_ text: QueryText) -> String {
        let quoted = "“\(text.text)”"
        guard let term = Term(text, isName: false, folding: folding) else { return quoted }
        let segment = term.segments[term.anchor]
        let isPhrase = term.segments.count > 1
        let what = isPhrase ? "the phrase \(quoted)" : "the word \(quoted)"
        if text.isExact { return "\(what) exactly so: case, accents and endings count" }
        if text.isUninflected {
            return "\(what) as it stands, without endings and without what may be attached"
        }
        if text.isPrefix { return "words that begin with \(quoted)" }
        if !segment.script.hasSpaces {
            let letters = term.segments.reduce(0) { $0 + $1.letters }
            return segment.script == .kana && letters <= 3
                ? "\(quoted), standing by itself among katakana" : "\(quoted) anywhere in a line of text"
        }
        if segment.script == .hangul {
            return segment.letters >= 3
                ? "\(quoted) anywhere in a word"
                : "\(quoted) at the beginning of a word, with or without a particle"
        }
        if segment.letters < Inflection(words: .none, names: .none).minLetters, !isPhrase {
            return "\(what) as it stands, in capitals or small letters"
        }
        return "\(what) with the endings, prefixes and compounds that the article's language has"
    }

    private func described(_ field: QueryField, _ value: QueryText) -> String {
        let quoted = "“\(value.text)\(value.isPrefix ? "…" : "")”"
        return switch field {
        case .source: "from a source whose name has \(quoted)"
        case .outlet: "published by \(quoted) or a domain under it"
        case .tag: "from a source tagged \(quoted)"
        case .language: "in the language \(quoted)"
        case .wire: "credited to the agency \(quoted)"
        }
    }
}
