import Foundation

/// A language as articles are labelled: by its shortest ISO 639 code.
struct LanguageCode {
    let code: String

    /// Codes that articles have and Foundation does not know: Tagalog is Filipino there.
    private static let others: Set<String> = ["tl"]

    /// - Parameter text: a code of two or three letters in lower case; nil when no language has it.
    init?(_ text: String) {
        if Self.others.contains(text) {
            code = text
            return
        }
        let language = Locale.LanguageCode(text)
        guard language.isISOLanguage else { return nil }
        code = language.identifier(.alpha2) ?? text
    }
}
