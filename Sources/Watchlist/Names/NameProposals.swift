import Foundation
import Text

/// One way to write a name.
package struct NameProposal: Sendable, Equatable {
    /// The name in that writing.
    package var name: String
    /// Whose writing it is: `Palladius`, `as given`.
    package var system: String
    /// For people: `Cyrillic`.
    package var script: String
    /// Whether a table or a standard system vouches for it; by letters alone it is a guess to look at.
    package var isTrusted: Bool

    package init(name: String, system: String, script: String, isTrusted: Bool = true) {
        self.name = name
        self.system = system
        self.script = script
        self.isTrusted = isTrusted
    }
}

/// The spellings of a name that other languages are likely to use, by table and by rule.
///
/// A name that reads as pinyin and has two to four syllables is taken for Chinese, one in Hangul with a Korean family
/// name for Korean. In any other, known given names come from a table, word by word, and the rest goes by its sounds.
/// The language that the name is given in is not respelled.
package struct NameProposals: Sendable, Equatable {
    /// The name itself first; every spelling once, compared as texts are compared.
    package private(set) var proposals: [NameProposal] = []
    /// The syllables the name was read as, when it was taken for Chinese: `["lin", "jian"]`.
    package private(set) var syllables: [String] = []
    /// What no rule can tell about the name, for people.
    package private(set) var notes: [String] = []
    private var folded: Set<[UInt8]> = []
    private let folding: Folding
    private let names: GivenNames

    package static func == (left: NameProposals, right: NameProposals) -> Bool {
        left.proposals == right.proposals && left.syllables == right.syllables && left.notes == right.notes
    }

    /// - Parameter name: of at most 200 bytes; longer names get no proposals.
    package init(_ name: String, folding: Folding) {
        self.folding = folding
        names = GivenNames(folding: folding)
        let script = scriptName(of: name)
        add(name, "as given", script, isTrusted: true)
        guard name.utf8.count <= 200 else { return }
        switch script {
        case "Han": addCharacters(name)
        case "Hangul":
            if let korean = KoreanName(name) { addKorean(korean) } else { addWords(of: name, script) }
        case "Latin":
            if let chinese = chineseWords(of: name) {
                addChinese(chinese)
            } else {
                addWords(of: name, script)
            }
        case "none": break
        default: addWords(of: name, script)
        }
    }

    private mutating func add(_ name: String?, _ system: String, _ script: String, isTrusted: Bool) {
        guard let name, !name.isEmpty else { return }
        let folded = folding.foldedBytes(Array(name.utf8))
        guard !folded.isEmpty, self.folded.insert(folded).inserted else { return }
        proposals.append(NameProposal(name: name, system: system, script: script, isTrusted: isTrusted))
    }
}

// MARK: Names of China and Korea

extension NameProposals {
    private mutating func addCharacters(_ name: String) {
        let places = NameWords(name, in: .chinese, names: names)
        if places.isKnown {
            addWords(of: name, "Han")
            return
        }
        let isSure = HanName.isSurelyChinese(name)
        if !isSure {
            notes.append(
                "If this is a Japanese name, no rule tells how its characters are read: give it in kana or Latin letters."
            )
        }
        guard let latin = reading(ofCharacters: name), let chinese = chineseWords(of: latin) else { return }
        addChinese(chinese, isTrusted: isSure)
    }

    private mutating func addChinese(_ words: [[PinyinSyllable]], isTrusted: Bool = true) {
        syllables = words.joined().map { $0.text }
        let given = words.dropFirst().map { $0.map(\.text).joined() }.joined().capitalized
        func named(_ system: String) -> String { isTrusted ? system : system + ", if Chinese" }
        add(
            words[0].map(\.text).joined().capitalized + " " + given, named("pinyin"), "Latin",
            isTrusted: isTrusted)
        for spelling in ChineseSpelling.all {
            add(spelling.name(words), named(spelling.system), spelling.script, isTrusted: isTrusted)
        }
        add(KoreanSpelling.name(words), named("Hangul"), "Hangul", isTrusted: isTrusted)
    }

    private mutating func addKorean(_ name: KoreanName) {
        for (spelling, system) in name.latin { add(spelling, system, "Latin", isTrusted: true) }
        for (spelling, system) in name.cyrillic {
            add(spelling, system, "Cyrillic", isTrusted: true)
            let ukrainian = spelling.replacing("и", with: "і").replacing("ы", with: "и").replacing(
                "Ы", with: "И"
            )
            .replacing("э", with: "е").replacing("Э", with: "Е").replacing("ё", with: "йо")
            .replacing("Ё", with: "Йо")
            add(ukrainian, system.replacing("Russian", with: "Ukrainian"), "Cyrillic", isTrusted: false)
        }
        // Other newsrooms start from what English writes.
        for latin in name.latin.filter({ !$0.name.contains("-") && $0.system != "revised" }).prefix(2) {
            var words = NameWords(latin.name, in: .latin, names: nil)
            words.sounds = words.sounds.map { Array($0.prefix(1)) }
            addByLetters(words, given: [.korean, .russian, .ukrainian, .japanese])
        }
        add(name.kana, "Katakana", "Kana", isTrusted: false)
        notes.append("The Chinese characters of a Korean name are in no rule.")
    }

