import Corpus
import Dedup
import Model

extension Article {
    /// The day the article counts for when articles are compared within a window, in days since 1970-01-01: that of its
    /// publication if it is believed, otherwise the day it was considered.
    ///
    /// - Parameter time: when it was considered; nothing is published later than a day after.
    /// - Parameter windowDays: of news: what claims to be older than the window is news all the same, as its source lists it
    ///   today. Nil for old material.
    func comparisonDay(time: Timestamp, windowDays: Int?) -> Int {
        let today = time.day().daysSinceEpoch
        guard let published, !published.isSuspect else { return today }
        let day = published.instant.day().daysSinceEpoch
        let earliest = windowDays.map { today - $0 + 1 } ?? .min
        return (earliest...today + 1).contains(day) ? day : today
    }

    /// What articles are compared by: headline and paragraphs, one line each.
    package var comparedText: [UInt8] {
        Array(([title].compactMap(\.self) + paragraphs).joined(separator: "\n").utf8)
    }

    /// The article as deduplication sees it.
    ///
    /// Two texts of which nobody knows who published them did not come from one outlet: each counts as an outlet
    /// of its own.
    func sketchInput(number: Int, outlet: String, day: Int) -> SketchInput {
        let text = comparedText
        let name = outlet.isEmpty ? "unknown \(digest(of: text))" : outlet
        return SketchInput(number: number, outlet: name, day: day, text: text)
    }
}
