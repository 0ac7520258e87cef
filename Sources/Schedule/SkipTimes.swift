import Model

extension ScheduleHints {
    /// Skip rules that leave no hour open in this time are not believed.
    private static let longestSkip = 72

    /// The first moment from `time` on that lies in no skipped hour and on no skipped day: `time` itself, or the
    /// beginning of an hour; nil when the rules leave no hour of the next three days open.
    package func openTime(from time: Timestamp) -> Timestamp? {
        if skipHours.isEmpty && skipDays.isEmpty { return time }
        var candidate = time
        for _ in 0...Self.longestSkip {
            if !isSkipped(candidate) { return candidate }
            let hour = floored(candidate.seconds, by: 3600)
            candidate = Timestamp(seconds: (hour + 1) * 3600)
        }
        return nil
    }

    private func isSkipped(_ time: Timestamp) -> Bool {
        let day = floored(time.seconds, by: 86_400)
        let hour = Int(time.seconds - day * 86_400) / 3600
        // 1970-01-01 was a Thursday, the fourth day.
        let weekday = Int(((day + 3) % 7 + 7) % 7) + 1
        return skipHours.contains(hour) || skipDays.contains(weekday)
    }
}

private func floored(_ value: Int64, by divisor: Int64) -> Int64 {
    value >= 0 ? value / divisor : (value - divisor + 1) / divisor
}
