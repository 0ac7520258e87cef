/// A character set by its WHATWG name and the name iconv knows it by.
package struct Charset: Sendable, Hashable {
    /// Lower case: `windows-1251`, `gb18030`.
    package let name: String
    let iconvName: String

    static let utf8 = Charset(name: "utf-8", iconvName: "UTF-8")
    static let utf16BigEndian = Charset(name: "utf-16be", iconvName: "UTF-16BE")
    static let utf16LittleEndian = Charset(name: "utf-16le", iconvName: "UTF-16LE")
    static let utf32BigEndian = Charset(name: "utf-32be", iconvName: "UTF-32BE")
    static let utf32LittleEndian = Charset(name: "utf-32le", iconvName: "UTF-32LE")
    static let windows1252 = Charset(name: "windows-1252", iconvName: "CP1252")

    /// Whether its text is ASCII outside multi-byte characters; then a declaration can be read as ASCII.
    var isASCIICompatible: Bool { !name.hasPrefix("utf-16") && !name.hasPrefix("utf-32") }

    /// Whether escape sequences switch its alphabets.
    var isEscaped: Bool { name.hasPrefix("iso-2022") }

    private init(name: String, iconvName: String) {
        self.name = name
        self.iconvName = iconvName
    }

    /// The set a label stands for, after the WHATWG Encoding Standard; nil for a label nobody knows.
    package init?(label: String) {
        let wanted = label.trimmingASCIISpace().lowercased()
        guard let found = Charset.byLabel[wanted] ?? Charset.byLabel[wanted.replacing("_", with: "-")] else {
            return nil
        }
        self = found
    }

    private static let byLabel: [String: Charset] = {
        var table: [String: Charset] = [:]
        for line in labels.split(separator: "\n") {
            let names = line.split(separator: " ").map(String.init)
            guard names.count >= 2 else { continue }
            let charset = Charset(name: names[0], iconvName: names[1])
            for label in [names[0]] + names[2...] { table[label] = charset }
        }
        return table
    }()
}

extension StringProtocol {
    /// Without spaces, tabs, line ends and quotes around it.
    func trimmingASCIISpace() -> String {
        let isSpace = { (character: Character) in " \t\r\n\u{0C}\"'".contains(character) }
        guard let first = firstIndex(where: { !isSpace($0) }), let last = lastIndex(where: { !isSpace($0) })
        else {
            return ""
        }
        return String(self[first...last])
    }
}
