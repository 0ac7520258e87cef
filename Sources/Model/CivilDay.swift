/// A day of the proleptic Gregorian calendar.
package struct CivilDay: Sendable, Hashable, Comparable, Codable {
    package var year: Int
    /// 1…12
    package var month: Int
    /// 1…31
    package var day: Int

    /// A day as given; not checked, see ``isValid``.
    package init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day that lies `days` after 1970-01-01.
    ///
    /// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`.
    package init(daysSinceEpoch days: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Days since 1970-01-01; the inverse of ``init(daysSinceEpoch:)``.
    package var daysSinceEpoch: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// Whether the month and the day exist.
    package var isValid: Bool {
        guard (1...12).contains(month), day >= 1 else { return false }
        return CivilDay(daysSinceEpoch: daysSinceEpoch) == self
    }

    /// `2026-02-13`; years are padded to four digits.
    package var iso: String {
        "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
    }

    /// Reads exactly `YYYY-MM-DD`; nil for anything else and for days that do not exist.
    package init?(iso text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
        var fields = [0, 0, 0]
        for (index, range) in [0..<4, 5..<7, 8..<10].enumerated() {
            for byte in bytes[range] {
                guard (0x30...0x39).contains(byte) else { return nil }
                fields[index] = fields[index] * 10 + Int(byte - 0x30)
            }
        }
        self.init(year: fields[0], month: fields[1], day: fields[2])
        guard isValid else { return nil }
    }

    package static func < (left: CivilDay, right: CivilDay) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension Timestamp {
    /// The day this instant falls on, `offsetSeconds` east of UTC.
    package func day(offsetSeconds: Int = 0) -> CivilDay {
        let local = seconds + Int64(offsetSeconds)
        let days = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
        return CivilDay(daysSinceEpoch: Int(days))
    }

    /// `2026-02-13T08:01:22Z`, to the second.
    package var iso8601: String {
        let ofDay = Int(((seconds % 86_400) + 86_400) % 86_400)
        let clock = [ofDay / 3600, ofDay / 60 % 60, ofDay % 60].map { padded($0, to: 2) }
        return "\(day().iso)T\(clock.joined(separator: ":"))Z"
    }
}

private func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number.magnitude)
    let zeros = String(repeating: "0", count: max(0, width - digits.count))
    return (number < 0 ? "-" : "") + zeros + digits
}
