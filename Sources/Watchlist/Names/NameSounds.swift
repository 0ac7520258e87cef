import Foundation

/// Words in Latin or Cyrillic letters as sounds, the letters that the spellings of other scripts start from:
/// `sh`, `kh`, `zh`, `ch`, `ts` and `j` are one sound each, `ə` is the u of Trump, `y` stands before or behind vowels.
enum NameSounds {
    /// What a word in Latin letters may sound like: by its letters, then as English reads it when that differs.
    ///
    /// - Returns: empty for a word with other than Latin letters.
    static func ofLatin(_ word: String) -> [String] {
        let plain = String(word.lowercased().flatMap { special[$0] ?? String($0) })
            .folding(options: .diacriticInsensitive, locale: nil)
        guard !plain.isEmpty, plain.allSatisfy({ $0.isASCII && $0.isLetter }) else { return [] }
        let letters = read(Array(plain), byLetters)
        let english = read(Array(plain), byLetters.merging(asEnglish) { $1 })
        return letters == english ? [letters] : [letters, english]
    }

    /// Russian or Ukrainian letters; г is g in Russian and h in Ukrainian, и is i or y.
    static func ofCyrillic(_ word: String, isUkrainian: Bool) -> String {
        var sounds = ""
        for letter in word.lowercased() {
            let after = sounds.last.map { "aeiouy".contains($0) } ?? true
            switch letter {
            case "е" where !isUkrainian && after && sounds.last != "i" && sounds.last != "e": sounds += "ye"
            case "г" where isUkrainian: sounds += "h"
            default: sounds += cyrillic[letter] ?? ""
            }
        }
        // -ский and -ый are one vowel to everyone else.
        for ending in ["iy", "yy"] where sounds.hasSuffix(ending) { sounds = sounds.dropLast(2) + "i" }
        return sounds
    }

    /// Greek letters; some pairs are one sound.
    static func ofGreek(_ word: String) -> String {
        let letters = Array(word.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil))
        return read(letters, greek, atStart: ["μπ": "b", "ντ": "d", "γκ": "g"])
    }

    private static func read(
        _ letters: [Character], _ groups: [String: String], atStart: [String: String] = [:]
    ) -> String {
        var sounds = ""
        var place = 0
        while place < letters.count {
            for count in stride(from: min(5, letters.count - place), through: 1, by: -1) {
                let group = String(letters[place..<place + count])
                let isLast = place + count == letters.count
                let found =
                    (isLast ? groups[group + "$"] : nil) ?? (place == 0 ? atStart[group] : nil)
                    ?? groups[group] ?? (count == 1 ? group : nil)
                guard let found else { continue }
                sounds += found
                place += count
                break
            }
        }
        return sounds
    }

    private static let special: [Character: String] = [
        "š": "sh", "ş": "sh", "ș": "sh", "č": "ch", "ć": "ch", "ž": "zh", "ż": "zh", "ç": "s", "ñ": "ny",
        "ń": "n",
        "ł": "l", "ø": "o", "æ": "e", "œ": "e", "đ": "j", "ß": "ss", "þ": "t", "ð": "d", "ı": "i", "ğ": "g",
    ]

    private static let byLetters = pairs(
        """
        sch:sh tch:ch ck:k ph:f th:t qu:kv q:k x:ks tz:ts lz:lts ez$:es oe$:o cz:ch sz:sh c:k ce:se ci:si cy:si oo:u ee:i ou:u gh:g gue:ge
        gui:gi gia:ja gio:jo giu:ju eau:o y$:i ey$:i ie$:i kh:kh sh:sh zh:zh ch:ch ah$:a eh$:e cc:kk dj:j ts:ts
        by:bi dy:di gy:gi my:mi ny$:ni ry:ri sy:si ty:ti vy:vi ly$:li lyn:lin
        """)

    /// Short u and the silent letters of English.
    private static let asEnglish = pairs(
        """
        um:əm un:ən ump:əmp usk:əsk ust:əst uck:ək ub:əb uff:əf ull:əl unt:ənt unn:ən upp:əp udd:əd uss:əs
        ohn:on ahn:an ei:i ea:i igh:ai ay:ei ai:ei ow:au aw:o wh:w wr:r kn:n
        ne$:n te$:t se$:s ke$:k ce$:s ve$:v le$:l de$:d me$:m ale$:eil ake$:eik ame$:eim ane$:ein ate$:eit ike$:aik
        ine$:ain one$:on ite$:ait yle$:ail tion:shn
        """)

    private static let cyrillic: [Character: String] = [
        "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "yo", "є": "ye", "ж": "zh",
        "з": "z", "и": "i", "і": "i", "ї": "yi", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o",
        "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "v", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch",
        "ш": "sh", "щ": "shch", "ы": "i", "э": "e", "ю": "yu", "я": "ya", "ј": "y", "љ": "ly", "њ": "ny",
        "ћ": "ch", "ђ": "j", "џ": "j",
    ]

    private static let greek = pairs(
        """
        α:a β:v γ:g δ:d ε:e ζ:z η:i θ:t ι:i κ:k λ:l μ:m ν:n ξ:ks ο:o π:p ρ:r σ:s ς:s τ:t υ:i φ:f χ:kh ψ:ps ω:o
        μπ:mb ντ:nt γκ:ng γγ:ng ου:u αι:e ει:i οι:i αυ:av ευ:ev τζ:j τσ:ts γε:ye γι:yi
        """)
}
