import Foundation

/// A language as articles are labelled: by its shortest ISO 639 code.
struct LanguageCode {
    let code: String

    /// - Parameter text: a code of two or three letters in lower case; nil when no language has it.
    init?(_ text: String) {
        let language = Locale.LanguageCode(text)
        guard language.isISOLanguage else { return nil }
        code = language.identifier(.alpha2) ?? text
    }
}
