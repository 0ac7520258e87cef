import CCurl
import Glibc
import Model

/// One of libcurl's easy handles with the response it is receiving; used for one hop after the other.
///
/// Confined to its fetcher's queue: libcurl calls back only from within calls made there.
final class EasyHandle {
    /// Why the callbacks ended a transfer that libcurl would have gone on with.
    enum Refusal {
        case bodyTooLarge, headerTooLarge, privateAddress
    }

    let pointer: UnsafeMutableRawPointer
    private(set) var body: [UInt8] = []
    private(set) var fields: ResponseFields
    private(set) var refusal: Refusal?

    private let maxHeaderBytes: Int
    private let isForbidden: @Sendable ([UInt8]) -> Bool
    private var maxBodyBytes = 0
    private var bodyByteCount = 0
    private var isUpload = false
    private var headerLines: UnsafeMutablePointer<curl_slist>?
    private let errorText: UnsafeMutablePointer<CChar>

    /// What is read of an answer that brings no document, to keep its connection usable and to see what it says.
    private static let maxIgnoredBytes = 64 << 10

    /// - Parameter isForbidden: whether an address, 4 or 16 bytes, must not be contacted.
    /// - Returns: nil when libcurl has no memory for a handle.
    init?(options: FetcherOptions, isForbidden: @escaping @Sendable ([UInt8]) -> Bool) {
        guard let pointer = curl_easy_init() else { return nil }
        self.pointer = pointer
        self.isForbidden = isForbidden
        maxHeaderBytes = options.maxHeaderBytes
        fields = ResponseFields(maxBytes: options.maxHeaderBytes)
        errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        configure(options)
    }

    deinit {
        curl_easy_cleanup(pointer)
        curl_slist_free_all(headerLines)
        errorText.deallocate()
    }

    /// Makes ready for one hop of `course`.
    func prepare(for course: Course) {
        body = []
        bodyByteCount = 0
        maxBodyBytes = course.request.maxBodyBytes
        setUpload(course.request.upload)
        fields = ResponseFields(maxBytes: maxHeaderBytes)
        refusal = nil
        errorText[0] = 0

        _ = wire_set_string(pointer, CURLOPT_URL, course.location.url)
        _ = wire_set_long(pointer, CURLOPT_TIMEOUT_MS, course.timeLeft.wholeMilliseconds)
        // The empty string stands for every encoding that libcurl can undo.
        _ = wire_set_string(pointer, CURLOPT_ACCEPT_ENCODING, course.acceptsCompression ? "" : "identity")
        _ = wire_set_long(pointer, CURLOPT_HTTP_CONTENT_DECODING, course.acceptsCompression ? 1 : 0)
        var lines: UnsafeMutablePointer<curl_slist>?
        for line in course.headerLines { lines = curl_slist_append(lines, line) ?? lines }
        _ = wire_set_list(pointer, CURLOPT_HTTPHEADER, lines)
        curl_slist_free_all(headerLines)
        headerLines = lines
    }

    /// Forgets the response and the cookies of its redirects.
    func clear() {
        body = []
        _ = wire_set_string(pointer, CURLOPT_COOKIELIST, "ALL")
    }

    /// Hands over the body without keeping it.
    func takeBody() -> [UInt8] {
        defer { body = [] }
        return body
    }

    /// Whether a transfer that ended with `code` brought a response; one cut off in a body that nobody wants did.
    func hasResponse(_ code: CURLcode) -> Bool {
        guard fields.isComplete else { return false }
        return code == CURLE_OK
            || code == CURLE_WRITE_ERROR && refusal == nil
                && (isUpload || !(200..<400).contains(fields.status))
    }

    /// The response received; see ``hasResponse(_:)``.
    var response: Course.Response {
        var target: UnsafePointer<CChar>?
        _ = wire_get_string(pointer, CURLINFO_REDIRECT_URL, &target)
        return Course.Response(fields: fields, redirect: target.map { String(cString: $0) }, elapsed: elapsed)
    }

    var elapsed: Duration {
        var microseconds: Int64 = 0
        _ = wire_get_offset(pointer, CURLINFO_TOTAL_TIME_T, &microseconds)
        return .microseconds(microseconds)
    }

    /// libcurl's own words on a failure, on one safe line.
    func words(on code: CURLcode) -> String {
        let text = String(cString: errorText)
        return safeText(text.isEmpty ? String(cString: curl_easy_strerror(code)) : text)
    }

    /// Makes the next hop a POST with a body, or a GET again.
    private func setUpload(_ upload: Upload?) {
        isUpload = upload != nil
        guard let upload else {
            _ = wire_set_long(pointer, CURLOPT_HTTPGET, 1)
            return
        }
        _ = wire_set_long(pointer, CURLOPT_POST, 1)
        _ = wire_set_long(pointer, CURLOPT_POSTFIELDSIZE, upload.bytes.count)
        // libcurl takes a copy of that many bytes.
        var bytes = upload.bytes
        bytes.withUnsafeMutableBytes {
            _ = wire_set_pointer(pointer, CURLOPT_COPYPOSTFIELDS, $0.baseAddress)
        }
    }

