import Foundation
import Model

private let wantedQuiet = "hours such as \"22:00-07:00 Europe/Berlin\"; UTC without a zone"
private let wantedDigest =
    "a duration such as \"1h\", from 1m to 7d, or a time such as \"08:00 Europe/Berlin\""
private let wantedBurst = "a number of alerts in a time such as \"50/1h\", or \"off\""

extension SettingsReader {
    /// The keys of a rule that say when and how loudly its alerts are told.
    static let policyKeys = ["quiet", "digest", "burst", "escalate"]

    mutating func policy(of fields: SettingFields) -> AlertPolicy {
        var policy = AlertPolicy()
        policy.quiet = parsed("quiet", of: fields, wanted: wantedQuiet) { kind in
            if case .string(let text) = kind { quietHours(text) } else { nil }
        }
        policy.digest = parsed("digest", of: fields, wanted: wantedDigest) { kind in
            if case .string(let text) = kind { digestTimes(text) } else { nil }
        }
        if fields.values["burst"] != nil {
            let burst: BurstLimit?? = parsed("burst", of: fields, wanted: wantedBurst) { kind in
                guard case .string(let text) = kind else { return nil }
                return text == "off" ? .some(nil) : burstLimit(text).map(Optional.some)
            }
            policy.burst = burst ?? policy.burst
        }
        policy.escalation = escalation(of: fields)
        return policy
    }

    private mutating func escalation(of fields: SettingFields) -> Escalation? {
        guard let value = fields.values["escalate"] else { return nil }
        let path = fields.path(of: "escalate")
        let fields = self.fields(of: value, path: path, keys: ["outlets", "languages", "severity"])
        guard case .object = value.kind else { return nil }
        let wanted = "a whole number from 2 to 10000"
        func number(_ kind: JSON5Value.Kind) -> Int? { wholeNumber(kind, in: 2...10_000) }
        var escalation = Escalation()
        escalation.outlets = parsed("outlets", of: fields, wanted: wanted, number)
        escalation.languages = parsed("languages", of: fields, wanted: wanted, number)
        escalation.severity = parsed(
            "severity", of: fields, wanted: list(Severity.allCases.map(\.rawValue))
        ) { kind in
            if case .string(let text) = kind { Severity(rawValue: text) } else { nil }
        }
        if fields.values["outlets"] == nil, fields.values["languages"] == nil {
            report(path, at: value.offset, found: "no number to reach", wanted: "outlets, languages or both")
        }
        return escalation
    }
}

/// `22:00-07:00`, with a zone behind a space.
private func quietHours(_ text: String) -> QuietHours? {
    let parts = text.split(separator: " ")
    guard let hours = parts.first, parts.count <= 2, let zone = zone(parts.dropFirst().first) else {
        return nil
    }
    let ends = hours.split(separator: "-", omittingEmptySubsequences: false).map(minute)
    guard ends.count == 2, let start = ends[0], let end = ends[1], start != end else { return nil }
    return QuietHours(start: start, end: end, zone: zone)
}

/// `1h`, or `08:00` with a zone behind a space.
private func digestTimes(_ text: String) -> DigestTimes? {
    if let period = duration(text) {
        let seconds = Int(period.components.seconds)
        return (60...604_800).contains(seconds) ? .every(seconds: seconds) : nil
    }
    let parts = text.split(separator: " ")
    guard let minute = parts.first.flatMap(minute), parts.count <= 2, let zone = zone(parts.dropFirst().first)
    else { return nil }
    return .daily(minute: minute, zone: zone)
}

/// `50/1h`
private func burstLimit(_ text: String) -> BurstLimit? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let alerts = Int(parts[0]), (1...100_000).contains(alerts),
        let period = duration(String(parts[1]))
    else { return nil }
    let seconds = Int(period.components.seconds)
    return (60...604_800).contains(seconds) ? BurstLimit(alerts: alerts, seconds: seconds) : nil
}

/// Minutes after midnight of `07:30`.
private func minute(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy(isDigit) }),
        let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
    else { return nil }
    return hour * 60 + minute
}

/// The identifier of a zone that the time zone database has; UTC for none.
private func zone(_ text: Substring?) -> String? {
    guard let text else { return "UTC" }
    return TimeZone(identifier: String(text)).map { _ in String(text) }
}
