/// Reads CSS selectors; one pass, no backtracking.
struct CSSParser {
    private let text: String
    private let characters: [Unicode.Scalar]
    private var index = 0
    private var depth = 0

    init(_ text: String) {
        self.text = text
        characters = Array(text.unicodeScalars)
    }

    /// The whole text: selectors between commas, then perhaps `::text` or `::attr(name)`.
    mutating func selectorList() throws(SelectorError) -> ([CSSSelector], Selector.Value) {
        let list = try list(isRelative: false)
        var value = Selector.Value.text
        if peek() == ":", peek(1) == ":" {
            index += 2
            switch try identifier("text or attr(name)").lowercased() {
            case "text": break
            case "attr":
                try expect("(")
                skipSpaces()
                value = .attribute(try identifier("the name of an attribute").lowercased())
                skipSpaces()
                try expect(")")
            default: throw problem("::text or ::attr(name)")
            }
            skipSpaces()
        }
        guard peek() == nil else { throw problem("the end of the selector") }
        return (list, value)
    }

    private mutating func list(isRelative: Bool) throws(SelectorError) -> [CSSSelector] {
        var selectors = [try complex(isRelative: isRelative)]
        while peek() == "," {
            index += 1
            selectors.append(try complex(isRelative: isRelative))
        }
        return selectors
    }

    private mutating func complex(isRelative: Bool) throws(SelectorError) -> CSSSelector {
        skipSpaces()
        var combinator = CSSSelector.Combinator.descendant
        if isRelative, let written = readCombinator() { combinator = written }
        var steps: [CSSSelector.Step] = []
        while true {
            steps.append(CSSSelector.Step(combinator: combinator, compound: try compound()))
            let hadSpace = skipSpaces()
            if let written = readCombinator() {
                combinator = written
                continue
            }
            let next = peek()
            if next == nil || next == "," || next == ")" || (next == ":" && peek(1) == ":") {
                return CSSSelector(steps: steps)
            }
            guard hadSpace else { throw problem("a combinator, a comma or the end") }
            combinator = .descendant
        }
    }

    /// `>`, `+` or `~` with the spaces behind it.
    private mutating func readCombinator() -> CSSSelector.Combinator? {
        let combinator: CSSSelector.Combinator
        switch peek() {
        case ">": combinator = .child
        case "+": combinator = .nextSibling
        case "~": combinator = .laterSibling
        default: return nil
        }
        index += 1
        skipSpaces()
        return combinator
    }

    private mutating func compound() throws(SelectorError) -> CSSCompound {
        var compound = CSSCompound()
        var isEmpty = true
        if peek() == "*" {
            index += 1
            isEmpty = false
        } else if let next = peek(), isNameStart(next) {
            let start = index
            let type = try identifier("an element").lowercased()
            guard type.utf8.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: ":") }) else {
                index = start
                throw problem("an element of HTML")
            }
            compound.type = type
            isEmpty = false
        }
        while let next = peek() {
            switch next {
            case "#":
                index += 1
                let name = try identifier("an id", mayStartWithDigit: true)
                compound.conditions.append(.attribute("id", .equals, name, ignoresCase: false))
            case ".":
                index += 1
                let name = try identifier("a class")
                compound.conditions.append(.attribute("class", .includesWord, name, ignoresCase: false))
            case "[":
                index += 1
                compound.conditions.append(try attribute())
            case ":" where peek(1) != ":":
                index += 1
                compound.conditions.append(contentsOf: try pseudoClass(of: compound.type))
            default:
                if isEmpty { throw problem("an element, a class, an id, an attribute or a pseudo-class") }
                return compound
            }
            isEmpty = false
        }
        if isEmpty { throw problem("an element, a class, an id, an attribute or a pseudo-class") }
        return compound
    }

    /// What follows `[`.
    private mutating func attribute() throws(SelectorError) -> CSSCondition {
        skipSpaces()
        let name = try identifier("the name of an attribute").lowercased()
        skipSpaces()
        if peek() == "]" {
            index += 1
            return .attribute(name, .exists, "", ignoresCase: false)
        }
        let comparison: CSSCondition.Comparison
        switch peek() {
        case "=": comparison = .equals
        case "~": comparison = .includesWord
        case "|": comparison = .hasPrefixDash
        case "^": comparison = .hasPrefix
        case "$": comparison = .hasSuffix
        case "*": comparison = .contains
        default: throw problem("], =, ~=, |=, ^=, $= or *=")
        }
        if comparison != .equals { index += 1 }
        try expect("=")
        skipSpaces()
        let value = try stringOrName()
        skipSpaces()
        var ignoresCase = false
        if peek() == "i" || peek() == "I" || peek() == "s" || peek() == "S" {
            ignoresCase = peek() == "i" || peek() == "I"
            index += 1
            skipSpaces()
        }
        try expect("]")
        return .attribute(name, comparison, value, ignoresCase: ignoresCase)
    }

    /// What follows a single `:`.
    private mutating func pseudoClass(of type: String?) throws(SelectorError) -> [CSSCondition] {
        let start = index
        let name = try identifier("the name of a pseudo-class").lowercased()
        let ofType = name.hasSuffix("-of-type")
        if ofType, type == nil {
            // XPath 1.0 cannot compare the names of siblings with that of the element at hand.
            index = start
            throw problem("an element before :\(name)")
        }
        let counted = ofType ? type : nil
        let first = CSSCondition.nth(step: 0, offset: 1, type: counted, fromEnd: false)
        let last = CSSCondition.nth(step: 0, offset: 1, type: counted, fromEnd: true)
        switch name {
        case "first-child", "first-of-type": return [first]
        case "last-child", "last-of-type": return [last]
        case "only-child", "only-of-type": return [first, last]
        case "empty": return [.isEmpty]
        case "root": return [.isRoot]
        case "link", "any-link": return [.attribute("href", .exists, "", ignoresCase: false)]
        case "not", "is", "where", "matches", "has":
            try open()
            let selectors = try list(isRelative: name == "has")
            try close()
            return [name == "not" ? .not(selectors) : name == "has" ? .has(selectors) : .matches(selectors)]
        case "nth-child", "nth-last-child", "nth-of-type", "nth-last-of-type":
            try open()
            let (step, offset) = try formula()
            try close()
            return [.nth(step: step, offset: offset, type: counted, fromEnd: name.hasPrefix("nth-last"))]
        case "contains", "-soup-contains":
            try open()
            let words = try stringOrName()
            try close()
            return [.containsText(words)]
        default:
            index = start
            throw problem("a pseudo-class such as :not(), :has(), :first-child, :nth-child() or :contains()")
        }
    }

    private mutating func open() throws(SelectorError) {
        try expect("(")
        depth += 1
        guard depth <= Selector.maxDepth else { throw problem("at most \(Selector.maxDepth) levels") }
        skipSpaces()
    }

    private mutating func close() throws(SelectorError) {
        skipSpaces()
        try expect(")")
        depth -= 1
    }

    /// `odd`, `even`, `3`, `2n+1`, `-n + 3`.
    private mutating func formula() throws(SelectorError) -> (step: Int, offset: Int) {
        if let word = peek(), word == "o" || word == "O" || word == "e" || word == "E" {
            switch try identifier("odd or even").lowercased() {
            case "odd": return (2, 1)
            case "even": return (2, 0)
            default: throw problem("odd, even or a formula such as 2n+1")
            }
        }
        let sign = readSign()
        let number = readNumber()
        guard peek() == "n" || peek() == "N" else {
            guard let number else { throw problem("odd, even or a formula such as 2n+1") }
            return (0, sign * number)
        }
        index += 1
        let step = sign * (number ?? 1)
        skipSpaces()
        guard peek() == "+" || peek() == "-" else { return (step, 0) }
        let offsetSign = readSign()
        skipSpaces()
        guard let offset = readNumber() else { throw problem("a number") }
        return (step, offsetSign * offset)
    }

    private mutating func readSign() -> Int {
        guard peek() == "+" || peek() == "-" else { return 1 }
        index += 1
        return characters[index - 1] == "-" ? -1 : 1
    }

    private mutating func readNumber() -> Int? {
        var value: Int?
        while let digit = peek(), ("0"..."9").contains(digit) {
            value = min((value ?? 0) * 10 + Int(digit.value - 48), 1_000_000)
            index += 1
        }
        return value
    }
}

