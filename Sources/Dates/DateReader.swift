import Model

/// Reads written dates: the forms of machines at byte level, and words in many languages and calendars.
///
/// Made once and passed down; it holds only tables.
package struct DateReader: Sendable {
    private let names: EnglishNames

    package init() {
        names = EnglishNames()
    }

    /// One date as machines write it: ISO 8601 and W3C-DTF, RFC 822 and its relatives, seconds or milliseconds since
    /// 1970.
    ///
    /// Years of two digits fall into the century that is not the future. A day that does not exist becomes the last of
    /// its month and is flagged, as are dates more than two days after `now`.
    ///
    /// - Parameter utf8: the date and nothing else, at most 128 bytes.
    /// - Returns: nil when it is no such date.
    package func machineDate(_ utf8: [UInt8], now: Timestamp) -> ZonedDate? {
        var cursor = ByteCursor(trimming: utf8)
        guard cursor.end - cursor.index <= 128, let first = cursor.peek(),
            isDigit(first) || isLetter(first)
        else { return nil }
        let iso = ISODate(names: names)
        if isDigit(first) {
            let digits = cursor.digitCount
            if digits >= 9 { return EpochDate().date(cursor, now: now) }
            if digits >= 4 {
                let start = cursor
                if let fields = iso.fields(&cursor, now: now) { return fields.zonedDate(now: now) }
                cursor = start
            }
        }
        return MailDate(names: names, iso: iso).fields(&cursor, now: now)?.zonedDate(now: now)
    }

    /// One date as machines or people write it, and nothing else.
    ///
    /// - Parameter language: BCP 47; decides where the words and the order of day and month leave a choice.
    package func date(in text: String, language: String?, now: Timestamp) -> ZonedDate? {
        machineDate(Array(text.utf8), now: now)
    }

    /// The first date that stands in a line of visible text among other words.
    package func firstDate(inVisibleText text: String, language: String?, now: Timestamp) -> ZonedDate? {
        nil
    }
}
