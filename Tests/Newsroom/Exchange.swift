/// What the newsroom reads of a request, whatever server took it.
struct WebRequest: Sendable {
    var method: String
    /// `Host` as sent, with port.
    var host: String
    var path: String
    var query: [String: String] = [:]
    var ifNoneMatch: String?
    var ifModifiedSince: String?
    var acceptsGzip = false
}

/// What the newsroom answers.
struct WebReply: Sendable {
    var status: Int
    var fields: [(name: String, value: String)] = []
    var body: [UInt8] = []
    /// How long the server lets its readers wait.
    var delay: Duration = .zero

    static func text(_ status: Int, _ text: String) -> WebReply {
        WebReply(
            status: status, fields: [("Content-Type", "text/plain; charset=utf-8")], body: Array(text.utf8))
    }
}
