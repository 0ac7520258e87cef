import Foundation
import Model

@testable import Fetch

/// 2026-02-13T08:00:00Z
let noon = Timestamp(seconds: 1_770_969_600)

/// Runs `body` with a fetcher that believes it is ``noon``, and stops it.
func withFetcher<Result: Sendable>(
    _ options: FetcherOptions = FetcherOptions(),
    isPrivate: @escaping @Sendable ([UInt8]) -> Bool = isPrivateAddress,
    _ body: (Fetcher) async throws -> Result
) async throws -> Result {
    let fetcher = Fetcher(options: options, now: { noon }, isPrivate: isPrivate)
    do {
        let result = try await body(fetcher)
        await fetcher.stop()
        return result
    } catch {
        await fetcher.stop()
        throw error
    }
}

/// Gets one document that may be on loopback, with a fetcher of its own.
func outcome(
    of url: String, options: FetcherOptions = FetcherOptions(),
    _ change: (inout FetchRequest) -> Void = { _ in }
) async throws -> FetchOutcome {
    var request = FetchRequest(url: url, allowPrivateAddresses: true)
    change(&request)
    return try await withFetcher(options) { [request] in await $0.get(request) }
}

func fixture(_ name: String) throws -> [UInt8] {
    guard let url = Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: nil) else {
        throw CocoaError(.fileNoSuchFile)
    }
    return Array(try Data(contentsOf: url))
}

extension FetchOutcome {
    var body: FetchedBody? {
        if case .body(let body) = self { body } else { nil }
    }

    var text: String? { body.map { String(decoding: $0.bytes, as: UTF8.self) } }

    var failure: FetchFailure? {
        if case .failed(let failure) = self { failure } else { nil }
    }
}
