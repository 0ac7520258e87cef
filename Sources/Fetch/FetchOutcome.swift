import Model

/// What became of a request.
package enum FetchOutcome: Sendable, Equatable {
    /// A document came.
    case body(FetchedBody)
    /// The server says that the document we have is still the current one.
    case notModified(ResponseHead)
    /// The server asks to be left alone (429, or 503 with Retry-After), until then if it said so.
    case throttled(until: Timestamp?)
    /// The document was removed for good (410).
    case gone
    case failed(FetchFailure)
}

/// A document as it came, decompressed.
package struct FetchedBody: Sendable, Equatable {
    package var head: ResponseHead
    package var bytes: [UInt8]

    package init(head: ResponseHead, bytes: [UInt8]) {
        self.head = head
        self.bytes = bytes
    }
}

/// What a response says of its document.
package struct ResponseHead: Sendable, Equatable {
    /// HTTP status of the last hop: 200, 304, …
    package var status: Int
    /// Where the document was after all redirects, without user info; the base for its relative links.
    package var url: String
    /// Where the document has moved to for good: the end of an unbroken chain of permanent redirects (301, 308)
    /// from the requested URL; nil when there was none.
    package var movedTo: String?
    /// `Content-Type` as sent.
    package var contentType: String?
    /// `Content-Language` as sent.
    package var contentLanguage: String?
    /// Validators for the next request, exactly as sent.
    package var etag: String?
    package var lastModified: String?
    /// How long the server calls the document fresh: `Cache-Control: max-age`, or else `Expires` minus `Date`.
    /// Never negative; zero for `no-cache` and `no-store`; nil when it says nothing.
    package var freshFor: Duration?

    package init(
        status: Int, url: String, movedTo: String? = nil, contentType: String? = nil,
        contentLanguage: String? = nil, etag: String? = nil, lastModified: String? = nil,
        freshFor: Duration? = nil
    ) {
        self.status = status
        self.url = url
        self.movedTo = movedTo
        self.contentType = contentType
        self.contentLanguage = contentLanguage
        self.etag = etag
        self.lastModified = lastModified
        self.freshFor = freshFor
    }
}
