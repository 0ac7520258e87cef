import Fetch
import Foundation
import Model

/// Gets every URL of a list, as many at a time as the daemon's defaults allow, and throws the bodies away.
///
/// Who started this process knows what it took; here only the answers are counted.
func fetch(urlsAt path: String, ifModifiedSince: String?) async throws {
    let urls = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
    let fetcher = Fetcher { Timestamp(seconds: Int64(Date().timeIntervalSince1970)) }
    var (bodies, unchanged, byteCount) = (0, 0, 0)
    await withTaskGroup(of: FetchOutcome.self) { group in
        var waiting = urls[...]
        func startNext() {
            guard let url = waiting.popFirst() else { return }
            let request = FetchRequest(url: url, lastModified: ifModifiedSince, allowPrivateAddresses: true)
            group.addTask { await fetcher.get(request) }
        }
        for _ in 0..<FetcherOptions().maxTransfers { startNext() }
        while let outcome = await group.next() {
            switch outcome {
            case .body(let body): (bodies, byteCount) = (bodies + 1, byteCount + body.bytes.count)
            case .notModified: unchanged += 1
            default: break
            }
            startNext()
        }
    }
    await fetcher.stop()
    report("documents", Double(bodies), "documents")
    report("unchanged", Double(unchanged), "documents")
    report("fetched", Double(byteCount) / 1e6, "MB")
    if bodies + unchanged < urls.count { stop("\(urls.count - bodies - unchanged) fetches failed", 69) }
}
