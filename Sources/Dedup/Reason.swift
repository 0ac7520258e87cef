import Model

/// Which rule made two articles one story, in one sentence with its figures.
func reason(
    for verdict: Verdict, _ comparison: Comparison, _ options: DedupOptions, stopped: Int,
    takesOver: Bool = false
) -> String {
    let number = comparison.number
    let rule =
        switch comparison.relation(options) {
        case .identical: "word for word the text of number \(number)"
        case .sameLead:
            "begins with the same \(comparison.leadRunUnits / unitsPerWord) words as number \(number), one of them a brief"
        case .manyRuns: "shares \(comparison.longRuns) passages with number \(number)"
        default: "shares enough text with number \(number)"
        }
    let kind =
        switch verdict {
        case .copy: "a copy"
        case .excerpt: "a shortened piece"
        case .contains:
            takesOver
                ? "the full text of it, filed and from now on the story's head" : "filed for the text it adds"
        case .revised: "the same outlet's later version"
        case .new: "new"
        }
    return "\(rule): \(figures(comparison)), \(stopped) fingerprints left aside as boilerplate; \(kind)"
}

/// Why an article starts a story, in one sentence with the figures of the nearest one.
func reasonForNew(_ comparisons: [Comparison], _ options: DedupOptions) -> String {
    guard let nearest = comparisons.first else {
        return "nothing filed in the window shares a passage with it"
    }
    let number = nearest.number
    let figures = figures(nearest)
    switch nearest.relation(options) {
    case .changedNumbers:
        let changed = "\(nearest.changedNumbers) numbers differ and \(nearest.commonNumbers) agree"
        return "another issue of the report in number \(number): \(figures), but \(changed)"
    case .boilerplate:
        return "what it shares with number \(number) is boilerplate: \(figures)"
    case .partOfContainer:
        return "shares only the surroundings of the story that number \(number) embeds: \(figures)"
    default:
        return "too little in common even with number \(number): \(figures)"
    }
}

private func figures(_ comparison: Comparison) -> String {
    let there = Int((comparison.containment * 100).rounded())
    let here = Int((comparison.reverseContainment * 100).rounded())
    return "\(there) % of its words are there and \(here) % of those here, "
        + "\(comparison.votes) fingerprints, \(comparison.runs) common runs, the longest of \(comparison.longestRunWords) words"
}
