import Foundation
import Text

/// A language whose spelling of foreign names is proposed.
enum NameLanguage: Int, CaseIterable, Sendable {
    case latin, russian, ukrainian, greek, arabic, persian, hebrew, hindi, japanese, korean, chinese

    var title: String {
        switch self {
        case .latin: "Latin"
        case .russian: "Russian"
        case .ukrainian: "Ukrainian"
        case .greek: "Greek"
        case .arabic: "Arabic"
        case .persian: "Persian"
        case .hebrew: "Hebrew"
        case .hindi: "Hindi"
        case .japanese: "Katakana"
        case .korean: "Hangul"
        case .chinese: "Chinese"
        }
    }

    var script: String {
        switch self {
        case .russian, .ukrainian: "Cyrillic"
        case .persian: "Arabic"
        case .hindi: "Devanagari"
        case .japanese: "Kana"
        case .chinese: "Han"
        default: title
        }
    }

    /// What stands between the words of a name.
    var wordMark: String {
        switch self {
        case .japanese: "・"
        case .chinese: "·"
        default: " "
        }
    }
}

/// Looks given names up in the table, from any of its scripts.
struct GivenNames: Sendable {
    /// The spellings of each name by language, the usual one first.
    private let names: [[[String]]]
    /// Where a word in each language stands in the table.
    private let places: [NameLanguage: [[UInt8]: Int]]
    private let folding: Folding

    init(folding: Folding) {
        self.folding = folding
        var names: [[[String]]] = []
        var places: [NameLanguage: [[UInt8]: Int]] = [:]
        for line in GivenNameTable.lines.split(separator: "\n") {
            var name: [[String]] = []
            for (cell, language) in zip(line.split(separator: "|"), NameLanguage.allCases) {
                let written = cell.split(separator: "/").map { $0.trimmingCharacters(in: .whitespaces) }
                    .filter { $0 != "-" }
                for spelling in written where !spelling.hasPrefix("~") {
                    let key = folding.foldedBytes(Array(spelling.utf8))
                    if places[language]?[key] == nil { places[language, default: [:]][key] = names.count }
                }
                name.append(written.map { $0.hasPrefix("~") ? String($0.dropFirst()) : $0 })
            }
            names.append(name)
        }
        self.names = names
        self.places = places
    }

    /// The number of a name in the table; nil when a word in that language is none of them.
    func place(of word: String, in language: NameLanguage) -> Int? {
        places[language]?[folding.foldedBytes(Array(word.utf8))]
    }

    /// How a language writes the name with this number; empty when that is not certain.
    func spellings(of place: Int, in language: NameLanguage) -> [String] {
        let name = names[place]
        return name.indices.contains(language.rawValue) ? name[language.rawValue] : []
    }
}
