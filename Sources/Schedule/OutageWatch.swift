/// Tells our own network's outage from the sources' failures.
///
/// When the last polls of many different hosts all failed to connect, it is not they who are down, and doubling
/// every source's wait would leave them unwatched for hours after the network is back.
package struct OutageWatch: Sendable {
    /// How many hosts are polled; of few, all have to fail, of less than three no number tells.
    package var hostCount = 8
    private var failedHosts: Set<String> = []

    package init() {}

    /// Whether nobody has answered of late.
    package var isOutage: Bool { failedHosts.count >= min(max(hostCount, 3), 8) }

    /// - Parameter answered: whether anything came back from the host, be it an error.
    package mutating func note(host: String, answered: Bool) {
        if answered {
            failedHosts = []
        } else if !isOutage {
            failedHosts.insert(host)
        }
    }
}
