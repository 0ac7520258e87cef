/// A filed article with everything that carried it, as the ledger's entries tell it: who had it first, in which form, and
/// how it spread.
package struct Story: Sendable, Equatable {
    /// In the order of ``time(of:)``; never empty.
    package let carriers: [LedgerEntry]
    /// The version that stands for the story: the first that was filed, unless a later one took over.
    package let head: LedgerEntry

    /// - Parameter entries: of one story, in any order; nil when there are none.
    package init?(_ entries: [LedgerEntry]) {
        let inTime = entries.sorted { (Story.time(of: $0), $0.number) < (Story.time(of: $1), $1.number) }
        let byNumber = entries.sorted { $0.number < $1.number }
        guard
            let head = byNumber.last(where: { $0.head == $0.number })
                ?? byNumber.first(where: { $0.file != nil }) ?? byNumber.first
        else { return nil }
        carriers = inTime
        self.head = head
    }

    /// Who had it first.
    package var first: LedgerEntry { carriers[0] }

    /// The agency it comes from: the head's credit, or the one most carriers give, the earliest of equals.
    package var wire: String? {
        if let agency = head.wire?.agency { return agency }
        let agencies = carriers.compactMap(\.wire?.agency)
        let counts = Dictionary(agencies.map { ($0, 1) }, uniquingKeysWith: +)
        return agencies.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) }
    }

    /// Different outlets.
    package var outletCount: Int { Set(carriers.map(\.outlet)).count }

    /// The versions of one outlet's article that led to `entry`, the oldest first, `entry` last.
    package func versions(of entry: LedgerEntry) -> [LedgerEntry] {
        var versions = [entry]
        while let version = versions.first, version.state == .revised, let of = version.of,
            of < version.number,
            let before = carriers.first(where: { $0.number == of })
        {
            versions.insert(before, at: 0)
        }
        return versions
    }

    /// When a carrier had the story: as published, where that is believed and told to the minute, else when it was considered.
    package static func time(of entry: LedgerEntry) -> Timestamp {
        guard let published = entry.published, !published.isSuspect, published.instant <= entry.time,
            published.precision == .minute || published.precision == .second
        else { return entry.time }
        return published.instant
    }

    /// From the first carrier to this one.
    package func lag(of entry: LedgerEntry) -> Duration { Story.time(of: entry) - Story.time(of: first) }

    /// How long it took until half of the outlets had it.
    package var halfway: Duration {
        let all = outletCount
        var seen: Set<String> = []
        for carrier in carriers {
            seen.insert(carrier.outlet)
            if seen.count * 2 >= all { return lag(of: carrier) }
        }
        return .zero
    }
}