    private func configure(_ options: FetcherOptions) {
        _ = wire_set_long(pointer, CURLOPT_NOSIGNAL, 1)
        // Without it libcurl waits for a resolver that does not answer, and every other transfer waits with it:
        // 9 s were seen. With it the resolver's thread is left to end by itself, and cleans up after itself.
        _ = wire_set_long(pointer, CURLOPT_QUICK_EXIT, 1)
        _ = wire_set_string(pointer, CURLOPT_PROTOCOLS_STR, "http,https")
        _ = wire_set_string(pointer, CURLOPT_REDIR_PROTOCOLS_STR, "http,https")
        // Redirects are followed by hand: places per host, headers and the reports depend on every hop.
        _ = wire_set_long(pointer, CURLOPT_FOLLOWLOCATION, 0)
        // A proxy from the environment would connect where the address guard cannot look.
        _ = wire_set_string(pointer, CURLOPT_PROXY, "")
        _ = wire_set_string(pointer, CURLOPT_USERAGENT, options.userAgent)
        _ = wire_set_long(pointer, CURLOPT_CONNECTTIMEOUT_MS, options.connectTimeout.wholeMilliseconds)
        _ = wire_set_long(pointer, CURLOPT_LOW_SPEED_LIMIT, options.minBytesPerSecond)
        _ = wire_set_long(
            pointer, CURLOPT_LOW_SPEED_TIME, max(1, Int(options.stallTimeout.components.seconds)))
        // Polls of one host are minutes apart: what the server still holds open is used again.
        _ = wire_set_long(pointer, CURLOPT_MAXAGE_CONN, 600)
        _ = wire_set_long(pointer, CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
        _ = wire_set_long(pointer, CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        // Cookies live as long as one request: some sites set one and redirect to see it come back.
        _ = wire_set_string(pointer, CURLOPT_COOKIEFILE, "")
        if let authorities = options.authorities { _ = wire_set_string(pointer, CURLOPT_CAINFO, authorities) }
        _ = wire_set_pointer(pointer, CURLOPT_ERRORBUFFER, errorText)

        let context = Unmanaged.passUnretained(self).toOpaque()
        _ = wire_set_pointer(pointer, CURLOPT_WRITEDATA, context)
        _ = wire_set_data_callback(pointer, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
            EasyHandle.of(context)?.takeBody(bytes, count: size * count) ?? 0
        }
        _ = wire_set_pointer(pointer, CURLOPT_HEADERDATA, context)
        _ = wire_set_data_callback(pointer, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
            EasyHandle.of(context)?.takeHeader(bytes, count: size * count) ?? 0
        }
        _ = wire_set_pointer(pointer, CURLOPT_OPENSOCKETDATA, context)
        _ = wire_set_open_callback(pointer) { context, _, address in
            guard let handle = EasyHandle.of(context), let address else { return CURL_SOCKET_BAD }
            return handle.openSocket(to: address)
        }
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> EasyHandle? {
        context.map { Unmanaged<EasyHandle>.fromOpaque($0).takeUnretainedValue() }
    }

    /// - Returns: the bytes taken; fewer than given end the transfer.
    private func takeBody(_ bytes: UnsafeMutablePointer<CChar>?, count: Int) -> Int {
        guard let bytes, count > 0 else { return count }
        let isWanted = (200..<300).contains(fields.status) && !isUpload
        bodyByteCount += count
        guard isWanted else {
            keepErrorPage(bytes, count: count)
            // An error page longer than anyone needs is as good as its status; a redirect's target is known
            // only when its body has ended.
            let isRedirect = (300..<400).contains(fields.status)
            return bodyByteCount <= (isRedirect ? maxBodyBytes : EasyHandle.maxIgnoredBytes) ? count : 0
        }
        guard bodyByteCount <= maxBodyBytes else {
            refusal = .bodyTooLarge
            body = []
            return 0
        }
        body.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
        return count
    }

    /// Keeps the beginning of a page that says why there is no document.
    private func keepErrorPage(_ bytes: UnsafeMutablePointer<CChar>, count: Int) {
        guard fields.status >= 400, !isUpload, fields.contentType?.lowercased().contains("html") ?? false
        else {
            return
        }
        let wanted = min(count, Self.maxIgnoredBytes - body.count, maxBodyBytes - body.count)
        if wanted > 0 { body.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: wanted)) }
    }

    private func takeHeader(_ bytes: UnsafeMutablePointer<CChar>?, count: Int) -> Int {
        guard let bytes, count > 0 else { return count }
        let line = UnsafeRawBufferPointer(start: bytes, count: count).bindMemory(to: UInt8.self)
        // Lines after the body are trailers: nothing in them is for us.
        if bodyByteCount > 0 { return count }
        guard case .goOn = fields.take(line) else {
            refusal = .headerTooLarge
            return 0
        }
        return count
    }

    private func openSocket(to address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
        guard let peer = wire_peer(address), let bytes = ipAddress(of: peer, length: address.pointee.addrlen),
            !isForbidden(bytes)
        else {
            refusal = .privateAddress
            return CURL_SOCKET_BAD
        }
        // Not inherited by the commands that alerts start.
        let type = address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
        return socket(address.pointee.family, type, address.pointee.`protocol`)
    }
}

extension Duration {
    /// At least 1: to libcurl, zero means "for ever".
    fileprivate var wholeMilliseconds: Int {
        let (seconds, attoseconds) = components
        return max(1, Int(min(seconds, 1 << 30)) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
    }
}
