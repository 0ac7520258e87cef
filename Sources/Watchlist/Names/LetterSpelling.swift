/// How a language writes foreign names by their sounds: groups of `NameSounds`, the longest first.
struct LetterSpelling: Sendable {
    var language: NameLanguage
    private var groups: [String: String]
    /// What stands at the beginning or the end of a word instead.
    private var atStart: [String: String]
    private var atEnd: [String: String]
    private var longest: Int
    private var keepsDoubles: Bool
    private var prepare: @Sendable (String) -> String
    private var finish: @Sendable (String) -> String

    init(
        _ language: NameLanguage, groups: String, atStart: String = "", atEnd: String = "",
        keepsDoubles: Bool = false, prepare: @escaping @Sendable (String) -> String = { $0 },
        finish: @escaping @Sendable (String) -> String = { $0 }
    ) {
        self.language = language
        self.groups = pairs(groups)
        self.atStart = pairs(atStart)
        self.atEnd = pairs(atEnd)
        longest =
            (Array(self.groups.keys) + Array(self.atStart.keys) + Array(self.atEnd.keys)).map(\.count).max()
            ?? 1
        self.keepsDoubles = keepsDoubles
        self.prepare = prepare
        self.finish = finish
    }

    /// - Parameter sounds: one word, as `NameSounds` reads it.
    /// - Returns: nil when a sound is unknown.
    func word(_ sounds: String) -> String? {
        let letters = withoutDoubles(Array(prepare(sounds)))
        var result = ""
        var place = 0
        while place < letters.count {
            let found = stride(from: min(longest, letters.count - place), through: 1, by: -1).lazy
                .compactMap { count -> (Int, String)? in
                    let group = String(letters[place..<place + count])
                    let isLast = place + count == letters.count
                    let written =
                        (place == 0 ? atStart[group] : nil) ?? (isLast && place > 0 ? atEnd[group] : nil)
                        ?? groups[group]
                    return written.map { (count, $0) }
                }.first
            guard let (count, text) = found else { return nil }
            result += text
            place += count
        }
        return finish(result)
    }

    /// A doubled consonant is one sound.
    private func withoutDoubles(_ letters: [Character]) -> [Character] {
        guard !keepsDoubles else { return letters }
        return letters.enumerated().filter { place, letter in
            place == 0 || letters[place - 1] != letter || "aeiouə".contains(letter)
        }.map(\.element)
    }

    @Sendable static func capitalised(_ word: String) -> String {
        word.prefix(1).uppercased() + word.dropFirst()
    }
}

extension LetterSpelling {
    /// All, in the order they are proposed. Where papers of one language differ there are two.
    static let all: [LetterSpelling] = [
        russian, ukrainian, greek, arabic, persian, hebrew, hebrewWithFewVowels, hindi, hindiWithDentals,
        katakana, katakanaByEnglish, hangul,
    ]

    private static let cyrillicGroups = """
        a:а ə:а b:б d:д e:е f:ф g:г h:х i:и j:дж k:к l:л m:м n:н o:о p:п r:р s:с t:т u:у v:в w:у y:й z:з ch:ч sh:ш zh:ж
        kh:х shch:щ ya:я yu:ю ye:е yo:йо ts:ц ia:ия ja:джа lt:льт ld:льд lm:льм ln:льн lts:льц lk:льк ls:льс lf:льф lb:льб
        lz:льз lch:льч ae:аэ oe:оэ ue:уэ
        """

    private static let russian = LetterSpelling(
        .russian, groups: cyrillicGroups, atStart: "e:э ei:эй", atEnd: "el:ель il:иль", keepsDoubles: true,
        finish: capitalised)

    /// и stands only in endings; h is г.
    private static let ukrainian = LetterSpelling(
        .ukrainian,
        groups: cyrillicGroups + " h:г i:і ye:є yi:ї ia:ія ai:ай ei:ей ae:ае oe:ое ue:ує w:в", atStart: "e:е",
        atEnd: "el:ель il:іль", keepsDoubles: true, finish: capitalised)

    /// A voiced stop is written with two letters, which swallow the nasal that they begin with.
    private static let greek = LetterSpelling(
        .greek,
        groups: """
            a:α ə:α b:μπ d:ντ e:ε f:φ g:γκ h:χ i:ι j:τζ k:κ l:λ m:μ n:ν o:ο p:π r:ρ s:σ t:τ u:ου v:β w:ου y:ι z:ζ ch:τσ
            sh:σ zh:ζ kh:χ ts:τσ ks:ξ ps:ψ mb:μπ mp:μπ nd:ντ nt:ντ ng:νγκ nk:νκ shch:στσ
            """, atStart: "y:γι w:γου ye:γε", atEnd: "ov:οφ ev:εφ s:ς sh:ς",
        finish: capitalised)
}
