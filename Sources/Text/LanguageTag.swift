/// Language codes as this program writes them: BCP 47, the script only where a language has two.
package enum LanguageTag {
    static let undetermined = "und"

    /// The code for CLD2's answer in a script; nil for what is no language of news (unknown, Klingon, Pig Latin).
    static func code(ofCLD2 language: String, script: String) -> String? {
        switch (language, script) {
        case ("un", _): undetermined
        case ("zzp", _), ("tlh", _): nil
        case ("zh", _): "zh-Hans"
        case ("sr", "Latn"): "sr-Latn"
        case ("ku", "Arab"): "ckb"
        case ("iw", _): "he"
        case ("jw", _): "jv"
        case ("bh", _): "bho"
        default: language.hasPrefix("x") && language.count > 2 ? nil : language
        }
    }

    /// The codes that a tag from outside may mean: `en-GB` is `en`, `zh` either way of writing, `sh` any of three.
    package static func codes(meantBy tag: String) -> [String] {
        let parts = tag.lowercased().split { $0 == "-" || $0 == "_" }.map(String.init)
        guard let language = parts.first else { return [] }
        let rest = parts.dropFirst()
        switch language {
        case "zh", "cmn", "yue":
            if rest.contains("hans") || rest.contains("cn") || rest.contains("sg") { return ["zh-Hans"] }
            if language == "yue" || !rest.isDisjoint(with: ["hant", "tw", "hk", "mo"]) { return ["zh-Hant"] }
            return ["zh-Hans", "zh-Hant"]
        case "sr":
            if rest.contains("latn") { return ["sr-Latn"] }
            return rest.contains("cyrl") ? ["sr"] : ["sr", "sr-Latn"]
        case "sh": return ["hr", "bs", "sr-Latn", "sr"]
        case "nb": return ["no"]
        case "no": return ["no", "nn"]
        case "ku", "ckb": return language == "ckb" ? ["ckb"] : ["ku", "ckb"]
        case "fa", "prs": return ["fa"]
        case "iw": return ["he"]
        case "in": return ["id"]
        case "ji": return ["yi"]
        case "fil": return ["tl"]
        case "mo": return ["ro"]
        default: return [language]
        }
    }

    /// The languages that share nearly all letter groups with one.
    static func neighbours(of code: String) -> [String] {
        neighbourhoods.first { $0.contains(code) } ?? []
    }

    private static let neighbourhoods = [["bs", "hr", "sr-Latn"], ["id", "ms"]]
}

extension Collection<String> {
    fileprivate func isDisjoint(with others: [String]) -> Bool { !contains { others.contains($0) } }
}
