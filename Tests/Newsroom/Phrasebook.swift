import Foundation

/// What invented news in one language is made of.
///
/// Read from a file of sections: `[names]`, `[numbers]`, `[wires]`, `[credit]`, `[watched]` and `[furniture]` hold
/// `key: value` lines; `[organisations]`, `[events]`, `[heads]`, `[leads]`, `[body]` and `[watch]` one template a line;
/// see ``Template``.
struct Phrasebook: Sendable {
    /// An agency under its usual English name and as this language's papers print it.
    struct Wire: Sendable {
        var agency: String
        var printed: String
    }

    /// What surrounds an article on every page of an outlet.
    struct Furniture: Sendable {
        var navigation: [String]
        var promotions: [String]
        var related: String
        var newsletter: String
        var comments: String
        var footer: String
    }

    /// BCP 47.
    let language: String
    let firstNames: [String]
    let lastNames: [String]
    let nameJoiner: String
    let placeStarts: [String]
    let placeEnds: [String]
    let digitGroup: String
    let hasArabicDigits: Bool
    let wires: [Wire]
    /// How a wire's story begins, and how a credit at its end reads.
    let dateline: Template
    let creditLine: Template
    /// The watched person and the watched place in this language's script.
    let watchedPerson: String
    let watchedPlace: String
    let organisations: [Template]
    let events: [Template]
    let heads: [Template]
    let leads: [Template]
    let body: [Template]
    let watch: [Template]
    let furniture: Furniture

    /// What stands between two sentences.
    var sentenceGap: String { ["zh", "ja"].contains(language) ? "" : " " }

    /// All phrasebooks that come with the newsroom, by language.
    static func all() throws -> [String: Phrasebook] {
        guard let folder = Bundle.module.url(forResource: "Phrasebooks", withExtension: nil) else {
            throw CocoaError(.fileNoSuchFile)
        }
        var books: [String: Phrasebook] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
            let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
            let language = String(name.prefix { $0 != "." })
            books[language] = try Phrasebook(language: language, text: text)
        }
        return books
    }

    /// - Throws: ``PhrasebookError`` naming what is missing.
    init(language: String, text: String) throws(PhrasebookError) {
        let sections = Sections(text: text, language: language)
        self.language = language
        firstNames = try sections.list("names", "first")
        lastNames = try sections.list("names", "last")
        nameJoiner = try sections.value("names", "joiner") == "space" ? " " : ""
        placeStarts = try sections.list("names", "placeStarts")
        placeEnds = try sections.list("names", "placeEnds")
        let group = try sections.value("numbers", "grouping")
        digitGroup = group == "none" ? "" : group == "nbsp" ? "\u{A0}" : group
        hasArabicDigits = sections.pairs("numbers").contains { $0 == ("digits", "arabic") }
        wires = sections.lines("wires").compactMap { line in
            let sides = line.components(separatedBy: " = ")
            return sides.count == 2 ? Wire(agency: sides[0], printed: sides[1]) : nil
        }
        dateline = try Template(sections.value("credit", "dateline"))
        creditLine = try Template(sections.value("credit", "line"))
        watchedPerson = try sections.value("watched", "person")
        watchedPlace = try sections.value("watched", "place")
        organisations = try sections.templates("organisations")
        events = try sections.templates("events")
        heads = try sections.templates("heads")
        leads = try sections.templates("leads")
        body = try sections.templates("body")
        watch = try sections.templates("watch")
        furniture = Furniture(
            navigation: try sections.list("furniture", "nav"),
            promotions: sections.pairs("furniture").filter { $0.0 == "promo" }.map(\.1),
            related: try sections.value("furniture", "related"),
            newsletter: try sections.value("furniture", "newsletter"),
            comments: try sections.value("furniture", "comments"),
            footer: try sections.value("furniture", "footer"))
        guard !wires.isEmpty else { throw PhrasebookError(language: language, missing: "[wires]") }
    }
}

/// A phrasebook without something it must have.
struct PhrasebookError: Error, Equatable {
    var language: String
    var missing: String
}

/// A phrasebook's text, cut into its sections.
private struct Sections {
    private let language: String
    private var byName: [String: [String]] = [:]

    init(text: String, language: String) {
        self.language = language
        var name = ""
        for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
            if line.first == "[", line.last == "]", line.dropFirst().dropLast().allSatisfy(\.isLowercase) {
                name = String(line.dropFirst().dropLast())
            } else {
                byName[name, default: []].append(String(line))
            }
        }
    }

    func lines(_ section: String) -> [String] { byName[section] ?? [] }

    func pairs(_ section: String) -> [(String, String)] {
        lines(section).compactMap { line in
            line.range(of: ": ").map { (String(line[..<$0.lowerBound]), String(line[$0.upperBound...])) }
        }
    }

    func value(_ section: String, _ key: String) throws(PhrasebookError) -> String {
        guard let pair = pairs(section).first(where: { $0.0 == key }) else {
            throw PhrasebookError(language: language, missing: "[\(section)] \(key)")
        }
        return pair.1
    }

    /// Values separated by a comma and one space; a further space belongs to the value.
    func list(_ section: String, _ key: String) throws(PhrasebookError) -> [String] {
        try value(section, key).components(separatedBy: ", ")
    }

    func templates(_ section: String) throws(PhrasebookError) -> [Template] {
        let lines = lines(section)
        guard !lines.isEmpty else { throw PhrasebookError(language: language, missing: "[\(section)]") }
        var templates: [Template] = []
        for line in lines { templates.append(try Template(line)) }
        return templates
    }
}
