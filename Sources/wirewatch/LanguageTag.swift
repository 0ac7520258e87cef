import ArgumentParser
import Settings

/// A language as a command takes it: a BCP 47 tag in its usual case, and nothing else.
struct LanguageTag: ExpressibleByArgument {
    var tag: String

    init?(argument: String) {
        guard let tag = languageTag(argument) else { return nil }
        self.tag = tag
    }
}
