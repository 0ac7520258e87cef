import Model

/// What a feed says of its own rhythm, while it is read.
struct UpdateRhythm {
    private var timeToLive: Int?
    private var period: String?
    private var frequency = 1
    private var skipHours: [Int] = []
    private var skipDays: [Int] = []

    mutating func add(_ element: FeedElement, _ text: String) {
        switch element {
        case .ttl: timeToLive = Int(text).flatMap { (1...525_600).contains($0) ? $0 : nil }
        case .updatePeriod: period = text.lowercased()
        case .updateFrequency: frequency = Int(text).map { min(max($0, 1), 10_000) } ?? 1
        case .hour:
            // RSS 0.91 counted from 1 to 24.
            if let hour = Int(text), (0...24).contains(hour), !skipHours.contains(hour % 24) {
                skipHours.append(hour % 24)
            }
        case .day:
            if let day = UpdateRhythm.days.firstIndex(of: text.lowercased()), !skipDays.contains(day + 1) {
                skipDays.append(day + 1)
            }
        default: break
        }
    }

    var hints: ScheduleHints {
        let fromPeriod = period.flatMap { UpdateRhythm.periods[$0] }.map { $0 / frequency }
        let seconds = [timeToLive.map { $0 * 60 }, fromPeriod].compactMap { $0 }.max()
        return ScheduleHints(
            minimumInterval: seconds.map { .seconds($0) }, skipHours: skipHours.sorted(),
            skipDays: skipDays.sorted())
    }

    private static let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    /// Seconds of the syndication module's periods.
    private static let periods = [
        "hourly": 3600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000,
    ]
}
