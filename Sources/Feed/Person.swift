/// A name and an address of mail, as feeds give them.
struct Person: Equatable {
    var name = ""
    var email = ""

    init() {}

    /// Reads `Name`, `Name (mail)`, `mail (Name)`, `Name <mail>` and `mail`.
    init(written text: String) {
        guard text.utf8.contains(UInt8(ascii: "@")),
            let mail = text.split(whereSeparator: { " \t()<>,;\"".contains($0) }).first(where: isMail)
        else {
            name = text
            return
        }
        email = mail.hasPrefix("mailto:") ? String(mail.dropFirst(7)) : String(mail)
        let rest = text[..<mail.startIndex] + text[mail.endIndex...]
        name = String(rest.filter { !"()<>\"".contains($0) })
        while name.last.map({ " ,;".contains($0) }) == true { name.removeLast() }
        while name.first.map({ " ,;".contains($0) }) == true { name.removeFirst() }
    }

    var isEmpty: Bool { name.isEmpty && email.isEmpty }

    /// The name where there is one.
    var shown: String { name.isEmpty ? email : name }
}

private func isMail(_ word: Substring) -> Bool {
    let parts = word.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !parts[1].hasPrefix(".")
}
