import Foundation
import Model
import Testing
import Text
import Watchlist

/// `Fixtures/match-cases.txt`: our own sentences, in which a word is found in one of its forms, or only seems to be.
private struct MatchCases {
    struct Line {
        var number: Int
        var wanted: String
        var input: MatchInput
        /// nil for a near miss.
        var found: String?
    }

    var byLanguage: [String: [Line]] = [:]

    init() throws {
        let url = try #require(Bundle.module.url(forResource: "Fixtures/match-cases", withExtension: "txt"))
        let lines = try String(contentsOf: url, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() where line.contains(" | ") {
            let fields = unescaped(String(line)).components(separatedBy: " | ")
            guard fields.count == 4, !line.hasPrefix("#") else { continue }
            byLanguage[fields[0], default: []].append(
                Line(
                    number: number + 1, wanted: fields[1],
                    input: MatchInput(paragraphs: [fields[2]], language: fields[0]),
                    found: fields[3] == "-" ? nil : fields[3]))
        }
    }
}

private func unescaped(_ line: String) -> String {
    [("\\n", "\n"), ("\\r", "\r"), ("\\-", "\u{AD}")].reduce(line) { text, escape in
        text.replacingOccurrences(of: escape.0, with: escape.1)
    }
}

@Test func everyLanguageFindsItsFormsAndNothingElse() throws {
    let cases = try MatchCases().byLanguage
    // One watchlist for all: a rule a query, an entity a name.
    var rules: Set<String> = []
    var entities: [String: [String]] = [:]
    func query(_ wanted: String) -> String {
        guard wanted.hasPrefix("@") else { return wanted }
        let name = "n" + Array(wanted.utf8).map { String($0, radix: 16) }.joined()
        entities[name] = [String(wanted.dropFirst())]
        return "@" + name
    }
    for line in cases.values.joined() { rules.insert(query(line.wanted)) }
    let queries = try Queries(rules, entities: entities)
    for (language, lines) in cases.sorted(by: { $0.key < $1.key }) {
        for line in lines {
            let found = queries.found(query(line.wanted), in: line.input)
            let text = line.input.paragraphs[0]
            #expect(
                found == line.found.map { [$0] } || (line.found.map { found?.contains($0) == true } ?? false),
                "line \(line.number), \(language): \(line.wanted) in “\(text)”")
        }
    }
}

@Test func theCasesAreManyAndOfBothKinds() throws {
    let cases = try MatchCases().byLanguage
    #expect(cases.values.joined().count >= 500)
    #expect(cases.count >= 50)
    for (language, lines) in cases {
        #expect(lines.contains { $0.found != nil } && lines.contains { $0.found == nil }, "\(language)")
    }
}
