/// Where in a text a date stands and what its parts say, before calendar and clock are settled.
struct DateParts {
    var year: Int?
    /// Digits the year was written with; two need a century.
    var yearDigits = 4
    var month: Int
    var day: Int?
    var calendar: DateCalendar
    /// Of the words of the date; nil for numbers alone.
    var language: String?
    /// The same numbers with day and month exchanged, when the order is a matter of custom.
    var isExchangeable = false
    /// Pieces of the text it covers.
    var range: Range<Int>

    var isComplete: Bool { year != nil && day != nil }
}

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

// Dates with the name of a month.
extension DateFinder {
    private func wordDate(at index: Int) -> DateParts? {
        guard let month = month(of: tokens[index]) else { return nil }
        let last = lastNameOfSameMonth(from: index, month)
        let left = number(leftOf: index)
        let right = number(rightOf: last)
        let farRight = right.flatMap(number(rightOf:))
        let farLeft = left.flatMap(number(leftOf:))
        let leftDay = left.flatMap { isDay($0) ? $0 : nil }
        let rightDay = right.flatMap { isDay($0) ? $0 : nil }
        if let leftDay, let right, isYear(right) {
            return parts(month, day: leftDay, year: right, from: leftDay, to: right)
        }
        if let rightDay, let farRight, isYear(farRight) {
            return parts(month, day: rightDay, year: farRight, from: index, to: farRight)
        }
        if let left, isYear(left), let rightDay {
            return parts(month, day: rightDay, year: left, from: left, to: rightDay)
        }
        if let leftDay, let farLeft, isYear(farLeft) {
            return parts(month, day: leftDay, year: farLeft, from: farLeft, to: last)
        }
        if let leftDay, let right, isShortYear(right) {
            return parts(month, day: leftDay, year: right, from: leftDay, to: right)
        }
        if let rightDay, let farRight, isShortYear(farRight) {
            return parts(month, day: rightDay, year: farRight, from: index, to: farRight)
        }
        if let leftDay { return parts(month, day: leftDay, year: nil, from: leftDay, to: last) }
        if let rightDay { return parts(month, day: rightDay, year: nil, from: index, to: rightDay) }
        if let right, isYear(right) { return parts(month, day: nil, year: right, from: index, to: right) }
        if let left, isYear(left) { return parts(month, day: nil, year: left, from: left, to: last) }
        return nil
    }

    private func parts(_ month: DateNames.Month, day: Int?, year: Int?, from: Int, to: Int) -> DateParts {
        var calendar = month.calendar
        if let year { calendar = writtenCalendar(near: year) ?? calendar }
        return DateParts(
            year: year.map { tokens[$0].value }, yearDigits: year.map { tokens[$0].digits } ?? 4,
            month: month.number,
            day: day.map { tokens[$0].value }, calendar: calendar, language: month.language,
            range: from..<to + 1)
    }

    /// The month that a name stands for in the language at hand, or in the most read language that has the name.
    private func month(of token: DateToken) -> DateNames.Month? {
        token.months.first { $0.language == language } ?? token.months.first
    }

    /// Two names of one month may follow each other: `فبراير/شباط`.
    private func lastNameOfSameMonth(from index: Int, _ month: DateNames.Month) -> Int {
        var last = index
        var next = index + 1
        while next < tokens.count, next <= last + 3 {
            if tokens[next].months.contains(where: {
                $0.number == month.number && $0.calendar == month.calendar
            }) {
                last = next
            } else if tokens[next].kind != .sign {
                break
            }
            next += 1
        }
        return last
    }
}

// Dates in figures.
extension DateFinder {
    private func numericDate(at index: Int) -> DateParts? {
        guard let first = number(at: index), !continues(before: index), let sign = separator(at: index + 1),
            let second = number(at: index + 2), second.digits <= 2
        else { return nil }
        guard separator(at: index + 3) == sign, let third = number(at: index + 4), !isClockStart(index + 4)
        else {
            return shortDate(at: index, sign)
        }
        guard !continues(after: index + 4, sign) else { return nil }
        let range = index..<index + 5
        if first.digits == 4 || (first.digits == 3 && language == "zh" && (100...200).contains(first.value)) {
            guard third.digits <= 2 else { return nil }
            return numeric(year: first, month: second, day: third, range)
        }
        guard first.digits <= 2, third.digits == 4 || third.digits == 2 else { return nil }
        if third.digits == 2, isYearFirst, second.value <= 12, first.value > 12 || sign != "." {
            return numeric(year: first, month: second, day: third, range)
        }
        let usesMonthFirst = sign == "/" && isMonthFirst
        var date =
            usesMonthFirst
            ? numeric(year: third, month: first, day: second, range)
            : numeric(year: third, month: second, day: first, range)
        date?.isExchangeable = sign != "."
        return date
    }

