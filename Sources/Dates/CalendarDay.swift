import Foundation
import Model

/// The Gregorian day of a date in another calendar.
///
/// Buddhist years are counted here, all else is left to Foundation: such dates are few, and its calendars know the
/// tables of Umm al-Qura.
///
/// - Returns: nil when the calendar has no such day.
func civilDay(year: Int, month: Int, day: Int, in calendar: DateCalendar) -> CivilDay? {
    let identifier: Calendar.Identifier
    switch calendar {
    case .gregorian: return CivilDay(year: year, month: month, day: day)
    case .buddhist: return CivilDay(year: year - 543, month: month, day: day)
    case .persian: identifier = .persian
    case .islamic: identifier = .islamicUmmAlQura
    case .ethiopic: identifier = .ethiopicAmeteMihret
    }
    guard let zone = TimeZone(secondsFromGMT: 0) else { return nil }
    var foreign = Calendar(identifier: identifier)
    foreign.timeZone = zone
    let components = DateComponents(calendar: foreign, timeZone: zone, year: year, month: month, day: day)
    guard let date = foreign.date(from: components) else { return nil }
    let back = foreign.dateComponents([.year, .month, .day], from: date)
    guard back.year == year, back.month == month, back.day == day else { return nil }
    return Timestamp(seconds: Int64(date.timeIntervalSince1970)).day()
}
