import Dates
import Fetch
import Model

/// Tries a source without remembering anything: can it be reached and read, and what does it list?
package struct Probe: Sendable {
    /// What came of it.
    package struct Finding: Sendable, Equatable, Encodable {
        package var source: String
        package var isFine: Bool
        /// Items listed.
        package var items = 0
        /// Publication of the newest item, ISO 8601.
        package var newest: String?
        /// Where the source has moved to for good.
        package var movedTo: String?
        /// What is wrong, or was repaired.
        package var notes: [String] = []
    }

    private let dates: DateReader
    private let fetcher: any Fetching
    private let clock: any WallClock

    package init(dates: DateReader, fetcher: any Fetching, clock: any WallClock) {
        self.dates = dates
        self.fetcher = fetcher
        self.clock = clock
    }

    /// Tries one source.
    package func finding(for source: Source) async -> Finding {
        var finding = Finding(source: source.name, isFine: false)
        let request = FetchRequest(
            url: source.url, headers: source.headers, maxBodyBytes: source.maxBodyBytes,
            timeout: source.timeout, allowPrivateAddresses: source.allowPrivateAddresses)
        switch await fetcher.get(request) {
        case .body(let body):
            finding.movedTo = body.head.movedTo
            do {
                let listed = try Listed(body, of: source, dates: dates, now: clock.now)
                finding.items = listed.items.count + listed.children.count
                finding.newest =
                    listed.items.compactMap(\.published).filter { !$0.isSuspect }
                    .map(\.instant).max()?.iso8601
                finding.notes = listed.notes
                finding.isFine = finding.items > 0
                if finding.items == 0 { finding.notes.insert("it lists nothing", at: 0) }
            } catch {
                finding.notes = ["\(error)"]
            }
        case .notModified: finding.notes = ["the server sent no document (304)"]
        case .throttled: finding.notes = ["the server asks to be left alone"]
        case .gone: finding.notes = ["removed for good, says the server (410)"]
        case .failed(let failure): finding.notes = [failure.explained(dates: dates, now: clock.now)]
        }
        return finding
    }

    /// Tries all of them, eight at a time; results in their order.
    package func findings(for sources: [Source], progress: (Int) -> Void) async -> [Finding] {
        await withTaskGroup(of: (Int, Finding).self) { group in
            var found = [Finding?](repeating: nil, count: sources.count)
            var next = 0
            func startNext() {
                guard next < sources.count else { return }
                let index = next
                next += 1
                group.addTask { (index, await finding(for: sources[index])) }
            }
            for _ in 0..<8 { startNext() }
            var done = 0
            while let (index, finding) = await group.next() {
                found[index] = finding
                done += 1
                progress(done)
                startNext()
            }
            return found.compactMap(\.self)
        }
    }
}