    private func numeric(year: DateToken, month: DateToken, day: DateToken, _ range: Range<Int>) -> DateParts?
    {
        guard (1...31).contains(day.value), (1...31).contains(month.value) else { return nil }
        var calendar = DateCalendar.gregorian
        var value = year.value
        var digits = year.digits
        if digits == 3 {
            value += 1911
            digits = 4
        }
        if let written = writtenCalendar(near: range.upperBound - 1) {
            calendar = written
        } else if (2400...2700).contains(value) {
            calendar = .buddhist
        } else if (1300...1500).contains(value) {
            let script = year.digitLanguage ?? language
            guard
                script == "ar" || script == "fa" || language == "fa" || language == "ps" || language == "ckb"
            else {
                return nil
            }
            calendar = script == "ar" && language != "fa" && language != "ps" ? .islamic : .persian
        }
        return DateParts(
            year: value, yearDigits: digits, month: month.value, day: day.value, calendar: calendar,
            language: nil,
            range: range)
    }

    /// Day and month alone, `13.02.` or `02-13`.
    private func shortDate(at index: Int, _ sign: Unicode.Scalar) -> DateParts? {
        let first = tokens[index]
        let second = tokens[index + 2]
        guard first.digits <= 2, second.digits == 2, (1...31).contains(first.value),
            (1...31).contains(second.value),
            !isClockEnd(index), !isClockStart(index + 2)
        else { return nil }
        let isMonthBefore = isYearFirst || (isMonthFirst && sign == "/")
        return DateParts(
            year: nil, month: isMonthBefore ? first.value : second.value,
            day: isMonthBefore ? second.value : first.value, calendar: .gregorian, language: nil,
            isExchangeable: true, range: index..<index + 3)
    }

    private var isYearFirst: Bool {
        ["zh", "ja", "ko", "hu", "mn", "lt"].contains(language)
    }

    private func number(at index: Int) -> DateToken? {
        guard tokens.indices.contains(index), tokens[index].kind == .number, tokens[index].digits <= 4 else {
            return nil
        }
        return tokens[index]
    }

    /// The sign between two numbers of a date.
    private func separator(at index: Int) -> Unicode.Scalar? {
        guard tokens.indices.contains(index), tokens[index].kind == .sign else { return nil }
        switch tokens[index].sign {
        case "-", "\u{2010}", "\u{2011}", "\u{2013}", "\u{2212}": return "-"
        case "/", "\u{2044}", "\u{2215}": return "/"
        case ".", "·": return "."
        default: return nil
        }
    }

    /// Whether the number is only the middle of something longer, such as an address or a version.
    private func continues(before index: Int) -> Bool {
        guard separator(at: index - 1) != nil, !tokens[index].hasSpaceBefore,
            !tokens[index - 1].hasSpaceBefore
        else {
            return isClockEnd(index)
        }
        return number(at: index - 2) != nil
    }

    private func continues(after index: Int, _ sign: Unicode.Scalar) -> Bool {
        guard separator(at: index + 1) == sign, number(at: index + 2) != nil,
            !tokens[index + 1].hasSpaceBefore,
            !tokens[index + 2].hasSpaceBefore
        else { return false }
        return !isClockStart(index + 2)
    }
}

// Looking around.
extension DateFinder {
    /// The next number to the right with nothing but fillers and signs before it.
    private func number(rightOf index: Int) -> Int? {
        var next = index + 1
        while next < tokens.count, next <= index + 5 {
            if tokens[next].kind == .number { return next }
            guard isTransparent(next) else { return nil }
            next += 1
        }
        return nil
    }

    private func number(leftOf index: Int) -> Int? {
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

    private func isDay(_ index: Int) -> Bool {
        let token = tokens[index]
        return token.digits <= 2 && (1...32).contains(token.value)
            && (token.unit == nil || token.unit == .day)
            && !isClockEnd(index) && !isClockStart(index)
    }

    private func isYear(_ index: Int) -> Bool {
        let token = tokens[index]
        if token.unit == .year { return true }
        return token.unit == nil && token.digits == 4 && (1000...2999).contains(token.value)
            && !isClockStart(index)
    }

    private func isShortYear(_ index: Int) -> Bool {
        let token = tokens[index]
        return token.digits == 2 && token.unit == nil && !isClockStart(index) && !isClockEnd(index)
    }

    /// `10:05`, `10h05`, `10時`
    private func isClockStart(_ index: Int) -> Bool {
        guard index + 1 < tokens.count else { return false }
        let next = tokens[index + 1]
        if next.sign == ":", next.kind == .sign, index + 2 < tokens.count {
            return tokens[index + 2].kind == .number
        }
        return next.role == .hourMark && tokens[index].digits <= 2
    }

    private func isClockEnd(_ index: Int) -> Bool {
        index >= 2 && tokens[index - 1].kind == .sign && tokens[index - 1].sign == ":"
            && tokens[index - 2].kind == .number
    }

    /// `2569 พ.ศ.`, `พ.ศ. 2569`, `1447 هـ`: the calendar named beside a year.
    private func writtenCalendar(near index: Int) -> DateCalendar? {
        for neighbour in [index + 1, index - 1, index - 2] where tokens.indices.contains(neighbour) {
            if case .calendar(let calendar) = tokens[neighbour].role { return calendar }
        }
        return nil
    }
}
