import Model

/// Reads dates as people write them, in the languages and calendars of ``MonthNames``.
struct WrittenDate: Sendable {
    /// What a date must at least say: a day and a year, a year, or anything.
    enum Completeness {
        case day, year, any

        func isReached(by parts: DateParts) -> Bool {
            switch self {
            case .day: parts.isComplete
            case .year: parts.year != nil
            case .any: true
            }
        }
    }

    private let names: DateNames
    private let relative = RelativeDate()

    init(names: DateNames) {
        self.names = names
    }

    /// A date told from now, in a text that holds nothing else.
    func relativeDate(in text: String, now: Timestamp) -> ZonedDate? {
        var tokenizer = DateTokenizer(text, names: names)
        return relative.date(tokenizer.tokenized(), now: now)
    }

    /// All dates in a text in reading order; complete ones when there are any.
    ///
    /// - Parameter least: leave out dates that say less.
    func dates(
        in text: some StringProtocol, least: Completeness, language: String?, now: Timestamp
    ) -> [ZonedDate] {
        var tokenizer = DateTokenizer(text, names: names)
        let tokens = markedTokens(tokenizer.tokenized(), now: now)
        let finder = DateFinder(tokens: tokens, language: language)
        return finder.dates().filter { least.isReached(by: $0) }.compactMap {
            zonedDate($0, tokens: tokens, finder: finder, now: now)
        }
    }

    /// Whether a text may hold a date: only then is it worth being taken apart.
    ///
    /// - Parameter isComplete: one with day and year, which takes two numbers.
    func mayHoldDate(_ utf8: some Sequence<UInt8>, isComplete: Bool) -> Bool {
        var numbers = 0
        var wasDigit = false
        for byte in utf8 {
            // Scripts from Arabic on have digits of their own.
            if byte >= 0xD8 { return true }
            let isDigit = isDigit(byte)
            if isDigit, !wasDigit { numbers += 1 }
            wasDigit = isDigit
        }
        return numbers >= (isComplete ? 2 : 1)
    }

    private func zonedDate(
        _ parts: DateParts, tokens: [DateToken], finder: DateFinder, now: Timestamp
    ) -> ZonedDate? {
        var fields = DateFields()
        fields.offsetSeconds = nil
        let clockLanguage = WrittenClock(tokens: tokens).read(near: parts.range, into: &fields)
        if fields.hour != nil, fields.offsetSeconds == nil, fields.seasonalOffset == nil {
            let language = clockLanguage ?? (parts.language == "han" ? finder.language : parts.language)
            fields.offsetSeconds = language.flatMap(offsetOfLanguage)
        }
        let readings = ([parts] + parts.alternatives).compactMap { date($0, fields, now: now) }
        return readings.first { !$0.isSuspect } ?? readings.first
    }

    private func date(_ parts: DateParts, _ clock: DateFields, now: Timestamp) -> ZonedDate? {
        guard let year = parts.year else { return dateWithoutYear(parts, clock, now: now) }
        var fields = clock
        guard let day = parts.day else {
            fields.hour = nil
            fields.year = parts.calendar == .buddhist ? year - 543 : year
            fields.month = parts.month
            return parts.calendar == .gregorian || parts.calendar == .buddhist
                ? fields.zonedDate(now: now) : nil
        }
        var calendar = parts.calendar
        var full = year
        if parts.yearDigits <= 2 {
            if calendar == .gregorian, parts.language == "th" || parts.language == "lo" {
                calendar = .buddhist
            }
            full =
                switch calendar {
                case .buddhist: thaiYear(year, now: now)
                case .persian: persianYear(year, now: now)
                default: fullYear(year, now: now)
                }
        } else if calendar == .gregorian, (2400...2700).contains(year) {
            calendar = .buddhist
        }
        guard parts.month <= (calendar == .ethiopic ? 13 : 12),
            let civil = civilDay(year: full, month: parts.month, day: day, in: calendar)
        else { return nil }
        fields.year = civil.year
        fields.month = civil.month
        fields.day = civil.day
        return fields.zonedDate(now: now)
    }

    /// The last such day that is not in the future.
    private func dateWithoutYear(_ parts: DateParts, _ clock: DateFields, now: Timestamp) -> ZonedDate? {
        guard parts.calendar == .gregorian, let day = parts.day, (1...12).contains(parts.month) else {
            return nil
        }
        var fields = clock
        fields.month = parts.month
        fields.day = day
        for year in [now.day().year + 1, now.day().year, now.day().year - 1] {
            fields.year = year
            if let date = fields.zonedDate(now: now), !date.isSuspect { return date }
        }
        return nil
    }

    /// A Thai year of two digits counts from the Buddhist 2500.
    private func thaiYear(_ short: Int, now: Timestamp) -> Int {
        let thisYear = now.day().year + 543
        return [2500 + short, 2000 + short + 543].min { abs($0 - thisYear) < abs($1 - thisYear) } ?? 2500
            + short
    }

    /// A Persian year of two digits is the nearest such one.
    private func persianYear(_ short: Int, now: Timestamp) -> Int {
        let thisYear = now.day().year - 621
        return abs(1300 + short - thisYear) < abs(1400 + short - thisYear) ? 1300 + short : 1400 + short
    }

    /// The zone of languages spoken in one zone without summer time; a clock time without zone is local there.
    private func offsetOfLanguage(_ language: String) -> Int? {
        switch language {
        case "ko", "ja": 9 * 3600
        case "zh", "mn": 8 * 3600
        case "th", "vi", "lo", "km": 7 * 3600
        case "my": 23_400
        case "ne": 20_700
        case "hi", "mr", "gu", "te", "kn", "ml", "or", "as", "si": 19_800
        case "ka", "hy", "az": 4 * 3600
        default: nil
        }
    }
}
