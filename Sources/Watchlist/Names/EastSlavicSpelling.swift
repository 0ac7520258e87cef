/// Russian names in Ukrainian letters and the other way round, by their spelling rules.
enum EastSlavicSpelling {
    static func ukrainian(ofRussian word: String) -> String {
        var written = word.lowercased()
        for (from, to) in [("ский", "ський"), ("цкий", "цький"), ("ской", "ськой")]
        where written.hasSuffix(from) {
            written = written.dropLast(from.count) + to
        }
        var result = ""
        let letters = Array(written)
        for (place, letter) in letters.enumerated() {
            let before = place > 0 ? letters[place - 1] : nil
            let isAlone = before.map { "аеёиоуыэюяьъ".contains($0) } ?? true
            let isEnding = place + 2 == letters.count && letters[place + 1] == "й"
            switch letter {
            case "и" where isEnding || before.map({ "жшщчц".contains($0) }) == true: result += "и"
            case "и": result += isAlone && before != nil ? "ї" : "і"
            case "ы": result += "и"
            case "э": result += "е"
            case "е" where isAlone: result += "є"
            case "ё": result += isAlone ? "йо" : before.map { "жшщч".contains($0) } == true ? "о" : "ьо"
            case "ъ": result += "'"
            default: result.append(letter)
            }
        }
        return result
    }

    static func russian(ofUkrainian word: String) -> String {
        let letters: [Character: String] = [
            "і": "и", "ї": "и", "є": "е", "ґ": "г", "'": "ъ", "’": "ъ", "ʼ": "ъ",
        ]
        var written = word.lowercased().map { letters[$0] ?? String($0) }.joined()
        for (from, to) in [("ський", "ский"), ("цький", "цкий"), ("ська", "ская")]
        where written.hasSuffix(from) {
            written = written.dropLast(from.count) + to
        }
        return written
    }

    /// Letters that only Ukrainian has, or an ending.
    static func isUkrainian(_ word: String) -> Bool {
        word.contains { "іїєґІЇЄҐ".contains($0) } || word.hasSuffix("ський") || word.hasSuffix("цький")
    }
}
