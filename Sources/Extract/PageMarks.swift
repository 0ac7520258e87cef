/// What a page says of itself outside its text: declarations in its head, microdata, and elements that are named like
/// an author or a date. Every list is bounded.
struct PageMarks: Sendable {
    /// A `meta` element or a microdata property with a value of its own.
    struct Declaration: Sendable {
        /// In lowercase: `og:title`, `article:published_time`, `datepublished`.
        var name: String
        var value: String
    }

    /// A piece of the visible text that something marks.
    struct Passage: Sendable {
        /// Bytes of ``Page/text``.
        var range: Range<Int>
        /// Index of the block that was open when it began.
        var block: Int
        /// A machine-readable value of it, as in `<time datetime>`.
        var value: String?
        var traits: ElementTraits = []
    }

    static let limit = 256
    static let valueByteLimit = 4096

    var declarations: [Declaration] = []
    /// Microdata with its value in the text: property name and place.
    var properties: [(name: String, passage: Passage)] = []
    var times: [Passage] = []
    var dates: [Passage] = []
    var authors: [Passage] = []
    /// `<title>` of the document.
    var documentTitle = ""
    /// `lang` of the document.
    var language: String?
    var canonicalLink: String?
    /// `<html amp>` or `<html ⚡>`.
    var isAMP = false
    /// What the page's relative addresses start from.
    var baseLink: String?
    /// JSON-LD scripts as they stand.
    var linkedData: [[UInt8]] = []

    /// The first value declared under one of the names, which come best first.
    func value(_ names: String...) -> String? {
        for name in names {
            for declaration in declarations where declaration.name == name && !declaration.value.isEmpty {
                return declaration.value
            }
        }
        return nil
    }

    /// All values declared under the names.
    func values(_ names: String...) -> [String] {
        declarations.filter { names.contains($0.name) }.map(\.value)
    }
}
