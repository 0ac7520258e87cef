import Text

/// Something about a readable query that its author has probably not meant.
package struct QueryWarning: Sendable, Equatable {
    package enum Kind: String, Sendable, Equatable {
        case tooBroad, neverMatches
        /// A word that looks like an operator which it is not.
        case likeOperator
    }

    package var kind: Kind
    /// 1-based, in characters; nil when it concerns the whole query.
    package var column: Int?
    /// One sentence for people.
    package var text: String

    package init(kind: Kind, column: Int? = nil, text: String) {
        self.kind = kind
        self.column = column
        self.text = text
    }
}

/// Looks a query over for words that match nearly everything and conditions that nothing fulfils.
///
/// - Parameter entities: names by entity, as configured; an alias is looked over like a word.
/// - Parameter facts: what sources, tags and languages there are; nil leaves conditions on them alone.
/// - Complexity: O(n²) at worst for n nodes beside each other; a query's budget bounds n.
package func warnings(
    for query: Query, entities: [String: [String]] = [:], facts: WatchedSources? = nil, folding: Folding
) -> [QueryWarning] {
    var review = QueryReview(query.text, entities: entities, facts: facts, folding: folding)
    review.look(at: query.root, isWanted: true)
    if isContradictory(query.root) {
        review.warnings.append(
            QueryWarning(
                kind: .neverMatches, column: nil,
                text: "nothing can match: what one part asks for, another excludes"))
    }
    if !hasWords(query.root) {
        review.warnings.append(
            QueryWarning(
                kind: .tooBroad, column: nil,
                text: "no word is asked for: every article of these sources or languages matches"))
    }
    return review.warnings
}

/// What the sources of an installation are, as far as queries ask for it.
package struct WatchedSources: Sendable, Equatable {
    package var names: [String]
    package var tags: Set<String>

    package init(names: [String], tags: Set<String>) {
        self.names = names
        self.tags = tags
    }
}

private struct QueryReview {
    let entities: [String: [String]]
    let facts: WatchedSources?
    let folding: Folding
    /// The languages in which each word is common.
    private let common: [[UInt8]: [String]]
    private let characters: [Character]
    var warnings: [QueryWarning] = []

    init(_ text: String, entities: [String: [String]], facts: WatchedSources?, folding: Folding) {
        characters = Array(text)
        self.entities = entities
        self.facts = facts
        self.folding = folding
        common = CommonWords.languagesByWord(folding: folding)
    }

    /// - Parameter isWanted: whether the node must hold, not be absent.
    /// - Parameter isAlone: whether nothing beside it makes the query rare.
    mutating func look(at node: QueryNode, isWanted: Bool, isAlone: Bool = true) {
        switch node {
        case .text(let text):
            if let right = misspeltOperator(text) { warn(.likeOperator, text.column, right) }
            guard isWanted, isAlone, let reason = breadth(of: text) else { return }
            warn(.tooBroad, text.column, reason)
        case .entity(let entity):
            if facts != nil, entities[entity.name] == nil {
                let similar = nearest(to: entity.name, among: entities.keys).map { ", perhaps @\($0)" } ?? ""
                warn(.neverMatches, entity.column, "the settings have no entity @\(entity.name)\(similar)")
            }
            for alias in entities[entity.name] ?? [] {
                guard isWanted, isAlone, let text = try? QueryText(alias: alias),
                    let reason = breadth(of: text)
                else { continue }
                warn(.tooBroad, entity.column, "in @\(entity.name), \(reason)")
            }
        case .near(let left, let right, _, _):
            // Together two common words are rare enough.
            look(at: left, isWanted: isWanted, isAlone: false)
            look(at: right, isWanted: isWanted, isAlone: false)
        case .title(let inner): look(at: inner, isWanted: isWanted, isAlone: isAlone)
        case .field(let field, let value): look(at: field, value, isWanted: isWanted)
        case .and(let nodes):
            // One rare part is enough to make the whole rare: only a conjunction of common words is not.
            let isNarrow = nodes.contains { isNarrowing($0) }
            for node in nodes { look(at: node, isWanted: isWanted, isAlone: isAlone && !isNarrow) }
        case .or(let nodes): for node in nodes { look(at: node, isWanted: isWanted, isAlone: isAlone) }
        case .not(let inner): look(at: inner, isWanted: !isWanted)
        }
    }

