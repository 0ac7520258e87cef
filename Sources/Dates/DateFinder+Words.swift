// Dates with the name of a month.
extension DateFinder {
    func wordDate(at index: Int) -> DateParts? {
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
