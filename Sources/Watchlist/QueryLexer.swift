/// A lexical unit of the query language.
struct QueryToken {
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
    /// Characters of the query.
    var range: Range<Int>

    /// Where it starts, 1-based.
    var column: Int { range.lowerBound + 1 }
}

/// Splits a query into tokens. ``QueryMark`` says which characters mean something.
///
/// A `"` between two Hebrew letters is a gershayim (ארה"ב) and belongs to the word.
struct QueryLexer {
    /// Letters that a `*` needs before it; a syllable of a syllabic script and an ideograph count as two.
    static let minPrefixLetters = 4
    /// The most that NEAR may span, in words.
    static let maxDistance = 100

    private let characters: [Character]
    private let marks: [QueryMark]
    private var position = 0
    /// Set behind `source:` and its like: the next word is a value, whatever it looks like.
    private var expectsValue = false

    init(_ text: String) {
        characters = Array(text)
        marks = characters.map(QueryMark.init)
    }

    /// The next token; `.end` again and again behind the last one.
    mutating func next() throws(QueryError) -> QueryToken {
        while current == .space { position += 1 }
        let start = position
        switch current {
        case nil: return token(.end, from: start)
        case .open:
            position += 1
            return token(.open, from: start)
        case .close:
            position += 1
            return token(.close, from: start)
        case .at where !expectsValue: return try entity()
        case .equals where !expectsValue:
            position += 1
            return try text(from: start, isExact: true)
        default: return try text(from: start, isExact: false)
        }
    }

    /// A token as written for messages: quoted, cut to a readable length; or `the end`.
    func found(_ range: Range<Int>) -> String {
        guard range.lowerBound < characters.count else { return "the end" }
        let end = max(range.upperBound, range.lowerBound + 1)
        let shown = String(characters[range.lowerBound..<min(end, range.lowerBound + 40)])
        return "\"" + shown + (end > range.lowerBound + 40 ? "…" : "") + "\""
    }
}

extension QueryLexer {
    private var current: QueryMark? {
        position < marks.count ? marks[position] : nil
    }

    private func token(_ kind: QueryToken.Kind, from start: Int) -> QueryToken {
        QueryToken(kind: kind, range: start..<position)
    }

    private func error(at range: Range<Int>, expected: String) -> QueryError {
        QueryError(column: range.lowerBound + 1, found: found(range), expected: expected)
    }

    private mutating func entity() throws(QueryError) -> QueryToken {
        let start = position
        position += 1
        while !isAtWordEnd { position += 1 }
        guard position > start + 1 else {
            throw error(at: start..<position, expected: "an entity's name after @, such as @lin-jian")
        }
        let name = String(characters[(start + 1)..<position])
        return token(.entity(QueryEntity(name: name, column: start + 1)), from: start)
    }

    /// A word, an operator, a field's name or a phrase; `start` lies before an `=`.
    private mutating func text(from start: Int, isExact: Bool) throws(QueryError) -> QueryToken {
        let isValue = expectsValue
        if let current, current.opensPhrase {
            expectsValue = false
            return try phrase(from: start, openedBy: current, isExact: isExact)
        }
        let wordStart = position
        while !isAtWordEnd {
            if !isValue, !isExact, current == .colon, let field = try field(from: start) { return field }
            position += 1
        }
        expectsValue = false
        if !isExact, !isValue, let kind = try operation(start..<position) { return token(kind, from: start) }
        if !isValue, marks[start] == .hyphen {
            throw error(at: start..<position, expected: "NOT before a word that must not occur")
        }
        return try token(.text(written(wordStart..<position, from: start, isExact: isExact)), from: start)
    }

    private mutating func phrase(
        from start: Int, openedBy opening: QueryMark, isExact: Bool
    ) throws(QueryError) -> QueryToken {
        let quote = position
        position += 1
        while let current, !opening.isClosed(by: current) || isGershayim(at: position) { position += 1 }
        guard position < marks.count else {
            throw QueryError(
                column: marks.count + 1, found: "the end",
                expected: "a closing quote for the phrase that starts at column \(quote + 1)")
        }
        let inside = (quote + 1)..<position
        position += 1
        var text = try written(inside, from: start, isExact: isExact)
        if characters[position...].starts(with: Self.off) {
            position += Self.off.count
            text.isUninflected = true
        }
        return token(.text(text), from: start)
    }

