import Model
import Text

/// A rule bound to what the watchlist looks for.
struct CompiledRule: Sendable {
    var rule: WatchRule
    var node: RuleNode
}

/// A query's tree with words and entities replaced by the numbers of their leaves.
indirect enum RuleNode: Sendable {
    /// A word, phrase or entity: found when any of its terms was.
    case leaf(Int)
    case near(RuleNode, RuleNode, distance: Int, isOrdered: Bool)
    case title(RuleNode)
    case field(FieldCondition)
    case and([RuleNode])
    case or([RuleNode])
    case not(RuleNode)

    /// Leaves of which one must be found for the node to hold; nil when it may hold without any.
    var triggers: Set<Int>? {
        switch self {
        case .leaf(let leaf): return [leaf]
        case .near(let left, let right, _, _): return RuleNode.and([left, right]).triggers
        case .title(let node): return node.triggers
        case .field, .not: return nil
        case .and(let nodes): return nodes.compactMap(\.triggers).min { $0.count < $1.count }
        case .or(let nodes):
            var all: Set<Int> = []
            for node in nodes {
                guard let some = node.triggers else { return nil }
                all.formUnion(some)
            }
            return all
        }
    }
}

/// `source:`, `outlet:`, `tag:`, `lang:` or `wire:` with the value it asks for.
struct FieldCondition: Sendable {
    var field: QueryField
    /// Folded.
    private var value: [UInt8]
    private var isPrefix: Bool
    /// Of `lang:`, folded: what articles are labelled with that the value may mean.
    private var codes: [[UInt8]] = []

    init(_ field: QueryField, _ text: QueryText, folding: Folding) {
        self.field = field
        value = folding.foldedBytes(Array(text.text.utf8))
        isPrefix = text.isPrefix
        if field == .language {
            codes = LanguageTag.codes(meantBy: text.text).map { folding.foldedBytes(Array($0.utf8)) }
        }
    }

    /// Whether the article has the value.
    ///
    /// A source or wire has it when its name contains it as whole words (`source:BBC` is every BBC source),
    /// an outlet when it is that domain or lies under it, a tag when it is it, a language when it is it, a
    /// variety of it (`lang:zh` is zh-Hans too) or what it means (`lang:nb` is no).
    func holds(in input: MatchInput, folding: Folding) -> Bool {
        func folded(_ text: String?) -> [UInt8] { folding.foldedBytes(Array((text ?? "").utf8)) }
        switch field {
        case .source: return containsWords(folded(input.source))
        case .wire: return containsWords(folded(input.wire))
        case .outlet:
            let outlet = folded(input.outlet)
            return isOrBegins(outlet) || outlet.suffix(value.count + 1).elementsEqual([0x2E] + value)
        case .tag: return input.tags.contains { isOrBegins(folded($0)) }
        case .language:
            let language = folded(input.language)
            if !isPrefix, codes.contains(language) { return true }
            return isOrBegins(language) || language.starts(with: value + [0x2D])
        }
    }

    private func isOrBegins(_ text: [UInt8]) -> Bool {
        isPrefix ? text.starts(with: value) : text == value
    }

    private func containsWords(_ text: [UInt8]) -> Bool {
        let wanted = words(in: value)
        let present = words(in: text)
        guard !wanted.isEmpty, wanted.count <= present.count else { return false }
        return (0...(present.count - wanted.count)).contains { start in
            zip(wanted, present[start...]).enumerated().allSatisfy { index, pair in
                if isPrefix, index == wanted.count - 1 {
                    return text[pair.1.range].starts(with: value[pair.0.range])
                }
                return pair.0.hash == pair.1.hash
            }
        }
    }
}
