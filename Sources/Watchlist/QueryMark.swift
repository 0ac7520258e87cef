/// What a character means in a query.
///
/// Full-width parentheses, colons and so on, as input methods produce them, and typographic quotes count as
/// their ASCII forms.
enum QueryMark: UInt8 {
    /// Part of a word.
    case other
    case space
    case open, close
    case colon, equals, star, at, hyphen
    /// " and ＂, which close each other; “ ” „ as in English and German; « ».
    case straightQuote, leftQuote, rightQuote, lowQuote, leftGuillemet, rightGuillemet

    init(_ character: Character) {
        let utf8 = character.utf8
        if utf8.count == 1, let byte = utf8.first {
            self = QueryMark(ascii: byte)
            return
        }
        let scalars = character.unicodeScalars
        guard scalars.count == 1, let scalar = scalars.first else {
            self = character.isWhitespace ? .space : .other
            return
        }
        switch scalar {
        case "（": self = .open
        case "）": self = .close
        case "：": self = .colon
        case "＝": self = .equals
        case "＊": self = .star
        case "＠": self = .at
        case "＂": self = .straightQuote
        case "“": self = .leftQuote
        case "”": self = .rightQuote
        case "„": self = .lowQuote
        case "«": self = .leftGuillemet
        case "»": self = .rightGuillemet
        default: self = scalar.properties.isWhitespace ? .space : .other
        }
    }

    private init(ascii byte: UInt8) {
        switch byte {
        case 0x20, 0x09...0x0D: self = .space
        case UInt8(ascii: "("): self = .open
        case UInt8(ascii: ")"): self = .close
        case UInt8(ascii: ":"): self = .colon
        case UInt8(ascii: "="): self = .equals
        case UInt8(ascii: "*"): self = .star
        case UInt8(ascii: "@"): self = .at
        case UInt8(ascii: "-"): self = .hyphen
        case UInt8(ascii: "\""): self = .straightQuote
        default: self = .other
        }
    }

    /// Whether a phrase may begin with it.
    var opensPhrase: Bool {
        switch self {
        case .straightQuote, .leftQuote, .rightQuote, .lowQuote, .leftGuillemet: true
        default: false
        }
    }

    /// Whether a phrase that began with this mark ends with `other`.
    func isClosed(by other: QueryMark) -> Bool {
        switch self {
        case .leftGuillemet: other == .rightGuillemet
        case .lowQuote: other == .leftQuote || other == .rightQuote || other == .straightQuote
        case .leftQuote, .rightQuote: other == .rightQuote || other == .straightQuote
        default: other == .straightQuote
        }
    }

    /// Whether a word ends before it.
    var endsWord: Bool { self == .space || self == .open || self == .close || opensPhrase }
}
