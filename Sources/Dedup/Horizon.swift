/// From which day on articles are still compared with, while old material goes by in whatever order it lies on disk.
///
/// The window ends before the earliest of the last few thousand articles, not the latest: one article with a wrong date in the
/// future forgets nothing, a folder of an earlier year sets the horizon back, and material in no order at all keeps everything.
package struct Horizon: Sendable {
    private let windowDays: Int
    /// Articles after which an early day is no longer waited for: between one and two times as many.
    private let patience: Int
    private var count = 0
    /// The earliest day of the articles under way, and of the `patience` before them.
    private var earliest = Int.max
    private var earliestBefore = Int.max
    /// The first day that is still compared with; nil while that is every day.
    package private(set) var day: Int?
    /// Articles that came so late that what they should be compared with may be forgotten.
    package private(set) var lateCount = 0

    package init(windowDays: Int, patience: Int = 4096) {
        self.windowDays = windowDays
        self.patience = max(1, patience)
    }

    /// Notes an article of `day`, before it is decided on.
    ///
    /// - Returns: the new horizon when it moved: back at once, forward by at least an eighth of the window.
    package mutating func pass(_ day: Int) -> Int? {
        earliest = min(earliest, day)
        count += 1
        let wanted = day - windowDays
        if let horizon = self.day, wanted < horizon {
            lateCount += 1
            self.day = wanted
            return wanted
        }
        guard count >= patience else { return nil }
        let forward = min(earliest, earliestBefore) - windowDays
        earliestBefore = earliest
        earliest = .max
        count = 0
        if let horizon = self.day, forward < horizon + max(1, windowDays / 8) { return nil }
        self.day = forward
        return forward
    }
}
