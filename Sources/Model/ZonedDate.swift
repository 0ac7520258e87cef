/// A written date as read: an instant, with the zone and the precision that the text gave.
package struct ZonedDate: Sendable, Hashable, Codable {
    /// How much of the date was written.
    package enum Precision: String, Sendable, Codable, CaseIterable {
        case year, month, day, minute, second
    }

    /// The instant; for a day or less, its first moment in ``offsetSeconds``.
    package var instant: Timestamp
    /// Seconds east of UTC; nil when the text named no zone and UTC was assumed.
    package var offsetSeconds: Int?
    package var precision: Precision
    /// Set when the date is impossible or lies in the future and should not be believed.
    package var isSuspect: Bool

    package init(
        instant: Timestamp, offsetSeconds: Int? = nil, precision: Precision = .second, isSuspect: Bool = false
    ) {
        self.instant = instant
        self.offsetSeconds = offsetSeconds
        self.precision = precision
        self.isSuspect = isSuspect
    }

    /// The day of publication in the publisher's own zone.
    package var day: CivilDay { instant.day(offsetSeconds: offsetSeconds ?? 0) }
}
