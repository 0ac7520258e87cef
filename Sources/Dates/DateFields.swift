import Model

/// What a written date says, field by field, before it is checked.
struct DateFields {
    var year: Int?
    var month: Int?
    var day: Int?
    var hour: Int?
    var minute: Int?
    var second: Int?
    var millisecond = 0
    /// Seconds east of UTC; nil when no zone was named.
    var offsetSeconds: Int?
    /// A North American zone named without season, such as `ET`: its standard offset in seconds.
    var seasonalOffset: Int?

    /// The date, its impossible fields moved to the nearest possible ones and flagged.
    ///
    /// - Parameter now: a date more than two days later than this is flagged.
    /// - Returns: nil without a year between 1 and 9999, or with a month that does not exist.
    func zonedDate(now: Timestamp) -> ZonedDate? {
        guard let year, (1...9999).contains(year) else { return nil }
        guard (1...12).contains(month ?? 1) else { return nil }
        var isSuspect = year < 1600
        var civilDay = CivilDay(year: year, month: month ?? 1, day: day ?? 1)
        if !civilDay.isValid {
            isSuspect = true
            civilDay.day = civilDay.day < 1 ? 1 : daysInMonth(civilDay)
        }
        let clock = clockMilliseconds
        if hour != nil, clock == nil { isSuspect = true }
        var offset = offsetSeconds
        if let seasonalOffset {
            offset = seasonalOffset + (isNorthAmericanSummer(civilDay) ? 3600 : 0)
        }
        if let known = offset, abs(known) > 15 * 3600 {
            isSuspect = true
            offset = nil
        }
        let midnight = Int64(civilDay.daysSinceEpoch) * 86_400_000
        let instant = Timestamp(milliseconds: midnight + (clock ?? 0) - Int64(offset ?? 0) * 1000)
        // The first instant of the epoch is what a missing date looks like.
        isSuspect =
            isSuspect || (instant.milliseconds == 0 && clock != nil) || instant > now + .seconds(2 * 86_400)
        return ZonedDate(
            instant: instant, offsetSeconds: offset, precision: precision(hasClock: clock != nil),
            isSuspect: isSuspect)
    }

    /// The same day where the year, that of a machine, is one of another calendar: a Buddhist year is out of its time in any
    /// language, a Persian or Islamic one is known by the language.
    func fromOtherCalendar(language: String?) -> DateFields? {
        guard let year else { return nil }
        var fields = self
        switch year {
        case 2400...2700:
            fields.year = year - 543
            return fields
        case 1300...1500:
            let calendar: DateCalendar
            switch language?.lowercased().prefix(while: { $0 != "-" && $0 != "_" }) {
            case "fa", "ps", "ckb": calendar = .persian
            case "ar": calendar = .islamic
            default: return nil
            }
            guard let month, let day,
                let civil = civilDay(year: year, month: month, day: day, in: calendar)
            else { return nil }
            fields.year = civil.year
            fields.month = civil.month
            fields.day = civil.day
            return fields
        default: return nil
        }
    }

    private func precision(hasClock: Bool) -> ZonedDate.Precision {
        if day == nil { return month == nil ? .year : .month }
        guard hasClock else { return .day }
        return second == nil ? .minute : .second
    }

    /// Milliseconds since midnight; nil without an hour or with a time that no clock shows. 24:00 and leap seconds count.
    private var clockMilliseconds: Int64? {
        guard let hour else { return nil }
        let minute = minute ?? 0
        let second = second ?? 0
        let isMidnight = hour == 24 && minute == 0 && second == 0
        guard (0...23).contains(hour) || isMidnight, (0...59).contains(minute), (0...60).contains(second)
        else {
            return nil
        }
        return Int64(hour * 3600 + minute * 60 + second) * 1000 + Int64(millisecond)
    }

    private func daysInMonth(_ day: CivilDay) -> Int {
        let next =
            day.month == 12
            ? CivilDay(year: day.year + 1, month: 1, day: 1)
            : CivilDay(year: day.year, month: day.month + 1, day: 1)
        return CivilDay(daysSinceEpoch: next.daysSinceEpoch - 1).day
    }

    /// From the second Sunday of March to the first of November, the rule since 2007.
    private func isNorthAmericanSummer(_ day: CivilDay) -> Bool {
        let start = sunday(2, year: day.year, month: 3)
        let end = sunday(1, year: day.year, month: 11)
        return (start..<end).contains(day.daysSinceEpoch)
    }

    /// The `count`th Sunday of a month, in days since 1970-01-01, which was a Thursday.
    private func sunday(_ count: Int, year: Int, month: Int) -> Int {
        let first = CivilDay(year: year, month: month, day: 1).daysSinceEpoch
        let weekday = ((first + 4) % 7 + 7) % 7
        return first + (7 - weekday) % 7 + 7 * (count - 1)
    }
}

/// A year written with two digits (RFC 2822 §4.3 has the idea): the century that does not put it far into the future.
func fullYear(_ short: Int, now: Timestamp) -> Int {
    2000 + short <= now.day().year + 10 ? 2000 + short : 1900 + short
}