    /// What to write instead of a word that stands where an operator was probably meant; nil for any other word.
    private func misspeltOperator(_ text: QueryText) -> String? {
        // In quotes it is meant as it stands.
        guard characters.indices.contains(text.column - 1),
            QueryMark(characters[text.column - 1]).opensPhrase == false
        else { return nil }
        let word = text.text
        if word.contains("~") {
            return "“\(word)” is looked for as it stands: ~off belongs right behind a word, such as Trump~off"
        }
        if text.isExact, word.hasPrefix("=") { return "one = is enough: =\(word.drop { $0 == "=" })" }
        let upper = word.uppercased()
        let name = upper.prefix { $0.isLetter }
        guard ["AND", "OR", "NOT", "NEAR", "ONEAR"].contains(name), !text.isExact, !text.isPrefix else {
            return nil
        }
        let rest = upper.dropFirst(name.count)
        if rest.isEmpty, !name.hasSuffix("NEAR") {
            return "“\(word)” is looked for as a word: write \(name) for the operator, or quotes for the word"
        }
        guard name.hasSuffix("NEAR"), rest.allSatisfy({ $0 == "/" || $0.isNumber }) else { return nil }
        let distance = rest.filter(\.isNumber)
        return "“\(word)” is looked for as a word: write \(name)/\(distance.isEmpty ? "5" : String(distance))"
    }

    private mutating func warn(_ kind: QueryWarning.Kind, _ column: Int?, _ text: String) {
        warnings.append(QueryWarning(kind: kind, column: column, text: text))
    }

    /// Whether a part of a conjunction asks for words that are not common.
    private func isNarrowing(_ node: QueryNode) -> Bool {
        switch node {
        case .text(let text): breadth(of: text) == nil
        case .entity, .near, .title: true
        case .field(let field, _): field == .language || field == .tag ? false : true
        case .and(let nodes): nodes.contains { isNarrowing($0) }
        case .or(let nodes): nodes.allSatisfy { isNarrowing($0) }
        case .not: false
        }
    }

    /// Why a word matches too much; nil when it does not.
    private func breadth(of text: QueryText) -> String? {
        guard let term = Term(text, isName: false, folding: folding) else { return nil }
        guard term.segments.count == 1 else {
            // A phrase of nothing but small words of one language.
            let all = term.segments.map { Set(common[$0.bytes] ?? []) }
            let languages = all.dropFirst().reduce(all.first ?? []) { $0.intersection($1) }.sorted()
            guard !languages.isEmpty, !text.isPrefix else { return nil }
            return
                "“\(text.text)” is in most articles in \(languages.joined(separator: ", ")): ask for it near another word"
        }
        let segment = term.segments[0]
        switch segment.script {
        case _ where segment.letters > 1 && !isSpaced(segment.script) && common[segment.bytes] != nil:
            return
                "“\(text.text)” is in most articles in \(common[segment.bytes]?.first ?? ""): ask for it near another word"
        case .han, .kana:
            guard segment.letters == 1 else { return nil }
            return "“\(text.text)” is one character and is part of many words: add the ones beside it"
        case .thai, .lao, .khmer, .burmese:
            guard segment.letters <= 2 else { return nil }
            return "“\(text.text)” is part of many words: add the letters beside it"
        case .hangul:
            guard segment.letters == 1 else { return nil }
            return "“\(text.text)” is one syllable and begins many words: add the ones beside it"
        case .number:
            guard segment.letters <= 2 else { return nil }
            return "the number \(text.text) is in most articles"
        default: break
        }
        if segment.letters == 1 { return "the letter “\(text.text)” is in most articles" }
        let languages = common[segment.bytes] ?? []
        guard !languages.isEmpty, !text.isPrefix else { return nil }
        // In capitals and exact it is an acronym, which the small word is not.
        if text.isExact, text.text.allSatisfy({ !$0.isLowercase }) { return nil }
        let remedy =
            text.isExact || segment.script == .arabic || segment.script == .devanagari
            ? "ask for it near another word" : "write =\(text.text.uppercased()) for the capitals alone"
        return "“\(text.text)” is a common word in \(languages.joined(separator: ", ")): \(remedy)"
    }

    private mutating func look(at field: QueryField, _ value: QueryText, isWanted: Bool) {
        guard isWanted, let facts else { return }
        let condition = FieldCondition(field, value, folding: folding)
        func holds(_ change: (inout MatchInput) -> Void) -> Bool {
            var input = MatchInput(paragraphs: [])
            change(&input)
            return condition.holds(in: input, folding: folding)
        }
        switch field {
        case .language:
            let code = value.text.lowercased().prefix { $0 != "-" && $0 != "_" }
            // Other codes stand for what articles are labelled with.
            guard !value.isPrefix, LanguageTag.codes(meantBy: value.text) == [String(code)] else { return }
            guard let known = LanguageCode(String(code)) else {
                warn(.neverMatches, value.column, "no language has the code “\(value.text)”")
                return
            }
            if known.code != code {
                warn(.neverMatches, value.column, "articles in “\(value.text)” have the code \(known.code)")
            }
        case .source where !facts.names.contains(where: { name in holds { $0.source = name } }):
            warn(.neverMatches, value.column, "no source has “\(value.text)” in its name")
        case .tag where !holds { $0.tags = Array(facts.tags) }:
            warn(.neverMatches, value.column, "no source has the tag “\(value.text)”")
        default: break
        }
    }
}

