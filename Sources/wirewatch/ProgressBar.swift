import Glibc

/// A bar on standard error while long work goes on; silent where standard error is no terminal.
struct ProgressBar {
    private let terminal: Terminal
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant
    private var lastDrawn: ContinuousClock.Instant?

    init() {
        terminal = Terminal(descriptor: STDERR_FILENO)
        start = clock.now
    }

    /// Draws, at most ten times a second.
    ///
    /// - Parameter share: 0…1; nil when the end is not known.
    /// - Parameter note: what was done so far, such as `1,204 filed`.
    mutating func show(share: Double?, note: String) {
        let now = clock.now
        guard terminal.isInteractive else { return }
        if let lastDrawn, now - lastDrawn < .milliseconds(100) { return }
        lastDrawn = now
        var line = note
        if let share {
            let width = max(10, min(40, terminal.columns - note.count - 24))
            let done = Int(Double(width) * min(1, max(0, share)))
            let bar = String(repeating: "█", count: done) + String(repeating: "░", count: width - done)
            line = "\(bar) \(Int(share * 100)) %  \(note)"
            let elapsed = (now - start) / .seconds(1)
            if share > 0.02, elapsed > 2 { line += "  \(remaining(elapsed / share - elapsed))" }
        }
        sayRaw("\r\u{1B}[K" + String(line.prefix(terminal.columns - 1)))
    }

    /// Takes the bar away.
    func finish() {
        if lastDrawn != nil { sayRaw("\r\u{1B}[K") }
    }

    private func remaining(_ seconds: Double) -> String {
        let whole = Int(seconds.rounded())
        return whole < 60 ? "\(whole) s left" : "\(whole / 60) min \(whole % 60) s left"
    }
}
