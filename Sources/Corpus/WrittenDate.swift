import Model

/// An instant as ISO 8601 with its zone: `2026-02-13T08:01:22+08:00`, `…Z` for UTC, nothing behind the time when
/// no zone is known and UTC is assumed. Milliseconds and seconds of the offset stand only when there are any.
func writtenDate(_ instant: Timestamp, offsetSeconds: Int?) -> String {
    let local = Timestamp(
        milliseconds: instant.milliseconds.addingReportingOverflow(Int64(offsetSeconds ?? 0) * 1000)
            .partialValue)
    var text = String(local.iso8601.dropLast())
    let milliseconds = Int(local.milliseconds - local.seconds * 1000)
    if milliseconds > 0 { text += "." + padded(milliseconds, to: 3) }
    guard let offsetSeconds else { return text }
    if offsetSeconds == 0 { return text + "Z" }
    let size = abs(offsetSeconds)
    text += offsetSeconds < 0 ? "-" : "+"
    text += padded(size / 3600, to: 2) + ":" + padded(size / 60 % 60, to: 2)
    return size % 60 == 0 ? text : text + ":" + padded(size % 60, to: 2)
}

/// Reads what ``writtenDate(_:offsetSeconds:)`` writes; nil for anything else.
func readDate(_ text: String) -> (instant: Timestamp, offsetSeconds: Int?)? {
    var reader = DateFields(bytes: Array(text.utf8))
    guard let year = reader.number(digits: 4...9, signed: true), reader.skip(0x2D),
        let month = reader.number(digits: 2...2), reader.skip(0x2D),
        let day = reader.number(digits: 2...2), reader.skip(0x54),
        let hour = reader.number(digits: 2...2), reader.skip(0x3A),
        let minute = reader.number(digits: 2...2), reader.skip(0x3A),
        let second = reader.number(digits: 2...2)
    else { return nil }
    let civil = CivilDay(year: year, month: month, day: day)
    guard civil.isValid, hour < 24, minute < 60, second < 60 else { return nil }
    var milliseconds = 0
    if reader.skip(0x2E) {
        guard let fraction = reader.number(digits: 3...3) else { return nil }
        milliseconds = fraction
    }
    let offset: Int?
    switch reader.zone() {
    case .some(let zone): offset = zone
    case .none: return nil
    }
    let clock = hour * 3600 + minute * 60 + second - (offset ?? 0)
    let seconds = Int64(civil.daysSinceEpoch) * 86_400 + Int64(clock)
    return (Timestamp(milliseconds: seconds * 1000 + Int64(milliseconds)), offset)
}

/// The bytes of a date, read from the left.
private struct DateFields {
    let bytes: [UInt8]
    private var position = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func skip(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    mutating func number(digits: ClosedRange<Int>, signed: Bool = false) -> Int? {
        let isNegative = signed && skip(0x2D)
        var value = 0
        var count = 0
        while position < bytes.count, count < digits.upperBound, (0x30...0x39).contains(bytes[position]) {
            value = value * 10 + Int(bytes[position] - 0x30)
            position += 1
            count += 1
        }
        guard count >= digits.lowerBound else { return nil }
        return isNegative ? -value : value
    }

    /// The rest as a zone: `.some(nil)` when nothing is left, nil when it is no zone.
    mutating func zone() -> Int?? {
        if position == bytes.count { return .some(nil) }
        if skip(0x5A) { return position == bytes.count ? .some(0) : nil }
        let isNegative = skip(0x2D)
        guard isNegative || skip(0x2B), let hours = number(digits: 2...2), skip(0x3A),
            let minutes = number(digits: 2...2), minutes < 60
        else { return nil }
        var size = hours * 3600 + minutes * 60
        if skip(0x3A) {
            guard let seconds = number(digits: 2...2), seconds < 60 else { return nil }
            size += seconds
        }
        guard position == bytes.count else { return nil }
        return .some(isNegative ? -size : size)
    }
}

private func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
