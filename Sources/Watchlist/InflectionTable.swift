import Text

/// The inflections of the languages, and of the scripts where the language is not known.
///
/// Endings are those of nouns and adjectives in the standard grammars; derived adjectives and possessives of names
/// (`трамповский`, `Trumpův`) count as forms.
struct InflectionTable: Sendable {
    private let byLanguage: [LanguageAndScript: Inflection]
    private let byScript: [ScriptClass: Inflection]
    /// Dictionary endings that some language of a script drops.
    private let dropped: [ScriptClass: Set<[UInt8]>]

    init(folding: Folding) {
        let western = WesternInflections(folding: folding)
        let eastern = EasternLatinInflections(folding: folding)
        let other = OtherInflections(folding: folding)
        byLanguage = western.byLanguage.merging(eastern.byLanguage) { $1 }.merging(other.byLanguage) { $1 }
        byScript = other.byScript.merging([.latin: western.unknown]) { $1 }
        var dropped: [ScriptClass: Set<[UInt8]>] = [:]
        for (script, inflection) in byLanguage.map({ ($0.script, $1) }) + byScript.map({ ($0, $1) }) {
            for paradigms in [inflection.words, inflection.names, inflection.derived] {
                dropped[script, default: []].formUnion(paradigms.dropped)
            }
        }
        self.dropped = dropped
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

    /// The inflection for a word of this script in a text of this language.
    ///
    /// A language does not bend words of other scripts: `Trump` in a Russian text is taken as of no language.
    func inflection(of script: ScriptClass, language: String?) -> Inflection {
        if let language {
            let primary = language.split(separator: "-").first.map { $0.lowercased() } ?? ""
            let key = LanguageAndScript(language: primary, script: script)
            if let known = byLanguage[key] { return known }
        }
        return byScript[script] ?? Inflection()
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
