/// Tells our own network's outage from the sources' failures.
///
/// When the last polls of many different hosts all failed to connect, it is not they who are down, and doubling
/// every source's wait would leave them unwatched for hours after the network is back.
package struct OutageWatch: Sendable {
    /// Different hosts in a row that make an outage.
    private static let hostsForOutage = 8

    private var failedHosts: Set<String> = []

    package init() {}

    /// Whether nobody has answered of late.
    package var isOutage: Bool { failedHosts.count >= Self.hostsForOutage }

    /// - Parameter answered: whether anything came back from the host, be it an error.
    package mutating func note(host: String, answered: Bool) {
        if answered {
            failedHosts = []
        } else if !isOutage {
            failedHosts.insert(host)
        }
    }
}
