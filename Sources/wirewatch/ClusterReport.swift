import Dedup
import Model

/// What `cluster` prints.
struct ClusterReport {
    private let pairs: Bool
    private let json: Bool
    private var ids: [String] = []
    private var decisions: [Decision] = []

    init(pairs: Bool, json: Bool) {
        self.pairs = pairs
        self.json = json
    }

    /// Takes the next document's finding; pairs are printed at once.
    mutating func add(_ id: String, _ finding: SketchIndex.Finding) {
        ids.append(id)
        if pairs {
            for pair in pairs(of: finding) { print(json ? jsonLine(pair) : pair.line) }
        } else if json {
            decisions.append(finding.decision)
        }
    }

    /// Prints each document's cluster: only at the end is it known which stories became one.
    func finish(_ clustering: borrowing Clustering) {
        if pairs { return }
        for (number, id) in ids.enumerated() {
            let cluster = ids[clustering.cluster(of: number)]
            if json {
                print(
                    jsonLine(ClusteredText(id: id, cluster: cluster, decisions[number], ids: ids)))
            } else {
                print("\(safeText(id))\t\(safeText(cluster))")
            }
        }
    }

    private func pairs(of finding: SketchIndex.Finding) -> [ClusteredPair] {
        let id = ids[ids.count - 1]
        var pairs = finding.sameStory.map { comparison, verdict in
            ClusteredPair(
                id: id, other: ids[comparison.number], relation: name(of: verdict),
                containment: comparison.containment,
                reverseContainment: comparison.reverseContainment, words: comparison.longestRunWords)
        }
        pairs += finding.decision.quotes.map { quote in
            ClusteredPair(
                id: id, other: ids[quote.number], relation: "quote", containment: nil,
                reverseContainment: nil,
                words: quote.words)
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

    var line: String {
        let shares = [containment, reverseContainment].map { share in
            share.map { "\(($0 * 1000).rounded() / 1000)" } ?? "-"
        }
        return ([safeText(id), safeText(other), relation] + shares + ["\(words)"]).joined(separator: "\t")
    }
}

/// A text's cluster with the decision that put it there.
private struct ClusteredText: Encodable {
    struct Quote: Encodable {
        var id: String
        var words: Int
        var text: String
    }

    var id: String
    var cluster: String
    var verdict: String
    /// The text it is a copy, an excerpt or a revision of, or contains.
    var of: String?
    var containment: Double
    var reverseContainment: Double
    var longestRunWords: Int
    var stoppedFingerprints: Int
    var quotes: [Quote]
    var reason: String

    init(id: String, cluster: String, _ decision: Decision, ids: [String]) {
        self.id = id
        self.cluster = cluster
        verdict = name(of: decision.verdict)
        of = decision.verdict.other.map { ids[$0] }
        containment = decision.containment
        reverseContainment = decision.reverseContainment
        longestRunWords = decision.longestRunWords
        stoppedFingerprints = decision.stoppedFingerprints
        quotes = decision.quotes.map { Quote(id: ids[$0.number], words: $0.words, text: $0.text) }
        reason = decision.reason
    }
}

private func name(of verdict: Verdict) -> String {
    switch verdict {
    case .new: "new"
    case .copy: "copy"
    case .excerpt: "excerpt"
    case .contains: "contains"
    case .revised: "revised"
    }
}
