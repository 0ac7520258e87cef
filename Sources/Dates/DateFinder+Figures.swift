// Dates in figures.
extension DateFinder {
    func numericDate(at index: Int) -> DateParts? {
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
        guard first.digits <= 2 else { return nil }
        if third.digits <= 2, isLatinLetter(before: index) {
            return eraDate(first, second, third, index)
        }
        guard third.digits == 4 || third.digits == 2 else { return nil }
        var readings = readings(first, second, third, sign).compactMap { year, month, day in
            numeric(year: year, month: month, day: day, range)
        }
        if first.digits == 2, third.digits == 2 {
            readings = withLocalYears(readings, isPersianOnly: first.digitLanguage == "fa")
        }
        guard var date = readings.first else { return nil }
        date.alternatives = Array(readings.dropFirst())
        return date
    }

    /// The orders three numbers may be meant in, the most usual one first. Dots part days, months and years only.
    private func readings(
        _ first: DateToken, _ second: DateToken, _ third: DateToken, _ sign: Unicode.Scalar
    ) -> [(year: DateToken, month: DateToken, day: DateToken)] {
        let dayFirst = (year: third, month: second, day: first)
        let monthFirst = (year: third, month: first, day: second)
        let yearFirst = (year: first, month: second, day: third)
        let isShort = third.digits == 2 && first.digits == 2
        let usual =
            sign == "/" && isMonthFirst
            ? [monthFirst, dayFirst] : sign == "." ? [dayFirst] : [dayFirst, monthFirst]
        guard isShort else { return usual }
        return isYearFirst ? [yearFirst] + usual : usual + [yearFirst]
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

    /// Two digits of a year as its readers count them: Buddhist in Thai and Lao, and Persian, where it comes first as a rule.
    ///
    /// - Parameter isPersianOnly: the digits leave no other calendar.
    private func withLocalYears(_ readings: [DateParts], isPersianOnly: Bool) -> [DateParts] {
        if language == "th" || language == "lo" { return readings.map { $0.counted(in: .buddhist) } }
        guard isPersianOnly || language == "fa" || language == "ps" else { return readings }
        let persian = readings.map { $0.counted(in: .persian) }
        let ordered = persian.suffix(1) + persian.dropLast()
        return isPersianOnly ? Array(ordered) : ordered.prefix(1) + readings
    }

    /// `R8.2.13`: a year of a Japanese era by its initial. Behind any other letter it is the number of a version.
    private func eraDate(_ first: DateToken, _ second: DateToken, _ third: DateToken, _ index: Int)
        -> DateParts?
    {
        guard language == nil || language == "ja", let initial = tokens[index - 1].letters.first,
            let (before, years) = DateFinder.eraInitials[initial], (1...years).contains(first.value)
        else { return nil }
        var year = first
        year.value += before
        year.digits = 4
        return numeric(year: year, month: second, day: third, index - 1..<index + 5)
    }

    /// The year before each era, and how many years it had.
    private static let eraInitials: [Unicode.Scalar: (before: Int, years: Int)] = [
        "r": (2018, 99), "h": (1988, 31), "s": (1925, 64), "t": (1911, 15), "m": (1867, 45),
    ]

    private func isLatinLetter(before index: Int) -> Bool {
        guard index > 0, tokens[index - 1].kind == .word, !tokens[index].hasSpaceBefore else { return false }
        let letters = tokens[index - 1].letters
        return letters.count == 1 && letters[0].value < 0x80
    }

    /// Day and month alone, `13.02.` or `02-13`.
    private func shortDate(at index: Int, _ sign: Unicode.Scalar) -> DateParts? {
        let first = tokens[index]
        let second = tokens[index + 2]
        guard first.digits <= 2, second.digits == 2, (1...31).contains(first.value),
            (1...31).contains(second.value),
            !isClockEnd(index), !isClockStart(index + 2)
        else { return nil }
        var monthFirst = DateParts(
            year: nil, month: first.value, day: second.value, calendar: .gregorian, language: nil,
            range: index..<index + 3)
        var dayFirst = monthFirst
        dayFirst.month = second.value
        dayFirst.day = first.value
        if isYearFirst || (isMonthFirst && sign == "/") {
            monthFirst.alternatives = [dayFirst]
            return monthFirst
        }
        dayFirst.alternatives = [monthFirst]
        return dayFirst
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
