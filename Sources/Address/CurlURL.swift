import CCurl

/// One URL inside curl's URL parser: the only place that calls it.
///
/// Parsing lower-cases the scheme, removes dot segments, writes IPv4 addresses in their usual form and refuses host
/// names with forbidden characters. Give it ASCII only: its own conversion of international names depends on the
/// process's locale.
struct CurlURL: ~Copyable {
    private let handle: OpaquePointer

    /// Parses an absolute URL; nil when curl refuses it.
    init?(_ absolute: String) {
        guard let handle = curl_url() else { return nil }
        guard curl_url_set(handle, CURLUPART_URL, absolute, 0) == CURLUE_OK else {
            curl_url_cleanup(handle)
            return nil
        }
        self.handle = handle
    }

    deinit {
        curl_url_cleanup(handle)
    }

    /// Resolves a reference against what is held, as RFC 3986 §5 does; false when curl refuses the result.
    func set(_ reference: String) -> Bool {
        curl_url_set(handle, CURLUPART_URL, reference, 0) == CURLUE_OK
    }

    /// One part as text; nil when the URL has none. A default port counts as none.
    func part(_ part: CURLUPart) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard curl_url_get(handle, part, &text, UInt32(CURLU_NO_DEFAULT_PORT)) == CURLUE_OK, let text else {
            return nil
        }
        defer { curl_free(text) }
        return String(cString: text)
    }
}
