/// Makes texts comparable: one spelling for what readers take as the same letter.
///
/// Case, width, compatibility forms, diacritics, Arabic and Hebrew letter variants, Traditional and Simplified
/// Chinese, quotes, dashes, digits and invisible characters no longer matter afterwards; kana dakuten, Indic vowel
/// signs, tone marks and the Cyrillic letters й ї ў ѓ ќ still do. `FoldRules` has the list.
///
/// The table is built once from Foundation's Unicode data (under 0.1 s, about 800 kB): create one in `main` and pass
/// it down. Folding itself is a table lookup per character, without Foundation.
package struct Folding: Sendable {
    let table: FoldTable
    /// The BMP, for splitting into words while folding.
    let characters: [WordCharacter]

    package init() {
        table = FoldTable()
        characters = WordCharacter.all(by: table)
    }

    /// The folded bytes of a UTF-8 text, with the way back to the original.
    ///
    /// Invalid UTF-8 is copied through, never a crash.
    /// - Complexity: O(n), one pass.
    package func folded(_ utf8: [UInt8]) -> FoldedText {
        folded(utf8.span)
    }

    /// The folded bytes of a UTF-8 text, with the way back to the original.
    package func folded(_ utf8: Span<UInt8>) -> FoldedText {
        let (bytes, pieces): ([UInt8], FoldPieces) = table.folded(utf8)
        return FoldedText(bytes: bytes, pieces: pieces.all)
    }

    /// The folded bytes alone: for hashing and searching without showing places.
    package func foldedBytes(_ utf8: [UInt8]) -> [UInt8] {
        foldedBytes(utf8.span)
    }

    /// The folded bytes alone: for hashing and searching without showing places.
    package func foldedBytes(_ utf8: Span<UInt8>) -> [UInt8] {
        let (bytes, _): ([UInt8], NoPieces) = table.folded(utf8)
        return bytes
    }
}
