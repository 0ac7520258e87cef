import CCurl

/// A URL taken apart, its escapes and dot segments already normal.
struct AddressParts {
    var scheme: String
    /// Lower-case ASCII without a final dot; IPv6 addresses in brackets.
    var host: String
    /// Nil for the scheme's default port.
    var port: String?
    /// Begins with a slash.
    var path: String
    /// Without the question mark; nil when there is none or it is empty.
    var query: String?
    /// Without the hash; nil when there is none.
    var fragment: String?

    /// Nil when `url` is not an absolute http or https URL within bounds.
    init?(_ url: String) {
        if let plain = PlainURL(url) {
            self.init(plain)
        } else {
            self.init(mending: url)
        }
    }

    private init(_ plain: PlainURL) {
        scheme = plain.bytes[4] == UInt8(ascii: "s") ? "https" : "http"
        host = plain.string(plain.host)
        port = plain.port.isEmpty ? nil : plain.string(plain.port)
        path = plain.path.isEmpty ? "/" : plain.string(plain.path)
        query = plain.query.map(plain.string)
        fragment = plain.fragment.map(plain.string)
    }

    private init?(mending url: String) {
        guard let resolved = resolvedURL(url, base: nil), let parsed = CurlURL(normalisedPercent(resolved)),
            let scheme = parsed.part(CURLUPART_SCHEME), let host = parsed.part(CURLUPART_HOST)
        else { return nil }
        self.scheme = scheme
        let name = host.lowercased()
        self.host = name.hasSuffix(".") ? String(name.dropLast()) : name
        guard !self.host.isEmpty else { return nil }
        port = parsed.part(CURLUPART_PORT)
        path = parsed.part(CURLUPART_PATH) ?? "/"
        query = parsed.part(CURLUPART_QUERY).flatMap { $0.isEmpty ? nil : $0 }
        fragment = parsed.part(CURLUPART_FRAGMENT)
        // A percent sign that stands for itself takes three bytes now.
        guard text.utf8.count <= maxURLBytes else { return nil }
    }

    /// Host and port as they stand in a URL.
    var authority: String {
        port.map { "\(host):\($0)" } ?? host
    }

    /// The URL again, without user information.
    var text: String {
        "\(scheme)://\(authority)\(path)\(query.map { "?" + $0 } ?? "")\(fragment.map { "#" + $0 } ?? "")"
    }
}