    /// Family name and given name as syllables, when the whole reads as a Chinese name.
    private func chineseWords(of name: String) -> [[PinyinSyllable]]? {
        let plain = name.replacing("ü", with: "v")
            .folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
        let words = plain.split { !$0.isLetter }.map { PinyinSyllable.syllables(of: String($0)) }
        guard (2...4).contains(words.count), !words.contains(nil) else { return nil }
        let found = words.compactMap { $0 }
        let count = found.reduce(0) { $0 + $1.count }
        guard (2...4).contains(count), found[0].count <= 2 else { return nil }
        // Chin Ping and Chin-ping are one given name.
        return [found[0], Array(found.dropFirst().joined())]
    }

    private func reading(ofCharacters name: String) -> String? {
        guard let latin = latinLetters(of: name) else { return nil }
        guard let first = name.first, let family = HanName.familyReading(first) else { return latin }
        return ([family] + latin.split(separator: " ").dropFirst().map(String.init)).joined(separator: " ")
    }
}

// MARK: Names by their words

extension NameProposals {
    private mutating func addWords(of name: String, _ script: String) {
        let languages = NameLanguage.allCases.filter { $0.script == script }
        // Of two languages in one script, the one that knows more of the words; otherwise the first.
        let readings = languages.map { NameWords(name, in: $0, names: names) }
        guard
            let words = readings.max(by: {
                $0.places.compactMap(\.self).count < $1.places.compactMap(\.self).count
            }
            ) ?? Optional(NameWords(name, romanised: latinLetters(of: name) ?? "", script: script))
        else { return }
        let isUkrainian = script == "Cyrillic" && words.isUkrainian(than: readings.first)
        if script == "Cyrillic" { addFromCyrillic(words, isUkrainian: isUkrainian) }
        addKnown(words, given: languages)
        switch script {
        case "Arabic":
            add(AbjadTransfer.persian(ofArabic: name), "Persian letters", "Arabic", isTrusted: false)
            add(AbjadTransfer.hebrew(ofArabic: name), "letter for letter", "Hebrew", isTrusted: false)
        case "Hebrew":
            add(AbjadTransfer.arabic(ofHebrew: name), "letter for letter", "Arabic", isTrusted: false)
        default: break
        }
        if ["Arabic", "Hebrew"].contains(script) {
            if !words.isKnown {
                notes.append(
                    "Its vowels are not written: only a name that is known can be read. Give it in Latin letters."
                )
            }
            return
        }
        if script != "Latin", script != "Cyrillic" {
            add(words.romanised(names), "romanised", "Latin", isTrusted: script == "Greek")
        }
        guard script != "Thai", script != "Kana", script != "Hangul", script != "Han" else { return }
        addByLetters(words, given: languages)
    }

    private mutating func addFromCyrillic(_ words: NameWords, isUkrainian: Bool) {
        for system in CyrillicRomanisation.all where system.isFor(ukrainian: isUkrainian) {
            add(system.name(words.words), system.system, "Latin", isTrusted: true)
            guard system.system.hasPrefix("English") else { continue }
            for choice in 0..<2 {
                let mixed = words.words.indices.map { index in
                    words.places[index].flatMap {
                        names.spellings(of: $0, in: .latin).element(choice)
                    } ?? system.word(words.words[index])
                }
                add(mixed.joined(separator: " "), system.system, "Latin", isTrusted: true)
            }
        }
        let other: NameLanguage = isUkrainian ? .russian : .ukrainian
        let mixed = words.words.indices.map { index in
            words.places[index].flatMap { names.spellings(of: $0, in: other).first }
                ?? LetterSpelling.capitalised(
                    isUkrainian
                        ? EastSlavicSpelling.russian(ofUkrainian: words.words[index])
                        : EastSlavicSpelling.ukrainian(ofRussian: words.words[index]))
        }
        add(mixed.joined(separator: " "), other.title, "Cyrillic", isTrusted: words.isKnown)
    }

    /// Every word from the table.
    private mutating func addKnown(_ words: NameWords, given: [NameLanguage]) {
        guard words.isKnown else { return }
        for language in NameLanguage.allCases where !given.contains(language) {
            for choice in 0..<3 {
                let spelled = words.places.compactMap { place in
                    place.flatMap {
                        let all = names.spellings(of: $0, in: language)
                        return all.element(choice) ?? all.last
                    }
                }
                guard spelled.count == words.places.count else { continue }
                add(
                    spelled.joined(separator: language.wordMark), language.title, language.script,
                    isTrusted: true)
            }
        }
    }

    /// Known words from the table, the others by their sounds.
    private mutating func addByLetters(_ words: NameWords, given: [NameLanguage]) {
        for spelling in LetterSpelling.all where !given.contains(spelling.language) {
            let language = spelling.language
            if given.contains(where: { $0.script == "Cyrillic" }), language.script == "Cyrillic" { continue }
            for reading in 0..<2 {
                let spelled = words.words.indices.compactMap { index -> String? in
                    if let place = words.places[index] {
                        let all = names.spellings(of: place, in: language)
                        if let known = all.element(reading) ?? all.first { return known }
                    }
                    let sounds = words.sounds[index]
                    return (sounds.element(reading) ?? sounds.first).flatMap { spelling.word($0) }
                }
                guard spelled.count == words.words.count else { continue }
                add(
                    spelled.joined(separator: language.wordMark), language.title, language.script,
                    isTrusted: words.isKnown)
            }
        }
    }
}

func latinLetters(of name: String) -> String? {
    name.applyingTransform(.toLatin, reverse: false)?.applyingTransform(.stripCombiningMarks, reverse: false)?
        .replacing("ʹ", with: "").replacing("ʼ", with: "").replacing("ʻ", with: "").lowercased()
}

extension Array {
    func element(_ index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
