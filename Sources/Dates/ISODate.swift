import Model

/// Reads ISO 8601 and what is near it: W3C-DTF, RFC 3339, SQL and Go time stamps, week and ordinal dates, `2026/2/3`.
struct ISODate {
    let names: EnglishNames

    /// - Returns: nil unless all of the text is one such date.
    func fields(_ cursor: inout ByteCursor, now: Timestamp) -> DateFields? {
        var fields = DateFields()
        switch cursor.digitCount {
        case 8:
            fields.year = cursor.number(4)
            fields.month = cursor.number(2)
            fields.day = cursor.number(2)
        case 7:
            let year = cursor.number(4)
            guard fields.setOrdinal(year: year, day: cursor.number(3)) else { return nil }
        case 6:
            // `202602`, or else `260213`
            let first = cursor.number(2)
            let second = cursor.number(2)
            let third = cursor.number(2)
            if (19...20).contains(first), (1...12).contains(third) {
                fields.year = first * 100 + second
                fields.month = third
            } else {
                fields.year = fullYear(first, now: now)
                fields.month = second
                fields.day = third
            }
        case 4:
            fields.year = cursor.number(4)
            guard readDay(&cursor, into: &fields) else { return nil }
        default: return nil
        }
        guard let month = fields.month else { return cursor.isAtEnd ? fields : nil }
        guard month >= 1, readTime(&cursor, into: &fields) else { return nil }
        return fields
    }

    /// What follows the year: `-02-13`, `/2/13`, `-Feb-13`, `-W07-5`, `W075`, `-044`, or nothing.
    private func readDay(_ cursor: inout ByteCursor, into fields: inout DateFields) -> Bool {
        guard let year = fields.year else { return false }
        guard let separator = cursor.peek() else { return true }
        if separator | 0x20 == UInt8(ascii: "w") { return readWeek(&cursor, into: &fields, year: year) }
        guard "-/.".utf8.contains(separator) else { return false }
        cursor.index += 1
        if cursor.peek().map({ $0 | 0x20 }) == UInt8(ascii: "w"), cursor.peek(1).map(isDigit) == true {
            return readWeek(&cursor, into: &fields, year: year)
        }
        switch cursor.digitCount {
        case 1, 2: fields.month = cursor.number(cursor.digitCount)
        case 3:
            let value = cursor.number(3)
            // A month with one zero too many, `2003-012-31`.
            guard value <= 12, cursor.peek() == separator else {
                return fields.setOrdinal(year: year, day: value)
            }
            fields.month = value
        case 0:
            guard let word = cursor.word(), case .month(let month) = names.meaning(of: word) else {
                return false
            }
            fields.month = month
        default: return false
        }
        guard cursor.skip(separator) else { return true }
        fields.day = cursor.number(upTo: 2)
        return fields.day != nil
    }

    private func readWeek(_ cursor: inout ByteCursor, into fields: inout DateFields, year: Int) -> Bool {
        cursor.index += 1
        guard cursor.digitCount >= 2 else { return false }
        let week = cursor.number(2)
        let hasDash = cursor.skip(UInt8(ascii: "-"))
        let weekday = cursor.digitCount == 1 ? cursor.number(1) : 1
        guard (1...53).contains(week), (1...7).contains(weekday),
            !hasDash || cursor.bytes[cursor.index - 1] != 0x2D
        else { return false }
        // The week of 4 January is the first.
        let fourth = CivilDay(year: year, month: 1, day: 4).daysSinceEpoch
        let monday = fourth - ((fourth + 3) % 7 + 7) % 7
        let day = CivilDay(daysSinceEpoch: monday + 7 * (week - 1) + weekday - 1)
        fields.year = day.year
        fields.month = day.month
        fields.day = day.day
        return true
    }

    /// Time and zone up to the end of the text, or neither.
    private func readTime(_ cursor: inout ByteCursor, into fields: inout DateFields) -> Bool {
        let start = cursor.index
        cursor.skipSpaces()
        let hadSpace = cursor.index > start
        guard let byte = cursor.peek() else { return true }
        let isMark =
            byte | 0x20 == UInt8(ascii: "t") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "_")
        if isMark || byte == UInt8(ascii: ":") || (byte == UInt8(ascii: "-") && hadSpace) {
            cursor.index += 1
            cursor.skipSpaces()
            guard !cursor.isAtEnd else { return true }
        } else if !hadSpace, !isDigit(byte) {
            // A day may have a zone without a time: `2026-02-13Z`, `2026-02-13+01:00`.
            return cursor.readZone(into: &fields, names: names) && cursor.isAtEnd
        }
        guard fields.day != nil, cursor.readClock(into: &fields) else { return false }
        while cursor.readZone(into: &fields, names: names) {}
        cursor.skipSpaces()
        // `[Europe/Paris]`, `(CET)`, and the monotonic clock that Go appends.
        let rest = cursor.peek()
        return rest == nil || rest == UInt8(ascii: "[") || rest == UInt8(ascii: "(")
            || rest == UInt8(ascii: "m")
    }
}

extension DateFields {
    /// Day of the year to month and day; false when the year has no such day.
    mutating func setOrdinal(year: Int, day: Int) -> Bool {
        let civil = CivilDay(daysSinceEpoch: CivilDay(year: year, month: 1, day: 1).daysSinceEpoch + day - 1)
        guard day >= 1, civil.year == year else { return false }
        self.year = year
        month = civil.month
        self.day = civil.day
        return true
    }
}
