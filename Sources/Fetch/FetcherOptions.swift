/// What holds for all transfers of a fetcher.
package struct FetcherOptions: Sendable, Equatable {
    /// `User-Agent` of every request; must not contain line breaks.
    package var userAgent: String
    /// Bound on transfers under way.
    package var maxTransfers = 64
    /// Bound on transfers, and with them connections, to one host at a time.
    package var maxTransfersPerHost = 2
    /// Bound on looking up the name, connecting and agreeing on TLS.
    package var connectTimeout: Duration = .seconds(10)
    /// A transfer slower than ``minBytesPerSecond`` for this long is given up. Whole seconds.
    package var stallTimeout: Duration = .seconds(15)
    package var minBytesPerSecond = 32
    /// Bound on one response's header.
    package var maxHeaderBytes = 64 << 10
    /// Idle connections kept for reuse.
    package var maxIdleConnections = 256
    /// File with the certificate authorities to trust, PEM; nil for the system's.
    package var authorities: String?

    package init(userAgent: String = "wirewatch") {
        self.userAgent = userAgent
    }
}
