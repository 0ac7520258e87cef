/// The names of people in a byline: `By Anna Lee and Bo Chen, Reuters` → `Anna Lee`, `Bo Chen`, `Reuters`.
///
/// - Returns: none when the text reads like anything but names.
func personNames(_ text: String) -> [String] {
    var text = text.collapsed
    guard text.utf8.count <= 400, !text.contains("://"), !text.contains("@") else { return [] }
    if let opening = BylineWords.opening(of: text.utf8) ?? BylineWords.linkOpening(of: text.utf8) {
        text = String(decoding: text.utf8.dropFirst(opening), as: UTF8.self).trimmed
    }
    text = withoutJoinedLabel(text)
    let bytes = Array(text.utf8)
    let end = bytes.indices.dropFirst().first { marks.length(matching: bytes[$0...]) != nil } ?? bytes.count
    var names: [String] = []
    var start = 0
    var index = 0
    while index < end {
        guard let length = joints.length(matching: bytes[index..<end]) else {
            index += 1
            continue
        }
        if let name = cleanName(String(decoding: bytes[start..<index], as: UTF8.self)) { names.append(name) }
        index += length
        start = index
    }
    if let name = cleanName(String(decoding: bytes[start..<end], as: UTF8.self)) { names.append(name) }
    return names
}

/// Without a label that stands against the name, as labels for screen readers do: `AuthorAnna Lee`, `Author王小明`.
private func withoutJoinedLabel(_ text: String) -> String {
    var previous: Character?
    for (offset, index) in text.indices.enumerated() {
        guard offset <= 24 else { break }
        let character = text[index]
        let isBoundary = character.isUppercase || character.isLetter && !character.isCased
        if isBoundary, previous?.isLowercase ?? false, joinedLabels.contains(text[..<index].lowercased()) {
            return String(text[index...])
        }
        previous = character
    }
    return text
}

private let joinedLabels: Set<String> = [
    "author", "by", "posted by", "written by", "published by", "autor", "autorin", "von",
    "veröffentlicht von",
    "geschrieben von", "verfasst von", "erstellt von", "auteur", "par", "publié par", "por", "publicado por",
    "escrito por", "autore", "автор", "yazan", "penulis", "oleh",
]

/// Behind it stands no name.
private let marks = LineTable([" | ", " • ", " · ", " – ", " — ", " - ", "｜", "●"])

/// What stands between two names.
private let joints = LineTable([
    ", ", "; ", " and ", " And ", " und ", " et ", " y ", " e ", " i ", " en ", " och ", " og ", " & ", " и ",
    "、",
    "，", "；", " و", "/", " with ",
])

private func cleanName(_ part: String) -> String? {
    var name = part
    // An abbreviation or a place behind the name: `Elena Oberholzer (obe)`.
    if let bracket = name.firstIndex(where: { "([（".contains($0) }), bracket > name.startIndex {
        name = String(name[..<bracket])
    }
    name = name.trimmed
    while let last = name.last, ".,:;|*".contains(last), !name.hasSuffix("Jr.") {
        name = String(name.dropLast()).trimmed
    }
    while let ending = BylineWords.endings.first(where: name.hasSuffix) {
        name = String(name.dropLast(ending.count)).trimmed
    }
    return isName(name) ? name : nil
}

/// Whether a short text can be the name of a person, a newsroom or an agency.
private func isName(_ name: String) -> Bool {
    guard (2...60).contains(name.count), !name.contains("@"), !name.contains("://"), !name.contains("www.")
    else { return false }
    guard !name.contains(where: { $0.isNumber || "?!:=<>{}#_|\"".contains($0) }) else { return false }
    let words = name.split(separator: " ")
    guard words.count <= 6, name.contains(where: \.isLetter) else { return false }
    let lowered = name.lowercased()
    if BylineWords.nobody.contains(lowered) { return false }
    guard let first = words.first?.first else { return false }
    // Scripts with capitals write names with them.
    if first.isLowercase, !BylineWords.particles.contains(String(words[0])), words.count != 1 { return false }
    let small = words.filter { $0.first?.isLowercase ?? false && !BylineWords.particles.contains(String($0)) }
    return words.count == 1 || small.count * 2 <= words.count
}

/// Words around names in bylines.
enum BylineWords {
    /// Bytes of the opening that `text` begins with, such as `By ` or `作者：`; nil when it has none.
    static func opening(of text: some Collection<UInt8>) -> Int? {
        openingTable.length(matching: lowercasedLine(Array(text.prefix(48))[...]))
    }

