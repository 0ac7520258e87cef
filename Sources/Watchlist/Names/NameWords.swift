import Foundation
import Text

/// The words of a name: which of them the table knows, and what they sound like.
struct NameWords: Sendable {
    var words: [String]
    /// Where each word stands in the table of names.
    var places: [Int?]
    /// What each word may sound like, see `NameSounds`; empty where nothing tells.
    var sounds: [[String]]

    /// Whether the table has every word.
    var isKnown: Bool { !words.isEmpty && !places.contains(nil) }

    init(_ name: String, in language: NameLanguage, names: GivenNames?) {
        words = []
        places = []
        let parts = name.split { !$0.isLetter && !"'’`׳\u{200C}".contains($0) }.map(String.init)
        var index = 0
        while index < parts.count {
            // عبد الله is one name in two words.
            if index + 1 < parts.count,
                let place = names?.place(of: parts[index] + " " + parts[index + 1], in: language)
            {
                words.append(parts[index] + " " + parts[index + 1])
                places.append(place)
                index += 2
                continue
            }
            words.append(parts[index])
            places.append(names?.place(of: parts[index], in: language))
            index += 1
        }
        sounds = words.map { word in
            switch language {
            case .latin: NameSounds.ofLatin(word)
            case .russian: [NameSounds.ofCyrillic(word, isUkrainian: EastSlavicSpelling.isUkrainian(word))]
            case .ukrainian: [NameSounds.ofCyrillic(word, isUkrainian: true)]
            case .greek: [NameSounds.ofGreek(word)]
            case .hindi: NameSounds.ofLatin(romanisedHindi(word))
            default: []
            }
        }
    }

    /// A name in a script without spelling rules of its own here.
    init(_ name: String, romanised: String, script: String) {
        words = name.split { !$0.isLetter }.map(String.init)
        places = words.map { _ in nil }
        let latin = romanised.split { !$0.isLetter }.map(String.init)
        sounds = latin.count == words.count ? latin.map { NameSounds.ofLatin($0) } : words.map { _ in [] }
    }

    /// Whether words that Russian does not have speak for Ukrainian.
    func isUkrainian(than russian: NameWords?) -> Bool {
        words.contains(where: EastSlavicSpelling.isUkrainian)
            || places.compactMap(\.self).count > (russian?.places.compactMap(\.self).count ?? 0)
    }

    /// Known names as Latin writes them, the others transliterated.
    func romanised(_ names: GivenNames) -> String {
        words.indices.map { index in
            if let known = places[index].flatMap({ names.spellings(of: $0, in: .latin).first }) {
                return known
            }
            let word = words[index]
            let latin =
                scriptName(of: word) == "Greek"
                ? greekInLatin(word)
                : scriptName(of: word) == "Devanagari" ? romanisedHindi(word) : latinLetters(of: word) ?? word
            return LetterSpelling.capitalised(latin)
        }.joined(separator: " ")
    }
}

/// ELOT 743: υ is y, αυ and ευ are av and ev, μπ begins a word as b.
private func greekInLatin(_ word: String) -> String {
    var written = word.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
    if written.hasPrefix("μπ") { written = "b" + written.dropFirst(2) }
    for (from, to) in [
        ("ου", "ou"), ("αυ", "av"), ("ευ", "ev"), ("γγ", "ng"), ("γκ", written.hasPrefix("γκ") ? "gk" : "gk"),
        ("θ", "th"),
        ("χ", "ch"), ("ψ", "ps"), ("υ", "y"), ("η", "i"), ("ξ", "x"), ("β", "v"), ("φ", "f"), ("ω", "o"),
    ] { written = written.replacing(from, with: to) }
    return latinLetters(of: written) ?? written
}

/// Without the a that Hindi writes but does not say at the end of a word, and with a plain nasal.
private func romanisedHindi(_ word: String) -> String {
    let scalars = Array(word.unicodeScalars)
    var latin = (latinLetters(of: word) ?? "").filter(\.isLetter)
    let isConsonant = scalars.last.map { (0x915...0x939).contains($0.value) || $0.value == 0x93C } ?? false
    let isCluster = scalars.dropLast().last?.value == 0x94D
    if isConsonant, !isCluster, latin.count > 2, latin.hasSuffix("a") { latin = String(latin.dropLast()) }
    return latin
}
