/// A Serbian text in Cyrillic letters, written in Latin ones: papers print the same copy in either, letter for letter.
///
/// Serbian is told from other languages in Cyrillic by its own letters (ј љ њ ђ ћ џ) and by the lack of theirs (й ы я ю і
/// …); Macedonian, which has most of them, is written in Latin too, which does it no harm.
struct SerbianLatin {
    private(set) var bytes: [UInt8] = []
    /// For every byte, and for the end, the place in the original where its letter begins.
    private(set) var origins: [UInt32] = []

    /// Nil when the text is not Serbian in Cyrillic letters.
    ///
    /// - Parameter text: UTF-8; only its first letters are looked at to tell the language.
    init?(_ text: Span<UInt8>, keepsOrigins: Bool = false) {
        guard Self.isSerbian(text) else { return nil }
        bytes.reserveCapacity(text.count)
        var place = 0
        while place < text.count {
            let code = Self.cyrillic(text, at: place)
            let latin = code.flatMap { Self.latin[Int($0)] }
            let length = code == nil ? 1 : 2
            if let latin {
                bytes.append(contentsOf: latin)
            } else {
                for index in place..<place + length { bytes.append(text[index]) }
            }
            if keepsOrigins {
                while origins.count < bytes.count { origins.append(UInt32(truncatingIfNeeded: place)) }
            }
            place += length
        }
        if keepsOrigins { origins.append(UInt32(truncatingIfNeeded: text.count)) }
    }

    private static func isSerbian(_ text: Span<UInt8>) -> Bool {
        // Not one Cyrillic letter among the first few hundred bytes: this is most of the world's news.
        guard (0..<min(text.count, 256)).contains(where: { text[$0] & 0xFE == 0xD0 }) else { return false }
        var letters = 0
        var own = 0
        var foreign = 0
        var place = 0
        while place < min(text.count, 2048) {
            guard let code = cyrillic(text, at: place) else {
                place += 1
                continue
            }
            place += 2
            letters += 1
            switch code {
            // Ђ Ј Љ Њ Ћ Џ and the small ones.
            case 0x02, 0x08, 0x09, 0x0A, 0x0B, 0x0F, 0x52, 0x58, 0x59, 0x5A, 0x5B, 0x5F: own += 1
            case _ where latin[Int(code)] == nil: foreign += 1
            default: break
            }
        }
        return own * 50 >= letters && foreign * 50 <= letters && own > 0
    }

    /// U+0400…045F as 0…0x5F.
    private static func cyrillic(_ text: Span<UInt8>, at place: Int) -> UInt8? {
        guard text[place] & 0xFE == 0xD0, place + 1 < text.count, text[place + 1] & 0xC0 == 0x80 else {
            return nil
        }
        let code = (text[place] & 1) << 6 | text[place + 1] & 0x3F
        return code < 0x60 ? code : nil
    }

    /// The Latin letters of each letter from U+0400 on. Case and accents go when the text is folded.
    private static let latin: [[UInt8]?] = {
        var all = [[UInt8]?](repeating: nil, count: 0x60)
        let pairs: [(Character, String)] = [
            ("а", "a"), ("б", "b"), ("в", "v"), ("г", "g"), ("д", "d"), ("ђ", "đ"), ("е", "e"), ("ж", "ž"),
            ("з", "z"), ("и", "i"), ("ј", "j"), ("к", "k"), ("л", "l"), ("љ", "lj"), ("м", "m"), ("н", "n"),
            ("њ", "nj"), ("о", "o"), ("п", "p"), ("р", "r"), ("с", "s"), ("т", "t"), ("ћ", "ć"), ("у", "u"),
            ("ф", "f"), ("х", "h"), ("ц", "c"), ("ч", "č"), ("џ", "dž"), ("ш", "š"),
            // Macedonian.
            ("ѓ", "gj"), ("ќ", "kj"), ("ѕ", "dz"),
        ]
        for (cyrillic, latin) in pairs {
            for form in [String(cyrillic), cyrillic.uppercased()] {
                guard let code = form.unicodeScalars.first?.value else { continue }
                all[Int(code) - 0x400] = Array(latin.utf8)
            }
        }
        return all
    }()
}
