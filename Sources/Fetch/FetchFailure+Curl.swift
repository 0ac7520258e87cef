import CCurl

extension FetchFailure {
    /// A transfer that libcurl, or one of our callbacks, ended with `code`.
    init(_ code: CURLcode, of handle: EasyHandle, course: Course) {
        let host = course.location.host
        switch handle.refusal {
        case .bodyTooLarge:
            let reason = "\(host): the body has more than \(course.request.maxBodyBytes) bytes"
            self.init(category: .tooLarge, reason: reason)
            return
        case .headerTooLarge:
            self.init(category: .tooLarge, reason: "\(host): the header of the answer is too long")
            return
        case .privateAddress where code == CURLE_COULDNT_CONNECT:
            let reason = "\(host) is on a private network; allowPrivateAddresses would permit it"
            self.init(category: .privateAddress, reason: reason)
            return
        case .privateAddress, nil:
            break
        }
        guard code != CURLE_OK else {
            self.init(category: .broken, reason: "\(host): the answer ends within its header")
            return
        }
        self.init(category: Self.category(of: code), reason: "\(host): \(handle.words(on: code))")
    }

    static func cancelled(_ reason: String) -> FetchFailure {
        FetchFailure(category: .cancelled, reason: reason)
    }

    private static func category(of code: CURLcode) -> Category {
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .dns
        case CURLE_COULDNT_CONNECT: .refused
        case CURLE_OPERATION_TIMEDOUT: .timeout
        case CURLE_URL_MALFORMAT: .badURL
        case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_PEER_FAILED_VERIFICATION,
            CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CRL_BADFILE, CURLE_SSL_ISSUER_ERROR,
            CURLE_SSL_INVALIDCERTSTATUS,
            CURLE_SSL_ENGINE_INITFAILED, CURLE_SSL_SHUTDOWN_FAILED, CURLE_SSL_CLIENTCERT:
            .tls
        default: .broken
        }
    }
}
