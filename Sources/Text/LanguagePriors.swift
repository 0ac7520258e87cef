/// What a language starts with before a letter is read.
enum LanguagePriors {
    /// What a language has of whose letter groups the text has none.
    static let ofSilence = -30.0

    /// In the units of the scores. English starts lower than its share of the news: its names and brands stand in the
    /// headlines of every other language, so that it must show more.
    static func score(of code: String) -> Double {
        if code == "en" { return -8 }
        if frequent.contains(code) { return 0 }
        return national.contains(code) ? -3 : -15
    }

    /// Languages with a press of thousands of articles a day.
    private static let frequent: Set<String> = [
        "ar", "bg", "bn", "cs", "da", "de", "el", "es", "fa", "fi", "fr", "he", "hi", "hu", "id", "it", "ja",
        "ko", "nl",
        "no", "pl", "pt", "ro", "ru", "sk", "sv", "ta", "th", "tr", "uk", "ur", "vi", "zh-Hans", "zh-Hant",
    ]

    /// Other languages with daily newspapers.
    private static let national: Set<String> = [
        "af", "am", "az", "be", "bs", "ca", "ckb", "cy", "et", "eu", "ga", "gl", "gu", "ha", "hr", "hy", "is",
        "ka",
        "kk", "km", "kn", "ku", "ky", "lb", "lo", "lt", "lv", "mk", "ml", "mn", "mr", "ms", "mt", "my", "ne",
        "nn", "or",
        "pa", "ps", "rw", "sd", "si", "sl", "so", "sq", "sr", "sr-Latn", "sw", "te", "tg", "ti", "tk", "tl",
        "ug", "uz",
        "yo", "zu",
    ]
}
