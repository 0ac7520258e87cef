/// A lexical unit of the query language with the column where it starts.
struct QueryToken: Equatable {
    enum Kind: Equatable {
        case text(QueryText)
        case entity(QueryEntity)
        case title
        case field(QueryField)
        case open, close
        case and, or, not
        case near(distance: Int, isOrdered: Bool)
        case end
    }

    var kind: Kind
    var column: Int
    /// As written, cut to a readable length and quoted, for messages.
    var found: String
}

/// Splits a query into tokens.
///
/// Full-width parentheses, colons and so on, as input methods produce them, and typographic quotes count as
/// their ASCII forms. A `"` between two Hebrew letters is a gershayim (ארה"ב) and belongs to the word.
struct QueryLexer {
    /// Letters that a `*` needs before it; a character of a script without spaces counts as two.
    static let minPrefixLetters = 4
    /// The most that NEAR may span, in words.
    static let maxDistance = 100

    private let characters: [Character]
    private var position = 0
    /// Set behind `source:` and its like: the next word is a value, whatever it looks like.
    private var expectsValue = false

    init(_ text: String) {
        characters = Array(text)
    }

    /// The next token; `.end` again and again behind the last one.
    mutating func next() throws(QueryError) -> QueryToken {
        while let character = current, character.isWhitespace { position += 1 }
        let start = position
        guard let character = current else { return token(.end, from: start) }
        switch plain(character) {
        case "(":
            position += 1
            return token(.open, from: start)
        case ")":
            position += 1
            return token(.close, from: start)
        case "@" where !expectsValue:
            return try entity()
        case "=" where !expectsValue:
            position += 1
            return try text(from: start, isExact: true)
        default:
            return try text(from: start, isExact: false)
        }
    }
}

extension QueryLexer {
    private var current: Character? {
        position < characters.count ? characters[position] : nil
    }

    private func token(_ kind: QueryToken.Kind, from start: Int) -> QueryToken {
        QueryToken(kind: kind, column: start + 1, found: found(from: start, to: position))
    }

    private func found(from start: Int, to end: Int) -> String {
        guard start < characters.count else { return "the end" }
        let shown = String(characters[start..<max(min(end, start + 40), start + 1)])
        return "\"" + shown + (end > start + 40 ? "…" : "") + "\""
    }

    private func error(at start: Int, to end: Int, expected: String) -> QueryError {
        QueryError(column: start + 1, found: found(from: start, to: end), expected: expected)
    }

    private mutating func entity() throws(QueryError) -> QueryToken {
        let start = position
        position += 1
        while let character = current, !endsWord(character) { position += 1 }
        guard position > start + 1 else {
            throw error(at: start, to: position, expected: "an entity's name after @, such as @lin-jian")
        }
        let name = String(characters[(start + 1)..<position])
        return token(.entity(QueryEntity(name: name, column: start + 1)), from: start)
    }

    /// A word, an operator, a field's name or a phrase; `start` lies before an `=`.
    private mutating func text(from start: Int, isExact: Bool) throws(QueryError) -> QueryToken {
        let isValue = expectsValue
        if let character = current, let closers = closingQuotes(character) {
            expectsValue = false
            return try phrase(from: start, closers: closers, isExact: isExact)
        }
        let wordStart = position
        while let character = current, !endsWord(character) {
            if !isValue, !isExact, plain(character) == ":", let field = try field(from: start) {
                return field
            }
            position += 1
        }
        expectsValue = false
        if !isExact, !isValue, let op = try operation(from: start) { return op }
        if !isValue, characters[start] == "-" {
            throw error(at: start, to: position, expected: "NOT before a word that must not occur")
        }
        return try token(.text(written(wordStart..<position, from: start, isExact: isExact)), from: start)
    }

    private mutating func phrase(
        from start: Int, closers: Set<Character>, isExact: Bool
    ) throws(QueryError) -> QueryToken {
        let quote = position
        position += 1
        while let character = current, !closers.contains(character) || isGershayim(at: position) {
            position += 1
        }
        guard position < characters.count else {
            throw QueryError(
                column: characters.count + 1, found: "the end",
                expected: "a closing quote for the phrase that starts at column \(quote + 1)")
        }
        let inside = (quote + 1)..<position
        position += 1
        return try token(.text(written(inside, from: start, isExact: isExact)), from: start)
    }

