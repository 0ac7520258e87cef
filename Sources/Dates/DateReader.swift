import Model

/// Reads written dates: the forms of machines at byte level, and words in many languages and calendars.
///
/// Made once and passed down; it holds only tables.
package struct DateReader: Sendable {
    private let names: EnglishNames
    private let written: WrittenDate

    /// Builds the tables, which takes some milliseconds.
    package init() {
        names = EnglishNames()
        written = WrittenDate(names: DateNames(english: names))
    }

    /// One date as machines write it: ISO 8601 and W3C-DTF, RFC 822 and its relatives, seconds or milliseconds since
    /// 1970.
    ///
    /// Years of two digits fall into the century that is not the future. A day that does not exist becomes the last of
    /// its month and is flagged, as are dates more than two days after `now`. A year of the Buddhist calendar is read as such.
    ///
    /// - Parameter utf8: the date and nothing else, at most 128 bytes.
    /// - Returns: nil when it is no such date.
    package func machineDate(_ utf8: [UInt8], now: Timestamp) -> ZonedDate? {
        machineDate(utf8, language: nil, now: now)
    }

    private func machineDate(_ utf8: [UInt8], language: String?, now: Timestamp) -> ZonedDate? {
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
                if let fields = iso.fields(&cursor, now: now) {
                    let date = fields.zonedDate(now: now)
                    guard date?.isSuspect == true else { return date }
                    return fields.fromOtherCalendar(language: language)?.zonedDate(now: now) ?? date
                }
                cursor = start
            }
        }
        guard let fields = MailDate(names: names, iso: iso).fields(&cursor, now: now) else { return nil }
        let date = fields.zonedDate(now: now)
        // The name of the month says that only the year can be another calendar's.
        guard date?.isSuspect == true else { return date }
        return fields.fromOtherCalendar(language: nil)?.zonedDate(now: now) ?? date
    }

    /// One date of a feed: as ``date(in:language:now:)``, for less where a machine wrote it.
    ///
    /// - Parameter language: asked only where it matters.
    package func date(_ utf8: [UInt8], language: @autoclosure () -> String?, now: Timestamp) -> ZonedDate? {
        let machine = machineDate(utf8, now: now)
        if let machine, !mayBeOfAnotherCalendar(machine) { return machine }
        return date(in: String(decoding: utf8, as: UTF8.self), language: language(), now: now)
    }

    /// One date as machines or people write it, with at most a few words around it, such as `Updated:`.
    ///
    /// Reads Gregorian, Buddhist, Persian, Islamic and Ethiopic dates and those of Japanese eras and the Republic of
    /// China. A clock time without a zone is taken for local where the words are of a language with one zone, such as
    /// Korean, and for UTC otherwise.
    ///
    /// - Parameter language: BCP 47; decides where the words and the order of day and month leave a choice.
    /// - Parameter now: decides which dates are suspect, as in ``machineDate(_:now:)``.
    /// - Returns: nil when the first 512 characters hold no date, or one without a year.
    package func date(in text: String, language: String?, now: Timestamp) -> ZonedDate? {
        date(in: text, isFresh: false, language: language, now: now)
    }

    /// One date on a page that was fetched just now: as ``date(in:language:now:)``, and also one without a year, which is
    /// the last such day that is not in the future, and one told from now, such as `2 hours ago`.
    package func freshDate(in text: String, language: String?, now: Timestamp) -> ZonedDate? {
        date(in: text, isFresh: true, language: language, now: now)
            ?? (text.utf8.count <= 100 ? written.relativeDate(in: text, now: now) : nil)
    }

    /// A year out of its time, such as 1404 or 2569; what is only in the future is looked at no further.
    private func mayBeOfAnotherCalendar(_ date: ZonedDate) -> Bool {
        // 1900 to 2199
        date.isSuspect && !(-2_208_988_800_000..<7_258_118_400_000).contains(date.instant.milliseconds)
    }

    private func date(in text: String, isFresh: Bool, language: String?, now: Timestamp) -> ZonedDate? {
        let machine =
            text.utf8.count <= 128 ? machineDate(Array(text.utf8), language: language, now: now) : nil
        if let machine, !mayBeOfAnotherCalendar(machine) { return machine }
        guard written.mayHoldDate(text.utf8, isComplete: false) else { return machine }
        let least: WrittenDate.Completeness = isFresh ? .any : .year
        let dates = written.dates(in: text.prefix(512), least: least, language: language, now: now)
        guard let machine else { return dates.first }
        return dates.first { !$0.isSuspect } ?? machine
    }

    /// The first date in visible text that has a day and a year and is not in the future.
    ///
    /// - Parameter text: a line or a few; only the first 400 words and signs are looked at.
    /// - Parameter language: as in ``date(in:language:now:)``.
    package func firstDate(inVisibleText text: String, language: String?, now: Timestamp) -> ZonedDate? {
        guard written.mayHoldDate(text.utf8, isComplete: true) else { return nil }
        return written.dates(in: text, least: .day, language: language, now: now).first {
            !$0.isSuspect
        }
    }
}
