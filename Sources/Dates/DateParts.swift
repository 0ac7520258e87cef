/// Where in a text a date stands and what its parts say, before calendar and clock are settled.
struct DateParts {
    var year: Int?
    /// Digits the year was written with; two need a century.
    var yearDigits = 4
    var month: Int
    var day: Int?
    var calendar: DateCalendar
    /// Of the words of the date; nil for numbers alone.
    var language: String?
    /// Other orders the same numbers may be meant in, for when this one is impossible or in the future.
    var alternatives: [DateParts] = []
    /// Pieces of the text it covers.
    var range: Range<Int>

    var isComplete: Bool { year != nil && day != nil }

    func counted(in calendar: DateCalendar) -> DateParts {
        var parts = self
        if parts.yearDigits <= 2 { parts.calendar = calendar }
        return parts
    }
}
