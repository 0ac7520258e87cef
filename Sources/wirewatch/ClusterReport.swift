import Dedup
import Foundation
import Model

/// What `cluster` prints.
struct ClusterReport {
    private let pairs: Bool
    private let json: Bool
    private var ids = ClusterNames()
    /// Every text's line but for its cluster, which is known only at the end.
    private let lines: SketchFile

    init(pairs: Bool, json: Bool) throws(SketchFileError) {
        self.pairs = pairs
        self.json = json
        lines = try SketchFile()
    }

    /// Takes the next document's id; false when an earlier one has it.
    mutating func take(_ id: String) -> Bool { ids.append(id) }

    /// Takes the finding of the document named last; pairs are printed at once.
    mutating func add(_ finding: SketchIndex.Finding) throws(SketchFileError) {
        if pairs {
            for pair in pairs(of: finding) { print(json ? jsonLine(pair) : pair.line) }
        } else if json {
            var decision = finding.decision
            if let number = decision.verdict.other ?? finding.comparisons.first?.number {
                decision.reason = named(decision.reason, number)
            }
            let text = ClusteredText(id: ids[ids.count - 1], decision, ids: ids)
            try lines.append(Array(jsonLine(text).utf8))
        }
    }

    /// Prints each document's cluster: only at the end is it known which stories became one.
    func finish(_ clustering: borrowing Clustering) throws(SketchFileError) {
        if pairs { return }
        for number in 0..<ids.count {
            let cluster = ids[clustering.cluster(of: number)]
            if json {
                guard let line = lines.bytes(of: number) else { throw .cannotRead }
                // "cluster" comes first, as the keys of a line are sorted.
                print(
                    "{\"cluster\":\(jsonLine(cluster)),"
                        + String(decoding: line.dropFirst(), as: UTF8.self))
            } else {
                print("\(safeText(ids[number]))\t\(safeText(cluster))")
            }
        }
    }

    /// A reason with the text's id in place of its number.
    private func named(_ reason: String, _ number: Int) -> String {
        reason.replacingOccurrences(of: "number \(number)", with: ids[number])
    }

    private func pairs(of finding: SketchIndex.Finding) -> [ClusteredPair] {
        let id = ids[ids.count - 1]
        var pairs = finding.sameStory.map { carrier in
            ClusteredPair(
                id: id, other: ids[carrier.comparison.number], relation: carrier.verdict.name,
                containment: carrier.comparison.containment,
                reverseContainment: carrier.comparison.reverseContainment,
                words: carrier.comparison.longestRunWords,
                reason: named(carrier.reason, carrier.comparison.number))
        }
        pairs += finding.decision.quotes.map { quote in
            ClusteredPair(
                id: id, other: ids[quote.number], relation: "quote", containment: nil,
                reverseContainment: nil, words: quote.words, reason: "both have: \(quote.text)")
        }
        return pairs
    }
}

/// Two texts that are one story or share a quote.
private struct ClusteredPair: Encodable {
    var id: String
    var other: String
    /// `copy`, `excerpt`, `contains`, `revised` or `quote`: what `id` is to `other`.
    var relation: String
    var containment: Double?
    var reverseContainment: Double?
    /// Length of the longest common run.
    var words: Int
    var reason: String

    var line: String {
        let shares = [containment, reverseContainment].map { share in
            share.map { "\(($0 * 1000).rounded() / 1000)" } ?? "-"
        }
        return ([safeText(id), safeText(other), relation] + shares + ["\(words)"]).joined(separator: "\t")
    }
}

/// The decision that put a text into its cluster.
private struct ClusteredText: Encodable {
    struct Quote: Encodable {
        var id: String
        var words: Int
        var text: String
    }

    var id: String
    var verdict: String
    /// The text it is a copy, an excerpt or a revision of, or contains.
    var of: String?
    var containment: Double
    var reverseContainment: Double
    var longestRunWords: Int
    var stoppedFingerprints: Int
    var quotes: [Quote]
    var reason: String

    init(id: String, _ decision: Decision, ids: ClusterNames) {
        self.id = id
        verdict = decision.verdict.name
        of = decision.verdict.other.map { ids[$0] }
        containment = decision.containment
        reverseContainment = decision.reverseContainment
        longestRunWords = decision.longestRunWords
        stoppedFingerprints = decision.stoppedFingerprints
        quotes = decision.quotes.map { Quote(id: ids[$0.number], words: $0.words, text: $0.text) }
        reason = decision.reason
    }
}
