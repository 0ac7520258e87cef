import Model

/// One document to get, with everything that bounds the attempt.
package struct FetchRequest: Sendable, Equatable {
    /// Absolute, `http` or `https`.
    package var url: String
    /// Validators for a conditional request, exactly as the server sent them.
    package var etag: String?
    package var lastModified: String?
    /// Extra fields; they are sent to the URL's own host only, never after a redirect to another one.
    package var headers: [Header]
    /// Bound on the body, counted after decompression.
    package var maxBodyBytes: Int
    /// Bound on the whole transfer with all its redirects, not counting the wait for a free place.
    package var timeout: Duration
    package var maxRedirects: Int
    /// Whether loopback, private and link-local addresses may be contacted.
    package var allowPrivateAddresses: Bool
    /// What to post; then any answer of 200 to 299 is a success, its body is not read, and redirects are refused.
    package var upload: Upload?

    package init(
        url: String, etag: String? = nil, lastModified: String? = nil, headers: [Header] = [],
        maxBodyBytes: Int = 8 << 20, timeout: Duration = .seconds(30), maxRedirects: Int = 10,
        allowPrivateAddresses: Bool = false
    ) {
        self.url = url
        self.etag = etag
        self.lastModified = lastModified
        self.headers = headers
        self.maxBodyBytes = maxBodyBytes
        self.timeout = timeout
        self.maxRedirects = maxRedirects
        self.allowPrivateAddresses = allowPrivateAddresses
    }
}

/// A body to send with POST.
package struct Upload: Sendable, Equatable {
    package var contentType: String
    package var bytes: [UInt8]

    package init(contentType: String, bytes: [UInt8]) {
        self.contentType = contentType
        self.bytes = bytes
    }
}

/// Whatever gets documents: the network, or a test's shelf of answers.
package protocol Fetching: Sendable {
    /// Gets one document; never throws, a failure is a value. Cancelling the task ends the transfer.
    func get(_ request: FetchRequest) async -> FetchOutcome
}
