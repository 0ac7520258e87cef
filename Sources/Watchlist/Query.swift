/// A watch query that could be read: its syntax tree, not yet bound to entities.
///
/// The language, loosest binding first:
///
///     a OR b                          either
///     a AND b     a b                 both
///     NOT a                           absent
///     a NEAR/5 b  a ONEAR/5 b         at most 5 words apart, in any order or in this order
///     ( … )   word   "a phrase"   trump*   =US   @entity   title:… source:… outlet:… tag:… lang:… wire:…
///
/// Operators are upper case; in lower case they are words. A query must ask for something: one that would
/// match an empty article, such as `NOT sport`, is refused.
package struct Query: Sendable, Equatable {
    /// The query as it was written.
    package let text: String
    package let root: QueryNode
    /// Every `@entity` of the query in order, repeats included.
    package let entities: [QueryEntity]

    /// - Throws: ``QueryError`` at the first thing that cannot be read, or when the query exceeds `budget`.
    /// - Complexity: O(n) for a text of n bytes.
    package init(_ text: String, budget: QueryBudget = QueryBudget()) throws(QueryError) {
        guard text.utf8.count <= budget.maxBytes else {
            throw QueryError(
                column: 1, found: "a query of \(text.utf8.count) bytes",
                expected: "at most \(budget.maxBytes) bytes; move long lists of names to entities")
        }
        var parser = QueryParser(lexer: QueryLexer(text), budget: budget)
        self.text = text
        root = try parser.query()
        entities = parser.entities
    }
}

/// How large a query may be.
package struct QueryBudget: Sendable, Equatable {
    package var maxBytes: Int
    /// Words, phrases, entities and field values.
    package var maxTerms: Int
    /// Levels of parentheses, NOT, NEAR and fields inside each other.
    package var maxDepth: Int

    package init(maxBytes: Int = 256 << 10, maxTerms: Int = 10_000, maxDepth: Int = 64) {
        self.maxBytes = maxBytes
        self.maxTerms = maxTerms
        self.maxDepth = maxDepth
    }
}

/// One node of a query's syntax tree. Its depth is bounded by ``QueryBudget/maxDepth``.
package indirect enum QueryNode: Sendable, Equatable {
    /// A word or a phrase, anywhere in title or text.
    case text(QueryText)
    case entity(QueryEntity)
    /// At most `distance` words from one to the other. Both sides hold only texts, entities, `or` and `near`.
    case near(QueryNode, QueryNode, distance: Int, isOrdered: Bool)
    /// Holds when the inner query does with only the title looked at.
    case title(QueryNode)
    case field(QueryField, QueryText)
    /// Two or more.
    case and([QueryNode])
    /// Two or more.
    case or([QueryNode])
    case not(QueryNode)
}

/// A word, a phrase or a field's value.
package struct QueryText: Sendable, Equatable {
    /// The longest word or phrase of a query.
    package static let maxBytes = 512

    /// As written, without quotes, `=` and `*`. Holds at least one letter or digit.
    package var text: String
    /// Whether the last word may go on: `trump*`.
    package var isPrefix: Bool
    /// Whether case, accents and endings count: `=US`.
    package var isExact: Bool
    /// Whether only the word itself is meant, in any case: `Trump~off`, without endings, compounds and what may be
    /// attached before it.
    package var isUninflected: Bool
    /// Where it starts in the query, 1-based, in characters.
    package var column: Int

    package init(
        text: String, isPrefix: Bool = false, isExact: Bool = false, isUninflected: Bool = false,
        column: Int = 1
    ) {
        self.text = text
        self.isPrefix = isPrefix
        self.isExact = isExact
        self.isUninflected = isUninflected
        self.column = column
    }
}

/// `@name` in a query.
package struct QueryEntity: Sendable, Equatable {
    /// Without the `@`.
    package var name: String
    /// Where the `@` stands in the query, 1-based, in characters.
    package var column: Int

    package init(name: String, column: Int = 1) {
        self.name = name
        self.column = column
    }
}

/// What can be asked of an article besides its words. (`title:` is a scope for words,
/// ``QueryNode/title(_:)``.)
package enum QueryField: String, Sendable, CaseIterable {
    case source, outlet, tag
    case language = "lang"
    case wire
}

extension QueryText {
    /// Reads an entity's alias.
    ///
    /// An alias is one word or phrase and needs no quotes: `Lin Jian`. It may be `=US` and `trump*` as in a
    /// query.
    /// - Throws: ``QueryError`` for what holds no word, is too long or is a whole query.
    package init(alias: String) throws(QueryError) {
        if QueryText.isPlain(alias) {
            self.init(text: alias)
            return
        }
        var rest = alias.drop(while: \.isWhitespace)
        let isExact = rest.first == "="
        if isExact { rest = rest.dropFirst() }
        let isQuoted = rest.first.map { "\"“„«＂".contains($0) } ?? false
        // Guillemets cannot stand within; they are marks between words, which make no difference.
        let phrase = isQuoted ? String(rest) : "«" + rest.replacing("»", with: " ") + "»"
        let query = try Query((isExact ? "=" : "") + phrase)
        guard case .text(let text) = query.root else {
            throw QueryError(column: 1, found: "a query", expected: "one name or phrase an alias")
        }
        self = text
    }
}

extension QueryText {
    /// Whether a text is nothing but words of letters and digits with single spaces between them: most names are, and
    /// need no parser.
    private static func isPlain(_ text: String) -> Bool {
        guard text.utf8.count <= maxBytes else { return false }
        var last: UInt8 = 0x20
        var hasLetter = false
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: hasLetter = true
            case 0x20: if last == 0x20 { return false }
            // Greek to Hebrew letters, and their second bytes.
            case 0xCE...0xD7, 0x80...0xBF: hasLetter = true
            // Han, from U+4000 on, and Hangul.
            case 0xE4...0xED: hasLetter = true
            default: return false
            }
            last = byte
        }
        return hasLetter && last != 0x20
    }
}
