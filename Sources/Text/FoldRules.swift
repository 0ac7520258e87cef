/// What folding does beyond Unicode's own tables: which marks go, which letters are one letter.
enum FoldRules {
    /// Marks that only decorate a letter: Latin, Greek and Cyrillic accents, Hebrew points and cantillation, Arabic
    /// vowels, and the Devanagari nukta, which newspapers write or leave out. Kana and Indic signs are not here.
    static let droppedMarks: [ClosedRange<UInt32>] = [
        0x0300...0x036F, 0x0483...0x0489, 0x0591...0x05BD, 0x05BF...0x05BF, 0x05C1...0x05C2, 0x05C4...0x05C5,
        0x05C7...0x05C7, 0x0610...0x061A, 0x064B...0x065F, 0x0670...0x0670, 0x06D6...0x06DC, 0x06DF...0x06E4,
        0x06E7...0x06E8, 0x06EA...0x06ED, 0x0711...0x0711, 0x0730...0x074A, 0x093C...0x093C, 0x1AB0...0x1AFF,
        0x1DC0...0x1DFF, 0x20D0...0x20F0, 0xFE20...0xFE2F,
    ]

    /// Characters nobody sees: soft hyphen, zero-width and bidi controls, variation selectors, the Arabic tatweel.
    static let invisible: [ClosedRange<UInt32>] = [
        0x00AD...0x00AD, 0x034F...0x034F, 0x061C...0x061C, 0x0640...0x0640, 0x115F...0x1160, 0x17B4...0x17B5,
        0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF...0xFEFF,
        0xFFF9...0xFFFB,
    ]

    /// Letters with a mark that readers take as letters of their own: й ї ў ѓ ќ.
    static let keptWithMark: Set<UInt32> = [0x0439, 0x0457, 0x045E, 0x0453, 0x045C]

    /// Characters whose compatibility form would be worse than themselves: spacing kana marks, Thai and Lao AM (two
    /// code points otherwise), Hangul letters standing alone.
    static let untouched: [ClosedRange<UInt32>] = [
        0x0E33...0x0E33, 0x0EB3...0x0EB3, 0x309B...0x309C, 0x3130...0x318F, 0xFFA0...0xFFDC,
    ]

    /// Replacements, applied after everything else.
    static let replacements: [UInt32: String] = {
        var table: [UInt32: String] = [:]
        let groups: [(String, to: String)] = [
            ("\u{2018}\u{2019}\u{201A}\u{201B}\u{02BB}\u{02BC}\u{02B9}\u{02BD}\u{2039}\u{203A}\u{2032}", "'"),
            ("\u{2035}\u{00B4}\u{05F3}\u{A78C}", "'"),
            (
                "\u{201C}\u{201D}\u{201E}\u{201F}\u{00AB}\u{00BB}\u{2033}\u{2036}\u{05F4}\u{301D}\u{301E}\u{301F}",
                "\""
            ),
            ("\u{300C}\u{300D}\u{300E}\u{300F}", "\""),
            ("\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2212}\u{2E3A}\u{2E3B}\u{05BE}\u{2043}", "-"),
            ("\u{2044}\u{2215}", "/"),
            ("\u{301C}", "~"),
            ("\u{066B}", "."), ("\u{066C}\u{060C}", ","), ("\u{061B}", ";"), ("\u{061F}", "?"),
            ("\u{0085}\u{2028}\u{2029}", "\n"),
            ("\u{03C2}", "\u{03C3}"),  // final sigma
            ("\u{05DA}", "\u{05DB}"), ("\u{05DD}", "\u{05DE}"), ("\u{05DF}", "\u{05E0}"),  // Hebrew finals
            ("\u{05E3}", "\u{05E4}"), ("\u{05E5}", "\u{05E6}"),
            ("\u{0671}\u{0672}\u{0673}", "\u{0627}"),  // alef
            ("\u{0649}\u{06CC}", "\u{064A}"),  // yeh
            ("\u{06A9}\u{06AA}", "\u{0643}"),  // kaf
            ("\u{0629}\u{06C1}\u{06C3}\u{06D5}", "\u{0647}"),  // teh marbuta, heh
            ("\u{0901}", "\u{0902}"),  // candrabindu is written as anusvara
            // Malayalam consonants without a vowel: before endings they have the letter that takes one.
            ("\u{0D7A}", "\u{0D23}\u{0D4D}"), ("\u{0D7B}", "\u{0D28}\u{0D4D}"),
            ("\u{0D7C}", "\u{0D30}\u{0D4D}"),
            ("\u{0D7D}", "\u{0D32}\u{0D4D}"), ("\u{0D7E}", "\u{0D33}\u{0D4D}"),
            ("\u{0D7F}", "\u{0D15}\u{0D4D}"),
            // Ethiopic letters that sound alike and are written for each other.
            ("ሃሐሓኀኃ", "ሀ"), ("ሑኁ", "ሁ"), ("ሒኂ", "ሂ"), ("ሔኄ", "ሄ"), ("ሕኅ", "ህ"), ("ሖኆ", "ሆ"),
            ("ሠ", "ሰ"), ("ሡ", "ሱ"), ("ሢ", "ሲ"), ("ሣ", "ሳ"), ("ሤ", "ሴ"), ("ሥ", "ስ"), ("ሦ", "ሶ"),
            ("ኣዐዓ", "አ"), ("ዑ", "ኡ"), ("ዒ", "ኢ"), ("ዔ", "ኤ"), ("ዕ", "እ"), ("ዖ", "ኦ"),
            ("ፀ", "ጸ"), ("ፁ", "ጹ"), ("ፂ", "ጺ"), ("ፃ", "ጻ"), ("ፄ", "ጼ"), ("ፅ", "ጽ"), ("ፆ", "ጾ"),
        ]
        for (characters, replacement) in groups {
            for scalar in characters.unicodeScalars { table[scalar.value] = replacement }
        }
        return table
    }()

    /// Latin letters that transliterate to ASCII: ø ł đ ß æ …
    static let latin: [ClosedRange<UInt32>] = [
        0x00C0...0x02AF, 0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA720...0xA7FF,
    ]

    /// The code points that folding may change, in the BMP: everything but Hangul syllables, private use and scripts
    /// without case or compatibility forms.
    static let ranges: [ClosedRange<UInt32>] = [0x0080...0x33FF, 0xA640...0xABFF, 0xF900...0xFFEF]
    /// Beyond the BMP: Deseret, mathematical letters, enclosed letters, compatibility ideographs.
    static let astralRanges: [ClosedRange<UInt32>] = [
        0x10400...0x1044F, 0x1D400...0x1D7FF, 0x1F100...0x1F1E5, 0x2F800...0x2FA1F,
    ]
    /// Han ideographs, which only Traditional–Simplified may change.
    static let han: ClosedRange<UInt32> = 0x3400...0x9FFF
}
