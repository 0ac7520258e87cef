/// One piece of a written date: a number, a word or a sign.
struct DateToken {
    enum Kind {
        case number, word, sign
    }

    /// What a mark behind a number says the number is.
    enum Unit {
        case year, month, day, hour, minute, second
    }

    var kind: Kind
    /// Of a number.
    var value = 0
    /// Digits the number was written with.
    var digits = 0
    var unit: Unit?
    /// Persian or Arabic-Indic digits tell calendars apart; nil for all others.
    var digitLanguage: String?
    /// Of a word that is known.
    var meaning: DateNames.Meaning?
    /// Folded letters of a word.
    var letters: [Unicode.Scalar] = []
    /// Of a sign.
    var sign: Unicode.Scalar = " "
    var hasSpaceBefore = false

    var months: [DateNames.Month] { meaning?.months ?? [] }
    var role: DateRole? { meaning?.role }
}

/// Splits a text into the pieces a date is made of.
struct DateTokenizer {
    /// Pieces looked at in one text.
    static let tokenLimit = 400

    private let names: DateNames
    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var tokens: [DateToken] = []

    init(_ text: some StringProtocol, names: DateNames) {
        self.names = names
        // Twenty letters a piece are plenty.
        scalars = Array(text.unicodeScalars.prefix(20 * Self.tokenLimit))
    }

    mutating func tokenized() -> [DateToken] {
        var hasSpace = false
        while index < scalars.count, tokens.count < Self.tokenLimit {
            let scalar = scalars[index]
            if NameFolding.folded(scalar) == nil {
                index += 1
            } else if isSpace(scalar) {
                hasSpace = true
                index += 1
            } else {
                let before = tokens.count
                if decimalValue(scalar) != nil {
                    readNumber()
                } else if isIdeograph(scalar) {
                    readIdeograph()
                } else if isLetter(scalar) {
                    readWord()
                } else {
                    let sign = scalar.value == 0xFF1A ? ":" : NameFolding.folded(scalar) ?? scalar
                    tokens.append(DateToken(kind: .sign, sign: sign))
                    index += 1
                }
                if tokens.count > before { tokens[before].hasSpaceBefore = hasSpace }
                hasSpace = false
            }
        }
        return tokens
    }

    private mutating func readNumber() {
        var token = DateToken(kind: .number)
        while index < scalars.count, let digit = decimalValue(scalars[index]) {
            if (0x6F0...0x6F9).contains(scalars[index].value) { token.digitLanguage = "fa" }
            if (0x660...0x669).contains(scalars[index].value) { token.digitLanguage = "ar" }
            token.value = min(token.value * 10 + digit, 1_000_000_000)
            token.digits += 1
            index += 1
        }
        tokens.append(token)
    }

    /// Letters of one alphabet, with dots inside that abbreviations have: `a.m.`, `ก.พ.`.
    private mutating func readWord() {
        var letters: [Unicode.Scalar] = []
        while index < scalars.count {
            let scalar = scalars[index]
            if isLetter(scalar), !isIdeograph(scalar) {
                if let folded = NameFolding.folded(scalar) { letters.append(folded) }
            } else if scalar == ".", isAbbreviation(letters), index + 1 < scalars.count,
                isLetter(scalars[index + 1])
            {
                // The dot goes.
            } else if NameFolding.folded(scalar) != nil {
                break
            }
            index += 1
        }
        guard !letters.isEmpty else { return }
        append(word: letters)
    }

    /// Whether a dot may go on: behind single letters, and in Thai and Lao behind any.
    private func isAbbreviation(_ letters: [Unicode.Scalar]) -> Bool {
        guard let last = letters.last else { return false }
        if (0xE00...0xEFF).contains(last.value) { return true }
        return index >= 2 && letters.count <= 3 && (letters.count == 1 || scalars[index - 2] == ".")
    }

