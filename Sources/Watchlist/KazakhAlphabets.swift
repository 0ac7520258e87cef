/// The Cyrillic alphabet of Kazakh and its Latin ones, of 2018 (`á ǵ ı ń ó ú ý sh ch`) and 2021 (`ä ğ i ñ ö ü ū ş`).
///
/// Folding makes no difference between a letter with a mark and without: what is left to write are the letters that the two
/// alphabets have differently.
enum KazakhAlphabets {
    /// The word in the other alphabets; empty when it has letters that are in none.
    ///
    /// Latin words are turned only when they have a letter of 2021 that English has not: foreign names are spelled in
    /// Latin letters too, and `Qatar` is a row in Kazakh.
    static func others(of word: [PairedLetter]) -> [String] {
        if word.contains(where: { $0.lower.value >= 0x400 && toLatin[$0.lower] != nil }) {
            guard let plain = latin(of: word, { $0.plain }) else { return [] }
            // Most words are the same in both.
            guard word.contains(where: { $0.lower == "ш" || $0.lower == "у" }) else { return [plain] }
            return [plain] + (latin(of: word, { $0.acute }).map { [$0] } ?? [])
        }
        guard word.contains(where: { marked.contains($0.lower) }) else { return [] }
        return cyrillic(of: word).map { [$0] } ?? []
    }

    private static func latin(of word: [PairedLetter], _ form: (Forms) -> String) -> String? {
        var result = ""
        for letter in word {
            if let forms = toLatin[letter.lower] {
                result.append(form(forms), like: letter)
            } else if letter.isLetter {
                return nil
            } else {
                result.unicodeScalars.append(letter.lower)
            }
        }
        return result
    }

    private static func cyrillic(of word: [PairedLetter]) -> String? {
        var result = ""
        var isBehindVowel = false
        for letter in word {
            let turned: String?
            switch letter.lower {
            // One Latin letter for и and й, and й stands behind vowels; its capital has a dot too.
            case "i": turned = isBehindVowel ? "й" : "и"
            default: turned = toCyrillic[letter.lower]
            }
            if let turned {
                result.append(turned, like: letter)
            } else if letter.isLetter {
                return nil
            } else {
                result.unicodeScalars.append(letter.lower)
            }
            isBehindVowel = vowels.contains(letter.lower)
        }
        return result
    }

    private typealias Forms = (plain: String, acute: String)
    private static let marked = Set("äğıñöüūş".unicodeScalars)
    private static let vowels = Set("aäeıioöuüūy".unicodeScalars)

    /// Letters of which the alphabets agree one by one. Those of Russian words (ц ч щ э ю я ё ъ ь) become two or none.
    private static let letters: [(cyrillic: Unicode.Scalar, plain: String, acute: String)] = [
        ("а", "a", "a"), ("ә", "ä", "á"), ("б", "b", "b"), ("в", "v", "v"), ("г", "g", "g"), ("ғ", "ğ", "ǵ"),
        ("д", "d", "d"), ("е", "e", "e"), ("ж", "j", "j"), ("з", "z", "z"), ("и", "i", "ı"), ("й", "i", "ı"),
        ("к", "k", "k"), ("қ", "q", "q"), ("л", "l", "l"), ("м", "m", "m"), ("н", "n", "n"), ("ң", "ñ", "ń"),
        ("о", "o", "o"), ("ө", "ö", "ó"), ("п", "p", "p"), ("р", "r", "r"), ("с", "s", "s"), ("т", "t", "t"),
        ("у", "u", "ý"), ("ұ", "ū", "u"), ("ү", "ü", "ú"), ("ф", "f", "f"), ("х", "h", "h"), ("һ", "h", "h"),
        ("ш", "ş", "sh"), ("ы", "y", "y"), ("і", "ı", "i"),
    ]
    private static let toLatin: [Unicode.Scalar: Forms] = letters.reduce(into: [:]) { table, letter in
        table[letter.cyrillic] = (letter.plain, letter.acute)
    }
    private static let toCyrillic: [Unicode.Scalar: String] = letters.reduce(into: [:]) { table, letter in
        guard let latin = letter.plain.unicodeScalars.first, table[latin] == nil else { return }
        table[latin] = String(letter.cyrillic)
    }
}
