/// Which languages are written in which scripts, as far as several share one; scripts by their ISO 15924 codes.
extension LanguageTag {
    /// Languages by script; what is in none of them is written in Latin letters or in a script of its own.
    private static let languages: [String: Set<String>] = [
        "Cyrl": [
            "ru", "uk", "bg", "mk", "sr", "be", "kk", "ky", "mn", "tg", "tt", "ba", "ce", "os", "uz", "az",
            "tk",
        ],
        "Arab": ["ar", "fa", "ur", "ps", "ckb", "ug", "sd", "ku", "az", "ks"],
        "Deva": ["hi", "mr", "ne", "bho", "mai", "sa", "kok"],
        "Beng": ["bn", "as"],
        "Hebr": ["he", "yi"],
        "Ethi": ["am", "ti"],
        "Hani": ["zh-Hans", "zh-Hant", "ja", "ko"],
    ]
    private static let otherScripts: [String: String] = [
        "el": "Grek", "th": "Thai", "lo": "Laoo", "km": "Khmr", "my": "Mymr", "ka": "Geor", "hy": "Armn",
        "ta": "Taml",
        "te": "Telu", "kn": "Knda", "ml": "Mlym", "gu": "Gujr", "or": "Orya", "si": "Sinh", "dv": "Thaa",
        "bo": "Tibt",
        "pa": "Guru", "dz": "Tibt", "iu": "Cans", "chr": "Cher",
    ]
    /// Languages that use Latin letters beside another script.
    private static let alsoLatin: Set<String> = ["uz", "az", "tk", "ku", "kk"]

    static func isWritten(_ code: String, in script: String) -> Bool {
        if let languages = languages[script] { return languages.contains(code) }
        if let own = otherScripts[code] { return own == script }
        return script == "Latn"
            && (alsoLatin.contains(code) || !languages.values.contains { $0.contains(code) })
    }

    /// About as many languages of news are written in a script; 1 for a script of one language.
    static func languageCount(of script: String) -> Int {
        script == "Latn" ? 60 : languages[script]?.count ?? 1
    }

    /// Letters that a byte of UTF-8 stands for, in letters of an alphabet: a character of Han or a
    /// syllable of Hangul says as much as two of them.
    static func letters(perByteOf script: String) -> Double {
        switch script {
        case "Latn": 1
        case "Hani", "Hang": 2.0 / 3
        case "Cyrl", "Grek", "Arab", "Hebr", "Armn": 1.0 / 2
        default: 1.0 / 3
        }
    }
}
