/// A charset that undeclared text may be in, and whom it was made for.
struct CharsetCandidate: Sendable {
    let charset: Charset
    /// BCP 47 codes of the languages that used it, as `LanguageTag` writes them.
    let languages: Set<String>
    let writing: Writing
    /// What its 256 bytes mean; nil when a byte alone means nothing.
    let characters: [Unicode.Scalar]?

    enum Writing {
        /// Latin with accents.
        case latin
        /// Letters of another script; Latin stands beside them.
        case letters
        /// Chinese, Japanese, Korean.
        case multibyte
    }

    init(charset: Charset, languages: String, writing: Writing) {
        self.charset = charset
        self.languages = Set(languages.split(separator: " ").map(String.init))
        self.writing = writing
        // Windows-1258 puts letters together from two bytes.
        let isSingleByte = writing != .multibyte && charset.name != "windows-1258"
        characters = isSingleByte ? singleByteCharacters(of: charset) : nil
    }

    /// The sample as this charset reads it; nil when iconv does not know it.
    func reading(of sample: [UInt8]) -> [Unicode.Scalar]? {
        if let characters { return sample.map { characters[Int($0)] } }
        return converted(sample.span, from: charset).map {
            Array(String(decoding: $0.bytes, as: UTF8.self).unicodeScalars)
        }
    }

    /// The charsets of undeclared news, the likelier of two that read alike first.
    static let all: [CharsetCandidate] = table.compactMap { name, languages, writing in
        Charset(label: name).map { CharsetCandidate(charset: $0, languages: languages, writing: writing) }
    }

    private static let western = "en fr de es pt it nl sv da no nn fi is sq ca gl eu af ga cy lb id ms tl sw"
    private static let central = "pl cs sk hu ro hr bs sr-Latn sl sq"

    private static let table: [(name: String, languages: String, writing: Writing)] = [
        ("windows-1252", western, .latin), ("windows-1250", central, .latin),
        ("windows-1251", "ru uk bg sr mk be kk ky mn tg tt", .letters), ("windows-1253", "el", .letters),
        ("windows-1254", "tr az", .latin), ("windows-1255", "he yi", .letters),
        ("windows-1256", "ar fa ur", .letters), ("windows-1257", "et lv lt", .latin),
        ("windows-1258", "vi", .latin),
        ("windows-874", "th", .letters), ("iso-8859-2", central, .latin),
        ("iso-8859-5", "ru bg sr mk", .letters),
        ("iso-8859-6", "ar", .letters), ("iso-8859-7", "el", .letters),
        ("iso-8859-15", western + " et", .latin),
        ("koi8-u", "ru uk bg", .letters), ("ibm866", "ru uk be", .letters),
        ("gb18030", "zh-Hans zh-Hant", .multibyte),
        ("big5", "zh-Hant zh-Hans", .multibyte), ("euc-jp", "ja", .multibyte),
        ("shift_jis", "ja", .multibyte),
        ("euc-kr", "ko", .multibyte),
    ]
}

/// What each byte of a single-byte charset means, read in one go: every byte on a line of its own.
private func singleByteCharacters(of charset: Charset) -> [Unicode.Scalar]? {
    var lines: [UInt8] = []
    for byte in UInt8.min...UInt8.max { lines += [byte == 0x0A ? 0x20 : byte, 0x0A] }
    guard let reading = iconvConverted(lines.span, from: charset) else { return nil }
    let text = String(decoding: reading.bytes, as: UTF8.self).unicodeScalars
    let characters = text.split(separator: "\n", omittingEmptySubsequences: false).prefix(256)
    guard characters.count == 256, characters.allSatisfy({ $0.count == 1 }) else { return nil }
    return characters.compactMap { $0.first }
}
