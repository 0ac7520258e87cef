import Model

/// The way of one request over its redirects: what has been asked so far, and what a response means.
///
/// An enum-driven machine without I/O: given a response, it says whether to ask elsewhere or what came of it all.
struct Course {
    /// A response, body apart.
    struct Response {
        var fields: ResponseFields
        /// Absolute target of a redirect, when there is one.
        var redirect: String?
        /// Time the hop took.
        var elapsed: Duration
    }

    /// What to do next.
    enum Step {
        /// Ask ``Course/location``, which is now elsewhere.
        case follow
        /// The document is wanted: the body belongs to this head.
        case deliver(ResponseHead)
        case finish(FetchOutcome)
    }

    let request: FetchRequest
    private let start: Location
    private(set) var location: Location
    private(set) var timeLeft: Duration
    /// Whether compressed bodies are asked for; not again where they turned out damaged.
    private(set) var acceptsCompression = true
    private var redirects = 0
    private var isPermanent = true

    init(_ request: FetchRequest) throws(FetchFailure) {
        self.request = request
        do {
            start = try Location(request.url)
        } catch {
            throw FetchFailure(category: .badURL, reason: error.reason)
        }
        location = start
        timeLeft = request.timeout
        // Nothing is posted twice for the sake of an answer's encoding.
        acceptsCompression = request.upload == nil
        for header in request.headers where !header.isSendable {
            // The value may be a secret, and the name may hold anything.
            throw FetchFailure(
                category: .badURL, reason: "a configured header has a line break, a NUL or no proper name")
        }
    }

    /// The header fields for the present location, as libcurl wants them.
    var headerLines: [String] {
        var lines: [String] = []
        if let etag = request.etag, etag.isHeaderValue { lines.append("If-None-Match: \(etag)") }
        if let date = request.lastModified, date.isHeaderValue { lines.append("If-Modified-Since: \(date)") }
        if location.mayKnowSecrets(of: start) {
            // libcurl takes "name:" as the wish to send no such field, and "name;" for an empty one.
            lines += request.headers.map { $0.value.isEmpty ? "\($0.name);" : "\($0.name): \($0.value)" }
        }
        // libcurl would wait for a server's leave to send a larger body.
        if let upload = request.upload { lines += ["Content-Type: \(upload.contentType)", "Expect:"] }
        return lines
    }

    mutating func step(after response: Response, now: Timestamp) -> Step {
        let fields = response.fields
        switch fields.status {
        case 200, 203, 226:
            return .deliver(head(fields, now: now))
        case 200..<300 where request.upload != nil:
            return .deliver(head(fields, now: now))
        case 300..<400 where request.upload != nil:
            let reason = "\(location.host) redirects, and what is posted goes nowhere else"
            return .finish(
                .failed(
                    FetchFailure(category: .tooManyRedirects, reason: reason)))
        case 301, 302, 303, 307, 308:
            guard let target = response.redirect else { return .finish(failure(fields)) }
            return follow(target, isPermanent: [301, 308].contains(fields.status), elapsed: response.elapsed)
        case 304 where request.etag != nil || request.lastModified != nil:
            return .finish(.notModified(head(fields, now: now)))
        case 410:
            return .finish(.gone)
        case 429:
            return .finish(.throttled(until: retryTime(fields.retryAfter, now: now)))
        case 503 where fields.retryAfter != nil:
            return .finish(.throttled(until: retryTime(fields.retryAfter, now: now)))
        default:
            return .finish(failure(fields))
        }
    }

    /// After a body that is not compressed as it claims: once more, asking for a plain one.
    /// - Returns: whether that is worth trying.
    mutating func retryUncompressed(elapsed: Duration) -> Bool {
        guard acceptsCompression, spend(elapsed) else { return false }
        acceptsCompression = false
        return true
    }

    private mutating func follow(_ target: String, isPermanent: Bool, elapsed: Duration) -> Step {
        redirects += 1
        guard redirects <= request.maxRedirects else {
            let reason = "\(start.host) redirects more than \(request.maxRedirects) times"
            return .finish(.failed(FetchFailure(category: .tooManyRedirects, reason: reason)))
        }
        guard spend(elapsed) else {
            let reason = "\(start.host): the redirects took longer than \(request.timeout)"
            return .finish(.failed(FetchFailure(category: .timeout, reason: reason)))
        }
        do {
            location = try Location(target)
        } catch {
            let reason = "\(location.host) redirects to a place that cannot be asked: \(error.reason)"
            return .finish(.failed(FetchFailure(category: .badURL, reason: reason)))
        }
        self.isPermanent = self.isPermanent && isPermanent
        return .follow
    }

    private mutating func spend(_ elapsed: Duration) -> Bool {
        timeLeft -= elapsed
        return timeLeft >= .milliseconds(1)
    }

    private func head(_ fields: ResponseFields, now: Timestamp) -> ResponseHead {
        ResponseHead(
            status: fields.status, url: location.publicURL,
            movedTo: redirects > 0 && isPermanent ? location.publicURL : nil, contentType: fields.contentType,
            contentLanguage: fields.contentLanguage, etag: fields.etag, lastModified: fields.lastModified,
            freshFor: freshness(
                cacheControl: fields.cacheControl, age: fields.age, expires: fields.expires,
                date: fields.date,
                now: now))
    }

    private func failure(_ fields: ResponseFields) -> FetchOutcome {
        let reason = "\(location.host) answered HTTP status \(fields.status)"
        var failure = FetchFailure(category: .status, reason: reason, status: fields.status)
        let isHTML = fields.contentType?.lowercased().contains("html") ?? false
        if request.upload == nil, isHTML || fields.authentication != nil || fields.isChallenge {
            failure.answer = ErrorAnswer(
                url: location.publicURL, contentType: fields.contentType,
                authentication: fields.authentication, isChallenge: fields.isChallenge)
        }
        return .failed(failure)
    }
}

extension Header {
    /// A name of token characters (RFC 9110, 5.6.2) and a value without line breaks or NUL: libcurl would send
    /// anything else as it is.
    fileprivate var isSendable: Bool {
        let marks = Set("!#$%&'*+-.^_`|~".utf8)
        let isToken = name.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) || marks.contains(byte)
        }
        return !name.isEmpty && isToken && value.isHeaderValue
    }
}

extension String {
    fileprivate var isHeaderValue: Bool {
        utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
    }
}
