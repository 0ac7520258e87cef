import Corpus
import Daemon
import Foundation
import Model
import Store
import Testing

/// Batches of several sources that meet at the desk.
@Suite struct FilingDeskTests {
    private let bench: Bench

    init() throws { bench = try Bench() }

    private func submission(_ number: Int) -> Submission {
        let words = (0..<40).map { "w\(number)y\(($0 * 7919 + number * 31) % 9973)" }
        let article = Article(title: "Story \(number)", paragraphs: [words.joined(separator: " ")])
        return Submission(
            source: "source \(number % 7)", outlet: "outlet\(number % 7).example",
            items: [ItemRecord(source: "source \(number % 7)", key: "\(number)", address: nil, updated: nil)],
            article: article, url: "https://outlet\(number % 7).example/\(number)", sketch: nil, matches: [],
            time: bench.clock.now)
    }

    /// Each caller hears of its own articles, in its order, whatever they were synced together with.
    @Test func batchesThatMeetAreFiledTogetherAndAnsweredApart() async throws {
        let desk = bench.workspace.desk
        let titles = try await withThrowingTaskGroup(of: (Int, [String?]).self) { group in
            for caller in 0..<60 {
                let batch = (0..<(caller % 4)).map { submission(caller * 10 + $0) }
                group.addTask {
                    let filings = try await desk.file(batch)
                    return (
                        caller,
                        filings.map { if case .decided(let entry, _) = $0 { entry.title } else { nil } }
                    )
                }
            }
            var titles: [Int: [String?]] = [:]
            for try await (caller, found) in group { titles[caller] = found }
            return titles
        }
        for caller in 0..<60 {
            #expect(titles[caller] == (0..<(caller % 4)).map { "Story \(caller * 10 + $0)" })
        }
        let numbers = try bench.files().compactMap { CorpusName($0)?.number }
        #expect(numbers == Array(0..<90))
        #expect(try bench.ledgerLines().count == 90)
    }

    /// A file that cannot be placed is its own caller's trouble.
    @Test func whatOneBatchCannotFileDoesNotHoldUpTheOthers() async throws {
        let desk = bench.workspace.desk
        // Whatever number the refused story is given, other bytes stand under its name already.
        let refused = submission(5)
        let bytes = SeedDocument(article: refused.article).bytes
        for number in 0..<20 {
            let name = CorpusName(number: number, bytes: bytes).description
            try Data("other bytes".utf8).write(to: URL(fileURLWithPath: bench.corpusPath + "/" + name))
        }
        let refusals = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<10 {
                let batch = number == 5 ? [refused] : [submission(number)]
                group.addTask { (try? await desk.file(batch)) == nil }
            }
            var refusals = 0
            for await isRefused in group where isRefused { refusals += 1 }
            return refusals
        }
        #expect(refusals == 1)
        #expect(try bench.ledgerLines().count == 9)
        #expect(try bench.workspace.store.lastNumber() == 8)
    }
}
