extension DemoReport {
    /// The report for people, a line for each fact; at most ten examples of anything that went wrong.
    package var text: String {
        let traffic = truth.traffic.values
        let sum: (KeyPath<Truth.Traffic, Int>) -> Int = { path in traffic.reduce(0) { $0 + $1[keyPath: path] }
        }
        let carriers = truth.stories.reduce(0) { $0 + $1.carriers.count }
        let languages = Set(truth.stories.map(\.language))
        var rows: [(String, String)] = [
            ("outlets", "\(truth.traffic.count) in \(languages.count) languages"),
            (
                "polls answered",
                "\(sum(\.polls)): \(sum(\.notModified)) not modified, \(sum(\.throttled)) throttled, "
                    + "\(sum(\.failures)) failed"
            ),
            ("article pages served", "\(sum(\.pages))"),
            ("stories published", "\(truth.stories.count), printed \(carriers) times"),
            ("filed", "\(filed)"),
            ("filed as fuller versions", "\(fuller)"),
            ("recognised as copies", "\(copies)"),
            ("recognised as excerpts", "\(excerpts)"),
        ]
        if others > 0 { rows.append(("revised or skipped", "\(others)")) }
        rows += [
            ("missing", "\(missing.count)"), ("stories lost", "\(lost.count)"),
            ("filed twice", "\(filedTwice.count)"), ("taken for another story", "\(misjudged.count)"),
        ]
        for (rule, scripts) in alerts.sorted(by: { $0.key < $1.key }) {
            let list = scripts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            rows.append(("alerts “\(rule)”", list.joined(separator: ", ")))
        }
        rows += [
            ("alerts missing", "\(alertsMissing.count)"), ("alerts unfounded", "\(alertsUnfounded.count)"),
        ]
        let width = rows.map(\.0.count).max() ?? 0
        var text = rows.map { name, value in
            name + String(repeating: " ", count: width - name.count + 2) + value
        }
        text += examples(
            "missing", missing.map { "story \($0.story) \($0.carrier.edit.rawValue) \($0.carrier.url)" })
        text += examples("filed twice", filedTwice.map { "story \($0)" })
        text += examples("lost", lost.map { "story \($0)" })
        text += examples("taken for another story", misjudged.map { "story \($0.story) \($0.carrier.url)" })
        text += examples("alert missing", alertsMissing)
        text += examples("alert unfounded", alertsUnfounded)
        text += examples("not from here", strangers)
        return text.joined(separator: "\n") + "\n"
    }

    private func examples(_ what: String, _ lines: [String]) -> [String] {
        lines.prefix(10).map { "  \(what): \($0)" }
    }
}
