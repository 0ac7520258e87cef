import Model

/// Hosts that asked to be left alone: a "too many requests" to one source concerns all sources of its host.
package struct HostPauses: Sendable {
    /// What a pause lasts when the server does not say.
    package static let usual: Duration = .seconds(300)

    private var ends: [String: Timestamp] = [:]

    package init() {}

    /// Leaves `host` alone until `until`, at most a day, or for five minutes; an earlier, longer pause stands.
    package mutating func pause(_ host: String, until: Timestamp?, now: Timestamp) {
        ends = ends.filter { $0.value > now }
        let end = min(until ?? now + Self.usual, now + longestWait)
        if end > ends[host] ?? now { ends[host] = end }
    }

    /// When the host may be asked again; nil when it may be now, also when the clock was set back so far that
    /// the end lies more than a day ahead.
    package func end(of host: String, now: Timestamp) -> Timestamp? {
        guard let end = ends[host], end > now, end <= now + longestWait else { return nil }
        return end
    }
}
