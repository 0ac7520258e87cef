/// For people: the script of a name's first letter.
package func scriptName(of name: String) -> String {
    guard let scalar = name.unicodeScalars.first(where: { $0.properties.isAlphabetic }) else { return "none" }
    switch scalar.value {
    case 0x41...0x24F, 0x1E00...0x1EFF: return "Latin"
    case 0x370...0x3FF, 0x1F00...0x1FFF: return "Greek"
    case 0x400...0x52F: return "Cyrillic"
    case 0x530...0x58F: return "Armenian"
    case 0x590...0x5FF: return "Hebrew"
    case 0x600...0x8FF: return "Arabic"
    case 0x900...0x97F: return "Devanagari"
    case 0x980...0x9FF: return "Bengali"
    case 0xE00...0xE7F: return "Thai"
    case 0x10A0...0x10FF: return "Georgian"
    case 0x1100...0x11FF, 0xAC00...0xD7A3: return "Hangul"
    case 0x3040...0x30FF: return "Kana"
    case 0x3400...0x9FFF, 0x20000...0x3FFFF: return "Han"
    default: return "other"
    }
}
