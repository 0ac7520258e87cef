/// The two alphabets of Serbian, which Bosnian and Croatian share.
enum SerbianAlphabets {
    /// The word in the other alphabet; none when it has letters of neither.
    ///
    /// Latin `nj`, `lj` and `dž` are mostly one letter (`Нови Бањци`), and two where parts of a word meet (`инјекција`,
    /// `надживети`): there are two words then.
    static func others(of word: [PairedLetter]) -> [String] {
        if word.contains(where: { $0.lower.value >= 0x400 && toLatin[$0.lower] != nil }) {
            var latin = ""
            for letter in word {
                if let counterpart = toLatin[letter.lower] {
                    latin.append(counterpart, like: letter)
                } else if letter.isLetter {
                    return []
                } else {
                    latin.unicodeScalars.append(letter.lower)
                }
            }
            return [latin]
        }
        guard let joined = cyrillic(of: word, readsPairs: true) else { return [] }
        guard let parted = cyrillic(of: word, readsPairs: false), parted != joined else { return [joined] }
        return [joined, parted]
    }

    private static func cyrillic(of word: [PairedLetter], readsPairs: Bool) -> String? {
        var result = ""
        var place = 0
        while place < word.count {
            let letter = word[place]
            if readsPairs, place + 1 < word.count, firstOfPair.contains(letter.lower),
                let counterpart = fromPair[[letter.lower, word[place + 1].lower]]
            {
                result.append(counterpart, like: letter)
                place += 2
                continue
            }
            if let counterpart = toCyrillic[letter.lower] {
                result.append(counterpart, like: letter)
            } else if letter.isLetter {
                return nil
            } else {
                result.unicodeScalars.append(letter.lower)
            }
            place += 1
        }
        return result
    }

    private static let firstOfPair = Set("lnd".unicodeScalars)
    private static let letters = pairs(
        """
        а:a б:b в:v г:g д:d ђ:đ е:e ж:ž з:z и:i ј:j к:k л:l љ:lj м:m н:n њ:nj о:o п:p р:r с:s т:t ћ:ć у:u ф:f х:h ц:c
        ч:č џ:dž ш:š
        """)
    private static let toLatin: [Unicode.Scalar: String] = letters.reduce(into: [:]) { table, pair in
        if let letter = pair.0.unicodeScalars.first { table[letter] = pair.1 }
    }
    private static let toCyrillic: [Unicode.Scalar: String] = letters.reduce(into: [:]) { table, pair in
        let scalars = Array(pair.1.unicodeScalars)
        if scalars.count == 1 { table[scalars[0]] = pair.0 }
    }
    private static let fromPair: [[Unicode.Scalar]: String] = letters.reduce(into: [:]) { table, pair in
        let scalars = Array(pair.1.unicodeScalars)
        if scalars.count == 2 { table[scalars] = pair.0 }
    }
}
