import Model
import Text

/// Collects rules and entities into numbered leaves and terms, and everything that is wrong with them.
struct WatchlistCompiler {
    private(set) var rules: [CompiledRule] = []
    private(set) var terms: [(term: Term, leaf: Int)] = []
    private(set) var leafCount = 0
    private(set) var problems: [WatchlistProblem] = []
    private let folding: Folding
    private let budget: WatchlistBudget
    private let variants: NameVariants
    private var entities: [String: Int] = [:]
    private var texts: [TextKey: Int] = [:]

    /// The same words in two queries are one leaf.
    private struct TextKey: Hashable {
        var text: String
        var isPrefix: Bool
        var isExact: Bool
        var isUninflected: Bool
    }

    init(folding: Folding, budget: WatchlistBudget) {
        self.folding = folding
        self.budget = budget
        variants = NameVariants(folding: folding)
    }

    mutating func add(entity name: String, _ aliases: [String]) {
        let leaf = newLeaf()
        entities[name] = leaf
        if aliases.isEmpty {
            note(.entity(name: name), found: "no alias", expected: "at least one name to look for")
        }
        for alias in aliases {
            do {
                let text = try QueryText(alias: alias)
                add(text, leaf: leaf, isName: true, place: .entity(name: name), column: nil)
            } catch {
                note(.entity(name: name), found: "\"\(alias.prefix(60))\"", expected: error.expected)
            }
        }
    }

    mutating func add(_ rule: WatchRule, number: Int) {
        let place = WatchlistProblem.Place.rule(number, name: rule.name)
        do {
            let query = try Query(rule.query, budget: budget.query)
            let before = problems.count
            let node = node(of: query.root, place: place)
            if problems.count == before { rules.append(CompiledRule(rule: rule, node: node)) }
        } catch {
            note(place, column: error.column, found: error.found, expected: error.expected)
        }
    }
}

extension WatchlistCompiler {
    private mutating func note(
        _ place: WatchlistProblem.Place, column: Int? = nil, found: String, expected: String
    ) {
        problems.append(WatchlistProblem(place: place, column: column, found: found, expected: expected))
    }

    private mutating func newLeaf() -> Int {
        leafCount += 1
        return leafCount - 1
    }

    private mutating func add(
        _ text: QueryText, leaf: Int, isName: Bool, place: WatchlistProblem.Place, column: Int?
    ) {
        guard terms.count < budget.maxTerms else {
            if terms.count == budget.maxTerms, problems.last?.place != .watchlist {
                note(.watchlist, found: "more than \(budget.maxTerms) terms", expected: "at most so many")
            }
            return
        }
        guard let term = Term(text, isName: isName, folding: folding) else {
            note(
                place, column: column, found: "\"\(text.text.prefix(60))\"",
                expected: "a word or phrase with a letter or digit that can be searched for")
            return
        }
        terms.append((term, leaf))
        for variant in term.variants(by: variants) + term.shortStems() + term.joined() {
            terms.append((variant, leaf))
        }
        // Persian parts of a word are joined by a sign that nobody sees, or have a space between them.
        if text.text.unicodeScalars.contains("\u{200C}"), !text.isExact {
            var parted = text
            parted.text = String(
                String.UnicodeScalarView(text.text.unicodeScalars.map { $0 == "\u{200C}" ? " " : $0 }))
            if let term = Term(parted, isName: isName, folding: folding) { terms.append((term, leaf)) }
        }
        guard !text.isExact else { return }
        let first = terms.count
        for (pair, other) in ScriptPairs.others(of: text.text) {
            var paired = text
            paired.text = other
            guard var term = Term(paired, isName: isName, folding: folding) else { continue }
            term.pairs = pair
            // Folding leaves most words of two pairs the same.
            let same = terms[first...].firstIndex {
                $0.term.segments.map(\.bytes) == term.segments.map(\.bytes)
            }
            if let same {
                terms[same].term.pairs.formUnion(pair)
            } else {
                terms.append((term, leaf))
            }
        }
    }

    private mutating func leaf(of text: QueryText, place: WatchlistProblem.Place) -> Int {
        let key = TextKey(
            text: text.text, isPrefix: text.isPrefix, isExact: text.isExact, isUninflected: text.isUninflected
        )
        if let known = texts[key] { return known }
        let leaf = newLeaf()
        texts[key] = leaf
        add(text, leaf: leaf, isName: false, place: place, column: text.column)
        return leaf
    }

    private mutating func node(of node: QueryNode, place: WatchlistProblem.Place) -> RuleNode {
        switch node {
        case .text(let text): return .leaf(leaf(of: text, place: place))
        case .entity(let entity):
            if let leaf = entities[entity.name] { return .leaf(leaf) }
            let similar = nearest(to: entity.name, among: entities.keys)
            note(
                place, column: entity.column, found: "\"@\(entity.name)\"",
                expected: similar.map { "a known entity, perhaps @\($0)" }
                    ?? "an entity that is listed under entities")
            return .or([])
        case .near(let left, let right, let distance, let isOrdered):
            return .near(
                self.node(of: left, place: place), self.node(of: right, place: place), distance: distance,
                isOrdered: isOrdered)
        case .title(let inner): return .title(self.node(of: inner, place: place))
        case .field(let field, let value): return .field(FieldCondition(field, value, folding: folding))
        case .and(let nodes): return .and(nodes.map { self.node(of: $0, place: place) })
        case .or(let nodes): return .or(nodes.map { self.node(of: $0, place: place) })
        case .not(let inner): return .not(self.node(of: inner, place: place))
        }
    }
}
