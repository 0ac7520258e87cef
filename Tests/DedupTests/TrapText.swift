import Foundation
import Testing

/// Passages of our own in one language, from `Fixtures/traps`: what newspapers print again and again.
struct TrapText {
    /// Lines by section: `weather`, `result` and `obituary` have places for figures and names.
    private var sections: [String: [String]] = [:]

    static let languages = ["ar", "de", "en", "es", "fr", "hi", "ja", "ko", "ru", "th", "tr", "zh"]

    init(_ language: String) throws {
        let url = try #require(
            Bundle.module.url(forResource: "Fixtures/traps/\(language)", withExtension: "txt"))
        var section = ""
        for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map(String.init) {
            if line.hasPrefix("= ") {
                section = String(line.dropFirst(2))
            } else {
                sections[section, default: []].append(line)
            }
        }
    }

    subscript(section: String) -> String { sections[section, default: []].joined(separator: "\n") }

    /// The pieces of a line that lists several.
    func pieces(_ section: String, by separator: Character) -> [String] {
        self[section].split(separator: separator).map { $0.trimmingCharacters(in: .whitespaces) }
    }

    /// A section with its places filled: `%1` with the first figure, `%a` with the first name.
    func filled(_ section: String, _ figures: [Int], names: [String] = []) -> String {
        var text = self[section]
        for (index, figure) in figures.enumerated() {
            text = text.replacingOccurrences(of: "%\(index + 1)", with: String(figure))
        }
        for (letter, name) in zip(["a", "b", "c", "d"], names) {
            text = text.replacingOccurrences(of: "%\(letter)", with: name)
        }
        return text
    }

    func obituary(of person: Int, age: Int) -> String {
        let names = pieces("names", by: ";")
        return filled(
            "obituary", [age],
            names: [names[person * 2], "", names[person * 2 + 1], pieces("lives", by: "|")[person]])
    }
}

/// Serbian Cyrillic in Latin letters, as its spelling rules have it.
func inLatin(_ cyrillic: String) -> String {
    let letters: [Character: String] = [
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "ђ": "đ", "е": "e", "ж": "ž", "з": "z", "и": "i",
        "ј": "j", "к": "k", "л": "l", "љ": "lj", "м": "m", "н": "n", "њ": "nj", "о": "o", "п": "p", "р": "r",
        "с": "s", "т": "t", "ћ": "ć", "у": "u", "ф": "f", "х": "h", "ц": "c", "ч": "č", "џ": "dž", "ш": "š",
    ]
    return cyrillic.map { letter in
        if let latin = letters[letter] { return latin }
        guard let small = letter.lowercased().first, let latin = letters[small] else { return String(letter) }
        return latin.prefix(1).uppercased() + latin.dropFirst()
    }.joined()
}
