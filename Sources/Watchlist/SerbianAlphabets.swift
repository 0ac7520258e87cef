/// The two alphabets of Serbian, which Bosnian and Croatian share.
enum SerbianAlphabets {
    /// The word in the other alphabet; nil when it has letters of neither.
    ///
    /// Latin words are turned only when they have a letter that English has not: foreign names are written by their sound.
    static func other(_ text: String) -> String? {
        let lowered = text.lowercased()
        if lowered.contains(where: { toLatin[$0] != nil }) {
            guard lowered.allSatisfy({ toLatin[$0] != nil || !$0.isLetter }) else { return nil }
            return text.map { letter in
                guard let latin = toLatin[Character(letter.lowercased())] else { return String(letter) }
                return letter.isUppercase ? latin.prefix(1).uppercased() + latin.dropFirst() : latin
            }.joined()
        }
        guard lowered.contains(where: { "čćžšđ".contains($0) }) else { return nil }
        return cyrillic(of: Array(text))
    }

    private static func cyrillic(of letters: [Character]) -> String? {
        var result = ""
        var place = 0
        while place < letters.count {
            let pair = String(letters[place...].prefix(2)).lowercased()
            let single = letters[place].lowercased()
            let (group, count) = toCyrillic[pair] != nil ? (pair, 2) : (single, 1)
            if let letter = toCyrillic[group] {
                result += letters[place].isUppercase ? letter.uppercased() : letter
            } else if letters[place].isLetter {
                return nil
            } else {
                result.append(letters[place])
            }
            place += count
        }
        return result
    }

    private static let letters = pairs(
        """
        а:a б:b в:v г:g д:d ђ:đ е:e ж:ž з:z и:i ј:j к:k л:l љ:lj м:m н:n њ:nj о:o п:p р:r с:s т:t ћ:ć у:u ф:f х:h ц:c
        ч:č џ:dž ш:š
        """)
    private static let toLatin = Dictionary(uniqueKeysWithValues: letters.map { (Character($0), $1) })
    private static let toCyrillic = Dictionary(uniqueKeysWithValues: letters.map { ($1, $0) })
}
