import Text

/// Where words may begin within words, by script, in a text of one language.
///
/// In scripts that write short words together with the next one, behind what such words end with; in scripts without spaces
/// and in Korean everywhere; in others not at all.
struct WordStarts: Sendable {
    /// By ``ScriptClass``: bits for the low six bits of the byte before a place.
    private let lastBytes: [UInt64]

    init(_ inflections: LanguageInflections) {
        lastBytes = ScriptClass.allCases.map { script in
            switch script {
            case .devanagari, .bengali, .indic, .tibetan, .georgian: 0
            case .arabic, .hebrew, .ethiopic: inflections[script].value.proclitics.lastBytes
            case .none: 0
            // Capitals begin words within words, and ``WordInsides`` speaks of ASCII, Greek and Cyrillic alone.
            case .number, .latin, .greek, .cyrillic, .armenian, .other: .max
            case .hangul, .han, .kana, .thai, .lao, .khmer, .burmese: .max
            }
        }
    }

    /// Calls `body` with this as it lies in memory.
    ///
    /// - Parameter skipsInsides: leaves out what ``WordInsides`` says is within a word.
    @inline(__always)
    func withView(skipsInsides: Bool, _ body: (View) -> Void) {
        lastBytes.withUnsafeBufferPointer { body(View(lastBytes: $0, skipsInsides: skipsInsides)) }
    }

    /// This while ``withView(skipsInsides:_:)`` works. Unsafe because every character of every article is asked about.
    struct View {
        fileprivate let lastBytes: UnsafeBufferPointer<UInt64>
        let skipsInsides: Bool

        /// Whether a word may begin at a place with a character of `script`, behind one of another script or of the same.
        @inline(__always)
        func mayBegin(_ script: UInt8, behind before: UInt8, _ text: UnsafeRawBufferPointer, _ place: Int)
            -> Bool
        {
            // A script is not known beyond the BMP: it is 0, as `ScriptClass.none` is.
            if script != before || script == 0 { return true }
            return lastBytes[Int(script)] &>> UInt64(text[place &- 1] & 0x3F) & 1 != 0
        }
    }
}
