import Foundation

/// What a reader made of the newsroom, held against the truth.
package struct DemoReport: Sendable, Equatable {
    /// One article that should have been considered and was not.
    package struct Missing: Sendable, Equatable {
        package var story: Int
        package var carrier: Truth.Carrier
    }

    package private(set) var truth: Truth
    /// Carriers by what became of them.
    package private(set) var filed = 0
    /// Filed as well, because they hold more than what was filed before.
    package private(set) var fuller = 0
    package private(set) var copies = 0
    package private(set) var excerpts = 0
    package private(set) var others = 0
    /// Carriers that the ledger does not know.
    package private(set) var missing: [Missing] = []
    /// Stories of which nothing was filed.
    package private(set) var lost: [Int] = []
    /// Stories filed more than once without a word that the one is the other.
    package private(set) var filedTwice: [Int] = []
    /// Copies of something that is another story.
    package private(set) var misjudged: [Missing] = []
    /// Lines of the ledger about pages that no outlet published.
    package private(set) var strangers: [String] = []
    /// Alerts by rule and script.
    package private(set) var alerts: [String: [String: Int]] = [:]
    package private(set) var alertsMissing: [String] = []
    package private(set) var alertsUnfounded: [String] = []

    /// Whether nothing was lost, nothing filed twice and every alert was right.
    package var isClean: Bool {
        missing.isEmpty && lost.isEmpty && filedTwice.isEmpty && alertsMissing.isEmpty
            && alertsUnfounded.isEmpty
    }

    /// - Parameters:
    ///   - ledger: the text of `ledger.jsonl`.
    ///   - alertLines: alerts as they were printed.
    /// - Throws: for a ledger line that cannot be read.
    package init(truth: Truth, ledger: String, alertLines: [String]) throws {
        self.truth = truth
        let lines = try ledger.split(separator: "\n").map {
            try JSONDecoder().decode(LedgerLine.self, from: Data($0.utf8))
        }
        var storyOfURL: [String: Int] = [:]
        for story in truth.stories {
            for carrier in story.carriers {
                storyOfURL[carrier.url] = story.number
                storyOfURL[carrier.link] = story.number
            }
        }
        judge(lines, storyOfURL)
        judge(alertLines, storyOfURL)
    }

    private mutating func judge(_ lines: [LedgerLine], _ storyOfURL: [String: Int]) {
        var storyOfNumber: [Int: Int] = [:]
        var linesOfStory: [Int: [LedgerLine]] = [:]
        var linesOfURL: [String: LedgerLine] = [:]
        for line in lines {
            guard let url = line.urls.first(where: { storyOfURL[$0] != nil }), let story = storyOfURL[url]
            else {
                strangers.append(line.urls.first ?? "number \(line.number)")
                continue
            }
            storyOfNumber[line.number] = story
            linesOfStory[story, default: []].append(line)
            for url in line.urls { linesOfURL[url] = linesOfURL[url] ?? line }
        }
        for story in truth.stories {
            for carrier in story.carriers {
                guard let line = linesOfURL[carrier.url] ?? linesOfURL[carrier.link] else {
                    missing.append(Missing(story: story.number, carrier: carrier))
                    continue
                }
                count(line)
                if let of = line.of, let other = storyOfNumber[of], other != story.number {
                    misjudged.append(Missing(story: story.number, carrier: carrier))
                }
            }
            // Revised articles are files of the corpus as well.
            let filed = (linesOfStory[story.number] ?? []).filter { ["filed", "revised"].contains($0.state) }
            if filed.isEmpty, linesOfStory[story.number] != nil { lost.append(story.number) }
            if filed.filter({ $0.of == nil }).count > 1 { filedTwice.append(story.number) }
        }
    }

    private mutating func count(_ line: LedgerLine) {
        switch line.state {
        case "filed" where line.of == nil: filed += 1
        case "filed": fuller += 1
        case "copy": copies += 1
        case "excerpt": excerpts += 1
        default: others += 1
        }
    }

    private mutating func judge(_ alertLines: [String], _ storyOfURL: [String: Int]) {
        var seen: Set<String> = []
        for line in alertLines {
            guard let alert = PrintedAlert(line) else { continue }
            alerts[alert.rule, default: [:]][script(of: alert.language), default: 0] += 1
            let story = storyOfURL[alert.url].flatMap { number in truth.stories.first { $0.number == number }
            }
            if let story, story.rules.contains(alert.rule) {
                seen.insert("\(alert.rule) \(story.number)")
            } else {
                alertsUnfounded.append(line)
            }
        }
        for story in truth.stories {
            for rule in story.rules where !seen.contains("\(rule) \(story.number)") {
                alertsMissing.append("\(rule) [\(story.language)] \(story.headline)")
            }
        }
    }
}

/// What is read of a line of the ledger.
private struct LedgerLine: Decodable {
    var number: Int
    var state: String
    var of: Int?
    var url: String?
    var canonicalURL: String?

    var urls: [String] { [url, canonicalURL].compactMap { $0 } }
}

/// What is read of an alert: `TIME high "RULE" [LANGUAGE] SOURCE: TITLE <URL> …`
struct PrintedAlert {
    var rule: String
    var language: String
    var url: String

    init?(_ line: String) {
        guard let open = line.range(of: " \""),
            let close = line.range(of: "\" [", range: open.upperBound..<line.endIndex),
            let end = line.range(of: "] ", range: close.upperBound..<line.endIndex),
            let start = line.range(of: "<http", range: end.upperBound..<line.endIndex),
            let stop = line.range(of: ">", range: start.upperBound..<line.endIndex)
        else { return nil }
        rule = String(line[open.upperBound..<close.lowerBound])
        language = String(line[close.upperBound..<end.lowerBound])
        url = String(line[line.index(after: start.lowerBound)..<stop.lowerBound])
    }
}

private func script(of language: String) -> String {
    let scripts = [
        "ru": "Cyrillic", "ar": "Arabic", "hi": "Devanagari", "zh": "Chinese", "ja": "Japanese",
        "ko": "Hangul",
        "th": "Thai",
    ]
    return scripts[String(language.prefix { $0 != "-" })] ?? "Latin"
}