    /// The text of a word or phrase, its `*` taken off and checked.
    private func written(
        _ range: Range<Int>, from start: Int, isExact: Bool
    ) throws(QueryError) -> QueryText {
        let whole = start..<max(range.upperBound, start + 1)
        let isUninflected =
            range.count > Self.off.count && characters[range].suffix(Self.off.count) == Self.off[...]
        let range = isUninflected ? range.lowerBound..<range.upperBound - Self.off.count : range
        let isPrefix = !range.isEmpty && marks[range.upperBound - 1] == .star
        let inside = isPrefix ? range.dropLast() : range
        if let star = inside.first(where: { marks[$0] == .star }) {
            throw error(at: star..<star + 1, expected: "* only at the end, behind at least 4 letters")
        }
        guard inside.contains(where: { isLetterOrDigit(characters[$0]) }) else {
            throw error(at: whole, expected: "a word with a letter or a digit")
        }
        let text = String(characters[inside])
        guard text.utf8.count <= QueryText.maxBytes else {
            throw error(at: whole, expected: "a word or phrase of at most \(QueryText.maxBytes) bytes")
        }
        if isPrefix, letters(atEndOf: inside) < Self.minPrefixLetters {
            throw error(at: whole, expected: "at least \(Self.minPrefixLetters) letters before *")
        }
        return QueryText(
            text: text, isPrefix: isPrefix, isExact: isExact, isUninflected: isUninflected, column: start + 1)
    }

    /// Behind a word or a phrase: only as it stands.
    private static let off = Array("~off")

    private func letters(atEndOf range: Range<Int>) -> Int {
        var count = 0
        for index in range.reversed() {
            guard count < Self.minPrefixLetters, isLetterOrDigit(characters[index]) else { break }
            count += isSyllable(characters[index]) ? 2 : 1
        }
        return count
    }

    /// `name:` when the word so far is a name and the colon stands at the current position.
    private mutating func field(from start: Int) throws(QueryError) -> QueryToken? {
        let name = String(characters[start..<position])
        guard position > start, name.utf8.allSatisfy({ (0x41...0x5A).contains($0 & 0xDF) }) else {
            return nil
        }
        position += 1
        let lowered = name.lowercased()
        if lowered == "title" { return token(.title, from: start) }
        guard let field = QueryField(rawValue: lowered) else {
            let names = ["title"] + QueryField.allCases.map(\.rawValue)
            let perhaps = nearest(to: name, among: names).map { ", perhaps \($0):" } ?? ""
            throw error(
                at: start..<position,
                expected:
                    "one of \(names.map { $0 + ":" }.joined(separator: " "))\(perhaps), or quotes around text with a colon"
            )
        }
        expectsValue = true
        return token(.field(field), from: start)
    }

    private func operation(_ range: Range<Int>) throws(QueryError) -> QueryToken.Kind? {
        // The longest is ONEAR/100; everything shorter than two letters is a word too.
        guard (2...40).contains(range.count), "ANO".contains(characters[range.lowerBound]) else { return nil }
        let word = String(characters[range])
        switch word {
        case "AND": return .and
        case "OR": return .or
        case "NOT": return .not
        default: break
        }
        for (name, isOrdered) in [("NEAR", false), ("ONEAR", true)]
        where word == name || word.hasPrefix(name + "/") {
            guard let distance = Int(word.dropFirst(name.count + 1)),
                (1...Self.maxDistance).contains(distance)
            else {
                throw error(
                    at: range,
                    expected:
                        "\(name)/ and a number of words from 1 to \(Self.maxDistance), such as \(name)/5")
            }
            return .near(distance: distance, isOrdered: isOrdered)
        }
        return nil
    }

    private var isAtWordEnd: Bool {
        guard let current else { return true }
        return current.endsWord && !isGershayim(at: position)
    }

    private func isGershayim(at index: Int) -> Bool {
        guard marks[index] == .straightQuote, index > 0, index + 1 < characters.count else { return false }
        return isHebrew(characters[index - 1]) && isHebrew(characters[index + 1])
    }
}

private func isLetterOrDigit(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
}

private func isHebrew(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    return (0x05D0...0x05EA).contains(scalar.value)
}

/// Whether a character says as much as two letters: scripts of India and South-East Asia, Ethiopic, Han,
/// kana, Hangul.
private func isSyllable(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    switch scalar.value {
    case 0x0900...0x109F, 0x1200...0x139F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7A3,
        0xF900...0xFAFF, 0x20000...0x3FFFF:
        return true
    default: return false
    }
}
