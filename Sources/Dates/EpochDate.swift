import Model

/// Reads a number alone: seconds, milliseconds, microseconds or nanoseconds since 1970, or the digits of a date.
struct EpochDate {
    /// - Returns: nil unless the text is one number with a plausible count of digits.
    func date(_ cursor: ByteCursor, now: Timestamp) -> ZonedDate? {
        var cursor = cursor
        let digits = cursor.digitCount
        let milliseconds: Int64
        switch digits {
        case 9, 10, 13, 16, 18:
            // Nineteen digits may not fit; nanoseconds since 2001 have nineteen.
            let value = Int64(cursor.number(digits))
            milliseconds =
                digits <= 10
                ? value * 1000 : digits == 13 ? value : digits == 16 ? value / 1000 : value / 1_000_000
        case 19:
            milliseconds = Int64(cursor.number(13))
            cursor.index += 6
        case 12, 14: return dateInDigits(&cursor, now: now)
        default: return nil
        }
        if cursor.skip(UInt8(ascii: ".")) { cursor.index += cursor.digitCount }
        guard cursor.isAtEnd else { return nil }
        let instant = Timestamp(milliseconds: milliseconds)
        let isFuture = instant > now + .seconds(2 * 86_400)
        if digits == 10, isFuture {
            // `2026021308` is a day and an hour.
            var other = ByteCursor(trimming: cursor.bytes)
            if let date = dateInDigits(&other, now: now), !date.isSuspect { return date }
        }
        return ZonedDate(instant: instant, offsetSeconds: 0, precision: .second, isSuspect: isFuture)
    }

    /// `YYYYMMDDhh[mm[ss]]`
    private func dateInDigits(_ cursor: inout ByteCursor, now: Timestamp) -> ZonedDate? {
        let digits = cursor.digitCount
        var fields = DateFields()
        fields.year = cursor.number(4)
        fields.month = cursor.number(2)
        fields.day = cursor.number(2)
        fields.hour = cursor.number(2)
        if digits >= 12 { fields.minute = cursor.number(2) }
        if digits >= 14 { fields.second = cursor.number(2) }
        guard cursor.isAtEnd, let date = fields.zonedDate(now: now) else { return nil }
        return date
    }
}
