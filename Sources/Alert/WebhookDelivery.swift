import Crypto
import Fetch
import Foundation
import Model

/// Alerts as HTTP POST requests with a JSON body (``noticeJSON(_:)``).
///
/// Signed as the Standard Webhooks specification has it: `webhook-id`, `webhook-timestamp` and
/// `webhook-signature: v1,` with the base64 of HMAC-SHA256 over `id.timestamp.body`. Any answer of 200 to 299
/// counts as delivered; redirects are refused, and so are private addresses unless they are allowed.
package struct WebhookDelivery: AlertDelivery {
    package let name: String
    private let endpoint: WebhookEndpoint
    private let fetcher: any Fetching
    private let now: @Sendable () -> Timestamp

    /// - Parameter now: what requests are dated by.
    package init(
        name: String, endpoint: WebhookEndpoint, fetcher: any Fetching,
        now: @escaping @Sendable () -> Timestamp
    ) {
        self.name = name
        self.endpoint = endpoint
        self.fetcher = fetcher
        self.now = now
    }

    package func deliver(_ notices: [Notice]) async throws(DeliveryError) {
        for (index, notice) in notices.enumerated() {
            let outcome = await fetcher.get(request(for: notice))
            if let error = error(of: outcome, delivered: index) { throw error }
        }
    }

    private func request(for notice: Notice) -> FetchRequest {
        let body = Array(noticeJSON(notice).utf8)
        let seconds = String(now().seconds)
        var headers = endpoint.headers
        headers.append(Header(name: "webhook-id", value: notice.id))
        headers.append(Header(name: "webhook-timestamp", value: seconds))
        if let secret = endpoint.secret {
            let signature = webhookSignature(id: notice.id, timestamp: seconds, body: body, secret: secret)
            headers.append(Header(name: "webhook-signature", value: signature))
        }
        var request = FetchRequest(
            url: endpoint.url, headers: headers, timeout: endpoint.timeout,
            allowPrivateAddresses: endpoint.allowPrivateAddresses)
        request.upload = Upload(contentType: "application/json", bytes: body)
        return request
    }

    private func error(of outcome: FetchOutcome, delivered: Int) -> DeliveryError? {
        var error = DeliveryError(delivery: name, reason: "", delivered: delivered)
        switch outcome {
        case .body, .notModified:
            return nil
        case .throttled(let until):
            error.reason = "the receiver asks to be left alone"
            error.retryTime = until
        case .gone:
            error.reason = "the receiver is gone for good (410)"
        case .failed(let failure):
            error.reason = failure.reason
            // Of the refusals, only these speak of the request and not of the receiver or our right to ask it.
            if let status = failure.status, [400, 409, 413, 415, 422].contains(status) {
                error.extent = .oneNotice
            }
        }
        return error
    }
}

/// The value of `webhook-signature`: Standard Webhooks 1.0, symmetric.
package func webhookSignature(id: String, timestamp: String, body: [UInt8], secret: [UInt8]) -> String {
    let signed = Array("\(id).\(timestamp).".utf8) + body
    let code = HMAC<SHA256>.authenticationCode(for: signed, using: SymmetricKey(data: secret))
    return "v1," + Data(code).base64EncodedString()
}
