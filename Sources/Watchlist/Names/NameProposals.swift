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

    package init(name: String, system: String, script: String) {
        self.name = name
        self.system = system
        self.script = script
    }
}

/// The spellings of a name that other languages are likely to use, by rule.
///
/// A name that reads as pinyin and has two to four syllables is taken for Chinese; any other goes by its letters.
/// A name in another script is read as Latin letters first (ICU's transliteration).
package struct NameProposals: Sendable, Equatable {
    /// The name itself first; every spelling once, compared as texts are compared.
    package private(set) var proposals: [NameProposal] = []
    /// The syllables the name was read as, when it was taken for Chinese: `["lin", "jian"]`.
    package private(set) var syllables: [String] = []
    private let folding: Folding

    package static func == (left: NameProposals, right: NameProposals) -> Bool {
        left.proposals == right.proposals && left.syllables == right.syllables
    }

    /// - Parameter name: of at most 200 bytes; longer names get no proposals.
    package init(_ name: String, folding: Folding) {
        self.folding = folding
        let script = scriptName(of: name)
        add(name, "as given", script)
        guard name.utf8.count <= 200 else { return }
        if script == "Cyrillic" {
            for system in CyrillicRomanisation.all {
                add(system.name(words(of: name)), system.system, "Latin")
            }
        } else if script != "Latin", let latin = latinLetters(of: name) {
            add(latin.split(separator: " ").map(\.capitalized).joined(separator: " "), "romanised", "Latin")
        }
        guard let latin = script == "Latin" ? name : proposals.first(where: { $0.script == "Latin" })?.name
        else {
            return
        }
        if let chinese = chineseWords(of: latin) {
            addChinese(chinese)
        } else {
            addByLetters(latin)
        }
    }

    private mutating func add(_ name: String?, _ system: String, _ script: String) {
        guard let name, !name.isEmpty else { return }
        let folded = folding.foldedBytes(Array(name.utf8))
        guard !folded.isEmpty,
            !proposals.contains(where: { folding.foldedBytes(Array($0.name.utf8)) == folded })
        else { return }
        proposals.append(NameProposal(name: name, system: system, script: script))
    }

    private mutating func addChinese(_ words: [[PinyinSyllable]]) {
        syllables = words.joined().map { $0.text }
        let given = words.dropFirst().map { $0.map(\.text).joined() }.joined().capitalized
        add(words[0].map(\.text).joined().capitalized + " " + given, "pinyin", "Latin")
        for spelling in ChineseSpelling.all { add(spelling.name(words), spelling.system, spelling.script) }
        add(KoreanSpelling.name(words), "Hangul", "Hangul")
    }

    private mutating func addByLetters(_ latin: String) {
        let plain = latin.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
        let words = words(of: plain)
        guard !words.isEmpty, words.allSatisfy({ $0.allSatisfy(\.isASCII) }) else { return }
        for spelling in LetterSpelling.all { add(spelling.name(words), spelling.system, spelling.script) }
    }

    private func words(of name: String) -> [String] {
        name.lowercased().split { !$0.isLetter }.map(String.init)
    }

    /// Family name and given name as syllables, when the whole reads as a Chinese name.
    private func chineseWords(of name: String) -> [[PinyinSyllable]]? {
        let plain = name.replacing("ü", with: "v")
            .folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
        let words = words(of: plain).map { PinyinSyllable.syllables(of: $0) }
        guard (2...4).contains(words.count), !words.contains(nil) else { return nil }
        let found = words.compactMap { $0 }
        let count = found.reduce(0) { $0 + $1.count }
        guard (2...4).contains(count), found[0].count <= 2 else { return nil }
        // Chin Ping and Chin-ping are one given name.
        return [found[0], Array(found.dropFirst().joined())]
    }

    private func latinLetters(of name: String) -> String? {
        name.applyingTransform(.toLatin, reverse: false)?.applyingTransform(
            .stripCombiningMarks, reverse: false)?
            .replacing("ʹ", with: "").replacing("ʼ", with: "").replacing("ʻ", with: "").lowercased()
    }
}

extension PinyinSyllable {
    /// As written in pinyin, without tones.
    var text: String {
        guard initial.isEmpty else {
            return initial + ("jqx".contains(initial) ? final.replacing("ü", with: "u") : final)
        }
        let special = [
            "i": "yi", "in": "yin", "ing": "ying", "u": "wu", "ü": "yu", "üe": "yue", "üan": "yuan",
            "ün": "yun",
            "iu": "you", "ui": "wei", "un": "wen", "ueng": "weng",
        ]
        if let whole = special[final] { return whole }
        if final.hasPrefix("i") { return "y" + final.dropFirst() }
        if final.hasPrefix("u") { return "w" + final.dropFirst() }
        return final
    }
}

/// For people: the script of a name's first letter.
package func scriptName(of name: String) -> String {
    guard let scalar = name.unicodeScalars.first(where: { $0.properties.isAlphabetic }) else { return "none" }
    switch scalar.value {
    case 0x41...0x24F, 0x1E00...0x1EFF: return "Latin"
    case 0x370...0x3FF, 0x1F00...0x1FFF: return "Greek"
    case 0x400...0x52F: return "Cyrillic"
    case 0x530...0x58F: return "Armenian"
    case 0x590...0x5FF: return "Hebrew"
    case 0x600...0x8FF: return "Arabic"
    case 0x900...0x97F: return "Devanagari"
    case 0x980...0x9FF: return "Bengali"
    case 0xE00...0xE7F: return "Thai"
    case 0x10A0...0x10FF: return "Georgian"
    case 0x1100...0x11FF, 0xAC00...0xD7A3: return "Hangul"
    case 0x3040...0x30FF: return "Kana"
    case 0x3400...0x9FFF, 0x20000...0x3FFFF: return "Han"
    default: return "other"
    }
}
