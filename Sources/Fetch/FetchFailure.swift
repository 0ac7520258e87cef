/// Why no document came.
package struct FetchFailure: Error, Sendable, Equatable {
    /// What kind of trouble it was.
    package enum Category: String, Sendable, Codable, CaseIterable {
        /// The host name has no address.
        case dns
        /// Nobody answers at the address.
        case refused
        /// No trusted, encrypted connection.
        case tls
        case timeout
        /// The body or the header exceeds its bound.
        case tooLarge = "too large"
        case tooManyRedirects = "too many redirects"
        /// The host is on a network that the source may not contact.
        case privateAddress = "private address"
        /// The URL, a redirect's target or a configured header cannot be used.
        case badURL = "bad URL"
        /// An HTTP status that brings no document.
        case status = "HTTP status"
        /// The connection broke, or what came is no HTTP or is not compressed as it claims.
        case broken
        case cancelled
    }

    package var category: Category
    /// One line for people, such as `news.example answered 404 Not Found`; without user info or query.
    package var reason: String
    /// For ``Category/status``.
    package var status: Int?

    package init(category: Category, reason: String, status: Int? = nil) {
        self.category = category
        self.reason = reason
        self.status = status
    }
}
