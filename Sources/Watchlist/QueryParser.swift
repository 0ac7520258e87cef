/// Recursive descent over ``QueryLexer``'s tokens, one token ahead, within a budget of depth and terms.
struct QueryParser {
    private(set) var entities: [QueryEntity] = []
    private var lexer: QueryLexer
    private let budget: QueryBudget
    private var token = QueryToken(kind: .end, range: 0..<0)
    private var depth = 0
    private var terms = 0

    init(lexer: QueryLexer, budget: QueryBudget) {
        self.lexer = lexer
        self.budget = budget
    }

    /// The whole query.
    mutating func query() throws(QueryError) -> QueryNode {
        try advance()
        let node = try alternatives(.anything)
        guard token.kind == .end else { throw error(expected: "no ) without its (") }
        guard !node.matchesEmptyArticle else {
            throw QueryError(
                column: 1, found: "a query that an empty article matches",
                expected: "something that must occur beside NOT")
        }
        return node
    }
}

extension QueryParser {
    /// What may stand where the parser is.
    private enum Place {
        case anything
        /// Inside `title:`, where fields make no sense.
        case titleOnly
    }

    private mutating func advance() throws(QueryError) {
        token = try lexer.next()
    }

    private func error(expected: String) -> QueryError {
        QueryError(column: token.column, found: lexer.found(token.range), expected: expected)
    }

    private mutating func enter() throws(QueryError) {
        depth += 1
        guard depth <= budget.maxDepth else {
            throw error(expected: "at most \(budget.maxDepth) levels inside each other")
        }
    }

    private mutating func countTerm() throws(QueryError) {
        terms += 1
        guard terms <= budget.maxTerms else {
            throw error(expected: "at most \(budget.maxTerms) words; move long lists of names to entities")
        }
    }

    private mutating func alternatives(_ place: Place) throws(QueryError) -> QueryNode {
        var nodes = [try conjunction(place)]
        while token.kind == .or {
            try advance()
            nodes.append(try conjunction(place))
        }
        return nodes.count == 1 ? nodes[0] : .or(nodes)
    }

    private mutating func conjunction(_ place: Place) throws(QueryError) -> QueryNode {
        var nodes = [try negation(place)]
        while true {
            switch token.kind {
            case .and: try advance()
            case .or, .close, .end: return nodes.count == 1 ? nodes[0] : .and(nodes)
            default: break
            }
            nodes.append(try negation(place))
        }
    }

    private mutating func negation(_ place: Place) throws(QueryError) -> QueryNode {
        guard token.kind == .not else { return try proximity(place) }
        try advance()
        try enter()
        defer { depth -= 1 }
        return .not(try negation(place))
    }

    /// `a NEAR/5 b NEAR/3 c` is `(a NEAR/5 b) NEAR/3 c`.
    private mutating func proximity(_ place: Place) throws(QueryError) -> QueryNode {
        let outerDepth = depth
        defer { depth = outerDepth }
        let firstColumn = token.column
        var node = try primary(place)
        while case .near(let distance, let isOrdered) = token.kind {
            try requirePositions(node, column: firstColumn)
            try advance()
            try enter()
            let column = token.column
            let right = try primary(place)
            try requirePositions(right, column: column)
            node = .near(node, right, distance: distance, isOrdered: isOrdered)
        }
        return node
    }

    private func requirePositions(_ node: QueryNode, column: Int) throws(QueryError) {
        guard node.hasPositions else {
            throw QueryError(
                column: column, found: "something without a position in the text",
                expected: "a word, a phrase, an @entity or an OR of them beside NEAR")
        }
    }

    private mutating func primary(_ place: Place) throws(QueryError) -> QueryNode {
        switch token.kind {
        case .text(let text):
            try countTerm()
            try advance()
            return .text(text)
        case .entity(let entity):
            try countTerm()
            entities.append(entity)
            try advance()
            return .entity(entity)
        case .open:
            try enter()
            defer { depth -= 1 }
            let column = token.column
            try advance()
            let node = try alternatives(place)
            try close(openedAt: column)
            return node
        case .title:
            guard place == .anything else { throw error(expected: "only words inside title:") }
            try enter()
            defer { depth -= 1 }
            try advance()
            return .title(try primary(.titleOnly))
        case .field(let field):
            guard place == .anything else { throw error(expected: "only words inside title:") }
            try advance()
            return try values(of: field)
        case .close, .end, .and, .or, .not, .near:
            throw error(expected: "a word, a \"phrase\", an @entity, a field such as title: or (")
        }
    }

    private mutating func close(openedAt column: Int) throws(QueryError) {
        guard token.kind == .close else {
            throw error(expected: ") for the ( at column \(column)")
        }
        try advance()
    }

    /// `lang:ru` or `lang:(ru OR uk)`.
    private mutating func values(of field: QueryField) throws(QueryError) -> QueryNode {
        guard token.kind == .open else { return .field(field, try value(of: field)) }
        let column = token.column
        try advance()
        var nodes: [QueryNode] = [.field(field, try value(of: field))]
        while token.kind == .or {
            try advance()
            nodes.append(.field(field, try value(of: field)))
        }
        guard token.kind == .close else {
            throw error(expected: "OR and another value, or ) for the ( at column \(column)")
        }
        try advance()
        return nodes.count == 1 ? nodes[0] : .or(nodes)
    }

    private mutating func value(of field: QueryField) throws(QueryError) -> QueryText {
        guard case .text(let text) = token.kind, !text.isExact else {
            throw error(expected: "a value for \(field.rawValue):, in quotes when it has spaces")
        }
        try countTerm()
        try advance()
        return text
    }
}

extension QueryNode {
    /// Whether its matches have a place in the text, as NEAR needs it.
    var hasPositions: Bool {
        switch self {
        case .text, .entity: true
        case .near: true
        case .or(let nodes): nodes.allSatisfy(\.hasPositions)
        case .and, .not, .title, .field: false
        }
    }

    /// Whether it holds where no word and no field does.
    var matchesEmptyArticle: Bool {
        switch self {
        case .text, .entity, .near, .field: false
        case .title(let node): node.matchesEmptyArticle
        case .and(let nodes): nodes.allSatisfy(\.matchesEmptyArticle)
        case .or(let nodes): nodes.contains(where: \.matchesEmptyArticle)
        case .not(let node): !node.matchesEmptyArticle
        }
    }
}
