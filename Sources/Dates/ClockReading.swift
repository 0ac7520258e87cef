import Foundation
import Model

extension ByteCursor {
    /// Reads `10`, `10:05`, `10:05:22.123`, `1005`, `100522`, `10.05`, with `am` or `pm` after it, into `fields`.
    ///
    /// - Returns: false when no time is next; the cursor may have moved then.
    mutating func readClock(into fields: inout DateFields) -> Bool {
        let digits = digitCount
        switch digits {
        case 1, 2:
            fields.hour = number(digits)
            readMinutes(into: &fields)
        case 4, 6:
            fields.hour = number(2)
            fields.minute = number(2)
            if digits == 6 { fields.second = number(2) }
        default: return false
        }
        readFraction(into: &fields)
        readMeridiem(into: &fields)
        return true
    }

    private mutating func readMinutes(into fields: inout DateFields) {
        guard let separator = peek(), separator == UInt8(ascii: ":") || separator == UInt8(ascii: "."),
            let next = peek(1), isDigit(next)
        else { return }
        index += 1
        fields.minute = number(upTo: 2)
        guard peek() == separator, let next = peek(1), isDigit(next) else { return }
        index += 1
        fields.second = number(upTo: 2)
    }

    private mutating func readFraction(into fields: inout DateFields) {
        guard let point = peek(),
            point == UInt8(ascii: ".") || point == UInt8(ascii: ",") || point == UInt8(ascii: ":"),
            fields.second != nil, let next = peek(1), isDigit(next)
        else { return }
        index += 1
        var scale = 100
        while let byte = peek(), isDigit(byte) {
            fields.millisecond += Int(byte & 15) * scale
            scale /= 10
            index += 1
        }
    }

    private mutating func readMeridiem(into fields: inout DateFields) {
        let start = index
        skipSpaces()
        guard let letter = peek().map({ $0 | 0x20 }),
            letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p")
        else {
            index = start
            return
        }
        index += 1
        _ = skip(UInt8(ascii: "."))
        guard let second = peek(), second | 0x20 == UInt8(ascii: "m"), peek(1).map(isLetter) != true else {
            index = start
            return
        }
        index += 1
        _ = skip(UInt8(ascii: "."))
        fields.setHour(isAfternoon: letter == UInt8(ascii: "p"))
    }

    /// Reads `Z`, `+01:00`, `-0800`, `+5:30`, `GMT+2`, `EST`, `Europe/Paris`, each with spaces before it.
    ///
    /// - Returns: false when something else is next; the cursor has not moved then.
    mutating func readZone(into fields: inout DateFields, names: EnglishNames) -> Bool {
        let start = index
        skipSpaces()
        if let offset = signedOffset() {
            fields.offsetSeconds = offset
            return true
        }
        let wordStart = index
        guard let word = word() else {
            index = start
            return false
        }
        if peek() == UInt8(ascii: "/") || peek() == UInt8(ascii: "_") {
            while let byte = peek(), isLetter(byte) || "/_+-0123456789".utf8.contains(byte) { index += 1 }
            return readPlace(bytes[wordStart..<index], into: &fields)
        }
        switch names.meaning(of: word) {
        case .zone(let seconds):
            fields.offsetSeconds = seconds
            // `GMT+2`, `UTC +03:00`
            let afterName = index
            skipSpaces()
            if seconds == 0, let offset = signedOffset() {
                fields.offsetSeconds = offset
            } else {
                index = afterName
            }
            return true
        case .seasonalZone(let seconds):
            fields.seasonalOffset = seconds
            return true
        default:
            index = start
            return false
        }
    }

    /// `+01:00`, `+0100`, `+01`, `+1`, `+530`, with an ASCII or a typographic sign.
    private mutating func signedOffset() -> Int? {
        let start = index
        let isWest: Bool
        switch peek() {
        case UInt8(ascii: "+"):
            isWest = false
            index += 1
        case UInt8(ascii: "-"):
            isWest = true
            index += 1
        case 0xE2 where peek(1) == 0x88 && peek(2) == 0x92:
            isWest = true
            index += 3
        default: return nil
        }
        let digits = digitCount
        var hours = 0
        var minutes = 0
        switch digits {
        case 1, 2:
            hours = number(digits)
            if peek() == UInt8(ascii: ":") || peek() == UInt8(ascii: "."), let next = peek(1), isDigit(next) {
                index += 1
                minutes = number(upTo: 2) ?? 0
            }
        case 3, 4:
            hours = number(digits - 2)
            minutes = number(2)
        default:
            index = start
            return nil
        }
        return (hours * 3600 + minutes * 60) * (isWest ? -1 : 1)
    }

    /// A zone by its name in the time zone database. Rare, so Foundation may answer.
    private func readPlace(_ name: ArraySlice<UInt8>, into fields: inout DateFields) -> Bool {
        guard let zone = TimeZone(identifier: String(decoding: name, as: UTF8.self)) else { return false }
        var local = fields
        local.offsetSeconds = 0
        guard let date = local.zonedDate(now: Timestamp(milliseconds: .max / 2)) else { return false }
        let guess = Date(timeIntervalSince1970: Double(date.instant.seconds))
        // The offset at the local time taken for UTC, then at the instant that gives.
        let near = zone.secondsFromGMT(for: guess)
        fields.offsetSeconds = zone.secondsFromGMT(for: guess - Double(near))
        return true
    }
}

extension DateFields {
    /// Twelve-hour time to twenty-four; an hour past twelve already is.
    mutating func setHour(isAfternoon: Bool) {
        guard let hour, hour <= 12 else { return }
        self.hour = hour % 12 + (isAfternoon ? 12 : 0)
    }
}
