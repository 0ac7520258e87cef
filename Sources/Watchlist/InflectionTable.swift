import Text

/// The inflections of the languages, and of the scripts where the language is not known.
///
/// Endings are those of nouns and adjectives in the standard grammars; derived adjectives and possessives of
/// names (`трамповский`, `Trumpův`) count as forms.
struct InflectionTable: Sendable {
    private let inflections: [String: LanguageInflections]
    private let unknown: LanguageInflections
    /// Dictionary endings that some language of a script drops.
    private let dropped: [ScriptClass: Set<[UInt8]>]

    init(folding: Folding) {
        let western = WesternInflections(folding: folding)
        let eastern = EasternLatinInflections(folding: folding)
        let other = OtherInflections(folding: folding)
        let byLanguage = western.byLanguage.merging(eastern.byLanguage) { $1 }.merging(other.byLanguage) {
            $1
        }
        let byScript = other.byScript.merging([.latin: western.unknown]) { $1 }
        var dropped: [ScriptClass: Set<[UInt8]>] = [:]
        for (script, inflection) in byLanguage.map({ ($0.script, $1) }) + byScript.map({ ($0, $1) }) {
            for paradigms in [inflection.words, inflection.names, inflection.derived] {
                dropped[script, default: []].formUnion(paradigms.dropped)
            }
        }
        self.dropped = dropped
        let shared = byScript.mapValues(LanguageInflections.Shared.init)
        let unbent = LanguageInflections.Shared(Inflection())
        let unknown = LanguageInflections { shared[$0] ?? unbent }
        self.unknown = unknown.prepared()
        let byTag: [String: LanguageInflections] = byLanguage.reduce(into: [:]) { result, entry in
            result[entry.key.language, default: unknown][entry.key.script] = LanguageInflections.Shared(
                entry.value)
        }
        inflections = byTag.mapValues { $0.prepared() }
    }

    /// What every form of a word begins with in any language, at least three letters of it.
    ///
    /// - Parameter word: folded, of a script with spaces.
    func stem(of word: [UInt8], script: ScriptClass) -> [UInt8] {
        var stem = word[...]
        var letters = letterCount(stem)
        var best = stem
        while letters > Inflection.minStemLetters, word.count - stem.count < 24 {
            let last = lastLetterCount(stem)
            // A language that allows any rest may replace a final vowel.
            let isFinalVowel = stem.count == word.count && lastScalar(of: stem).map(isVowel) ?? false
            stem = stem.dropLast(last)
            letters -= 1
            if isFinalVowel || dropped[script]?.contains(Array(word[stem.endIndex...])) ?? false {
                best = stem
            }
        }
        return Array(best)
    }

    /// How words of every script are bent in a text of this language.
    ///
    /// A language does not bend words of other scripts: `Trump` in a Russian text is taken as of no language.
    func inflections(for language: String?) -> LanguageInflections {
        inflections[primarySubtag(of: language)] ?? unknown
    }
}

/// `pt` of `pt-BR`; empty for no language.
func primarySubtag(of language: String?) -> String {
    language?.split(separator: "-").first?.lowercased() ?? ""
}

/// The inflections of one language, by script.
struct LanguageInflections: Sendable {
    /// One inflection, not copied where it is asked for every word.
    final class Shared: Sendable {
        let value: Inflection

        init(_ value: Inflection) { self.value = value }
    }

    private var byScript: [Shared]
    /// Made by ``prepared()``, as ``starts`` is.
    private(set) var drops: DropFilter?
    private(set) var starts: WordStarts?

    init(_ inflection: (ScriptClass) -> Shared) {
        byScript = ScriptClass.allCases.map(inflection)
    }

    /// The same with its ``drops`` and ``starts``, when no inflection will change any more.
    func prepared() -> LanguageInflections {
        var prepared = self
        prepared.drops = DropFilter(self)
        prepared.starts = WordStarts(self)
        return prepared
    }

    subscript(script: ScriptClass) -> Shared {
        get { byScript[Int(script.rawValue)] }
        set { byScript[Int(script.rawValue)] = newValue }
    }
}

/// A language's words in one script; Serbian has two.
struct LanguageAndScript: Hashable {
    /// Primary subtag, lower case.
    var language: String
    var script: ScriptClass
}

extension [LanguageAndScript: Inflection] {
    /// Sets one inflection for several languages, separated by spaces.
    mutating func set(_ languages: String, _ script: ScriptClass, _ inflection: Inflection) {
        for language in languages.split(separator: " ") {
            self[LanguageAndScript(language: String(language), script: script)] = inflection
        }
    }
}