    /// Adds a word, together with one or two before it when all make one name.
    private mutating func append(word letters: [Unicode.Scalar]) {
        for count in [2, 1] {
            let earlier = tokens.suffix(count)
            guard earlier.count == count, earlier.allSatisfy({ $0.kind == .word }) else { continue }
            let joined = earlier.reduce(into: []) { $0 += $1.letters + [" "] } + letters
            guard joined.count <= 32 else { continue }
            if let meaning = names.meaning(of: joined[...]) {
                tokens.removeLast(count - 1)
                tokens[tokens.count - 1].letters = joined
                tokens[tokens.count - 1].meaning = meaning
                return
            }
        }
        var token = DateToken(kind: .word, letters: letters)
        token.meaning = meaning(of: letters)
        tokens.append(token)
    }

    /// What a word says, also behind a prefix that is written together with it.
    private func meaning(of letters: [Unicode.Scalar]) -> DateNames.Meaning? {
        guard letters.count <= 32 else { return nil }
        if let known = names.meaning(of: letters[...]) { return known }
        for prefix in ["ב", "ל", "ខែ", "เดือน", "ເດືອນ", "ခုနှစ်", "ዓመተ"] {
            let count = prefix.unicodeScalars.count
            if letters.count > count + 1, letters.starts(with: prefix.unicodeScalars) {
                return names.meaning(of: letters[count...])
            }
        }
        return nil
    }

    /// Han and Hangul: names of two to four characters, numbers before a mark, single characters.
    private mutating func readIdeograph() {
        for length in [4, 2, 1] where index + length <= scalars.count {
            let letters = scalars[index..<index + length]
            if let meaning = names.meaning(of: letters) {
                tokens.append(DateToken(kind: .word, meaning: meaning, letters: Array(letters)))
                index += length
                return
            }
        }
        var end = index
        while end < scalars.count, end - index < 6, chineseDigit(scalars[end]) != nil { end += 1 }
        if end > index, end < scalars.count, names.meaning(of: scalars[end...end])?.role != nil,
            let (value, digits) = chineseNumber(scalars[index..<end])
        {
            tokens.append(DateToken(kind: .number, value: value, digits: digits))
            index = end
            return
        }
        tokens.append(DateToken(kind: .word, letters: [scalars[index]]))
        index += 1
    }

    /// `二〇二六` → 2026, `十三` → 13, `廿五` → 25, `元` → 1.
    private func chineseNumber(_ run: ArraySlice<Unicode.Scalar>) -> (value: Int, digits: Int)? {
        let digits = run.compactMap(chineseDigit)
        if digits.contains(where: { $0 >= 10 }) {
            var total = 0
            var pending: Int?
            for digit in digits {
                if digit >= 10 {
                    total += digit == 10 ? (pending ?? 1) * 10 : digit
                    pending = nil
                } else {
                    guard pending == nil else { return nil }
                    pending = digit
                }
            }
            return (total + (pending ?? 0), 2)
        }
        return (digits.reduce(0) { $0 * 10 + $1 }, digits.count)
    }

    private func chineseDigit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "〇", "零", "○": 0
        case "一", "元": 1
        case "二": 2
        case "三": 3
        case "四": 4
        case "五": 5
        case "六": 6
        case "七": 7
        case "八": 8
        case "九": 9
        case "十": 10
        case "廿": 20
        case "卅": 30
        default: nil
        }
    }
}

private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value <= 0x20 || scalar.properties.isWhitespace
}

/// The value of a decimal digit of any script.
private func decimalValue(_ scalar: Unicode.Scalar) -> Int? {
    if scalar.value < 0x80 { return (0x30...0x39).contains(scalar.value) ? Int(scalar.value & 15) : nil }
    guard scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue else {
        return nil
    }
    return Int(value)
}

private func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3007, 0x25CB, 0x3400...0x9FFF, 0xAC00...0xD7A3, 0x20000...0x3FFFF: true
    default: false
    }
}

private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return (0x61...0x7A).contains(scalar.value | 0x20) }
    return switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
        .spacingMark, .enclosingMark:
        true
    default: false
    }
}
