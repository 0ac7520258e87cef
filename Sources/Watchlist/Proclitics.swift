import Text

/// Short words that are written together with the word behind them.
struct Proclitics: Sendable {
    static let none = Proclitics(allowed: [], article: [])

    /// Bits for the low six bits of the bytes that something allowed ends with: a first look at what stands before.
    let lastBytes: UInt64
    /// Everything that may stand before a word, in folded bytes.
    private let allowed: Set<[UInt8]>
    /// Those of them that end in the article.
    private let article: Set<[UInt8]>
    /// Shorter words would be found inside others.
    private static let minLetters = 3
    /// None is longer; a word may be a megabyte.
    private static let maxBytes = 24

    private init(allowed: Set<[UInt8]>, article: Set<[UInt8]>) {
        self.allowed = allowed
        self.article = article
        lastBytes = allowed.union(article).compactMap(\.last).reduce(0) { $0 | 1 << UInt64($1 & 0x3F) }
    }

    /// - Parameter needsArticle: for terms that had an article, which was taken off.
    func allow(_ before: ByteSlice, letters: Int, needsArticle: Bool) -> Bool {
        guard before.count <= Self.maxBytes else { return false }
        if needsArticle { return before.elementsEqual("ال".utf8) || article.contains(Array(before)) }
        if before.isEmpty { return true }
        return letters >= Self.minLetters && allowed.contains(Array(before))
    }

    /// و ف, then ب ل ك, then ال; ل and ال together are لل.
    static func arabic(_ folding: Folding) -> Proclitics {
        let outer = ["", "و", "ف"]
        let article = outer.flatMap { first in ["ال", "بال", "كال", "لل"].map { first + $0 } }
        let bare = outer.flatMap { first in ["", "ب", "ل", "ك"].map { first + $0 } }
        return Proclitics(bare: bare, article: article, folding)
    }

    /// ו, then ש and its compounds, then ה ב ל כ מ.
    static func hebrew(_ folding: Folding) -> Proclitics {
        let outer = ["", "ו"].flatMap { first in ["", "ש", "כש", "מש", "לכש"].map { first + $0 } }
        let bare = outer.flatMap { first in ["", "ה", "ב", "ל", "כ", "מ", "מה", "לה"].map { first + $0 } }
        return Proclitics(bare: bare, article: [], folding)
    }

    /// Of Amharic and Tigrinya: of, in, for, from, about, like, to.
    static func ethiopic(_ folding: Folding) -> Proclitics {
        let bare = ["", "የ", "በ", "ለ", "ከ", "ስለ", "እንደ", "ወደ", "የበ", "ናይ", "ብ", "ን", "ካብ", "እነ"]
        return Proclitics(bare: bare, article: [], folding)
    }

    private init(bare: [String], article: [String], _ folding: Folding) {
        func folded(_ words: [String]) -> Set<[UInt8]> {
            Set(words.map { folding.foldedBytes(Array($0.utf8)) })
        }
        self.init(allowed: folded(bare + article).subtracting([[]]), article: folded(article))
    }
}
