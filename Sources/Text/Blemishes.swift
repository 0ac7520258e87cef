/// What does not look like written text: the traces of a wrong charset.
enum Blemishes {
    /// The sum of what is odd in a text, in the units of language scores; 0 for clean text of any script.
    static func cost(of text: [Unicode.Scalar]) -> Double {
        var cost = 0.0
        var accentedRun = 0
        var before = Neighbour(" ")
        for index in text.indices {
            let current = Neighbour(text[index])
            if areStrangers(before.script, current.script) { cost += 4 }
            if current.scalar.value < 0x80 {
                accentedRun = 0
            } else {
                accentedRun = current.script == .latin ? accentedRun + 1 : 0
                // Not even Czech or Vietnamese has more than a few words with three in a row.
                if accentedRun >= 3 { cost += 3 }
                let after = Neighbour(index + 1 < text.count ? text[index + 1] : " ")
                cost += self.cost(of: current, after: before, before: after)
            }
            before = current
        }
        return cost
    }

    private static func cost(of current: Neighbour, after before: Neighbour, before after: Neighbour)
        -> Double
    {
        let scalar = current.scalar
        switch scalar.value {
        case 0x80..<0xA0, 0xE000..<0xF900: return 10  // controls, private use
        case 0xFFFD: return 15  // an unreadable byte
        case 0xFF61..<0xFFA0: return 6  // half-width katakana: any two bytes look so in Shift_JIS
        default: break
        }
        if current.isWide { return before.isWide || after.isWide ? 0 : 6 }
        if current.isLetter {
            return before.isLetter && scalar.properties.generalCategory == .uppercaseLetter
                && before.scalar.properties.generalCategory == .lowercaseLetter ? 6 : 0
        }
        if punctuation.contains(scalar.value) {
            return before.isLetter && after.isLetter && !joining.contains(scalar.value) ? 3 : 0
        }
        // A sign within a word is none of ours.
        if before.isLetter, after.isLetter { return 12 }
        return before.isLetter || after.isLetter ? 8 : 4
    }

    /// Letters of two alphabets in one word.
    private static func areStrangers(_ first: ScriptClass, _ second: ScriptClass) -> Bool {
        guard first != second else { return false }
        return strangers.contains(first) && strangers.contains(second)
    }

    private static let strangers: Set<ScriptClass> = [.latin, .greek, .cyrillic, .hebrew, .arabic, .thai]
    private static let punctuation = Set("‘’“”„–—…«»‚‹›•·§°№€£™®©´¨¡¿ºª\u{A0}،؛؟".unicodeScalars.map(\.value))
    private static let joining = Set("’‘–—·".unicodeScalars.map(\.value))

    private struct Neighbour {
        let scalar: Unicode.Scalar
        let script: ScriptClass

        init(_ scalar: Unicode.Scalar) {
            self.scalar = scalar
            script = ScriptTable.script(of: scalar)
        }

        var isLetter: Bool { script != .none && script != .number }
        var isWide: Bool { (0x2E80...0xFFEF).contains(scalar.value) }
    }
}