extension CSSParser {
    private func peek(_ distance: Int = 0) -> Unicode.Scalar? {
        index + distance < characters.count ? characters[index + distance] : nil
    }

    private func problem(_ expected: String) -> SelectorError {
        SelectorError(selector: text, column: index + 1, expected: expected)
    }

    private mutating func expect(_ character: Unicode.Scalar) throws(SelectorError) {
        guard peek() == character else { throw problem(String(character)) }
        index += 1
    }

    @discardableResult
    private mutating func skipSpaces() -> Bool {
        let start = index
        while let next = peek(), next == " " || (0x09...0x0D).contains(next.value) { index += 1 }
        return index > start
    }

    private func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "_", "\\": true
        case "-": peek(1).map { isNamePart($0) || $0 == "\\" } ?? false
        default: scalar.value >= 0x80
        }
    }

    private func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
        default: scalar.value >= 0x80
        }
    }

    private mutating func identifier(
        _ expected: String, mayStartWithDigit: Bool = false
    ) throws(SelectorError) -> String {
        guard let first = peek(), isNameStart(first) || (mayStartWithDigit && isNamePart(first)) else {
            throw problem(expected)
        }
        var name = String.UnicodeScalarView()
        while let next = peek() {
            if next == "\\" {
                name.append(try escaped())
            } else if isNamePart(next) {
                name.append(next)
                index += 1
            } else {
                break
            }
        }
        return String(name)
    }

    /// `\:` or `\3A ` at the cursor.
    private mutating func escaped() throws(SelectorError) -> Unicode.Scalar {
        index += 1
        guard let first = peek() else { throw problem("a character after the backslash") }
        var value: UInt32 = 0
        var digits = 0
        while digits < 6, let digit = peek().flatMap({ Character($0).hexDigitValue }) {
            value = value * 16 + UInt32(digit)
            digits += 1
            index += 1
        }
        guard digits > 0 else {
            index += 1
            return first
        }
        if let space = peek(), space == " " || (0x09...0x0D).contains(space.value) { index += 1 }
        return Unicode.Scalar(value).flatMap { $0.value == 0 ? nil : $0 } ?? "\u{FFFD}"
    }

    private mutating func stringOrName() throws(SelectorError) -> String {
        guard let quote = peek(), quote == "\"" || quote == "'" else {
            return try identifier("a name or a string in quotes", mayStartWithDigit: true)
        }
        index += 1
        var string = String.UnicodeScalarView()
        while let next = peek(), next != quote {
            if next == "\\" {
                string.append(try escaped())
            } else {
                string.append(next)
                index += 1
            }
        }
        guard peek() == quote else { throw problem("the closing quote") }
        index += 1
        return String(string)
    }
}
