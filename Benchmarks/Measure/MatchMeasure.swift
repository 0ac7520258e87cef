import Foundation
import Model
import Text
import Watchlist

/// Times matching, folding included, for the terms of a file, one a line: as words of queries, ten a query, and as names of
/// entities, ten an entity.
///
/// A text is an article of the language that its file is named after, `zh-Hans-0017.txt`; of none where it is not. Its lines are
/// the paragraphs.
func measureMatching(_ material: Material, termsAt path: String) throws {
    let folding = Folding()
    let terms = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
    let tens = stride(from: 0, to: terms.count, by: 10).map { Array(terms[$0..<min($0 + 10, terms.count)]) }
    let articles = zip(material.names, material.files).map { name, file in
        MatchInput(
            paragraphs: String(decoding: file, as: UTF8.self).split(separator: "\n").map(String.init),
            language: language(ofFile: name))
    }
    let queries = tens.enumerated().map { WatchRule(name: "\($0)", query: $1.joined(separator: " OR ")) }
    try measure("words", material, articles) {
        try CompiledWatchlist(rules: queries, entities: [:], folding: folding)
    }
    let entities = Dictionary(uniqueKeysWithValues: tens.enumerated().map { ("e\($0)", $1) })
    let rules = tens.indices.map { WatchRule(name: "\($0)", query: "@e\($0)") }
    try measure("names", material, articles) {
        try CompiledWatchlist(rules: rules, entities: entities, folding: folding)
    }
}

private func measure(
    _ kind: String, _ material: Material, _ articles: [MatchInput], _ compile: () throws -> CompiledWatchlist
) throws {
    // The first time pays for the tables of letters, once a program.
    _ = try compile()
    let start = processorSeconds()
    let watchlist = try compile()
    report("compiling \(kind)", (processorSeconds() - start) * 1000, "ms")
    var matches = 0
    let rounds = rounds {
        matches = 0
        for article in articles { matches += watchlist.matches(in: article).count }
    }
    report("matching \(kind)", rounds.rate(of: material.megabytes), "MB/s")
    report("matches of \(kind)", Double(matches), "matches")
}

private func language(ofFile name: String) -> String? {
    guard let dash = name.lastIndex(of: "-") else { return nil }
    return String(name[..<dash])
}
