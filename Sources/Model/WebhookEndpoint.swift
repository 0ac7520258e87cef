/// Where a webhook's requests go and how.
package struct WebhookEndpoint: Sendable, Equatable {
    package var url: String
    /// Key of the signature; requests are not signed without.
    package var secret: [UInt8]?
    package var headers: [Header]
    /// Bound on one whole request.
    package var timeout: Duration
    package var allowPrivateAddresses: Bool

    package init(
        url: String, secret: [UInt8]? = nil, headers: [Header] = [], timeout: Duration = .seconds(10),
        allowPrivateAddresses: Bool = false
    ) {
        self.url = url
        self.secret = secret
        self.headers = headers
        self.timeout = timeout
        self.allowPrivateAddresses = allowPrivateAddresses
    }
}
