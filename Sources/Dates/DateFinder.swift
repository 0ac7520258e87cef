/// Finds dates among the pieces of a text.
struct DateFinder {
    let tokens: [DateToken]
    /// BCP 47 without what follows the first dash; nil when unknown.
    let language: String?
    /// Day before month is not the custom.
    let isMonthFirst: Bool

    init(tokens: [DateToken], language: String?) {
        self.tokens = tokens
        let subtags = language?.lowercased().split(separator: "-") ?? []
        self.language = subtags.first.map(String.init)
        let region = subtags.dropFirst().last { $0.count == 2 }
        isMonthFirst =
            (self.language == "en" && (region == nil || region == "us" || region == "ph")) || region == "us"
            || self.language == "fil"
    }

    /// All dates in reading order; those with year, month and day where there are any, otherwise shorter ones.
    func dates() -> [DateParts] {
        var found: [DateParts] = []
        for index in tokens.indices {
            if let date = wordDate(at: index) ?? numericDate(at: index) { found.append(date) }
        }
        let complete = found.filter(\.isComplete)
        return complete.isEmpty ? found : complete
    }
}

// Looking around.
extension DateFinder {
    /// The next number to the right with nothing but fillers and signs before it.
    func number(rightOf index: Int) -> Int? {
        var next = index + 1
        while next < tokens.count, next <= index + 5 {
            if tokens[next].kind == .number { return next }
            guard isTransparent(next) else { return nil }
            next += 1
        }
        return nil
    }

    func number(leftOf index: Int) -> Int? {
        var next = index - 1
        while next >= 0, next >= index - 5 {
            if tokens[next].kind == .number { return next }
            guard isTransparent(next) else { return nil }
            next -= 1
        }
        return nil
    }

    /// Whether a piece may stand between the parts of one date.
    func isTransparent(_ index: Int) -> Bool {
        let token = tokens[index]
        switch token.kind {
        case .number: return false
        case .sign:
            return ",./-'’‘`´()·|،、\u{2010}\u{2011}\u{2013}\u{2212}°ºª։჻ʻʼ׳״॰૰၊".unicodeScalars.contains(
                token.sign)
        case .word:
            switch token.role {
            case .filler, .calendar, .yearMark, .dayMark: return true
            case .hourMark: return index == 0 || tokens[index - 1].kind != .number
            default: return false
            }
        }
    }

    func isDay(_ index: Int) -> Bool {
        let token = tokens[index]
        return token.digits <= 2 && (1...32).contains(token.value)
            && (token.unit == nil || token.unit == .day)
            && !isClockEnd(index) && !isClockStart(index)
    }

    func isYear(_ index: Int) -> Bool {
        let token = tokens[index]
        if token.unit == .year { return true }
        return token.unit == nil && token.digits == 4 && (1000...2999).contains(token.value)
            && !isClockStart(index)
    }

    func isShortYear(_ index: Int) -> Bool {
        let token = tokens[index]
        return token.digits == 2 && token.unit == nil && !isClockStart(index) && !isClockEnd(index)
    }

    /// `10:05`, `10h05`, `10時`
    func isClockStart(_ index: Int) -> Bool {
        guard index + 1 < tokens.count else { return false }
        let next = tokens[index + 1]
        if next.sign == ":", next.kind == .sign, index + 2 < tokens.count {
            return tokens[index + 2].kind == .number
        }
        return next.role == .hourMark && tokens[index].digits <= 2
    }

    func isClockEnd(_ index: Int) -> Bool {
        index >= 2 && tokens[index - 1].kind == .sign && tokens[index - 1].sign == ":"
            && tokens[index - 2].kind == .number
    }

    /// `2569 พ.ศ.`, `พ.ศ. 2569`, `1447 هـ`: the calendar named beside a year.
    func writtenCalendar(near index: Int) -> DateCalendar? {
        for neighbour in [index + 1, index - 1, index - 2] where tokens.indices.contains(neighbour) {
            if case .calendar(let calendar) = tokens[neighbour].role { return calendar }
        }
        return nil
    }
}
