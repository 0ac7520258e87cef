import Model

/// A story's timeline for people: who had it first, in which form, and how it spread.
struct StoryView {
    var story: Story
    /// The article that was asked for; it is pointed at.
    var number: Int

    var lines: [String] {
        var rows = [["", "", "number", "after", "outlet", "form", "share", "wire", "title"]]
        for carrier in story.carriers {
            rows.append([
                carrier.number == number ? "→" : "", carrier.number == story.head.number ? "*" : "",
                String(carrier.number), after(story.lag(of: carrier)), carrier.outlet, form(of: carrier),
                carrier.share.map(percent) ?? "", carrier.wire?.agency ?? "",
                carrier.title ?? "",
            ])
        }
        return [summary, table(rows, rightAligned: [2, 3, 6])]
    }

    /// `Story 42: 5 carriers, 4 outlets in 9 h, half of them within 40 min; first example.org, head 42; Reuters`
    private var summary: String {
        let last = story.carriers[story.carriers.count - 1]
        var facts = ["Story \(story.head.story): \(story.carriers.count) carriers"]
        if story.outletCount > 1 {
            facts.append(
                "\(story.outletCount) outlets in \(after(story.lag(of: last))), half of them within \(after(story.halfway))"
            )
        }
        let first = safeText(story.first.outlet.isEmpty ? story.first.source : story.first.outlet)
        facts.append("first \(first) at \(Story.time(of: story.first).iso8601)")
        if let wire = story.wire { facts.append("wire \(safeText(wire))") }
        let languages = Dictionary(grouping: story.carriers.compactMap(\.language)) { $0 }
            .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        if languages.count > 1 {
            facts.append(languages.map { "\(safeText($0.key)) \($0.value.count)" }.joined(separator: " "))
        }
        return facts.joined(separator: "; ") + " (* leads the story)"
    }

    private func form(of carrier: LedgerEntry) -> String {
        guard let of = carrier.of else { return carrier.state == .skipped ? "skipped" : "first filed" }
        switch carrier.state {
        case .filed where carrier.head != nil: return "takes over from \(of)"
        case .filed: return "contains \(of)"
        case .copy: return "copy of \(of)"
        case .excerpt: return "excerpt of \(of)"
        case .revised: return "revises \(of)"
        case .skipped: return "skipped"
        }
    }

    /// A duration as people say it: `8 s`, `40 min`, `9 h`, `3 d`.
    private func after(_ lag: Duration) -> String {
        let minutes = Int((lag / .seconds(60)).rounded())
        switch minutes {
        case ..<2: return "\(Int((lag / .seconds(1)).rounded())) s"
        case ..<120: return "\(minutes) min"
        case ..<2880: return "\(minutes / 60) h"
        default: return "\(minutes / 1440) d"
        }
    }
}