    /// The text of a word or phrase, its `*` taken off and checked.
    private func written(
        _ range: Range<Int>, from start: Int, isExact: Bool
    ) throws(QueryError) -> QueryText {
        var end = range.upperBound
        let isPrefix = end > range.lowerBound && plain(characters[end - 1]) == "*"
        if isPrefix { end -= 1 }
        let inside = characters[range.lowerBound..<end]
        if let star = inside.firstIndex(where: { plain($0) == "*" }) {
            throw error(at: star, to: star + 1, expected: "* only at the end, behind at least 4 letters")
        }
        guard inside.contains(where: { $0.isLetter || $0.isNumber }) else {
            throw error(
                at: start, to: max(range.upperBound, start + 1), expected: "a word with a letter or a digit")
        }
        let text = String(inside)
        guard text.utf8.count <= QueryText.maxBytes else {
            throw error(
                at: start, to: range.upperBound,
                expected: "a word or phrase of at most \(QueryText.maxBytes) bytes")
        }
        if isPrefix, letters(endingAt: end, notBefore: range.lowerBound) < Self.minPrefixLetters {
            throw error(
                at: start, to: range.upperBound,
                expected: "at least \(Self.minPrefixLetters) letters before *")
        }
        return QueryText(text: text, isPrefix: isPrefix, isExact: isExact, column: start + 1)
    }

    private func letters(endingAt end: Int, notBefore start: Int) -> Int {
        var count = 0
        var index = end
        while index > start, count < Self.minPrefixLetters {
            let character = characters[index - 1]
            guard character.isLetter || character.isNumber else { break }
            count += isUnspaced(character) ? 2 : 1
            index -= 1
        }
        return count
    }

    /// `name:` when the word so far is a name and the colon stands at the current position.
    private mutating func field(from start: Int) throws(QueryError) -> QueryToken? {
        let name = String(characters[start..<position])
        guard position > start, name.allSatisfy({ $0.isASCII && $0.isLetter }) else { return nil }
        let colon = position
        position += 1
        switch name.lowercased() {
        case "title":
            return token(.title, from: start)
        case let lowered:
            guard let field = QueryField(rawValue: lowered) else {
                let names = ["title"] + QueryField.allCases.map(\.rawValue)
                throw error(
                    at: start, to: colon + 1,
                    expected:
                        "one of \(names.map { $0 + ":" }.joined(separator: " ")), or quotes around text "
                        + "with a colon")
            }
            expectsValue = true
            return token(.field(field), from: start)
        }
    }

    private func operation(from start: Int) throws(QueryError) -> QueryToken? {
        let word = String(characters[start..<position])
        switch word {
        case "AND": return token(.and, from: start)
        case "OR": return token(.or, from: start)
        case "NOT": return token(.not, from: start)
        default: break
        }
        for (name, isOrdered) in [("NEAR", false), ("ONEAR", true)]
        where word == name || word.hasPrefix(name + "/") {
            guard let distance = Int(word.dropFirst(name.count + 1)),
                (1...Self.maxDistance).contains(distance)
            else {
                throw error(
                    at: start, to: position,
                    expected:
                        "\(name)/ and a number of words from 1 to \(Self.maxDistance), such as \(name)/5")
            }
            return token(.near(distance: distance, isOrdered: isOrdered), from: start)
        }
        return nil
    }

    private func endsWord(_ character: Character) -> Bool {
        if character.isWhitespace { return true }
        switch plain(character) {
        case "(", ")": return true
        default: return closingQuotes(character) != nil && !isGershayim(at: position)
        }
    }

    private func isGershayim(at index: Int) -> Bool {
        guard characters[index] == "\"", index > 0, index + 1 < characters.count else { return false }
        return isHebrew(characters[index - 1]) && isHebrew(characters[index + 1])
    }
}

private func isHebrew(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    return (0x05D0...0x05EA).contains(scalar.value)
}

/// Han, kana, Thai, Lao, Khmer, Myanmar: scripts that do not part words.
private func isUnspaced(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    switch scalar.value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF,
        0x20000...0x3FFFF:
        return true
    default: return false
    }
}

/// The characters that close a phrase opened by this one; nil when it opens none.
private func closingQuotes(_ character: Character) -> Set<Character>? {
    switch character {
    case "\"", "＂": ["\"", "＂"]
    case "“", "”": ["”", "\""]
    case "„": ["“", "”", "\""]
    case "«": ["»"]
    default: nil
    }
}

/// Full-width punctuation of the query language as its ASCII form.
private func plain(_ character: Character) -> Character {
    switch character {
    case "（": "("
    case "）": ")"
    case "：": ":"
    case "＝": "="
    case "＊": "*"
    case "＠": "@"
    default: character
    }
}
