import Alert
import Fetch
import Foundation
import Model
import Synchronization
import Testing

/// Answers of a receiver that a test writes, and the requests it got.
private final class Receiver: Fetching {
    private let state: Mutex<(answers: [FetchOutcome], requests: [FetchRequest])>

    init(_ answers: [FetchOutcome] = []) { state = Mutex((answers, [])) }

    var requests: [FetchRequest] { state.withLock { $0.requests } }

    func get(_ request: FetchRequest) async -> FetchOutcome {
        state.withLock { state in
            state.requests.append(request)
            return state.answers.isEmpty ? .accepted : state.answers.removeFirst()
        }
    }
}

extension FetchOutcome {
    fileprivate static let accepted = FetchOutcome.body(
        FetchedBody(head: ResponseHead(status: 204, url: "https://hooks.example/x"), bytes: []))

    fileprivate static func status(_ status: Int) -> FetchOutcome {
        .failed(FetchFailure(category: .status, reason: "hooks.example answered \(status)", status: status))
    }
}

private func delivery(_ receiver: Receiver, secret: [UInt8]? = nil) -> WebhookDelivery {
    WebhookDelivery(
        name: "desk",
        endpoint: WebhookEndpoint(
            url: "https://hooks.example/x", secret: secret, headers: [Header(name: "X-Key", value: "1")]),
        fetcher: receiver, now: { Timestamp(seconds: 1_770_969_682) })
}

@Test func aSignatureIsWhatTheSpecificationSays() {
    // HMAC-SHA256 worked out with `openssl dgst -sha256 -mac HMAC`.
    let signature = webhookSignature(
        id: "alert-1", timestamp: "1770969682", body: Array("{\"title\":\"林剑\"}".utf8),
        secret: Array("0123456789abcdef".utf8))
    #expect(signature == "v1,Wnsgd4cmByumbArKlQtmE8wRnwWpVdKEVECJ42Dl7S0=")
}

@Test func aRequestCarriesTheNoticeItsIdAndItsSignature() async throws {
    let receiver = Receiver()
    let secret = Array("0123456789abcdef".utf8)
    try await delivery(receiver, secret: secret).deliver([notice(fullAlert(), id: "alert-7")])
    let request = try #require(receiver.requests.first)
    let upload = try #require(request.upload)
    let fields = Dictionary(uniqueKeysWithValues: request.headers.map { ($0.name, $0.value) })
    #expect(fields["webhook-id"] == "alert-7")
    #expect(fields["webhook-timestamp"] == "1770969682")
    #expect(
        fields["webhook-signature"]
            == webhookSignature(id: "alert-7", timestamp: "1770969682", body: upload.bytes, secret: secret))
    #expect(fields["X-Key"] == "1")
    #expect(!request.allowPrivateAddresses)
    let read = try #require(
        try JSONSerialization.jsonObject(with: Data(upload.bytes)) as? [String: Any])
    #expect(read["type"] as? String == "alert")
    #expect(read["count"] as? Int == 1)
}

@Test func heldAlertsComeInOneRequest() async throws {
    let receiver = Receiver()
    try await delivery(receiver).deliver([
        Notice(id: "d", alerts: [fullAlert(), fullAlert(title: "الثاني")], heldFor: "quiet hours")
    ])
    let upload = try #require(receiver.requests.first?.upload)
    let read = try #require(
        try JSONSerialization.jsonObject(with: Data(upload.bytes)) as? [String: Any])
    #expect(read["type"] as? String == "digest")
    #expect(read["heldFor"] as? String == "quiet hours")
    #expect((read["alerts"] as? [[String: Any]])?.count == 2)
    #expect(receiver.requests.first?.headers.contains { $0.name == "webhook-signature" } == false)
}

@Test(arguments: [
    (400, true), (413, true), (422, true), (401, false), (404, false), (500, false), (502, false),
])
func anAnswerRefusesOneNoticeOrSaysThatNothingGetsThrough(status: Int, isAboutOne: Bool) async {
    let receiver = Receiver([.accepted, .status(status)])
    let error = await #expect(throws: DeliveryError.self) {
        try await delivery(receiver).deliver([
            notice(fullAlert()), notice(fullAlert()), notice(fullAlert()),
        ])
    }
    #expect(error?.delivered == 1)
    #expect(error?.extent == (isAboutOne ? .oneNotice : .everything))
    #expect(receiver.requests.count == 2)
}

@Test func aReceiverIsLeftAloneAsLongAsItAsks() async {
    let until = Timestamp(seconds: 1_770_970_000)
    let error = await #expect(throws: DeliveryError.self) {
        try await delivery(Receiver([.throttled(until: until)])).deliver([notice(fullAlert())])
    }
    #expect(error?.retryTime == until)
}
