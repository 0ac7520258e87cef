extension CSSSelector {
    /// The elements that match, among the context and everything in it.
    ///
    /// Read from right to left as browsers do: one pass over the elements, each looked at with its ancestors and
    /// siblings. Going down from every match of the first compound would visit the same elements many times.
    var xpath: String {
        guard let last = steps.last else { return "self::node()[false()]" }
        return "descendant-or-self::\(last.compound.type ?? "*")"
            + predicate(conditions(upTo: steps.count - 1))
    }

    /// True at an element that matches.
    var test: String {
        guard let last = steps.last else { return "false()" }
        let type = last.compound.type.map { ["self::\($0)"] } ?? []
        return all(type + conditions(upTo: steps.count - 1))
    }

    /// From an element to what hangs on it; for `:has()`.
    var relativePath: String {
        steps.map { step in
            let type = step.compound.type ?? "*"
            let tests = step.compound.conditions.map(\.xpath)
            return switch step.combinator {
            case .descendant: "descendant::\(type)" + predicate(tests)
            case .child: "child::\(type)" + predicate(tests)
            case .laterSibling: "following-sibling::\(type)" + predicate(tests)
            case .nextSibling: "following-sibling::*[1]/self::\(type)" + predicate(tests)
            }
        }.joined(separator: "/")
    }

    /// What the element of step `index` must fulfil besides its type, all steps before it included.
    private func conditions(upTo index: Int) -> [String] {
        let step = steps[index]
        var tests = step.compound.conditions.map(\.xpath)
        guard index > 0 else { return tests }
        let type = steps[index - 1].compound.type ?? "*"
        let before = predicate(conditions(upTo: index - 1))
        switch step.combinator {
        case .descendant: tests.append("ancestor::\(type)\(before)")
        case .child: tests.append("parent::\(type)\(before)")
        case .laterSibling: tests.append("preceding-sibling::\(type)\(before)")
        case .nextSibling: tests.append("preceding-sibling::*[1]/self::\(type)\(before)")
        }
        return tests
    }
}

extension CSSCondition {
    /// True at an element that fulfils the condition.
    var xpath: String {
        switch self {
        case .attribute(let name, let comparison, let value, let ignoresCase):
            attributeTest(name, comparison, value, ignoresCase: ignoresCase)
        case .not(let selectors): "not(\(any(selectors.map(\.test))))"
        case .matches(let selectors): any(selectors.map(\.test))
        case .has(let selectors): any(selectors.map(\.relativePath))
        case .nth(let step, let offset, let type, let fromEnd):
            nthTest(step: step, offset: offset, type: type, fromEnd: fromEnd)
        case .isEmpty: "not(* or text())"
        case .isRoot: "not(parent::*)"
        case .containsText(let words): "contains(., \(literal(words)))"
        }
    }

    private func attributeTest(
        _ name: String, _ comparison: Comparison, _ value: String, ignoresCase: Bool
    ) -> String {
        // Names from outside HTML, such as `xml:lang`, are one word to the HTML parser.
        let attribute = name.utf8.allSatisfy(isPlain) ? "@\(name)" : "@*[name()=\(literal(name))]"
        if comparison == .exists { return attribute }
        let left = ignoresCase ? lowered(attribute) : attribute
        let right = literal(ignoresCase ? loweredASCII(value) : value)
        switch comparison {
        case .exists: return attribute
        case .equals: return "\(left)=\(right)"
        case .includesWord:
            guard !value.isEmpty, !value.contains(where: \.isWhitespace) else { return "false()" }
            let padded = literal(" \(ignoresCase ? loweredASCII(value) : value) ")
            return "\(attribute) and contains(concat(' ', normalize-space(\(left)), ' '), \(padded))"
        case .hasPrefixDash:
            let dashed = literal((ignoresCase ? loweredASCII(value) : value) + "-")
            return "(\(left)=\(right) or starts-with(\(left), \(dashed)))"
        case .hasPrefix: return value.isEmpty ? "false()" : "starts-with(\(left), \(right))"
        case .hasSuffix:
            let length = value.unicodeScalars.count
            return value.isEmpty
                ? "false()" : "substring(\(left), string-length(\(left)) - \(length - 1)) = \(right)"
        case .contains: return value.isEmpty ? "false()" : "contains(\(left), \(right))"
        }
    }

    /// Whether a byte may stand in a name of XPath without further ado.
    private func isPlain(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x5F
    }

    private func nthTest(step: Int, offset: Int, type: String?, fromEnd: Bool) -> String {
        let siblings = "\(fromEnd ? "following-sibling" : "preceding-sibling")::\(type ?? "*")"
        if step == 0 { return offset == 1 ? "not(\(siblings))" : "count(\(siblings)) = \(offset - 1)" }
        let steps = "(count(\(siblings)) + \(1 - offset))"
        return "\(steps) mod \(step) = 0 and \(steps) \(step > 0 ? ">=" : "<=") 0"
    }
}

/// `[a][b]`, or nothing.
private func predicate(_ tests: [String]) -> String {
    tests.map { "[\($0)]" }.joined()
}

private func all(_ tests: [String]) -> String {
    tests.isEmpty ? "true()" : tests.map { "(\($0))" }.joined(separator: " and ")
}

private func any(_ tests: [String]) -> String {
    tests.map { "(\($0))" }.joined(separator: " or ")
}

private func lowered(_ expression: String) -> String {
    "translate(\(expression), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"
}

private func loweredASCII(_ text: String) -> String {
    String(decoding: text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
}

/// A string of XPath 1.0, which has no escapes: one that holds both quotes is put together of pieces.
private func literal(_ text: String) -> String {
    if !text.contains("'") { return "'\(text)'" }
    if !text.contains("\"") { return "\"\(text)\"" }
    let pieces = text.split(separator: "'", omittingEmptySubsequences: false).map { "'\($0)'" }
    return "concat(\(pieces.joined(separator: ", \"'\", ")))"
}
