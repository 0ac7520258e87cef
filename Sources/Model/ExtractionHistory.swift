/// How much text a source's pages gave lately, held against what they used to give.
///
/// Selectors rot: an outlet changes its design and the text shrinks or vanishes, though every poll succeeds. What was
/// measured while something is wrong does not become the measure.
package struct ExtractionHistory: Sendable, Equatable, Codable {
    /// What one page gave.
    package struct Sample: Sendable, Equatable, Codable {
        /// Bytes of its text; 0 when it had none.
        package var byteCount: Int
        /// The setting of the source's own whose selector found nothing, such as `article.text`.
        package var missedRule: String?

        package init(byteCount: Int, missedRule: String? = nil) {
            self.byteCount = byteCount
            self.missedRule = missedRule
        }
    }

    /// Pages that tell what is usual; fewer say nothing.
    static let usualCount = 8
    /// Pages that have to be unusual in a row.
    static let oddCount = 3
    /// After so many the new state is the usual one.
    static let patience = 40

    /// Bytes of the texts of the last pages that were as usual, oldest first.
    package private(set) var usual: [Int] = []
    /// The pages since the last usual one, oldest first.
    package private(set) var odd: [Sample] = []
    /// What is wrong, in one line; nil while all is as usual.
    package private(set) var problem: String?

    package init() {}

    /// Takes in the pages of one poll, in their order.
    package mutating func note(_ samples: [Sample]) {
        for sample in samples { note(sample) }
        let missed = odd.compactMap(\.missedRule)
        if odd.count < Self.oddCount {
            problem = nil
        } else if let rule = missed.last, missed.count == odd.count {
            problem = "\(rule) found nothing on the last \(odd.count) pages: the selector no longer fits them"
        } else if let median = ExtractionHistory.median(usual), median > 0 {
            let now = ExtractionHistory.median(odd.map(\.byteCount)) ?? 0
            problem =
                now == 0
                ? "no text on the last \(odd.count) pages, where \(median) bytes were usual"
                : "the last \(odd.count) texts have \(now) bytes in the middle, where \(median) were usual"
        }
    }

    private mutating func note(_ sample: Sample) {
        if isOdd(sample) {
            odd.append(sample)
            guard odd.count >= Self.patience, odd.allSatisfy({ $0.missedRule == nil && $0.byteCount > 0 })
            else {
                odd = odd.suffix(Self.patience)
                return
            }
            usual = odd.map(\.byteCount)
            odd = []
        } else {
            odd = []
            usual = (usual + [sample.byteCount]).suffix(Self.patience)
        }
    }

    /// Short news occur; a page counts against the source when it has less than a quarter of the usual, and less than
    /// nearly all that were seen.
    private func isOdd(_ sample: Sample) -> Bool {
        if sample.missedRule != nil { return true }
        guard usual.count >= Self.usualCount, let median = ExtractionHistory.median(usual) else {
            return sample.byteCount == 0 && usual.contains { $0 > 0 }
        }
        let lowest = usual.sorted()[usual.count / 10]
        return sample.byteCount * 4 < median && sample.byteCount <= lowest
    }

    private static func median(_ values: [Int]) -> Int? {
        values.isEmpty ? nil : values.sorted()[values.count / 2]
    }
}
