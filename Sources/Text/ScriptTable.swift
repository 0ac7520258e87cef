/// The script class of every code point of the BMP, for folded text.
///
/// Letters, marks and digits come from Unicode's general categories, scripts from their blocks.
package enum ScriptTable {
    /// ``ScriptClass`` raw values by code point.
    package static let classes: [UInt8] = {
        var classes = [UInt8](repeating: ScriptClass.none.rawValue, count: 0x10000)
        for (range, script) in blocks {
            for code in range {
                classes[code] = isOfWords(code) ? script.rawValue : ScriptClass.none.rawValue
            }
        }
        for code in 0x30...0x39 { classes[code] = ScriptClass.number.rawValue }
        return classes
    }()

    static func script(of scalar: Unicode.Scalar) -> ScriptClass {
        scalar.value < 0x10000
            ? ScriptClass(rawValue: classes[Int(scalar.value)]) ?? .none : astral(scalar.value)
    }

    /// Beyond the BMP: Han extensions, then living scripts and mathematics that folding has not made Latin.
    @inline(__always)
    static func astral(_ code: UInt32) -> ScriptClass {
        switch code {
        case 0x20000..<0x40000: .han
        case 0x1B000..<0x1B170: .kana
        case 0x10000..<0x1D000, 0x1E000..<0x1F000: .other
        default: .none
        }
    }

    private static func isOfWords(_ code: Int) -> Bool {
        guard let scalar = Unicode.Scalar(UInt32(code)) else { return false }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark,
            .spacingMark, .decimalNumber, .letterNumber:
            return true
        default:
            return false
        }
    }

    private static let blocks: [(ClosedRange<Int>, ScriptClass)] = [
        (0x0000...0xFFFF, .other),
        (0x0041...0x02FF, .latin), (0x1E00...0x1EFF, .latin), (0x2C60...0x2C7F, .latin),
        (0xA720...0xA7FF, .latin),
        (0xAB30...0xAB6F, .latin),
        (0x0370...0x03FF, .greek), (0x1F00...0x1FFF, .greek),
        (0x0400...0x052F, .cyrillic), (0x1C80...0x1C8F, .cyrillic), (0x2DE0...0x2DFF, .cyrillic),
        (0xA640...0xA69F, .cyrillic),
        (0x0530...0x058F, .armenian), (0x10A0...0x10FF, .georgian), (0x1C90...0x1CBF, .georgian),
        (0x2D00...0x2D2F, .georgian),
        (0x0590...0x05FF, .hebrew),
        (0x0600...0x06FF, .arabic), (0x0750...0x077F, .arabic), (0x0870...0x08FF, .arabic),
        (0x0900...0x097F, .devanagari), (0xA8E0...0xA8FF, .devanagari), (0x0980...0x09FF, .bengali),
        (0x0A00...0x0DFF, .indic), (0x1CD0...0x1CFF, .indic),
        (0x0E00...0x0E7F, .thai), (0x0E80...0x0EFF, .lao), (0x0F00...0x0FFF, .tibetan),
        (0x1000...0x109F, .burmese), (0xA9E0...0xA9FF, .burmese), (0xAA60...0xAA7F, .burmese),
        (0x1200...0x139F, .ethiopic), (0x2D80...0x2DDF, .ethiopic), (0xAB00...0xAB2F, .ethiopic),
        (0x1780...0x17FF, .khmer),
        (0x1100...0x11FF, .hangul), (0x3130...0x318F, .hangul), (0xA960...0xA97F, .hangul),
        (0xAC00...0xD7FF, .hangul),
        (0x3005...0x3007, .han), (0x3021...0x3029, .han), (0x303B...0x303B, .han), (0x3400...0x9FFF, .han),
        (0xF900...0xFAFF, .han),
        (0x3031...0x3035, .kana), (0x3041...0x30FF, .kana), (0x31F0...0x31FF, .kana),
        (0x0300...0x036F, .none), (0x20D0...0x20FF, .none), (0xD800...0xF8FF, .none),
    ]
}
