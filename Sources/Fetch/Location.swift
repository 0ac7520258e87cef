import CCurl

/// A place on the web that may be asked: an `http` or `https` URL as libcurl itself reads it.
///
/// Read by the same parser that the transfer uses, so that what is checked here and what is contacted are one.
struct Location: Equatable {
    /// The URL to request, spaces and bytes outside ASCII percent-encoded.
    let url: String
    /// The same for people and for resolving links: without user info and fragment.
    let publicURL: String
    let scheme: String
    /// Lowercase.
    let host: String
    let port: Int

    /// Fails with a sentence for people.
    init(_ text: String) throws(Unusable) {
        guard text.utf8.count <= 2048 else { throw Unusable(reason: "the URL has more than 2,048 bytes") }
        guard !text.utf8.contains(0), let handle = curl_url() else {
            throw Unusable(reason: "the URL cannot be read")
        }
        defer { curl_url_cleanup(handle) }
        let flags = UInt32(CURLU_URLENCODE | CURLU_ALLOW_SPACE | CURLU_NON_SUPPORT_SCHEME)
        let code = curl_url_set(handle, CURLUPART_URL, text, flags)
        guard code == CURLUE_OK else {
            throw Unusable(reason: "the URL cannot be read: \(String(cString: curl_url_strerror(code)))")
        }
        let scheme = part(CURLUPART_SCHEME, of: handle)?.lowercased() ?? ""
        guard scheme == "http" || scheme == "https" else {
            throw Unusable(reason: "the URL is neither http nor https")
        }
        curl_url_set(handle, CURLUPART_FRAGMENT, nil, 0)
        guard let url = part(CURLUPART_URL, of: handle), let host = part(CURLUPART_HOST, of: handle),
            let port = part(CURLUPART_PORT, of: handle, flags: UInt32(CURLU_DEFAULT_PORT)).flatMap({ Int($0) }
            ),
            !host.isEmpty
        else { throw Unusable(reason: "the URL names no host") }
        curl_url_set(handle, CURLUPART_USER, nil, 0)
        curl_url_set(handle, CURLUPART_PASSWORD, nil, 0)
        curl_url_set(handle, CURLUPART_OPTIONS, nil, 0)
        self.url = url
        self.publicURL = part(CURLUPART_URL, of: handle) ?? ""
        self.scheme = scheme
        self.host = host.lowercased()
        self.port = port
    }

    /// Why a text is no location.
    struct Unusable: Error {
        let reason: String
    }

    /// Whether what was meant for `source` may be said here as well: the same host, by the same or a safer scheme.
    func mayKnowSecrets(of source: Location) -> Bool {
        guard host == source.host else { return false }
        if scheme == source.scheme { return port == source.port }
        return scheme == "https" && source.port == 80 && port == 443
    }
}

private func part(_ part: CURLUPart, of handle: OpaquePointer, flags: UInt32 = 0) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    guard curl_url_get(handle, part, &text, flags) == CURLUE_OK, let text else { return nil }
    defer { curl_free(text) }
    return String(cString: text)
}