/// Whether any word or name must be found for a query to hold.
private func hasWords(_ node: QueryNode) -> Bool {
    switch node {
    case .text, .entity, .near, .title: true
    case .field: false
    case .and(let nodes): nodes.contains(where: hasWords)
    case .or(let nodes): nodes.allSatisfy(hasWords)
    case .not(.not(let inner)): hasWords(inner)
    case .not: false
    }
}

/// Whether no article can fulfil a node, as far as its form shows.
private func isContradictory(_ node: QueryNode) -> Bool {
    switch node {
    case .text, .entity, .field: return false
    case .near(let left, let right, _, _): return isContradictory(left) || isContradictory(right)
    case .title(let inner): return isContradictory(inner)
    case .or(let nodes): return nodes.allSatisfy(isContradictory)
    case .not: return false
    case .and(let nodes):
        if nodes.contains(where: isContradictory) { return true }
        let wanted = nodes.flatMap(conjuncts)
        for (index, node) in wanted.enumerated() {
            if case .not(let excluded) = node, wanted.contains(where: { implies($0, excluded) }) {
                return true
            }
            if wanted[..<index].contains(where: { excludes($0, node) }) { return true }
        }
        return false
    }
}

/// Whether words of the script stand between spaces.
private func isSpaced(_ script: ScriptClass) -> Bool {
    switch script {
    case .han, .kana, .thai, .lao, .khmer, .burmese: false
    default: true
    }
}

private func conjuncts(_ node: QueryNode) -> [QueryNode] {
    if case .and(let nodes) = node { nodes.flatMap(conjuncts) } else { [node] }
}

/// Whether an article that fulfils one node always fulfils the other.
private func implies(_ node: QueryNode, _ other: QueryNode) -> Bool {
    if isSame(node, other) { return true }
    if case .or(let others) = other, others.contains(where: { implies(node, $0) }) { return true }
    if case .and(let others) = other, others.allSatisfy({ implies(node, $0) }) { return true }
    switch node {
    case .text(let text):
        guard case .text(let wider) = other else { return false }
        return text.isWithin(wider)
    case .not(.not(let inner)): return implies(inner, other)
    case .and(let nodes): return nodes.contains { implies($0, other) }
    case .or(let nodes): return nodes.allSatisfy { implies($0, other) }
    case .near(let left, let right, _, _): return implies(left, other) || implies(right, other)
    case .title(let inner): return implies(inner, other)
    default: return false
    }
}

extension QueryText {
    /// Whether every place of this word is one of the other, which allows more.
    fileprivate func isWithin(_ other: QueryText) -> Bool {
        guard !other.isExact else { return false }
        let mine = text.lowercased()
        let others = other.text.lowercased()
        if other.isPrefix { return mine.hasPrefix(others) }
        return mine == others && !isPrefix && (!other.isUninflected || isUninflected || isExact)
    }
}

/// The same but for where they stand.
private func isSame(_ node: QueryNode, _ other: QueryNode) -> Bool {
    switch (node, other) {
    case (.text(let text), .text(let other)):
        text.text.lowercased() == other.text.lowercased() && text.isPrefix == other.isPrefix
            && text.isExact == other.isExact && text.isUninflected == other.isUninflected
    case (.entity(let entity), .entity(let other)): entity.name == other.name
    case (.field(let field, let value), .field(let otherField, let other)):
        field == otherField && value.text.lowercased() == other.text.lowercased()
            && value.isPrefix == other.isPrefix
    default: false
    }
}

/// Whether two conditions of one field cannot hold together: an article has one language and one outlet.
private func excludes(_ node: QueryNode, _ other: QueryNode) -> Bool {
    if case .or(let nodes) = node { return nodes.allSatisfy { excludes($0, other) } }
    if case .or(let others) = other { return others.allSatisfy { excludes(node, $0) } }
    guard case .field(let field, let value) = node, case .field(let otherField, let otherValue) = other,
        field == otherField, !value.isPrefix, !otherValue.isPrefix
    else { return false }
    let first = value.text.lowercased()
    let second = otherValue.text.lowercased()
    switch field {
    case .language:
        return Set(LanguageTag.codes(meantBy: first)).isDisjoint(with: LanguageTag.codes(meantBy: second))
    case .outlet: return !("." + first).hasSuffix("." + second) && !("." + second).hasSuffix("." + first)
    default: return false
    }
}
