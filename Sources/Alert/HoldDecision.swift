import Foundation
import Model

/// Whether an alert is told at once, or when and why later.
package enum HoldDecision: Sendable, Equatable {
    case tell
    /// - Parameter reason: for people: `quiet hours`.
    case hold(until: Timestamp, reason: String)
}

/// What a rule's policy makes of one of its alerts.
///
/// Escalations and, in quiet hours and digests, critical alerts are told at once. A burst holds back every alert
/// above the limit until the period ends; nothing is dropped.
///
/// - Parameter earlier: alerts of the rule, this one apart, in the burst limit's period before it.
/// - Parameter now: the time it is asked; an alert whose telling was held until a time before that is told.
package func holdDecision(for alert: Alert, earlier: Int, now: Timestamp) -> HoldDecision {
    guard let policy = alert.policy, alert.escalated == nil else { return .tell }
    let isCritical = alert.severity == .critical
    if !isCritical, let quiet = policy.quiet, let end = quiet.end(at: now) {
        return .hold(until: end, reason: "quiet hours")
    }
    if !isCritical, let digest = policy.digest {
        return .hold(until: digest.next(after: now), reason: "digest")
    }
    if let burst = policy.burst, earlier >= burst.alerts {
        return .hold(
            until: DigestTimes.every(seconds: burst.seconds).next(after: now),
            reason: "burst: more than \(burst.alerts) alerts in \(burst.seconds / 60) min")
    }
    return .tell
}

extension QuietHours {
    /// When the quiet hours that hold at a time end; nil when it is not quiet.
    package func end(at time: Timestamp) -> Timestamp? {
        let zone = TimeZone(identifier: zone) ?? .gmt
        let minute = minuteOfDay(time, in: zone)
        let isQuiet =
            start <= end ? (start..<end).contains(minute) : minute >= start || minute < end
        return isQuiet ? nextTime(showing: end, in: zone, after: time) : nil
    }
}

extension DigestTimes {
    /// The first time to tell that lies behind `time`.
    package func next(after time: Timestamp) -> Timestamp {
        switch self {
        case .every(let seconds):
            let seconds = Int64(max(seconds, 1))
            return Timestamp(seconds: (time.seconds / seconds + 1) * seconds)
        case .daily(let minute, let zone):
            return nextTime(showing: minute, in: TimeZone(identifier: zone) ?? .gmt, after: time)
        }
    }
}

private func minuteOfDay(_ time: Timestamp, in zone: TimeZone) -> Int {
    let local = time.seconds + Int64(offset(of: zone, at: time))
    return Int((local % 86_400 + 86_400) % 86_400) / 60
}

private func offset(of zone: TimeZone, at time: Timestamp) -> Int {
    zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(time.seconds)))
}

/// The next time the clocks of a zone show a minute of the day; where they jump over it, as long after midnight.
private func nextTime(showing minute: Int, in zone: TimeZone, after time: Timestamp) -> Timestamp {
    let before = Int64(offset(of: zone, at: time))
    let midnight = (time.seconds + before) / 86_400 * 86_400
    var local = midnight + Int64(minute) * 60
    if local <= time.seconds + before { local += 86_400 }
    let guess = Timestamp(seconds: local - before)
    // The clocks may have been changed in between.
    let after = Int64(offset(of: zone, at: guess))
    return Timestamp(seconds: max(local - after, time.seconds + 1))
}
