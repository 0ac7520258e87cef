import Model

/// Reads RFC 822 dates and their relatives in whatever order the parts come: RFC 850, asctime, `date`, JavaScript's
/// `toString`, `Feb 13, 2026 10:05 AM`.
struct MailDate {
    let names: EnglishNames
    let iso: ISODate

    /// - Returns: nil unless all of the text was understood and holds a month and a year.
    func fields(_ cursor: inout ByteCursor, now: Timestamp) -> DateFields? {
        var fields = DateFields()
        while true {
            cursor.skipSpaces()
            guard let byte = cursor.peek() else { break }
            if isDigit(byte) {
                if fields.day == nil, fields.month == nil, cursor.digitCount == 4,
                    let separator = cursor.peek(4), "-/.".utf8.contains(separator)
                {
                    // `Fri, 2026/02/13 08:19:53 EST`
                    return iso.fields(&cursor, now: now)
                }
                guard readNumber(&cursor, into: &fields, now: now) else { return nil }
            } else if isLetter(byte) {
                guard readWord(&cursor, into: &fields) else { return nil }
            } else if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == 0xE2 {
                if fields.hour == nil || !cursor.readZone(into: &fields, names: names) {
                    guard byte != 0xE2 else { return nil }
                    cursor.index += 1
                }
            } else if byte == UInt8(ascii: "(") {
                readComment(&cursor, into: &fields)
            } else if ",./'|".utf8.contains(byte) {
                cursor.index += 1
            } else {
                return nil
            }
        }
        return fields.month != nil && fields.year != nil ? fields : nil
    }

    private func readNumber(_ cursor: inout ByteCursor, into fields: inout DateFields, now: Timestamp) -> Bool
    {
        let digits = cursor.digitCount
        if digits <= 2, cursor.peek(digits) == UInt8(ascii: ":"), fields.hour == nil {
            return cursor.readClock(into: &fields)
        }
        switch digits {
        case 1, 2:
            let value = cursor.number(digits)
            if fields.day == nil {
                fields.day = value
            } else if fields.year == nil, digits == 2 {
                fields.year = fullYear(value, now: now)
            } else if fields.hour == nil, fields.year != nil {
                // `13 Feb 2026 10 PM`
                cursor.index -= digits
                return cursor.readClock(into: &fields)
            } else {
                return false
            }
        case 3 where fields.year == nil:
            // The year of a clock that counts from 1900.
            fields.year = 1900 + cursor.number(3)
        case 4 where fields.year == nil: fields.year = cursor.number(4)
        case 4 where fields.hour == nil: return cursor.readClock(into: &fields)
        default: return false
        }
        return true
    }

    private func readWord(_ cursor: inout ByteCursor, into fields: inout DateFields) -> Bool {
        let start = cursor.index
        guard let word = cursor.word() else { return false }
        switch names.meaning(of: word) {
        case .month(let month) where fields.month == nil:
            fields.month = month
            return true
        case .weekday, .filler: return true
        case .zone, .seasonalZone:
            cursor.index = start
            return fields.hour != nil && cursor.readZone(into: &fields, names: names)
        default:
            // A misspelt weekday does no harm in front; `T` may join day and time.
            if fields.day == nil && fields.month == nil && word.count >= 2 {
                return cursor.peek() == UInt8(ascii: ",")
            }
            if word == PackedWord("t"), fields.day != nil { return true }
            cursor.index = start
            return fields.hour != nil
                && (cursor.readZone(into: &fields, names: names) || skipUnknownZone(&cursor, word))
        }
    }

    /// One capital word of at most five letters after the time, such as a zone that the table lacks, leaves UTC.
    private func skipUnknownZone(_ cursor: inout ByteCursor, _ word: PackedWord) -> Bool {
        // A packed word may be cut, and the cursor may stand anywhere in it: the text's end comes first.
        guard word.count <= 5, cursor.index + word.count <= cursor.end,
            cursor.bytes[cursor.index..<cursor.index + word.count].allSatisfy({ $0 & 0x20 == 0 })
        else { return false }
        cursor.index += word.count
        return true
    }

    /// `(CET)` names the zone when nothing else did.
    private func readComment(_ cursor: inout ByteCursor, into fields: inout DateFields) {
        cursor.index += 1
        if fields.offsetSeconds == nil, fields.seasonalOffset == nil, fields.hour != nil {
            _ = cursor.readZone(into: &fields, names: names)
        }
        while let byte = cursor.peek() {
            cursor.index += 1
            if byte == UInt8(ascii: ")") { return }
        }
    }
}
