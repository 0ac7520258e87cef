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
    /// What came instead of the document, for ``Category/status``; nil when that says nothing.
    package var answer: ErrorAnswer?

    package init(category: Category, reason: String, status: Int? = nil, answer: ErrorAnswer? = nil) {
        self.category = category
        self.reason = reason
        self.status = status
        self.answer = answer
    }
}

/// The page that a server sends with an error status, and what its header says of the reason.
package struct ErrorAnswer: Sendable, Equatable {
    /// Where it stood after all redirects.
    package var url: String
    package var contentType: String?
    /// The beginning of an HTML body, at most 64 KiB; empty for other types.
    package var bytes: [UInt8]
    /// How the server wants to know who asks: `Basic`, `Bearer`; from `WWW-Authenticate`.
    package var authentication: String?
    /// Whether the header says that a browser has to prove itself (`cf-mitigated`, `x-datadome`).
    package var isChallenge: Bool

    package init(
        url: String, contentType: String? = nil, bytes: [UInt8] = [], authentication: String? = nil,
        isChallenge: Bool = false
    ) {
        self.url = url
        self.contentType = contentType
        self.bytes = bytes
        self.authentication = authentication
        self.isChallenge = isChallenge
    }
}