    /// Bytes of what a link to all of an author's articles begins with. Headings of lists begin so too, so that no line
    /// becomes a byline by it.
    static func linkOpening(of text: some Collection<UInt8>) -> Int? {
        linkOpenings.length(matching: lowercasedLine(Array(text.prefix(64))[...]))
    }

    private static let openingTable = LineTable(openings)
    private static let linkOpenings = LineTable([
        "view all posts by ", "posts by ", "more by ", "articles by ", "alle beiträge von ",
        "alle artikel von ",
        "zeige alle beiträge von ", "mehr artikel von ", "ver todos los artículos de ",
        "ver todas as postagens de ",
        "voir tous les articles de ", "voir toutes les publications de ", "vedi tutti gli articoli di ",
        "все записи автора ", "zobacz wszystkie wpisy ",
    ])

    private static let openings = [
        "by ", "by: ", "by:", "written by ", "written by: ", "words by ", "story by ", "posted by ",
        "author: ", "author:",
        "authored by ", "reported by ", "published by ", "text by ", "edited by ", "reviewed by ",
        "analysis by ",
        "von ", "von: ", "ein artikel von ", "eine analyse von ", "ein kommentar von ", "text: ", "autor: ",
        "autor:",
        "autorin: ", "geschrieben von ", "veröffentlicht von ", "erstellt von ", "interview von ",
        "verfasst von ", "eingestellt von ",
        "kommentar von ",
        "par ", "publié par ", "auteur : ", "écrit par ", "propos recueillis par ", "por ", "por: ",
        "escrito por ",
        "publicado por ", "di ", "a cura di ", "door ", "av ", "af ", "tekst: ", "tekst ", "text ", "autor ",
        "automat: ", "oleh ", "oleh: ", "penulis: ", "yazan: ", "yazar: ", "haber: ", "автор: ", "автор:",
        "автор ",
        "текст: ", "автор статьи: ", "작성자 ", "글 ", "작성: ", "作者：", "作者:", "作者 ", "文／", "文/", "文｜", "記者", "记者",
        "撰文：",
        "文：", "执笔：", "執筆：", "文・", "取材・文／", "بقلم: ", "بقلم ", "كتب: ", "كتب ", "كتبت ", "نویسنده: ", "लेखक: ",
        "द्वारा ",
        "โดย ", "โดย: ", "ผู้เขียน: ", "tác giả: ", "theo ", "מאת ", "מאת: ", "γράφει ο ", "του ", "της ",
    ]

    static let endings = [
        " 기자", "기자", " 특파원", "記者", "记者", " reporter", " Reporter", " Staff Writer", " staff writer",
        " Correspondent",
        " correspondent", " Editor", " 선임기자", " Chefredakteur", " Chefredakteurin", " Redakteur",
        " Redakteurin", " Alle Artikel",
    ]

    static let particles: Set<String> = [
        "de", "del", "della", "di", "da", "dos", "das", "do", "du", "des", "la", "le", "les", "van", "von",
        "vom", "der", "den",
        "zu", "zur", "ter", "ten", "al", "el", "bin", "ibn", "ben", "af", "av", "e", "y", "und", "et", "for",
        "the", "of", "bint",
    ]

    /// What stands in an author's place and names nobody.
    static let nobody: Set<String> = [
        "admin", "administrator", "author", "authors", "autor", "autoren", "redakteur", "editor", "staff",
        "webmaster", "user",
        "unknown", "anonymous", "guest", "none", "null", "n/a", "by", "von", "share", "follow", "facebook",
        "twitter", "email",
        "e-mail", "about", "comments", "read more", "news", "home", "profile", "view profile", "contact",
        "more", "website", "bio",
        "posted", "posted on", "posted by", "published on", "written by", "veröffentlicht",
        "veröffentlicht am", "veröffentlicht von",
        "geschrieben von", "erstellt am", "eingestellt von", "auteur", "auteurs", "autore", "autora",
        "autores", "автор",
        "par", "por", "publié le", "publié par", "publicado", "publicado por", "publicado em", "publicado el",
        "pubblicato", "opublikowano",
        "gepubliceerd", "door", "penulis", "facebook.com", "instagram", "linkedin",
        "youtube", "rss",
        "no author", "alle artikel von", "artikel von", "mehr artikel", "profil", "themen bearbeiten",
        "über den autor", "about the author", "about author", "zum profil", "alle artikel", "published",
        "updated",
    ]
}
