/// Folding for names in dates: what remains is the same for all the ways one name is written.
///
/// Case, Latin and Greek accents, Arabic and Persian letter forms, Indic dots below, joiners and vowel points go. Only
/// names that went through the same folding are compared with it, so it need not be linguistically right.
enum NameFolding {
    /// The folded scalar; nil when it is dropped.
    static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        let value = scalar.value
        switch value {
        case 0x41...0x5A: return Unicode.Scalar(value + 32)
        case 0...0x7F: return scalar
        case 0xC0...0x17F: return Unicode.Scalar(latinBases[Int(value - 0xC0)])
        case 0x300...0x36F: return nil
        case 0x370...0x3FF: return greek(value)
        case 0x400...0x40F: return Unicode.Scalar(value + 80)
        case 0x410...0x42F: return Unicode.Scalar(value + 32)
        case 0x460...0x4FF: return Unicode.Scalar(value % 2 == 0 && value != 0x4C0 ? value + 1 : value)
        case 0x531...0x556: return Unicode.Scalar(value + 48)
        // Arabic and Hebrew points, tatweel.
        case 0x591...0x5C7, 0x610...0x61A, 0x640, 0x64B...0x65F, 0x670: return nil
        case 0x622, 0x623, 0x625, 0x671: return "\u{627}"
        case 0x626: return "\u{626}"
        case 0x629, 0x6C0, 0x6C1, 0x6BE, 0x6D5: return "\u{647}"
        case 0x649, 0x6CC, 0x6CD, 0x6D0, 0x6D2: return "\u{64A}"
        case 0x6A9, 0x6AA: return "\u{643}"
        // The dot below in Devanagari, Bengali, Gurmukhi, Gujarati and Odia, and letters that contain it.
        case 0x93C, 0x9BC, 0xA3C, 0xABC, 0xB3C: return nil
        case 0x95E: return "\u{92B}"
        case 0x9DF: return "\u{9AF}"
        case 0xA5E: return "\u{A2B}"
        case 0x1E00...0x1EFF: return latinAdditional(value)
        case 0x1C90...0x1CBF: return Unicode.Scalar(value - 0x1C90 + 0x10D0)
        // Joiners, direction marks, soft hyphens.
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: return nil
        // Full-width forms.
        case 0xFF01...0xFF5E: return Unicode.Scalar(value - 0xFEE0).flatMap(folded)
        default: return scalar
        }
    }

    /// Base letters of U+00C0…U+017F.
    private static let latinBases = Array(
        """
        aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo/ouuuuyty\
        aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll\
        lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs
        """.utf8)

    private static func greek(_ value: UInt32) -> Unicode.Scalar? {
        switch value {
        case 0x386, 0x3AC: "\u{3B1}"
        case 0x388, 0x3AD: "\u{3B5}"
        case 0x389, 0x3AE: "\u{3B7}"
        case 0x38A, 0x390, 0x3AA, 0x3AF, 0x3CA: "\u{3B9}"
        case 0x38C, 0x3CC: "\u{3BF}"
        case 0x38E, 0x3AB, 0x3B0, 0x3CB, 0x3CD: "\u{3C5}"
        case 0x38F, 0x3CE: "\u{3C9}"
        case 0x3C2: "\u{3C3}"
        case 0x391...0x3A9: Unicode.Scalar(value + 32)
        default: Unicode.Scalar(value)
        }
    }

    /// Vietnamese and other Latin letters with several marks.
    private static func latinAdditional(_ value: UInt32) -> Unicode.Scalar? {
        switch value {
        case 0x1E0A...0x1E13: "d"
        case 0x1E20...0x1E21: "g"
        case 0x1E62...0x1E69: "s"
        case 0x1EA0...0x1EB7: "a"
        case 0x1EB8...0x1EC7: "e"
        case 0x1EC8...0x1ECB: "i"
        case 0x1ECC...0x1EE3: "o"
        case 0x1EE4...0x1EF1: "u"
        case 0x1EF2...0x1EF9: "y"
        default: Unicode.Scalar(value)
        }
    }
}

/// A running hash of a folded name (FNV-1a), so that a table can be asked at every letter.
struct NameHash: Hashable {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325
    /// Folded letters so far.
    private(set) var count = 0

    mutating func append(_ scalar: Unicode.Scalar) {
        value = (value ^ UInt64(scalar.value)) &* 0x100_0000_01B3
        count += 1
    }
}
