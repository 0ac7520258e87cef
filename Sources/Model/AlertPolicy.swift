/// When and how loudly the alerts of a rule are told.
///
/// It travels with each alert, so that settings read anew change nothing that was raised before.
package struct AlertPolicy: Sendable, Equatable, Codable {
    /// Part of each day in which nothing is told but what is critical.
    package var quiet: QuietHours?
    /// Alerts are collected and told together.
    package var digest: DigestTimes?
    /// More alerts than this in a while are told together.
    package var burst: BurstLimit?
    /// A story that spreads is told once more, louder.
    package var escalation: Escalation?

    package init(
        quiet: QuietHours? = nil, digest: DigestTimes? = nil, burst: BurstLimit? = .usual,
        escalation: Escalation? = nil
    ) {
        self.quiet = quiet
        self.digest = digest
        self.burst = burst
        self.escalation = escalation
    }
}

/// A part of every day by the clocks of one place.
package struct QuietHours: Sendable, Equatable, Codable {
    /// Minutes since midnight, 0..<1440; the end may lie on the next day, and is not quiet itself.
    package var start: Int
    package var end: Int
    /// An identifier of the time zone database: `Europe/Berlin`.
    package var zone: String

    package init(start: Int, end: Int, zone: String) {
        self.start = start
        self.end = end
        self.zone = zone
    }
}

/// When collected alerts are told.
package enum DigestTimes: Sendable, Equatable, Codable {
    /// At every multiple of so many seconds since the epoch.
    case every(seconds: Int)
    /// Once a day, so many minutes after midnight in a zone of the time zone database.
    case daily(minute: Int, zone: String)
}

/// At most so many alerts of one rule in so many seconds go out one by one.
package struct BurstLimit: Sendable, Equatable, Codable {
    package static let usual = BurstLimit(alerts: 50, seconds: 3600)

    package var alerts: Int
    package var seconds: Int

    package init(alerts: Int, seconds: Int) {
        self.alerts = alerts
        self.seconds = seconds
    }
}

/// How far a story has to spread to be told once more; either is enough.
package struct Escalation: Sendable, Equatable, Codable {
    package var outlets: Int?
    package var languages: Int?
    /// Of the second alert; nil for the next louder one.
    package var severity: Severity?

    package init(outlets: Int? = nil, languages: Int? = nil, severity: Severity? = nil) {
        self.outlets = outlets
        self.languages = languages
        self.severity = severity
    }

    /// Whether a story has spread so far.
    package func isReached(by spread: StorySpread) -> Bool {
        outlets.map { spread.outlets >= $0 } ?? false || languages.map { spread.languages >= $0 } ?? false
    }
}

/// How many outlets carry a story, in how many languages.
package struct StorySpread: Sendable, Equatable, Codable, CustomStringConvertible {
    package var outlets: Int
    package var languages: Int

    package init(outlets: Int, languages: Int) {
        self.outlets = outlets
        self.languages = languages
    }

    package var description: String {
        "\(outlets) \(outlets == 1 ? "outlet" : "outlets"), \(languages) \(languages == 1 ? "language" : "languages")"
    }
}

/// The words around a match, as the article has them.
package struct Snippet: Sendable, Equatable, Codable {
    /// One line; cut ends are marked with an ellipsis.
    package var text: String
    /// What matched: pairs of first and past-the-last byte of ``text``'s UTF-8, ascending.
    package var hits: [Range<Int>]

    package init(text: String, hits: [Range<Int>]) {
        self.text = text
        self.hits = hits
    }
}
