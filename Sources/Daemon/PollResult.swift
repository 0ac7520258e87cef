import Model
import Schedule

/// What one poll of one source came to.
package struct PollResult: Sendable {
    package var source: String
    /// How the poll ended, for the schedule; nil when it was cancelled, as if it had never begun.
    package var report: PollReport?
    /// Items the source listed.
    package var listed = 0
    /// Items not seen before.
    package var fresh = 0
    /// Decisions by what became of the article.
    package var decided: [LedgerEntry.State: Int] = [:]
    package var alerts = 0
    /// Items whose page could not be had and that wait for another attempt.
    package var waiting = 0
    /// What the pages fetched gave, in their order.
    package var texts: [ExtractionHistory.Sample] = []
    /// Why an article could not be filed though the others could.
    package var refusal: String?
    /// Why our own disk or database stopped the poll.
    package var ownTrouble: (any Error)?
    /// Whether anything came back from the source's host, be it an error.
    package var hostAnswered = true
    /// What was repaired or looked odd, for the log.
    package var notes: [String] = []

    package init(source: String) {
        self.source = source
    }

    /// Whether nothing of the source could be read.
    package var hasFailed: Bool {
        switch report?.outcome {
        case .delivered, .notModified: false
        default: true
        }
    }

    mutating func count(_ filing: Filing) {
        if case .refused(let reason) = filing { refusal = refusal ?? "an article cannot be filed: \(reason)" }
        guard case .decided(let entry, let alerts) = filing else { return }
        decided[entry.state, default: 0] += 1
        self.alerts += alerts
    }
}
